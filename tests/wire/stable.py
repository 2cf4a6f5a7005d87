"""Racers without the wait at the gate: a warm process forks each publisher, a real process with all imports behind it.

    python -m tests.wire.stable

One line of JSON in, a list of starts ``[folder, wire, words]``; all of them are forked at once. One line out, a list of
``[exit code, output, errors]``.
"""

import contextlib
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
from importlib import import_module
from typing import Any

import kendal_git
from tests.wire.office import ROOT, Ended, Place

WARM = ("httpx", "httpcore._backends.sync", "PIL.JpegImagePlugin", "yaml")


class Stable:
    """The caller's side."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.wire.stable"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def race(self, places: list[Place], *words: str) -> list[Ended]:
        """Start one process in each place, all at once, and wait for the last."""
        assert self._process.stdin
        assert self._process.stdout
        starts = [[str(place.folder), place.wire, list(words)] for place in places]
        self._process.stdin.write(json.dumps(starts) + "\n")
        self._process.stdin.flush()
        return [Ended(*one) for one in json.loads(self._process.stdout.readline())]

    def close(self) -> None:
        """No more races."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def _fork(folder: str, wire: str, words: list[str], said: tuple[Any, Any]) -> int:
    """One publisher: its process number. The child never returns."""
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        os.chdir(folder)
        os.environ["WIRE"] = wire
        for number, file in enumerate(said, 1):
            os.dup2(file.fileno(), number)
        sys.argv = ["publisher", "--", *words]
        from tests.wire.publisher import main

        code = main()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _race(starts: list[tuple[str, str, list[str]]]) -> list[tuple[int, str, str]]:
    with contextlib.ExitStack() as stack:
        said = [
            tuple(stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8")) for _ in range(2)) for _ in starts
        ]
        children = [_fork(*start, (out, error)) for start, (out, error) in zip(starts, said, strict=True)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        texts = []
        for pair in said:
            for file in pair:
                file.seek(0)
            texts.append([file.read() for file in pair])
    return [(code, out, error) for code, (out, error) in zip(codes, texts, strict=True)]


def main() -> None:
    """Import everything that a run needs, then fork on demand."""
    for module in pkgutil.walk_packages(kendal_git.__path__, "kendal_git."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for name in (*WARM, "tests.wire.publisher"):
        import_module(name)
    for line in sys.stdin:
        print(json.dumps(_race(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
