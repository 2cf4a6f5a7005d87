"""The wire's server for a whole module, and an office ready to be copied."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wire.office import ROOT, Place, make


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Module fixtures run before a test's own clean environment: give git a home here too."""
    folder = tmp_path_factory.mktemp("wire-home")
    (folder / ".gitconfig").write_text("[init]\n  defaultBranch = main\n[gc]\n  auto = 0\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wire's own log."""
    return tmp_path_factory.mktemp("wire") / "log.jsonl"


@pytest.fixture(scope="module")
def wire(log: Path) -> Iterator[str]:
    """The address of a wire server in a process of its own."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.wire.server", str(log)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout
    yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
    server.kill()
    server.wait()
    server.stdout.close()


@pytest.fixture(scope="module")
def office(wire: str, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An office with one approved and merged post that nobody has published yet."""
    return make(tmp_path_factory.mktemp("office") / "kantor", wire)
