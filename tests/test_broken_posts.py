"""Every field times every violation that it can have: each is found at its line and column, with a hint."""

import random
from collections import defaultdict
from pathlib import Path

import pytest

from kendal_git.messages import LANGUAGES, text
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.shapes import Either, ListOf, Record, Shape, Table
from kendal_git.verbs.check import check
from tests.broken import GOOD, RECORDS, Expected, Violation, apart, broken, violations
from tests.scratch import DAY_PATH, FOLDER, Repository, make

PATHS = {"post": f"{FOLDER}/post.md", "day": DAY_PATH, "office": "kendal.yaml"}
ALL = {document: list(violations(document)) for document in GOOD}
GROUPS: dict[str, list[Violation]] = defaultdict(list)
for one in (violation for group in ALL.values() for violation in group):
    GROUPS[f"{one.document}:{'.'.join(map(str, one.route))}"].append(one)
TOTAL = sum(map(len, ALL.values()))
TOGETHER = 300


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make(tmp_path)


def found_in(repository: Repository, document: str, source: str) -> list[Diagnostic]:
    repository.write(PATHS[document], source)
    days, posts = ([DAY_PATH], []) if document == "day" else ([], [FOLDER] if document == "post" else [])
    return [one for one in check(repository.files, posts, days).diagnostics if one.place.path == PATHS[document]]


def expect_all(found: list[Diagnostic], expected: list[Expected], about: str) -> None:
    """Each expected finding is there, with a hint in both languages that holds the word it should."""
    by_place = {(one.rule, one.place.line, one.place.column): one for one in found}
    for wanted in expected:
        one = by_place.get(wanted.place)
        assert one is not None, f"{about}: {wanted.place} is not among {sorted(by_place)}"
        assert one.hint is not None, f"{about}: no hint"
        hints = [text(one.hint, language) for language in LANGUAGES]
        assert all(wanted.hint in hint for hint in hints), f"{about}: {wanted.hint!r} is not in {hints}"


def fields_of(shape: Shape) -> int:
    """How many fields a shape has in it."""
    match shape:
        case Record(fields=fields):
            return sum(1 + fields_of(one.shape) for one in fields)
        case ListOf(item=below) | Table(value=below):
            return fields_of(below)
        case Either(record=record):
            return fields_of(record)
        case _:
            return 0


@pytest.mark.parametrize("document", GOOD)
def test_nothing_is_wrong_before_it_is_broken(repository: Repository, document: str) -> None:
    """The documents that the generator breaks are good, so that what is found is what was broken."""
    assert found_in(repository, document, broken(document)[0]) == []


@pytest.mark.parametrize("document", GOOD)
def test_every_field_is_broken_in_several_ways(document: str) -> None:
    """No field of the definitions is passed over, and each has at least three violations."""
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    for violation in ALL[document]:
        counts[tuple(step for step in violation.route if isinstance(step, str))] += 1
    tables = sum(isinstance(one.shape, Table) for one in RECORDS[document].fields)

    assert len(counts) == fields_of(RECORDS[document]) + tables
    assert min(counts.values()) >= 3


@pytest.mark.parametrize("group", GROUPS, ids=[f"{name} x{len(group)}" for name, group in GROUPS.items()])
def test_each_violation_is_found_where_it_is(repository: Repository, group: str) -> None:
    """A document broken at one spot is told of exactly there, by the right rule, with a hint."""
    for violation in GROUPS[group]:
        source, expected = broken(violation.document, violation)

        expect_all(found_in(repository, violation.document, source), expected, str(violation))


@pytest.mark.parametrize("seed", range(TOGETHER))
def test_several_violations_are_found_in_one_run(repository: Repository, seed: int) -> None:
    """Of two to five violations in one document none hides another."""
    dice = random.Random(seed)
    document = dice.choice(["post", "post", "day", "office"])
    light = [one for one in ALL[document] if not one.heavy and one.kind == "liputan"]
    chosen: list[Violation] = []
    for another in dice.sample(light, len(light)):
        if all(apart(another, one) for one in chosen):
            chosen.append(another)
    chosen = chosen[: dice.randint(2, 5)]
    source, expected = broken(document, *chosen)

    expect_all(found_in(repository, document, source), expected, " + ".join(map(str, chosen)))


@pytest.mark.parametrize("count", [TOTAL], ids=[f"{TOTAL}-violations-of-{len(GROUPS)}-spots-and-{TOGETHER}-together"])
def test_the_generator_is_exhaustive(count: int) -> None:
    """The count in this test's name does not shrink unnoticed."""
    assert count >= 1000
