"""SIGKILL at every discovered point of a publishing run, and the run after it: one post each, by the wire's own log."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.wire.office import CHANNELS, Place, calls, copy, finish

WORKERS = 2  # the machine's cores: each kill is a process, a clone and a remote of its own


def discover(office: Place, folder: Path, own: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Every point of an undisturbed run, as (what, how often before), in their order."""
    place = copy(office, folder / "traced", f"{folder.name}-traced")
    trace = folder / "trace.txt"
    ended = place.kendal("publish", "--format", "json", own=("--trace", str(trace), *own))
    assert ended.code == 0, ended.error
    return [
        (label, number)
        for label, _, number in (line.partition("\t") for line in trace.read_text(encoding="utf-8").splitlines())
    ]


def kill(
    office: Place, folder: Path, log: Path, index: int, point: tuple[str, str], own: tuple[str, ...] = ()
) -> tuple[int, list[int]]:
    """Kill one run at a point and finish with another: the killed run's exit code, and each channel's accepted calls."""
    name = f"{folder.name}-{index}"
    place = copy(office, folder / str(index), name)
    killed = place.kendal("publish", "--format", "json", own=("--kill", *point, *own))
    finish(place, log, name)
    return killed.code, [calls(log, name, channel) for channel in CHANNELS]


def kill_everywhere(
    office: Place, folder: Path, log: Path, own: tuple[str, ...] = ()
) -> list[tuple[tuple[str, str], int, list[int]]]:
    """One row a point: the point, the killed run's exit code, the accepted calls."""
    points = discover(office, folder, own)
    with ThreadPoolExecutor(WORKERS) as pool:
        rows = list(pool.map(lambda one: (one[1], *kill(office, folder, log, *one, own)), enumerate(points)))
    died = sum(code == -9 for _, code, _ in rows)
    print(f"\n{len(points)} kill points discovered, {died} runs killed")
    return rows


def test_a_kill_at_any_point_neither_doubles_nor_loses_a_post(
    office: Place, log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever a run was doing when it was killed, the runs after it end with exactly one accepted call a channel."""
    with capsys.disabled():
        rows = kill_everywhere(office, tmp_path, log)

    assert len(rows) > 40
    assert sum(code == -9 for _, code, _ in rows) > 0.9 * len(rows)
    assert [(point, counts) for point, _, counts in rows if counts != [1, 1]] == []


def test_a_publisher_that_sends_before_its_intent_is_caught(office: Place, log: Path, tmp_path: Path) -> None:
    """The mutant that pushes its intent after sending doubles a post at some point: the test above can fail."""
    points = discover(office, tmp_path, ("--send-first",))
    first = next(index for index, (label, _) in enumerate(points) if label == "http receive")
    after = [(index, points[index]) for index in range(first, first + 5)]

    with ThreadPoolExecutor(WORKERS) as pool:
        rows = list(pool.map(lambda one: kill(office, tmp_path, log, *one, ("--send-first",))[1], after))

    assert any(2 in counts for counts in rows), rows
