"""Each rule taken away in a copy of the package: at least one of its tests must fail then, and its name is printed."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutations.edits import EDITS, Edit
from tests.mutations.marks import ROOT, marked
from tests.mutations.protocol import PROTOCOL, RULES, WINDOWS
from tests.mutations.rows import ROWS
from tests.mutations.spoiled import run, spoiled

KNOWN = {row.rule: row for row in ROWS}
EVERY = (*EDITS, *PROTOCOL)


@pytest.mark.parametrize("edit", EVERY, ids=lambda edit: edit.name)
def test_an_edit_is_still_one(edit: Edit) -> None:
    """The text that an edit replaces stands exactly once in its file, and each of its rules is known and has tests."""
    assert (ROOT / edit.path).read_text(encoding="utf-8").count(edit.old) == 1
    assert edit.rules
    assert set(edit.rules) <= {rule for test in marked() for rule in test.rules if not test.slow}


def test_every_rule_is_known_and_shown() -> None:
    """Each mark names a row, each row has tests or says why not, and each row with tests has an edit."""
    carried = {rule for test in marked() for rule in test.rules}
    edited = {rule for edit in EVERY for rule in edit.rules}
    known = {*KNOWN, *(row.mark for row in (*RULES, *WINDOWS))}

    assert carried <= known, carried - known
    assert not [row.rule for row in ROWS if row.rule not in carried and not row.remains]
    assert not [row.rule for row in ROWS if row.rule in carried and row.rule not in edited]
    assert len(KNOWN) == len(ROWS)


def test_every_edit_has_its_own_name() -> None:
    """No two edits share a name, by which the page and the log tell them apart."""
    assert len({edit.name for edit in EVERY}) == len(EVERY)


def failed_with(edit: Edit, root: Path) -> dict[str, set[str]]:
    """The edit's rules, each with its tests that fail under it; one process, and only the tests that carry a mark."""
    tests = [test for test in marked() if set(test.rules) & set(edit.rules) and not test.slow]
    tests.sort(key=lambda test: test.path.startswith("tests/github"))  # what is quick comes first
    fell = spoiled(edit, root, tests, quick=len(edit.rules) == 1).missed
    found = defaultdict(set)
    for test in tests:
        for rule in set(test.rules) & set(edit.rules) if test.name in fell else ():
            found[rule].add(test.name)
    return found


@pytest.mark.slow
def test_without_an_edit_nothing_fails(copy: Path) -> None:
    """Every marked test passes in the copy as it is: whatever fails under an edit fails because of it."""
    names = dict.fromkeys(f"{test.path}::{test.name}" for test in marked() if not test.slow)

    done = run(copy, "-m", "not slow", *names)

    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_a_rule_that_is_taken_away_is_missed(
    edit: Edit, copy: Path, record_property: Callable[[str, object], None]
) -> None:
    """For each rule that an edit removes, a test that carries the rule's mark fails in the edited copy."""
    found = failed_with(edit, copy)

    assert set(found) == set(edit.rules), found
    record_property("evidence", f"without {edit.name}: {', '.join(sorted(set().union(*found.values())))}"[:200])
