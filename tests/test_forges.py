"""The embedded forge keeps every forge's promises, on a real bare remote."""

import os
import shutil
from pathlib import Path

import pytest

from kendal_git.cli import main
from kendal_git.forges.local import LocalForge
from kendal_git.objects import Git
from kendal_git.verbs.investigate import office_at
from kendal_git.wiring.workplace import CLOCK, run_name
from tests.contracts.forge import As, ForgeContract, known


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content repository, to be copied."""
    folder = tmp_path_factory.mktemp("office") / "kantor"
    assert main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def clone(office: Path, tmp_path: Path) -> Git:
    """A repository of the test's own, fetched."""
    shutil.copytree(office, tmp_path / "kantor", symlinks=True)
    git = Git(tmp_path / "kantor")
    git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
    return git


class TestLocalForge(ForgeContract):
    """The contract over refs of the remote."""

    @pytest.fixture
    def git(self, clone: Git) -> Git:
        return clone

    @pytest.fixture
    def login(self, clone: Git) -> As:
        office = office_at(clone, "refs/remotes/origin/main")
        return lambda login: LocalForge(clone, office, login, CLOCK)

    def close_look(self, login: As, number: int) -> None:
        forge = login("kabid-ikp")
        assert isinstance(forge, LocalForge)
        forge.close_look(number)

    def test_a_push_past_the_forge_leaves_no_push_record(self, git: Git, login: As) -> None:
        """When the branch holds what nobody recorded, the head is the branch's and its time cannot be told."""
        head = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "a")
        number = login("staf").submit("kiriman/a", "A", head)
        newer = self.push(git, "kiriman/a", "content/2026/11/25-a/post.md", "b")

        found = known(login("staf"), number)

        assert (found.head, found.pushes) == (newer, None)


def test_every_proposal_of_the_embedded_forge_is_unauthenticated(clone: Git) -> None:
    """Whatever it says, nobody proved who they are."""
    contract = TestLocalForge()
    head = contract.push(clone, "kiriman/a", "content/2026/11/25-a/post.md", "a")
    forge = LocalForge(clone, office_at(clone, "refs/remotes/origin/main"), "staf", CLOCK)

    found = forge.proposal(forge.submit("kiriman/a", "A", head))

    assert found
    assert not found.authenticated


def test_a_run_of_this_machine_has_ended_when_its_process_has(clone: Git) -> None:
    """Our own process lives, a number that no process has is ended, and another machine's cannot be told."""
    forge = LocalForge(clone, office_at(clone, "refs/remotes/origin/main"), "staf", CLOCK)
    mine = run_name()

    assert mine.endswith(f":{os.getpid()}")
    assert forge.run_ended(mine) is False
    assert forge.run_ended(mine.rpartition(":")[0] + ":4194304999") is True
    assert forge.run_ended("local:komputer-lain:1") is None


def test_two_people_at_once_lose_no_word(clone: Git) -> None:
    """Two reviews written over each other both stand: the second push is made again on top of the first."""
    from concurrent.futures import ThreadPoolExecutor

    from kendal_git.model.proposal import Opinion

    contract = TestLocalForge()
    head = contract.push(clone, "kiriman/a", "content/2026/11/25-a/post.md", "a")
    office = office_at(clone, "refs/remotes/origin/main")
    number = LocalForge(clone, office, "staf", CLOCK).submit("kiriman/a", "A", head)
    others = []
    for place in ("satu", "dua"):  # each at their own computer: two fetches into one clone would meet at its refs
        shutil.copytree(clone.folder, clone.folder.with_name(place), symlinks=True)
        others.append(Git(clone.folder.with_name(place)))
        others[-1].run("remote", "set-url", "origin", str(clone.folder / ".git/kendal-origin.git"))

    def review(who: str, git: Git) -> None:
        LocalForge(git, office, who, CLOCK).review(number, Opinion.APPROVE, "", head)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(review, ("subkoor-psdk", "kabid-ikp"), others))

    found = LocalForge(clone, office, "staf", CLOCK).proposal(number)
    assert found
    assert {one.by.login for one in found.approvals if one.by} == {"subkoor-psdk", "kabid-ikp"}
