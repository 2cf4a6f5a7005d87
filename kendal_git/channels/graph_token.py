"""What Meta tells of a Page token to whoever asks with the app's own, for Facebook and Instagram alike."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any
from urllib.parse import urlencode

from kendal_git.channels.answers import header, part, record_of
from kendal_git.channels.examining import SOON, Case, Told, ask, expiry, forever, instant
from kendal_git.channels.graph import error_of, outcome_of
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.transport import Answer

DEBUGGER = "https://developers.facebook.com/tools/debug/accesstoken"
APPS = "https://developers.facebook.com/apps"


@dataclass(frozen=True, slots=True)
class App:
    """The app behind the token; without both words the token itself asks, which Meta may refuse."""

    number: str = ""
    secret: str = field(default="", repr=False)


class Graph:
    """Questions to the Graph API with one token. It goes in a header; only Meta's own question about it names it."""

    def __init__(self, via: str, api: str, token: str, app: App) -> None:
        self.case, self.api = Case(via, (token, app.secret)), api
        self._token, self._app = token, app

    def ask(self, path: str, fields: str) -> Told:
        """Some fields of one object."""
        return self._get(f"{path}?{urlencode({'fields': fields})}", self._token)

    def ask_about_token(self) -> Told:
        """What ``debug_token`` says; it takes what it is about in the address alone, which nobody writes down here."""
        app = self._app
        asker = f"{app.number}|{app.secret}" if app.number and app.secret else self._token
        return self._get(f"debug_token?{urlencode({'input_token': self._token})}", asker)

    def failure(self, told: Told, name: str = "account") -> Finding:
        """What a question that brought nothing means."""
        outcome = outcome_of(told, self.case.secrets) if isinstance(told, Answer) else told
        return self.case.stopped(outcome, name)

    def _get(self, path: str, token: str) -> Told:
        return ask(f"{self.api}/{path}", {"Authorization": f"Bearer {token}"})


def said(told: Told) -> dict[str, Any]:
    """The record of a good answer; empty for everything else, an error under HTTP 200 too."""
    return record_of(told) if isinstance(told, Answer) and told.status == 200 and not error_of(told) else {}


def of_token(graph: Graph, needed: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """Kind, end and permissions of the token; ``needed`` names with each permission the object that it must reach."""
    told = graph.ask_about_token()
    data = part(said(told), "data")
    if "is_valid" not in data:
        reason = graph.failure(told, "token").message
        yield Finding(
            "token",
            State.UNKNOWN,
            say("account.meta.untold", reason=reason),
            say("account.meta.untold.hint", via=graph.case.via),
            DEBUGGER,
        )
        return
    yield from judged(graph.case, data, needed, now)


def judged(case: Case, data: dict[str, Any], needed: Mapping[str, str], now: datetime) -> Iterator[Finding]:
    """The same of Meta's answer alone."""
    renew = say("account.meta.renew", via=case.via)
    if data["is_valid"] is not True:
        reason = case.aloud(part(data, "error").get("message", "is_valid: false"))
        yield Finding("token", State.MISSING, say("examine.denied", reason=reason), renew, DEBUGGER)
        return
    if data.get("type") != "PAGE":
        message = say("account.meta.kind", kind=case.aloud(data.get("type", "?")))
        yield Finding("token", State.MISSING, message, renew, DEBUGGER)
    yield _end(data, now, case)
    yield from _access(data, now, case)
    if not isinstance(data.get("scopes"), list):
        yield Finding("scopes", State.UNKNOWN, say("examine.scopes.unknown", names=tuple(needed)), renew, DEBUGGER)
        return
    lacked = tuple(name for name in needed if name not in granted(data, needed))
    yield case.lacking(lacked, tuple(needed), say("account.meta.scopes.hint", via=case.via), DEBUGGER)


def granted(data: dict[str, Any], needed: Mapping[str, str]) -> set[str]:
    """The permissions that reach what they must: a granular one may be for other objects alone."""
    names = {name for name in data["scopes"] if isinstance(name, str)}
    rows = data.get("granular_scopes")
    for row in rows if isinstance(rows, list) else ():
        scope, targets = (row.get("scope"), row.get("target_ids")) if isinstance(row, dict) else ("", None)
        object_ = needed.get(str(scope))
        if object_ and isinstance(targets, list) and object_ not in map(str, targets):
            names.discard(str(scope))
    return names


def mode(case: Case) -> Finding:
    """No question of the Graph API tells whether an app is still in development."""
    return Finding("mode", State.UNKNOWN, say("account.meta.mode"), say("account.meta.mode.hint", via=case.via), APPS)


def usage(told: Told) -> Iterator[Finding]:
    """How much of the hour's calls is used, as the answer's headers tell it in percent; nothing where they do not."""
    shares, minutes = [0.0], [0.0]
    for name in ("x-app-usage", "x-business-use-case-usage"):
        for row in _rows(header(told, name) if isinstance(told, Answer) else ""):
            numbers = {key: value for key, value in row.items() if isinstance(value, int | float) and isfinite(value)}
            shares += [numbers[key] for key in ("call_count", "total_time", "total_cputime") if key in numbers]
            minutes.append(numbers.get("estimated_time_to_regain_access", 0))
    if len(shares) == 1:
        return
    if max(shares) >= 100 or max(minutes) > 0:
        message = say("account.meta.blocked", minutes=round(max(minutes)) or "?")
        yield Finding("quota", State.MISSING, message, say("examine.throttled.hint"))
        return
    yield Finding("quota", State.OK, say("account.meta.usage", percent=round(max(shares))))


def _end(data: dict[str, Any], now: datetime, case: Case) -> Finding:
    if data.get("expires_at") == 0:
        return forever()
    until = instant(data.get("expires_at"))
    if until is None:
        return Finding("token", State.UNKNOWN, say("examine.token.unknown"), say("account.meta.end.hint"), DEBUGGER)
    return expiry(until, now, say("account.meta.renew", via=case.via), DEBUGGER)


def _access(data: dict[str, Any], now: datetime, case: Case) -> Iterator[Finding]:
    """The app's access to data ends apart from the token, ninety days after its owner was last seen."""
    until = instant(data.get("data_access_expires_at")) if data.get("data_access_expires_at") else None
    if until and until - now <= SOON:
        message, hint = say("account.meta.access", at=until), say("account.meta.renew", via=case.via)
        yield Finding("data-access", State.MISSING, message, hint, DEBUGGER)


def _rows(text: str) -> list[dict[str, Any]]:
    """The records of a usage header: one alone, or lists of them by their owner."""
    try:
        loaded = json.loads(text or "{}")
    except ValueError:
        return []
    if not isinstance(loaded, dict):
        return []
    listed = [row for rows in loaded.values() if isinstance(rows, list) for row in rows]
    return [row for row in (listed or [loaded]) if isinstance(row, dict)]
