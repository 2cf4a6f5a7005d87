"""What GitHub says beside its answers: the links between pages, and how long to wait before asking again."""

import re
from email.utils import parsedate_to_datetime

from kendal_git.transport import Answer

LINK = re.compile(r'<([^<>]*)>\s*;[^,<]*\brel="([a-z]+)"')
SECONDARY = 60.0  # seconds, where GitHub limits without saying for how long (its own advice for secondary limits)


def links(answer: Answer) -> dict[str, str]:
    """The Link header by relation: ``next``, ``last`` and so on."""
    return {relation: url for url, relation in LINK.findall(_header(answer, "link"))}


def wait_of(answer: Answer) -> float | None:
    """Seconds until the limit that refused this is over; None when no limit did.

    GitHub answers a limit with 429 or 403: with ``Retry-After``, or with nothing remaining until ``X-RateLimit-Reset``,
    or only in words. The moment is counted from the answer's own date: our clock may be wrong.
    """
    if answer.status not in (403, 429):
        return None
    after = _header(answer, "retry-after")
    if after.isdigit():
        return float(after)
    if _header(answer, "x-ratelimit-remaining") == "0":
        return _until(_header(answer, "x-ratelimit-reset"), _header(answer, "date"))
    return SECONDARY if answer.status == 429 or "rate limit" in answer.text.lower() else None


def _until(reset: str, date: str) -> float:
    """Seconds from an HTTP date to a moment in epoch seconds."""
    try:
        return max(1.0, int(reset) - parsedate_to_datetime(date).timestamp())
    except ValueError:
        return SECONDARY


def _header(answer: Answer, name: str) -> str:
    return next((value for key, value in answer.headers if key.lower() == name), "")
