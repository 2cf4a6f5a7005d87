"""A service's answer as values: its record, its own wait, what may be said aloud, what a preparation ends in."""

import json
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached, Untaken
from kendal_git.ports import NotPrepared
from kendal_git.transport import Answer

LONGEST = 300  # characters of a service's words in a line of the ledger
HIDDEN = "•••"
USUAL_WAIT = 60.0  # seconds, where a service asks to wait and does not say how long


def content(answer: Answer) -> dict[str, Any] | None:
    """The answer's JSON object; None when it is none, and so perhaps not the service's own answer."""
    try:
        loaded = json.loads(answer.text)
    except ValueError:
        return None
    return loaded if isinstance(loaded, dict) else None


def record_of(answer: Answer) -> dict[str, Any]:
    """The same for whoever looks for one thing in it: empty when there is none."""
    return content(answer) or {}


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


def wait(answer: Answer, reset: str, usual: float) -> float:
    """The seconds that a service asks us to wait: ``Retry-After``, otherwise until the moment in its header ``reset``.

    A moment is measured from the answer's own date: the service's clock counts, not ours.
    """
    after, until = header(answer, "retry-after"), header(answer, reset)
    if after.isdecimal():
        return float(after)
    now = _moment(header(answer, "date"))
    then = _moment(after) or _moment(until)
    return max(1.0, then - now) if then and now else usual


def _moment(text: str) -> float:
    """Unix seconds of a header, which services write as such, as ISO 8601 or as HTTP's own date; 0 for none."""
    if text.isdecimal():
        return float(text)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).timestamp()
        except (ValueError, TypeError):
            continue
    return 0.0


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


def unprepared(outcome: Outcome) -> NotPrepared:
    """What ends a preparation."""
    return NotPrepared(unseen(outcome))


def require_light(pictures: tuple[tuple[str, bytes], ...], most: int) -> None:
    """Raises NotPrepared for a picture of more bytes than the service takes; 0 for no limit that we know."""
    for file, data in pictures:
        if most and len(data) > most:
            raise NotPrepared(Refused(f"{file}: {len(data)} B > {most} B"))
