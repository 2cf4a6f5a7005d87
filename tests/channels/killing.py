"""Publishing with real processes to a platform of the tests: killed or without an answer, and the runs after that."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from tests.channels.pds import Account
from tests.contracts.channel import Shown
from tests.support.lossy import Lossy
from tests.wire.office import Ended, Place, make

Point = tuple[str, int]  # what happens, and how often it has before
WORKERS = 2


class House(Protocol):
    """One account of a platform, as tests/channels/houses.py has them."""

    @property
    def line(self) -> Lossy: ...
    @property
    def account(self) -> Account: ...
    def lose_answer(self) -> None: ...
    def shown(self) -> list[Shown]: ...


@dataclass(frozen=True, slots=True)
class Stage:
    """An office with one post for one channel, and more accounts of its platform: each copy posts to its own."""

    office: Place
    folder: Path
    house: Callable[[], House]

    def place(self, name: str) -> tuple[Place, House]:
        """A copy of the office, and what it posts to."""
        house = self.house()
        shutil.copytree(self.office.folder, self.folder / name, symlinks=True)
        wire = json.dumps([house.line.url, house.account.name, house.account.word])
        return replace(self.office, folder=self.folder / name, wire=wire), house

    def points(self) -> list[Point]:
        """Every point of an undisturbed run, in their order."""
        place, house = self.place("traced")
        trace = self.folder / "trace.txt"
        ended = publish(place, "--trace", str(trace))
        assert (ended.code, len(house.shown())) == (0, 1), ended
        lines = trace.read_text(encoding="utf-8").splitlines()
        return [(label, int(number)) for label, _, number in (line.partition("\t") for line in lines)]

    def kill(self, point: Point) -> tuple[Point, int, list[int], int]:
        """Kill one run at a point and finish with others: the point, how it ended, the codes after it, the posts."""
        label, number = point
        place, house = self.place(f"{label}-{number}".replace(" ", "-"))
        killed = publish(place, "--kill", label, str(number))
        return point, killed.code, finish(place), len(house.shown())

    def kill_at(self, points: list[Point]) -> list[tuple[Point, int, list[int], int]]:
        """One run killed at each of the points."""
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(self.kill, points))


def office_of(channel: str, folder: Path) -> Place:
    """An office whose one post goes to one channel."""
    return replace(make(folder / channel, "", 30, {channel: channel}), program="tests.channels.publisher")


def publish(place: Place, *own: str) -> Ended:
    """One run."""
    return place.kendal("publish", "--format", "json", own=own)


def finish(place: Place) -> list[int]:
    """Run until nothing is owed and nothing in doubt, with no person's word in between; the exit codes."""
    codes: list[int] = []
    while not codes or codes[-1] != 0:
        ended = publish(place)
        codes.append(ended.code)
        assert len(codes) < 6, f"not finished after {codes}: {ended.out}"
        assert ended.code in (0, 3, 4), ended
    return codes
