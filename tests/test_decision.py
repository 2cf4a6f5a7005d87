"""The dispatcher: for what main wants and what the ledger says, one thing to do about one delivery."""

from datetime import UTC, datetime, timedelta

import pytest

from kendal_git.model.ledger import WITHDRAWN, Book, Intent
from kendal_git.planning.decision import Decision, Do, decide, may_land

NOW = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
LIVE = Intent("a", "r1", NOW + timedelta(minutes=3), "other")
DEAD = Intent("a", "r1", NOW - timedelta(seconds=1), "other")


def what(
    wanted: str, book: Book, *, mine: bool = False, stopped: bool = False, repeatable: bool = False, now: datetime = NOW
) -> Decision:
    return decide(wanted, book, mine=lambda _: mine, stopped=stopped, repeatable=repeatable, now=now)


def test_what_main_does_not_want_is_left_alone() -> None:
    """A delivery that main says nothing about is not touched, even with a doubt in it."""
    assert Do.NOTHING is what("", Book(open=(LIVE,))).do


def test_a_new_revision_is_sent() -> None:
    """What is wanted and not there gets an intent."""
    assert Do.INTENT is what("r1", Book()).do


def test_a_stop_waits_before_any_intent() -> None:
    """A hold, a date or a missing approval keeps a post from ever having an intent."""
    assert Do.WAIT is what("r1", Book(), stopped=True).do


def test_what_stands_is_not_sent_again() -> None:
    """A revision that stands is done, stopped or not."""
    assert Do.CLOSE is what("r1", Book(stands="r1")).do
    assert Do.CLOSE is what("r1", Book(stands="r1"), stopped=True).do


def test_a_correction_follows_what_stands() -> None:
    """Another revision than the one that stands is sent."""
    assert Do.INTENT is what("r2", Book(stands="r1")).do


def test_an_own_open_intent_is_resumed() -> None:
    """A run whose push had no answer finds its own intent and goes on, whatever main wants and whatever is held."""
    assert Decision(Do.RESUME, LIVE) == what("r1", Book(open=(LIVE,)), mine=True)
    assert Decision(Do.RESUME, LIVE) == what("r2", Book(open=(LIVE,)), mine=True, stopped=True)


@pytest.mark.parametrize("intent", [LIVE, DEAD], ids=["fresh", "old"])
def test_a_foreign_doubt_on_a_once_channel_is_only_looked_for(intent: Intent) -> None:
    """Another run's intent without an end is never sent again, however old it is."""
    assert Decision(Do.FIND, intent) == what("r1", Book(open=(intent,)))


def test_a_foreign_doubt_on_a_repeatable_channel_is_taken_over() -> None:
    """Where the key makes a second call harmless, the revision that main wants is sent under an own intent."""
    assert Decision(Do.TAKE, LIVE) == what("r1", Book(open=(LIVE,)), repeatable=True)


@pytest.mark.parametrize("wanted", ["r2", WITHDRAWN])
def test_no_take_over_of_what_main_no_longer_wants(wanted: str) -> None:
    """A correction or a withdrawal waits for the doubt about the older revision to end, on every channel."""
    assert Do.FIND is what(wanted, Book(open=(LIVE,)), repeatable=True).do
    assert Do.FIND is what(wanted, Book(open=(LIVE,))).do


def test_a_stop_also_stops_a_take_over() -> None:
    """While a hold is on, a foreign doubt stays as it is."""
    assert Decision(Do.WAIT, LIVE) == what("r1", Book(open=(LIVE,)), stopped=True, repeatable=True)


def test_a_correction_waits_for_a_call_that_may_still_land() -> None:
    """A new revision is sent only when no request for an older one can arrive after it."""
    assert Do.WAIT is what("r2", Book(stands="r1", loose=(LIVE,))).do
    assert Do.INTENT is what("r2", Book(stands="r1", loose=(DEAD,))).do


def test_a_withdrawal_takes_down_what_stands() -> None:
    """A withdrawn post comes down, held or not: stopping is easier than starting."""
    assert Decision(Do.DOWN) == what(WITHDRAWN, Book(stands="r1"), stopped=True)


def test_a_withdrawal_comes_again_while_a_call_may_land() -> None:
    """While a loose call may still land, what is taken down must be taken down once more."""
    assert Decision(Do.DOWN, again=True) == what(WITHDRAWN, Book(stands="r1", loose=(LIVE,)))
    assert Decision(Do.DOWN, again=True) == what(WITHDRAWN, Book(loose=(LIVE,)))
    assert Decision(Do.DOWN) == what(WITHDRAWN, Book(stands="r1", loose=(DEAD,)))


def test_a_withdrawal_of_what_never_stood_is_done() -> None:
    """Where nothing stands and nothing can land, there is nothing to take down."""
    assert Decision(Do.WITHDRAW) == what(WITHDRAWN, Book(loose=(DEAD,)))


def test_the_last_moment_of_an_intent_belongs_to_it() -> None:
    """A call may land up to its intent's ``until``, and at any time when the intent names none."""
    assert may_land(Intent("a", "r1", NOW), NOW)
    assert not may_land(Intent("a", "r1", NOW), NOW + timedelta(microseconds=1))
    assert may_land(Intent("a", "r1", None), NOW + timedelta(days=365))
