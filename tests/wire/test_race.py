"""Publishers at once on one bare remote: the push is the lock."""

import os
import random
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kendal_git.ledgers.git import GitHead
from kendal_git.objects import Git
from kendal_git.verbs.ledger import doubts, verify
from tests.wire.office import CHANNELS, POST, Place, calls, finish, make
from tests.wire.stable import Stable

HOOK = """#!/bin/sh
# Hold every push back for a moment of its own, so that the publishers meet in every order.
sleep $(awk 'BEGIN { srand(%d + '$$'); printf "%%.3f", rand() * %.2f }')
"""
PARTS, ROUNDS = 4, 50  # of the long races; four parts share two processors better than one


class Course:
    """One bare remote with a delaying hook, clones of it, and the start to which it can be brought back."""

    def __init__(self, office: Place, folder: Path, publishers: int) -> None:
        self.remote = folder / "remote.git"
        shutil.copytree(office.folder / ".git/kendal-origin.git", self.remote, symlinks=True)
        self.git = Git(self.remote)
        self.refs = {name: self.git.resolve(f"refs/heads/{name}") for name in ("ledger", "ledger-seen", "main")}
        self.clones = []
        for number in range(publishers):
            clone = folder / f"clone-{number}"
            subprocess.run(["git", "clone", "-q", str(self.remote), str(clone)], check=True, env=os.environ)
            self.clones.append(Place(clone, office.wire))

    def again(self, seed: int, name: str, longest: float) -> list[Place]:
        """The places in a drawn order, the ledger as it was, a part of the wire of their own."""
        hook = self.remote / "hooks/pre-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(HOOK % (seed, longest), encoding="utf-8")
        hook.chmod(hook.stat().st_mode | stat.S_IEXEC)
        for ref, commit in self.refs.items():
            self.git.run("update-ref", f"refs/heads/{ref}", str(commit))
        order = random.Random(seed).sample(self.clones, len(self.clones))
        return [replace(place, wire=f"{place.wire}/{name}") for place in order]

    def head(self) -> GitHead:
        """The ledger as it stands on the remote, on both refs."""
        commit = self.git.resolve("refs/heads/ledger")
        assert commit
        assert commit == self.git.resolve("refs/heads/ledger-seen")
        return GitHead(self.git, commit, "")

    def faults(self) -> list[str]:
        """What the ledger should not say: anything open or in doubt, a delivery without its one receipt, a way back."""
        head = self.head()
        receipts = sorted(entry.channel for entry in head.entries(POST) if entry.kind == "receipt")
        sound = {
            "the cursor stands at main": head.cursor == self.refs["main"],
            "no line went back": self.git.is_ancestor(str(self.refs["ledger"]), head.commit),
            "nothing is open": not head.wishes(),
            "nothing is in doubt": not doubts(head, [POST]),
            "each end has its intent, and no two are open": not verify(head, [POST]),
            "each delivery has one receipt": receipts == sorted(CHANNELS),
        }
        return [sentence for sentence, holds in sound.items() if not holds]


@pytest.fixture(scope="module")
def office(wire: str, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The usual office with its usual deadline: nobody is killed here, so no call may end without an answer."""
    return make(tmp_path_factory.mktemp("office") / "kantor", wire, deadline=60)


@pytest.fixture(scope="module")
def stable() -> Iterator[Stable]:
    """The warm process that forks publishers."""
    made = Stable()
    yield made
    made.close()


@pytest.mark.parametrize(("publishers", "seed"), [(2, 0), (2, 1), (2, 2), (2, 3), (2, 4), (2, 5), (5, 6), (5, 7)])
def test_publishers_at_once_send_each_post_once(
    office: Place, log: Path, tmp_path: Path, publishers: int, seed: int
) -> None:
    """In every seeded round racing processes end with exactly one accepted call a channel, and an intact ledger."""
    name = f"race-{seed}"
    course = Course(office, tmp_path, publishers)
    places = course.again(seed, name, 0.25)

    processes = [place.start("publish", "--format", "json") for place in places]
    ended = [(process.communicate(timeout=120), process.returncode) for process in processes]
    finish(places[0], log, name)

    assert all(code in (0, 3, 4) for _, code in ended), ended
    assert [calls(log, name, channel) for channel in CHANNELS] == [1, 1]
    assert course.faults() == []


@pytest.mark.slow
@pytest.mark.parametrize("publishers", [2, 5])
@pytest.mark.parametrize("part", range(PARTS))
def test_two_hundred_races_of_two_and_of_five(  # noqa: PLR0917 — what a race is made of
    office: Place,
    log: Path,
    tmp_path: Path,
    stable: Stable,
    publishers: int,
    part: int,
    record_property: Callable[[str, object], None],
) -> None:
    """Round after round one accepted call a channel, and a ledger that says so: nothing lost, open or doubtful."""
    course, again, beaten = Course(office, tmp_path, publishers), 0, 0
    for number in range(part * ROUNDS, (part + 1) * ROUNDS):
        name = f"race-of-{publishers}-{number}"
        places = course.again(number, name, 0.05)
        ended = stable.race(places, "publish", "--format", "json")
        beaten += sum(one.code != 0 for one in ended)
        if course.head().wishes():  # the last look of whoever was first came too late: the next run sends
            again += 1
            finish(places[0], log, name)

        assert all(one.code in (0, 3, 4) for one in ended), (number, ended)
        assert [calls(log, name, channel) for channel in CHANNELS] == [1, 1], (number, ended)
        assert course.faults() == [], (number, ended)
    record_property("evidence", f"{ROUNDS} races of {publishers}: {beaten} runs beaten, {again} rounds finished later")
