"""What X's answers mean: problems (RFC 9457) with their status, or a list of errors, also under HTTP 200."""

from datetime import datetime
from typing import Any

from kendal_git.channels.answers import aloud, header, moment_of, part, record_of, seconds, unshaped
from kendal_git.channels.x.payload import address
from kendal_git.model.outcome import Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.transport import Answer

WINDOW = 900.0  # seconds of a rate limit's window, where X does not say when it ends
NOT_OURS = "not permitted to perform this action"  # often the length or the pictures
STALE_MEDIA = "media ids are invalid"
GONE = ("resource-not-found", "not found error")


def outcome_of(answer: Answer, now: datetime, secrets: tuple[str, ...]) -> Outcome:
    """How a call ended; of a success the post's number."""
    said = record_of(answer)
    if answer.status >= 500:
        return Unknown(f"HTTP {answer.status}")
    number = part(said, "data").get("id")
    if answer.status < 300 and number:
        return Sent(address(str(number)), str(number))
    problem = problem_of(said)
    if not problem:
        return unshaped(answer)
    status = _status(problem, answer)
    reason = aloud(problem.get("detail") or problem.get("message") or problem.get("title") or status, secrets)
    if status == 429 and not _capped(problem):
        return Throttled(reason, _wait(answer, now))
    return _no(status, reason)


def problem_of(said: dict[str, Any]) -> dict[str, Any]:
    """The first error of a list, otherwise the answer itself when it is a problem; empty when it is neither."""
    errors = said.get("errors")
    first = errors[0] if isinstance(errors, list) and errors and isinstance(errors[0], dict) else {}
    if "title" in said or "detail" in said:
        return {**first, **{name: value for name, value in said.items() if name != "errors"}}
    return first


def gone(answer: Answer) -> bool:
    """Whether X says that there is no such post."""
    problem = problem_of(record_of(answer))
    words = f"{problem.get('type', '')} {problem.get('title', '')}".lower()
    return answer.status in (200, 404) and any(one in words for one in GONE)


def _status(problem: dict[str, Any], answer: Answer) -> int:
    """The problem's own status; under HTTP 200 an error without one is of an unknown kind."""
    status = problem.get("status")
    return status if isinstance(status, int) else answer.status


def _capped(problem: dict[str, Any]) -> bool:
    """Whether it is money and not time that ran out."""
    words = f"{problem.get('type', '')} {problem.get('title', '')}".lower()
    return "usage-capped" in words or "usagecapexceeded" in words


def _no(status: int, reason: str) -> Outcome:
    """A no by its status; an identical post that exists already may be this very one."""
    words = reason.lower()
    if status == 403 and "duplicate" in words:
        return Unknown(reason)
    if status == 400 and STALE_MEDIA in words:
        return Unreached(reason)  # nothing was posted, and the next preparation has new ones
    if status in (400, 413, 415, 422) or (status == 403 and NOT_OURS in words):
        return Refused(reason)
    if 400 <= status < 500 and status != 408:
        return Denied(reason)
    return Unknown(reason)


def _wait(answer: Answer, now: datetime) -> float:
    """Seconds until the window ends, by X's own clock where it tells it."""
    reset = header(answer, "x-rate-limit-reset")
    if not reset.isdigit():
        return seconds(header(answer, "retry-after"), WINDOW)
    return seconds(int(reset) - (moment_of(answer) or now).timestamp())
