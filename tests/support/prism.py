"""Prism before the fake GitHub: every request and every answer is held against GitHub's own OpenAPI."""

import ast
import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from kendal_git.forges.github import forge
from kendal_git.transport import Answer, Line

HERE = Path(__file__).parent.parent / "github" / "openapi"
ADAPTER = Path(forge.__file__).parent
ASKING = {f"{api}.{verb}" for api in ("api", "self._api") for verb in ("get", "find", "pages", "walk", "send")}
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
    lines: set[tuple[str, int]] = field(default_factory=set)
    """The lines of the adapter, by module, from which a request came."""

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Hear every request of this process from now on, until the patch is taken back."""
        real = Line.call

        def call(line: Line, method: str, url: str, **options: Any) -> Any:
            answer = real(line, method, url, **options)
            if url.startswith(self.api):
                self.heard.append(_heard(method, url.removeprefix(self.api), answer))
                self.lines |= set(_stack())
            return answer

        patch.setattr(Line, "call", call)


def _heard(method: str, target: str, answer: object) -> Heard:
    path = urlsplit(target).path
    if not isinstance(answer, Answer):
        return Heard(method, path, 0, (str(answer),))
    told = next((value for name, value in answer.headers if name.lower() == FOUND), "[]")
    found = json.loads(told) if told.startswith("[") else [{"message": told}]
    return Heard(method, path, answer.status, tuple(_sentence(one) for one in found))


def _stack() -> Iterator[tuple[str, int]]:
    """Which lines of the adapter are being run just now."""
    frame = sys._getframe(2)
    while frame.f_back:
        if Path(frame.f_code.co_filename).parent == ADAPTER:
            yield Path(frame.f_code.co_filename).stem, frame.f_lineno
        frame = frame.f_back


def calls_of_the_adapter() -> Iterator[tuple[str, int, int]]:
    """(module, first line, last line) of every place at which the adapter asks or tells GitHub something."""
    for file in sorted(ADAPTER.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ASKING:
                yield file.stem, node.lineno, node.end_lineno or node.lineno


def _sentence(violation: dict[str, Any]) -> str:
    """Where and what, without the numbers of list items."""
    where = ".".join("[]" if str(word).isdigit() else str(word) for word in violation.get("location", ()))
    return f"{where}: {violation.get('message')}"


def free_port() -> int:
    """A port of loopback that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _node() -> str:
    found = shutil.which("node")
    assert found, "the tests against GitHub's own descriptions need Node 20"
    assert PRISM.exists(), "their packages are not installed: make node brings them"
    return found


def through_node(script: str, *words: object, said: Any = None) -> Any:
    """What a script of tests/github/openapi answers, in JSON; it is told ``said`` on its standard input."""
    command = [_node(), str(HERE / script), *map(str, words)]
    done = subprocess.run(command, input=json.dumps(said), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def prism(description: Path, upstream: str, log: Path) -> Iterator[str]:
    """A proxy before ``upstream``; its address."""
    port = free_port()
    command = [_node(), str(PRISM), "proxy", str(description), upstream, "--host", "127.0.0.1", "--port", str(port)]
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


def closed(value: Any, *, open_: bool = False) -> Any:
    """A description in which an object may have no field but those that are described: GitHub's own lets any pass.

    Parts of an ``allOf`` see the fields of the other parts, too, and stay open.
    """
    if isinstance(value, list):
        return [closed(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {
        name: [closed(one, open_=True) for one in some] if name == "allOf" else closed(some)
        for name, some in value.items()
    }
    describes = value.get("type") == "object" and isinstance(value.get("properties"), dict) and value["properties"]
    if describes and "additionalProperties" not in value and "allOf" not in value and not open_:
        found["additionalProperties"] = False
    return found
