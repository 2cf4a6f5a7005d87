"""Prism before the fake GitHub: every request and every answer is held against GitHub's own OpenAPI."""

import json
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from kendal_git.transport import Answer, Line

HERE = Path(__file__).parent.parent / "github" / "openapi"
PRISM = HERE / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
FOUND = "sl-violations"  # the header in which Prism tells what it saw


@dataclass(frozen=True)
class Heard:
    """One request that went through, what came back, and what of both GitHub's description does not allow."""

    method: str
    path: str
    status: int
    violations: tuple[str, ...]


@dataclass
class Listener:
    """Everything that the adapter said to Prism's address."""

    api: str
    heard: list[Heard] = field(default_factory=list)

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Hear every request of this process from now on, until the patch is taken back."""
        real = Line.call

        def call(line: Line, method: str, url: str, **options: Any) -> Any:
            answer = real(line, method, url, **options)
            if url.startswith(self.api):
                self.heard.append(self._one(method, url.removeprefix(self.api), answer))
            return answer

        patch.setattr(Line, "call", call)

    def _one(self, method: str, target: str, answer: object) -> Heard:
        if not isinstance(answer, Answer):
            return Heard(method, urlsplit(target).path, 0, (str(answer),))
        told = next((value for name, value in answer.headers if name.lower() == FOUND), "[]")
        return Heard(method, urlsplit(target).path, answer.status, tuple(_sentence(one) for one in json.loads(told)))


def _sentence(violation: dict[str, Any]) -> str:
    """Where and what, without the numbers of list items."""
    where = ".".join("[]" if str(word).isdigit() else str(word) for word in violation.get("location", ()))
    return f"{where}: {violation.get('message')}"


def free_port() -> int:
    """A port of loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def prism(description: Path, upstream: str, log: Path) -> Iterator[str]:
    """A proxy before ``upstream``; its address."""
    node = shutil.which("node")
    assert node, "the tests against GitHub's OpenAPI need Node 20"
    assert PRISM.exists(), "Prism is not installed: make node brings it"
    port = free_port()
    command = [node, str(PRISM), "proxy", str(description), upstream, "--host", "127.0.0.1", "--port", str(port)]
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL) as process:
        try:
            _wait(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"Prism does not listen:\n{log.read_text(encoding='utf-8')}")


def plain(text: str) -> str:
    """Text without a terminal's colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
