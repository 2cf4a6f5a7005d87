"""What the channels' inspectors share: how a call that told nothing is worded, and what any answer tells besides."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil

from kendal_git.channels.answers import aloud, header, moment_of
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import Message, say
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.transport import Answer, Body, Headers, call

Told = Answer | Unreached | Unknown
SECONDS = 20.0  # of one question
LONGEST_WAIT = 1e6  # seconds; what a broken service asks for is bounded
SKEW = 60.0  # seconds by which two clocks may differ
SOON = timedelta(days=14)  # before its end a token must be renewed


@dataclass(frozen=True, slots=True)
class Case:
    """One channel's route, and the words of its secrets, which no finding repeats."""

    via: str
    secrets: tuple[str, ...] = field(default=(), repr=False)

    def aloud(self, text: object) -> str:
        """A service's words on one line, without any secret."""
        return aloud(text, self.secrets)

    def stopped(self, outcome: Outcome, name: str = "account", hint: Message | None = None) -> Finding:
        """What a call that brought no answer means; ``hint`` where more is known than that the guide helps."""
        guide = hint or say("examine.denied.hint", via=self.via)
        match outcome:
            case Denied(reason=reason):
                return Finding(name, State.MISSING, say("examine.denied", reason=self.aloud(reason)), guide)
            case Refused(reason=reason):
                return Finding(name, State.MISSING, say("examine.refused", reason=self.aloud(reason)), guide)
            case Throttled(reason=reason, wait=wait):
                message = say("examine.throttled", seconds=ceil(min(wait, LONGEST_WAIT)), reason=self.aloud(reason))
                return Finding(name, State.UNKNOWN, message, say("examine.throttled.hint"))
            case Unreached(reason=reason):
                message, more = say("examine.unreached", reason=self.aloud(reason)), say("examine.unreached.hint")
                return Finding(name, State.UNKNOWN, message, more)
            case Unknown(reason=reason):
                message, more = say("examine.unanswered", reason=self.aloud(reason)), say("examine.unanswered.hint")
                return Finding(name, State.UNKNOWN, message, more)
            case Sent() | ByHand():
                return self.strange(name, "200")

    def strange(self, name: str, reason: object) -> Finding:
        """An answer that is not the service's: of another server, of a proxy, or of a service that has changed."""
        message = say("examine.strange", reason=self.aloud(reason))
        return Finding(name, State.UNKNOWN, message, say("examine.strange.hint", via=self.via))

    def lacking(self, names: tuple[str, ...], needed: tuple[str, ...], hint: Message, link: str = "") -> Finding:
        """Whether a token has all permissions that publishing needs; ``names`` are those that it lacks."""
        if not names:
            return Finding("scopes", State.OK, say("examine.scopes", names=needed))
        return Finding("scopes", State.MISSING, say("examine.scopes.missing", names=names), hint, link)


def ask(url: str, headers: Headers | None = None, body: Body | None = None) -> Told:
    """One question, on a connection of its own: one that stays open may be closed when the next question comes."""
    return call("GET" if body is None else "POST", url, body=body, headers=headers, timeout=SECONDS)


def clock(told: Told, now: datetime) -> Iterator[Finding]:
    """A finding when our clock and the service's differ; nothing for an answer without a date."""
    theirs = moment_of(told) if isinstance(told, Answer) else None
    if theirs is None or not isinstance(told, Answer):
        return
    kept = timedelta(seconds=count(told, "age") or 0)
    ahead = (now - (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC)) - kept).total_seconds()
    if abs(ahead) > SKEW:
        way = say("examine.clock.ahead") if ahead > 0 else say("examine.clock.behind")
        message = say("examine.clock", seconds=round(abs(ahead)), way=way)
        yield Finding("clock", State.MISSING, message, say("examine.clock.hint"))


def quota(told: Told, prefix: str, of: Message) -> Iterator[Finding]:
    """What is left by the headers ``PREFIX-remaining`` and ``PREFIX-limit``; nothing where a service does not count."""
    left, most = (count(told, f"{prefix}-{word}") for word in ("remaining", "limit"))
    if left is None or most is None:
        return
    message = say("examine.quota", left=left, most=most, of=of)
    if left:
        yield Finding("quota", State.OK, message)
    else:
        yield Finding("quota", State.MISSING, message, say("examine.throttled.hint"))


def count(told: Told, name: str) -> int | None:
    """A header's number; None for what is none."""
    word = header(told, name) if isinstance(told, Answer) else ""
    return int(word) if word.isdecimal() and len(word) < 10 else None


def expiry(until: datetime, now: datetime, hint: Message, link: str = "") -> Finding:
    """Until when a token is good; from two weeks before its end on that is something to do."""
    days = (until - now).days
    if until <= now:
        return Finding("token", State.MISSING, say("examine.token.over", at=until), hint, link)
    if until - now <= SOON:
        return Finding("token", State.MISSING, say("examine.token.soon", at=until, days=days), hint, link)
    return Finding("token", State.OK, say("examine.token.until", at=until, days=days))


def forever() -> Finding:
    """A token whose service has documented that it does not expire."""
    return Finding("token", State.OK, say("examine.token.forever"))


def instant(seconds: object) -> datetime | None:
    """Unix seconds of an answer as a moment; None for what is none."""
    try:
        whole = isinstance(seconds, int) and not isinstance(seconds, bool)
        return datetime.fromtimestamp(int(str(seconds)), UTC) if whole else None
    except (ValueError, OverflowError, OSError):
        return None
