"""What Facebook and Instagram share: an ``error`` whatever the HTTP status, its numbers, and words that went there."""

from datetime import datetime, timedelta
from typing import Any

from kendal_git.channels.answers import aloud, header, part, record_of, seconds, unshaped
from kendal_git.model.outcome import Denied, Outcome, Refused, Throttled, Unknown, Unreached
from kendal_git.transport import Answer

UNSURE = {1, 2}  # "retry later", seen while the post was published all the same
DUPLICATE = {506, 1366051}  # an identical post, or these very pictures, are there already
BLOCKED = {368}  # stop, a person must look
THROTTLES = {4, 17, 32, 341, 613, 80001, 80002, 1390008}
OUR_RIGHTS = {3, 10, 102, 190, *range(200, 300), 1404078, 4854002}
NO_SUCH = (100, 33)  # code and subcode: deleted, or never visible to us
WAIT = 3600.0  # the limits are of a rolling hour; calls while blocked lengthen the block
SOON = 60.0
SLACK = timedelta(seconds=60)  # between our clock and theirs


def error_of(answer: Answer) -> dict[str, Any]:
    """The error of an answer; empty when there is none."""
    return part(record_of(answer), "error")


def success(answer: Answer | Unreached | Unknown) -> dict[str, Any]:
    """The record of a success; empty for everything else, an error under HTTP 200 too."""
    good = isinstance(answer, Answer) and answer.status < 300 and not error_of(answer)
    return record_of(answer) if good and isinstance(answer, Answer) else {}


def outcome_of(answer: Answer, secrets: tuple[str, ...]) -> Outcome:
    """How a call that did not succeed ended."""
    error = error_of(answer)
    if not error or answer.status >= 500:
        return unshaped(answer) if answer.status >= 400 else Unknown(f"HTTP {answer.status}")
    numbers, reason = _numbers(error), reason_of(error, secrets)
    words = reason.lower()
    if numbers & UNSURE or numbers & DUPLICATE or "already posted" in words or "duplicate" in words:
        return Unknown(reason)
    if numbers & BLOCKED or numbers & OUR_RIGHTS:
        return Denied(reason)
    if numbers & THROTTLES:
        return Throttled(reason, _wait(answer, WAIT))
    if error.get("is_transient") is True:
        return Throttled(reason, _wait(answer, SOON))
    return Refused(reason)


def no_such(answer: Answer) -> bool:
    """Whether the Graph knows no such object, or shows it to somebody else only: it does not tell the two apart."""
    error = error_of(answer)
    return (error.get("code"), error.get("error_subcode")) == NO_SUCH


def _numbers(error: dict[str, Any]) -> set[int]:
    """Its code, and the large subcodes that say more than the code; small ones only refine a token's fate."""
    code, detail = error.get("code"), error.get("error_subcode")
    numbers = {code} if isinstance(code, int) else set()
    return numbers | ({detail} if isinstance(detail, int) and detail > 1_000_000 else set())


def reason_of(error: dict[str, Any], secrets: tuple[str, ...]) -> str:
    """Numbers and words: what Meta says to people, where it says something, otherwise to programs."""
    numbers = "/".join(str(error[name]) for name in ("code", "error_subcode") if error.get(name))
    return aloud(f"{numbers} {error.get('error_user_msg') or error.get('message') or ''}", secrets)


def _wait(answer: Answer, otherwise: float) -> float:
    """Minutes until the Page may be called again, where Meta tells them."""
    import json

    try:
        usage = json.loads(header(answer, "x-business-use-case-usage") or "{}")
        minutes = max(one["estimated_time_to_regain_access"] for rows in usage.values() for one in rows)
    except (ValueError, AttributeError, TypeError, KeyError):
        return otherwise
    return seconds(minutes * 60) if minutes else otherwise


def comparable(text: str) -> str:
    """Words without what differs on the way: kinds of line ends, spaces at a line's end."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


def no_older(moment: object, since: datetime) -> bool:
    """Whether a moment as the Graph writes it is no older than ours; one without a time zone proves nothing."""
    try:
        created = datetime.fromisoformat(str(moment))
    except ValueError:
        return False
    return created.tzinfo is not None and created >= since - SLACK
