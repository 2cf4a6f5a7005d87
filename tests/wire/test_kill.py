"""SIGKILL at every discovered point of a publishing run, and the run after it: one post each, by the wire's own log."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.wire.office import CHANNELS, Place, calls, copy, finish

WORKERS = 2  # the machine's cores: each kill is a process, a clone and a remote of its own
Point = tuple[str, str]  # what happens, and how often it has before


@dataclass(frozen=True, slots=True)
class Scene:
    """Where runs are killed: an office, the wire's log, a folder for the copies, the publisher's own options."""

    office: Place
    log: Path
    folder: Path
    own: tuple[str, ...] = ()

    def points(self) -> list[Point]:
        """Every point of an undisturbed run, in their order."""
        place = copy(self.office, self.folder / "traced", f"{self.folder.name}-traced")
        trace = self.folder / "trace.txt"
        ended = place.kendal("publish", "--format", "json", own=("--trace", str(trace), *self.own))
        assert ended.code == 0, ended.error
        lines = trace.read_text(encoding="utf-8").splitlines()
        return [(label, number) for label, _, number in (line.partition("\t") for line in lines)]

    def kill(self, index: int, point: Point) -> tuple[Point, int, list[int]]:
        """Kill one run at a point and finish with others: the point, how the run ended, each channel's calls."""
        name = f"{self.folder.name}-{index}"
        place = copy(self.office, self.folder / str(index), name)
        killed = place.kendal("publish", "--format", "json", own=("--kill", *point, *self.own))
        finish(place, self.log, name)
        return point, killed.code, [calls(self.log, name, channel) for channel in CHANNELS]

    def kill_at(self, points: list[Point]) -> list[tuple[Point, int, list[int]]]:
        """One run killed at each of the points."""
        with ThreadPoolExecutor(WORKERS) as pool:
            return list(pool.map(self.kill, range(len(points)), points))


def test_a_kill_at_any_point_neither_doubles_nor_loses_a_post(
    office: Place, log: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Whatever a run was doing when it was killed, the runs after it end with exactly one accepted call a channel."""
    scene = Scene(office, log, tmp_path)
    rows = scene.kill_at(scene.points())
    died = sum(code == -9 for _, code, _ in rows)
    record_property("evidence", f"{len(rows)} kill points discovered, {died} runs killed")

    assert len(rows) > 40
    assert died > 0.9 * len(rows)
    assert [(point, counts) for point, _, counts in rows if counts != [1, 1]] == []


def test_a_publisher_that_sends_before_its_intent_is_caught(office: Place, log: Path, tmp_path: Path) -> None:
    """The mutant that pushes its intent after sending doubles a post at some point: the test above can fail."""
    scene = Scene(office, log, tmp_path, ("--send-first",))
    points = scene.points()
    first = next(index for index, (label, _) in enumerate(points) if label == "http receive")
    rows = scene.kill_at(points[first : first + 5])

    assert any(2 in counts for _, _, counts in rows), rows
