"""The doctor's eyes on an account at X: one signed question, and what its answer's headers tell."""

import secrets
from collections.abc import Iterator

from kendal_git.channels.answers import header, part, record_of
from kendal_git.channels.examining import Case, Told, ask, clock, forever, quota
from kendal_git.channels.versions import version
from kendal_git.channels.x.answers import outcome_of, problem_of
from kendal_git.channels.x.channel import Account
from kendal_git.channels.x.signing import authorization
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings
from kendal_git.ports import Clock
from kendal_git.transport import Answer

PORTAL = "https://developer.x.com/en/portal/dashboard"
ME = "/2/users/me"
DAILY = ("x-app-limit-24hour", "x-user-limit-24hour")


class Inspector:
    """One account."""

    def __init__(self, account: Account) -> None:
        self._account, self._case = account, Case("x", account.keys.all)

    def findings(self, settings: ChannelSettings, clock_: Clock) -> Iterator[Finding]:
        """The account, what its keys may do, what is left; the keys have no end."""
        told = self._ask()
        yield from clock(told, clock_.now())
        me = part(record_of(told), "data") if isinstance(told, Answer) and told.status == 200 else {}
        if isinstance(told, Answer) and me.get("id") and me.get("username"):
            name = self._case.aloud(me.get("name", "?"))
            who = f"@{self._case.aloud(me['username'])} ({name})"
            yield Finding("account", State.OK, say("account.x", who=who))
            yield forever()
            yield level(header(told, "x-access-level"))
            yield from left(told)
        else:
            yield self._failure(told)
        yield version("X API", "2", clock_.now().date())

    def _failure(self, told: Told) -> Finding:
        """Empty credits are a matter of money, all else of the keys, the app or the clock."""
        if not isinstance(told, Answer):
            return self._case.stopped(told)
        outcome = outcome_of(told, self._account.now(), self._case.secrets)
        if told.status == 402 or "credit" in str(problem_of(record_of(told)).get("title", "")).lower():
            return self._case.stopped(outcome, "account", say("account.x.credits.hint"))
        return self._case.stopped(outcome, "account", say("account.x.keys.hint"))

    def _ask(self) -> Told:
        """Who we are."""
        account, url = self._account, self._account.api + ME
        signed = authorization(account.keys, "GET", url, secrets.token_hex(16), account.now())
        return ask(url, {"Authorization": signed})


def level(word: str) -> Finding:
    """What the keys may do, as X writes it over every answer."""
    if word.startswith("read-write"):
        return Finding("rights", State.OK, say("account.x.writes"))
    if word == "read":
        return Finding("rights", State.MISSING, say("account.x.reads"), say("account.x.level.hint"), PORTAL)
    return Finding("rights", State.UNKNOWN, say("account.x.level"), say("account.x.level.look"), PORTAL)


def left(told: Told) -> Iterator[Finding]:
    """What remains of a day's posts where X tells it, otherwise of this question's quarter of an hour."""
    for name in DAILY:
        yield from (daily := tuple(quota(told, name, say("account.x.day"))))
        if daily:
            return
    yield from quota(told, "x-rate-limit", say("account.x.window"))
