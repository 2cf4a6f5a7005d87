"""How long a platform supports the API version that we use, by the dated table beside this module.

A new date is a change of ``versions.json`` alone: the version in use is what the channel's code calls.
"""

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say

DATA = Path(__file__).with_name("versions.json")
SOON = timedelta(days=90)  # a change of version is work


@cache
def table() -> dict[str, Any]:
    """The table, read once."""
    import json

    loaded: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return loaded


def version(api: str, number: str, today: date) -> Finding:
    """Whether a version is supported today, and until when; a version that the table lacks is unknown."""
    name, as_of = f"{api} {number}".strip(), date.fromisoformat(table()["as_of"])
    row = table()["apis"][api]["versions"].get(number)
    hint = say("examine.version.hint")
    if row is None:
        return Finding("version", State.UNKNOWN, say("examine.version.unlisted", name=name, as_of=as_of), hint)
    if "until" not in row and "at_least" not in row:
        return Finding("version", State.OK, say("examine.version.open", name=name, as_of=as_of))
    until = date.fromisoformat(row.get("until") or row["at_least"])
    if until <= today:
        over = State.MISSING if "until" in row else State.UNKNOWN
        return Finding("version", over, say("examine.version.over", name=name, until=until, as_of=as_of), hint)
    if until - today <= SOON and "until" in row:
        message = say("examine.version.soon", name=name, until=until, days=(until - today).days)
        return Finding("version", State.MISSING, message, hint)
    key = say("examine.version.until", name=name, until=until)
    return Finding("version", State.OK, key if "until" in row else say("examine.version.least", name=name, until=until))


def of_server(api: str, number: str) -> Finding:
    """Whether a server that tells its own version has all that we ask of it."""
    oldest = str(table()["apis"][api]["oldest"])
    numbers, least = _numbers(number), _numbers(oldest)
    if not numbers:
        return Finding("version", State.UNKNOWN, say("examine.server.unknown", name=api), say("examine.server.hint"))
    if numbers < least:
        message = say("examine.server.old", name=api, version=number, oldest=oldest)
        return Finding("version", State.MISSING, message, say("examine.server.hint"))
    return Finding("version", State.OK, say("examine.server", name=api, version=number, oldest=oldest))


def _numbers(number: str) -> tuple[int, ...]:
    """``4.3.1+glitch`` as (4, 3, 1); empty for what does not begin so."""
    found = re.match(r"(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?", number)
    return tuple(int(part or 0) for part in found.groups()) if found else ()
