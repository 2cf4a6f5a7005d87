"""The publishing protocol less one rule: the model's list and ours are one, and every witness on the page is one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutations.marks import marked
from tests.mutations.protocol import PROTOCOL, RULES, Rule
from tests.mutations.spoiled import fallen
from tests.protocol.publish_model import NOT_NEEDED, TAKEN_AWAY

EDITED = [rule for rule in RULES if any(rule.mark in edit.rules for edit in PROTOCOL)]


def test_each_rule_of_the_model_has_its_row() -> None:
    """What the model takes away, and what it keeps by choice, stands here in its order, and nothing else does."""
    assert [rule.name for rule in RULES] == [*TAKEN_AWAY, *NOT_NEEDED]


def test_each_rule_that_the_model_needs_is_taken_away_from_the_code() -> None:
    """A rule whose loss breaks the model has an edit and a witness; one without an edit says why."""
    assert {rule.name for rule in EDITED} >= set(TAKEN_AWAY)
    assert all(rule.remark for rule in RULES if rule not in EDITED or rule.name in NOT_NEEDED)
    assert {rule.mark for rule in EDITED} == {
        one for test in marked() for one in test.rules if one.startswith("model-")
    }


@pytest.mark.slow
@pytest.mark.parametrize("rule", EDITED, ids=lambda rule: rule.name)
def test_every_witness_misses_the_rule(rule: Rule, copy: Path, record_property: Callable[[str, object], None]) -> None:
    """Under each edit a witness fails, and under one of a rule's edits each of its witnesses does."""
    witnesses = [test for test in marked() if rule.mark in test.rules]
    fell = {edit.name: fallen(edit, copy, witnesses, quick=False) for edit in PROTOCOL if rule.mark in edit.rules}

    assert all(fell.values()), fell
    assert set().union(*fell.values()) == {test.name for test in witnesses}, fell
    record_property("evidence", f"without {rule.name}: {len(witnesses)} of {len(witnesses)} witnesses")
