"""Every channel × every call × every fault: nothing twice, nothing lost, and docs/channels-faults.md says the truth."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.channels.matrix import Case, Row, cases, page, play

PAGE = Path(__file__).resolve().parents[2] / "docs/channels-faults.md"
LINE = re.compile(r"\| (\w+) \| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|")


def written() -> dict[Case, tuple[str, ...]]:
    """What the committed page says of each case: the state, the sentence, how it ends."""
    found: dict[Case, tuple[str, ...]] = {}
    for section in PAGE.read_text(encoding="utf-8").split("\n## ")[1:]:
        channel = section.partition("\n")[0]
        for story, call, faults, *end in LINE.findall(section):
            found |= {Case(channel, story, call, 1, fault): tuple(end) for fault in faults.split(", ")}
    return found


def says(row: Row) -> tuple[str, ...]:
    """A row as the page has it."""
    return row.told[0], row.told[1] or "–", row.ended


SAMPLE = random.Random(20261127).sample(sorted(written(), key=str), 9)


@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: f"{case.channel} {case.story} {case.call} {case.fault}")
def test_a_fault_neither_doubles_nor_loses_a_post(case: Case, tmp_path: Path) -> None:
    """A seeded part of the matrix ends with the post that main wants, once, as the page says."""
    row = play(case, tmp_path)

    assert (row.doubles, row.losses) == (0, 0)
    assert says(row) == written()[case]


@pytest.mark.slow
def test_the_page_of_faults_is_the_whole_matrix(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    """Each call that a channel makes meets each fault, no post is doubled or lost, and the page says what happened."""
    rows = [play(case, tmp_path / str(number)) for number, case in enumerate(cases())]
    record_property(
        "evidence", f"{len(rows)} faults of channels, {sum('person' in row.ended for row in rows)} to settle"
    )

    assert len(rows) > 100
    assert [row for row in rows if row.doubles or row.losses] == []
    assert page(rows) == PAGE.read_text(encoding="utf-8")
