"""A service's answer as values: its record, its own wait, and what may be said aloud of it."""

import json
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached, Untaken
from kendal_git.transport import Answer

LONGEST = 300  # characters of a service's words in a line of the ledger
HIDDEN = "•••"
USUAL_WAIT = 60.0  # seconds, where a service asks to wait and does not say how long


def record_of(answer: Answer) -> dict[str, Any]:
    """The JSON object of an answer; empty for anything else."""
    try:
        loaded = json.loads(answer.text)
    except ValueError:
        return {}
    return loaded if isinstance(loaded, dict) else {}


def part(record: dict[str, Any], name: str) -> dict[str, Any]:
    """An object inside a record; empty for anything else."""
    found = record.get(name)
    return found if isinstance(found, dict) else {}


def header(answer: Answer, name: str) -> str:
    """One header, whatever its case; empty when it is not there."""
    return next((value for key, value in answer.headers if key.casefold() == name.casefold()), "")


def seconds(text: object, otherwise: float = USUAL_WAIT) -> float:
    """A wait as a service writes it; at least a second."""
    try:
        return max(1.0, float(str(text)))
    except ValueError:
        return otherwise


def moment_of(answer: Answer) -> datetime | None:
    """The service's own clock, which its waits are meant by."""
    try:
        return parsedate_to_datetime(header(answer, "date"))
    except ValueError:
        return None


def aloud(text: object, secrets: Iterable[str] = ()) -> str:
    """A service's words on one line and of bounded length, without any of ``secrets``: some echo a malformed token."""
    words = " ".join(str(text).split())
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        words = words.replace(secret, HIDDEN)
    return words[:LONGEST]


def unshaped(answer: Answer) -> Outcome:
    """What an answer means by its status alone, when its body is not in the service's form."""
    reason = f"HTTP {answer.status}"
    if answer.status == 413:
        return Refused(reason)
    if answer.status == 429:
        return Throttled(reason, seconds(header(answer, "retry-after")))
    if 400 <= answer.status < 500 and answer.status != 408:
        return Denied(reason)
    return Unknown(reason)


def unseen(outcome: Outcome) -> Untaken:
    """How a call ended that makes nothing visible: where nothing is known, it may simply be made again."""
    match outcome:
        case Refused() | Denied() | Throttled() | Unreached():
            return outcome
        case Unknown(reason=reason):
            return Unreached(reason)
        case Sent() | ByHand():
            return Unreached("?")
