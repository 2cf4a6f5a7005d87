"""The fake GitHub with an office on it, and its people."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kendal_git.cli import main
from kendal_git.fakes.github.server import Server
from tests.support.githouse import House, Person

People = Callable[[str], Person]


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``kendal init`` makes, to be copied."""
    folder = tmp_path_factory.mktemp("starter") / "kantor"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def house(starter: Path, tmp_path: Path) -> Iterator[House]:
    """An office that has just moved to GitHub."""
    shutil.copytree(starter, tmp_path / "starter", symlinks=True)
    (tmp_path / "people").mkdir()
    with Server(tmp_path / "forge") as server:
        yield House(server, tmp_path / "people", tmp_path / "starter")


@pytest.fixture
def person(house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> People:
    """Anyone of the office at their keyboard."""
    return lambda login: Person(house, login, monkeypatch, capsys)
