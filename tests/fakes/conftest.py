"""The fake GitHub of one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kendal_git.fakes.github import hands
from kendal_git.fakes.github.server import Server
from tests.fakes.hub import LEVELS, Hub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    with Server(tmp_path / "forge") as server:
        for number, login in enumerate([*LEVELS, "orang-luar"], 101):
            server.state.add_user(login, id=number, emails=[f"{login}@example.id"])
        server.state.add_repository("kominfo", "konten", access=LEVELS)
        hub = Hub(server, tmp_path)
        hands.first_commit(hub.repository, {"README.md": "Halo\n", "naskah.txt": "satu\ndua\ntiga\n"}, "ketua")
        yield hub
