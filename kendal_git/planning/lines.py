"""What the ledger's lines of one post say to whoever surveys it: pure readings, each one question."""

from datetime import datetime

from kendal_git.model.ledger import LedgerEntry
from kendal_git.planning.book import read

Entries = tuple[LedgerEntry, ...]


def stands(entries: Entries, channel: str, revision: str) -> bool:
    """Whether nothing is left to do for a channel: its revision stands and no intent is open."""
    book = read(entry for entry in entries if entry.channel == channel)
    return book.stands == revision and not book.open


def known(entries: Entries) -> tuple[str, ...]:
    """The channels that the ledger has lines about."""
    return tuple(dict.fromkeys(entry.channel for entry in entries if entry.channel))


def throttled(entries: Entries, channel: str, now: datetime) -> bool:
    """Whether the channel asked to be left alone until a moment that has not come.

    It was asked by the visible call, which its intent's ``release`` tells, or by a preparation or a take-down.
    """
    waits = [one.until for one in entries if one.kind in ("release", "prepared") and one.channel == channel]
    return bool(waits) and waits[-1] is not None and now < waits[-1]


def shown(entries: Entries, revision: str) -> tuple[tuple[str, str], ...]:
    """What the channels' payloads were when this revision was approved."""
    proofs = [one.verdict or {} for one in entries if one.kind == "judged" and one.revision == revision]
    known = [proof["payloads"] for proof in proofs if "payloads" in proof]
    return tuple(known[-1].items()) if known else ()


def refused_for_good(entries: Entries, revision: str, reason: str) -> LedgerEntry | None:
    """The verdict against a revision that no later word can change, when it was for this reason."""
    judged = (one for one in entries if one.kind == "judged" and one.revision == revision)
    return next((one for one in judged if (one.verdict or {}).get("reason") == reason), None)
