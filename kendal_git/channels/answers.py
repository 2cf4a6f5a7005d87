"""Reading a service's answers: the parts that every service on HTTP has in common."""

import json
from email.utils import parsedate_to_datetime
from typing import Any

from kendal_git.model.outcome import Outcome, Refused, Unknown, Unreached, Untaken
from kendal_git.ports import NotPrepared
from kendal_git.transport import Answer


def content(answer: Answer) -> dict[str, Any] | None:
    """The answer's JSON object; None when it is none, and so perhaps not the service's own answer."""
    try:
        loaded = json.loads(answer.text)
    except ValueError:
        return None
    return loaded if isinstance(loaded, dict) else None


def header(answer: Answer, name: str) -> str:
    """One header, whatever its case; empty when it is not there."""
    return next((value for key, value in answer.headers if key.casefold() == name.casefold()), "")


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
    from datetime import datetime

    if text.isdecimal():
        return float(text)
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(text).timestamp()
        except (ValueError, TypeError):
            continue
    return 0.0


def unprepared(outcome: Outcome) -> NotPrepared:
    """What ends a preparation. Nothing of it is visible, so that "not known" becomes "try again"."""
    if isinstance(outcome, Untaken):
        return NotPrepared(outcome)
    assert isinstance(outcome, Unknown)
    return NotPrepared(Unreached(outcome.reason))


def require_light(pictures: tuple[tuple[str, bytes], ...], most: int) -> None:
    """Raises NotPrepared for a picture of more bytes than the service takes; 0 for no limit that we know."""
    for file, data in pictures:
        if most and len(data) > most:
            raise NotPrepared(Refused(f"{file}: {len(data)} B > {most} B"))
