"""GitHub keeps every forge's promises, over HTTP with real pushes."""

import pytest

from kendal_git.objects import Git
from tests.contracts.forge import As, ForgeContract
from tests.support.githouse import PEOPLE, House


class TestGitHub(ForgeContract):
    """The contract over the fake, whose rules are GitHub's."""

    @pytest.fixture
    def git(self, house: House) -> Git:
        return house.clone("staf")

    @pytest.fixture
    def login(self, house: House) -> As:
        house.server.state.add_user("orang-luar", id=77)
        house.repository.grant("orang-luar", "write")
        return house.forge

    def address(self, who: str) -> str:
        return f"{PEOPLE[who]}+{who}@users.noreply.127.0.0.1"

    def close_look(self, login: As, number: int) -> None:
        login("kabid-ikp")._api.send("PATCH", f"issues/{number}", {"state": "closed"})  # type: ignore[attr-defined]
