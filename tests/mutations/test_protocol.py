"""The publishing protocol less one rule: the model's list and ours are one, and every witness on the page is one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutations.marks import marked
from tests.mutations.protocol import PROTOCOL, RULES, Rule
from tests.mutations.spoiled import spoiled
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
    """Each case of each of the rule's witnesses fails under one of the rule's edits, and each edit makes one fail."""
    witnesses = [test for test in marked() if rule.mark in test.rules]
    edits = [edit for edit in PROTOCOL if rule.mark in edit.rules]
    ended = [spoiled(edit, copy, witnesses, quick=False) for edit in edits]
    failed = frozenset[str]().union(*(one.failed for one in ended))

    assert all(one.failed for one in ended), ended
    assert {case.partition("[")[0] for case in failed} == {test.name for test in witnesses}, ended
    assert frozenset[str]().union(*(one.passed for one in ended)) <= failed, ended
    record_property("evidence", f"without {rule.name}: {len(failed)} of {len(failed)} cases fail")
