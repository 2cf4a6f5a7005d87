"""How long a channel asked to be left alone: read from its answer, and written down where the next run looks."""

from datetime import datetime, timedelta

from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.outcome import Outcome, Throttled


def asked_until(outcome: Outcome, now: datetime) -> datetime | None:
    """The moment before which the channel does not want to be called; None when it said no such thing."""
    return now + timedelta(seconds=outcome.wait) if isinstance(outcome, Throttled) else None


def told(outcome: Throttled, until: datetime, office: Office) -> Message:
    """The sentence about it."""
    return say("publish.throttled", reason=outcome.reason, at=until.astimezone(office.zone))


def wait_line(outcome: Throttled, delivery: tuple[str, str], now: datetime, run: str) -> LedgerEntry:
    """The fact where no intent stands that a release could end: a preparation, or a take-down, that came to nothing.

    It is a ``prepared`` line without ids: readers of the ledger that know nothing of waits see in it what it is.
    """
    channel, revision = delivery
    until = asked_until(outcome, now)
    return LedgerEntry("prepared", now, channel, revision, run=run, until=until, reason=outcome.reason)
