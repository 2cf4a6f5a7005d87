"""The doctor's eyes on a Bluesky account: a session as publishing opens it, and what kind of password did so."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from kendal_git.channels.answers import content
from kendal_git.channels.bluesky.service import AUTH, verdict
from kendal_git.channels.examining import Case, Told, ask, clock, forever, quota
from kendal_git.channels.versions import version
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings
from kendal_git.model.outcome import Outcome
from kendal_git.model.secret import Secret
from kendal_git.ports import Clock
from kendal_git.transport import Answer

SERVER = "com.atproto.server.describeServer"
PASSWORDS = "https://bsky.app/settings/app-passwords"
MAIN, APP, PRIVILEGED = "com.atproto.access", "com.atproto.appPass", "com.atproto.appPassPrivileged"


class Inspector:
    """One account on its server."""

    def __init__(self, address: str, handle: str, password: Secret) -> None:
        self._address, self._handle, self._password = address.rstrip("/"), handle, password
        self._case = Case("bluesky", (password.word,))

    def findings(self, settings: ChannelSettings, clock_: Clock) -> Iterator[Finding]:
        """The server, the account, the kind of its password, how often one may still sign in."""
        server = self._ask(SERVER)
        yield from clock(server, clock_.now())
        if "availableUserDomains" not in record(server):
            yield self._server(server)
            return
        told = self._ask(AUTH, {"identifier": self._handle, "password": self._password.word})
        session = record(told)
        if session.get("did") and session.get("accessJwt"):
            yield self._account(session)
            yield forever()
            yield scope(str(session["accessJwt"]))
        else:
            yield self._refused(told)
        yield from quota(told, "ratelimit", say("account.bluesky.window"))
        yield version("AT Protocol", "", clock_.now().date())

    def _server(self, told: Told) -> Finding:
        """A server that does not describe itself is none of the AT Protocol."""
        if isinstance(told, Answer) and told.status < 500 and told.status not in (408, 429):
            return Finding("account", State.MISSING, say("account.bluesky.none"), say("account.bluesky.none.hint"))
        return self._case.stopped(outcome(told))

    def _refused(self, told: Told) -> Finding:
        """The main password of an account that asks for a code by mail is told apart from a wrong one."""
        fault = (content(told) or {}).get("error") if isinstance(told, Answer) else ""
        if fault == "AuthFactorTokenRequired":
            return Finding("scopes", State.MISSING, say("account.bluesky.main"), say("account.bluesky.hint"), PASSWORDS)
        return self._case.stopped(outcome(told), "account", say("account.bluesky.hint"))

    def _account(self, session: dict[str, Any]) -> Finding:
        """Whether it is the account that the secret names, and in use."""
        aloud, handle = self._case.aloud, str(session.get("handle", "?"))
        who, known = f"@{aloud(handle)}", (handle.casefold(), str(session["did"]).casefold())
        if session.get("active") is False:
            message = say("account.bluesky.status", who=who, status=aloud(session.get("status", "?")))
            return Finding("account", State.MISSING, message, say("account.bluesky.status.hint"))
        if handle == "handle.invalid":
            return Finding("account", State.MISSING, say("account.bluesky.handle"), say("account.bluesky.handle.hint"))
        if self._handle.casefold() not in known:
            message = say("account.bluesky.other", who=who, given=aloud(self._handle))
            return Finding("account", State.MISSING, message, say("account.bluesky.other.hint"))
        return Finding("account", State.OK, say("examine.account", who=who))

    def _ask(self, name: str, body: dict[str, Any] | None = None) -> Told:
        return ask(f"{self._address}/xrpc/{name}", body=body)


def record(told: Told) -> dict[str, Any]:
    """The JSON object of a good answer; empty for everything else."""
    return (content(told) or {}) if isinstance(told, Answer) and told.status == 200 else {}


def outcome(told: Told) -> Outcome:
    """Which kind of no an answer is."""
    if not isinstance(told, Answer):
        return told
    found = content(told) or {}
    fault = str(found.get("error", ""))
    return verdict(told, fault, " ".join(str(one) for one in (told.status, fault, found.get("message", "")) if one))


def scope(token: str) -> Finding:
    """Which password opened a session: its token is signed, not hidden, and says what it may do."""
    try:
        middle = token.split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
        word = claims["scope"]
    except (IndexError, KeyError, TypeError, ValueError):
        word = ""
    if word == APP:
        return Finding("scopes", State.OK, say("account.bluesky.app"))
    hint = say("account.bluesky.hint")
    if word == MAIN:
        return Finding("scopes", State.MISSING, say("account.bluesky.main"), hint, PASSWORDS)
    if word == PRIVILEGED:
        return Finding("scopes", State.MISSING, say("account.bluesky.messages"), hint, PASSWORDS)
    return Finding("scopes", State.UNKNOWN, say("account.bluesky.scope"), hint, PASSWORDS)
