"""The ledger and what main wants to one change: the cursor's move and every open entry between, in one commit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from math import inf

from kendal_git.model.ledger import WITHDRAWN, Book, LedgerEntry, Wish
from kendal_git.planning.book import read
from kendal_git.planning.decision import Decision, Do, decide
from kendal_git.ports import Head, LedgerChange


@dataclass(frozen=True, slots=True)
class Want:
    """What main wants of one delivery now. ``stop`` is why it may not be sent yet: held, scheduled and so on.

    A ``repeatable`` channel keeps the key of an intent for ``keeps`` seconds.
    """

    post: str
    channel: str
    wanted: str
    stop: str = ""
    repeatable: bool = False
    keeps: float = inf


@dataclass(frozen=True, slots=True)
class Planned:
    """One delivery with its lines added up and what to do about it."""

    want: Want
    book: Book
    decision: Decision


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about every delivery, and the open entries that say so in the ledger."""

    planned: tuple[Planned, ...]
    wishes: tuple[tuple[str, tuple[Wish, ...]], ...]

    def of(self, post: str, channel: str) -> Planned | None:
        """The plan of one delivery."""
        return next((one for one in self.planned if (one.want.post, one.want.channel) == (post, channel)), None)


def plan(head: Head, wants: Iterable[Want], mine: Callable[[str], bool], now: datetime) -> Plan:
    """Decide every want against the ledger at ``head``."""
    planned = []
    for want in wants:
        book = read(entry for entry in head.entries(want.post) if entry.channel == want.channel)
        repeatable = want.repeatable and _keeps(want, book, now)
        decision = decide(want.wanted, book, mine=mine, stopped=bool(want.stop), repeatable=repeatable, now=now)
        planned.append(Planned(want, book, decision))
    return Plan(tuple(planned), tuple(sorted(_wishes(planned).items())))


def _keeps(want: Want, book: Book, now: datetime) -> bool:
    """Whether the channel still knows the open intent's key; after that a repeat would be a second post."""
    since = book.open[-1].at if book.open else None
    return since is None or (now - since).total_seconds() < want.keeps


def _wishes(planned: Iterable[Planned]) -> dict[str, tuple[Wish, ...]]:
    """An entry stays open while what stands is not what main wants, or a call may still land."""
    wishes: dict[str, tuple[Wish, ...]] = {}
    for one in planned:
        before = wishes.setdefault(one.want.post, ())
        if one.decision.do not in (Do.NOTHING, Do.CLOSE, Do.WITHDRAW):
            wishes[one.want.post] = (*before, Wish(one.want.post, one.want.channel, one.want.wanted))
    return wishes


class Pending:
    """A head with facts on top that have happened and are not pushed yet; what they close is closed."""

    def __init__(self, head: Head, facts: Iterable[tuple[str, LedgerEntry]]) -> None:
        self.commit, self.cursor, self.root = head.commit, head.cursor, head.root
        self._head = head
        self._facts: dict[str, tuple[LedgerEntry, ...]] = {}
        self._wishes = head.wishes()
        for post, entry in facts:
            self._facts[post] = (*self._facts.get(post, ()), entry)
            book = read(one for one in self.entries(post) if one.channel == entry.channel)
            self._wishes = tuple(
                wish for wish in self._wishes if not (wish.post == post and _closes(entry, wish, book))
            )

    def entries(self, post: str) -> tuple[LedgerEntry, ...]:
        """A post's facts with the pending ones."""
        return (*self._head.entries(post), *self._facts.get(post, ()))

    def wishes(self) -> tuple[Wish, ...]:
        """The open entries without those that the pending facts close."""
        return self._wishes


def _closes(entry: LedgerEntry, wish: Wish, book: Book) -> bool:
    """A closing line clears the entry of its own revision, when no other intent is open (tests/protocol/README 21)."""
    if entry.channel != wish.channel or book.open:
        return False
    if entry.kind == "withdrawal":
        return wish.wanted == WITHDRAWN
    sent = entry.kind in ("receipt", "found") or (entry.kind == "settled" and entry.outcome == "sent")
    return sent and wish.wanted == entry.revision


def change(  # noqa: PLR0913, PLR0917 — a commit is its parts
    head: Head, pending: Head, plan: Plan, tip: str, facts: tuple[tuple[str, LedgerEntry], ...] = (), subject: str = ""
) -> LedgerChange:
    """The one commit of facts and a plan: the cursor if it moves, a post's open entries if they differ."""
    before, after = _by_post(head.wishes()), _by_post(pending.wishes()) | dict(plan.wishes)
    wishes = {post: after.get(post, ()) for post in {*before, *after} if after.get(post, ()) != before.get(post, ())}
    return LedgerChange(facts, tip if tip != head.cursor else "", wishes or None, subject)


def _by_post(wishes: Iterable[Wish]) -> dict[str, tuple[Wish, ...]]:
    found: dict[str, tuple[Wish, ...]] = {}
    for wish in wishes:
        found[wish.post] = (*found.get(wish.post, ()), wish)
    return found
