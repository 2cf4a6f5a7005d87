"""One delivery, one decision: the checked model's ``decide`` over real lines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kendal_git.model.ledger import WITHDRAWN, Book, Intent


class Do(StrEnum):
    """What a run does about a delivery; the words are the model's."""

    NOTHING = "nothing"  # main wants nothing of it
    RESUME = "resume"  # the open intent is this run's own
    FIND = "find"  # another run's intent without an end: look, and change nothing on "not found"
    TAKE = "take"  # the same, on a channel that keeps the key: void it and send under an own intent
    WAIT = "wait"  # stopped, not due, or a call may still land
    DOWN = "down"  # take down what stands
    WITHDRAW = "withdraw"  # nothing stands, nothing can land: the withdrawal is done
    CLOSE = "close"  # what main wants stands already
    INTENT = "intent"  # send it


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do, about which intent; ``again``: take down once more, for a loose call may have landed."""

    do: Do
    intent: Intent | None = None
    again: bool = False


def decide(  # noqa: PLR0913 — the questions are the checked model's own
    wanted: str, book: Book, *, mine: Callable[[str], bool], stopped: bool, repeatable: bool, now: datetime
) -> Decision:
    """The decision for what main wants: a revision, ``withdrawn`` or nothing (tests/protocol/README 13–19)."""
    if not wanted:
        return Decision(Do.NOTHING)
    if book.open:
        return _open(wanted, book.open[-1], mine=mine, stopped=stopped, repeatable=repeatable)
    loose = any(may_land(intent, now) for intent in book.loose)
    if wanted == WITHDRAWN:
        return Decision(Do.DOWN, again=loose) if book.stands or loose else Decision(Do.WITHDRAW)
    if book.stands == wanted:
        return Decision(Do.CLOSE)
    return Decision(Do.WAIT if stopped or loose else Do.INTENT)


def _open(wanted: str, intent: Intent, *, mine: Callable[[str], bool], stopped: bool, repeatable: bool) -> Decision:
    if mine(intent.nonce):
        return Decision(Do.RESUME, intent)
    if stopped:
        return Decision(Do.WAIT, intent)
    if repeatable and wanted == intent.revision:
        return Decision(Do.TAKE, intent)
    return Decision(Do.FIND, intent)


def may_land(intent: Intent, now: datetime) -> bool:
    """Whether a call under an ended intent may still become visible."""
    return intent.until is None or now <= intent.until
