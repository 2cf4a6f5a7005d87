"""What the verbs ask of the outside world: a forge, channels, a ledger, a clock; adapters implement these."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from kendal_git.model.delivery import Payload
from kendal_git.model.finding import Finding
from kendal_git.model.ledger import LedgerEntry, Wish
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings, Office
from kendal_git.model.outcome import Awaited, Outcome, Sent, Untaken
from kendal_git.model.proposal import Announcement, Hold, Look, Opinion, Order, Proposal
from kendal_git.model.trouble import OutsideFailed


class Clock(Protocol):
    """Time as the verbs see it."""

    def now(self) -> datetime:
        """The wall clock, aware, UTC."""

    def steady(self) -> float:
        """Seconds on a clock that never goes back and counts sleep where the system has one."""


class Records(Protocol):
    """What publication asks of a forge. Every method raises OutsideFailed when the forge does not answer."""

    def proposal(self, number: int) -> Proposal | None:
        """One proposal, whole, or None when there is none of this number."""

    def proposal_of(self, commit: str) -> int | None:
        """The merged proposal that made ``commit`` a tip of main; None when none did."""

    def holds(self) -> tuple[Hold, ...]:
        """The stops in force."""

    def orders(self) -> tuple[Order, ...]:
        """The takedowns ordered and not ended."""

    def ask_look(self, look: Look, title: str, text: str) -> None:
        """Ask another role holder to look at a post of the fast lane; asked twice, it is still one question."""


class Forge(Records, Protocol):
    """Where proposals live. Every method raises OutsideFailed when the forge does not answer."""

    name: str

    def open_proposals(self, head: str = "") -> tuple[int, ...]:
        """The numbers of all open proposals, or of those with this head, oldest first."""

    def author(self) -> str:
        """Who is at the keyboard, as Git writes it: a name and an address by which the forge knows the account."""

    def submit(self, branch: str, title: str, head: str, body: str = "", reviewers: tuple[str, ...] = ()) -> int:
        """Open a proposal of ``branch``, or tell the forge that the open one has a new head; its number.

        ``body`` describes a new one; ``reviewers`` are asked to look, those that the forge lets us ask.
        """

    def announce(self, proposal: Proposal, announcement: Announcement) -> None:
        """Show a verdict beside the proposal: a status of its head, and one comment that is edited in place."""

    def link(self, commit: str, path: str) -> str:
        """Where a person sees one file of a commit; empty where the forge has no pages."""

    def review(self, number: int, opinion: Opinion, text: str, commit: str) -> None:
        """Say an opinion on ``commit``, which must be the head that the reviewer saw."""

    def merge(self, number: int, head: str) -> str:
        """Merge a proposal whose head is still ``head``; the new tip of main."""

    def hold(self, channel: str, reason: str) -> None:
        """Stop one channel, or all when ``channel`` is empty."""

    def order(self, post: str, reason: str, text: str) -> Order:
        """Order a post's takedown at once. Raises Misuse for who holds no role."""

    def unhold(self, channel: str) -> None:
        """End the stop of one channel, or of all."""

    def looks(self) -> tuple[Look, ...]:
        """The second looks asked for, open ones and those that somebody closed, newest first."""

    def reopen_look(self, look: Look, text: str) -> None:
        """Open a look again that the wrong person closed, and say why."""

    def run_ended(self, run: str) -> bool | None:
        """Whether a publishing run has ended; None when it cannot be told."""


class Inspector(Protocol):
    """Looks at how a forge is set for one repository, and changes nothing."""

    def findings(self, office: Office, day: date, posts: float) -> Iterator[Finding]:
        """One after the other, for an office with so many posts a day; what cannot be told is a finding, too."""


class ChannelInspector(Protocol):
    """Looks at one channel's account with the secrets of publishing: it only reads, and nothing becomes visible."""

    def findings(self, settings: ChannelSettings, clock: Clock) -> Iterator[Finding]:
        """One after the other; what the service does not tell is a finding, too, and so is a service that is gone."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a channel needs to send one revision of one post, or to find it again.

    ``prepared`` are the ids that ``prepare`` gave for this intent; ``since`` is when the intent was written: nothing
    older is its post. Of a correction ``replaces`` is the channel's name of the post that this one changes in place, or
    ``outdated`` of the post that must be taken down before this one is sent. ``site`` is the public site's address, for
    a channel that fetches pictures there.
    """

    post: str
    revision: str
    payload: Payload
    pictures: tuple[tuple[str, bytes], ...] = ()
    title: str = ""
    link: str = ""
    prepared: tuple[tuple[str, str], ...] = ()
    replaces: str = ""
    outdated: str = ""
    since: datetime | None = None
    site: str = ""

    def id(self, name: str) -> str:
        """One prepared id; empty when there is none of this name."""
        return dict(self.prepared).get(name, "")


class NotPrepared(OutsideFailed):
    """Preparation ended without anything visible; ``outcome`` is what the channel said.

    ``awaits``: nothing is missing but the pictures on the public site.
    """

    def __init__(self, outcome: Untaken) -> None:
        self.outcome, self.awaits = outcome, isinstance(outcome, Awaited)
        failed = say("publish.unprepared", reason=outcome.reason)
        super().__init__(outcome.reason if isinstance(outcome, Awaited) else failed)


class Edits(StrEnum):
    """What a correction can change in place; where it is not enough, kendal.yaml says what happens instead."""

    NOTHING = "nothing"
    TEXT = "text"
    ALL = "all"


class Channel(Protocol):
    """Where posts become visible.

    ``repeatable``: sending one revision of a post again never makes a second post visible, for ``keeps`` seconds from
    its intent on. ``edits`` says what of a standing post can be changed in place.
    """

    name: str
    repeatable: bool
    keeps: float
    edits: Edits

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Invisible work, free to repeat; ids worth keeping, which the intent's commit records. Raises NotPrepared."""

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """The one visible call; it ends within ``timeout`` seconds."""

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The post, when the channel surely shows this revision; None says nothing."""

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Take down what stands; free to repeat."""


class Head(Protocol):
    """The ledger as it was at one fetch."""

    @property
    def commit(self) -> str:
        """The ledger commit that this is."""

    @property
    def cursor(self) -> str:
        """The commit of main up to which everything has been planned."""

    @property
    def root(self) -> str:
        """The ledger's first commit."""

    def wishes(self) -> tuple[Wish, ...]:
        """All open entries."""

    def entries(self, post: str) -> tuple[LedgerEntry, ...]:
        """A post's facts in their order; empty for one that the ledger does not know."""


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """What one ledger commit adds: facts by post, the new cursor, and the open entries of the posts named."""

    facts: tuple[tuple[str, LedgerEntry], ...] = ()
    cursor: str = ""
    wishes: Mapping[str, tuple[Wish, ...]] | None = None
    subject: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to push."""
        return not (self.facts or self.cursor or self.wishes)


class Ledger(Protocol):
    """The append-only record of publication; only a push on top of the newest head is taken."""

    def fetch(self) -> Head | None:
        """The newest head; None when there is no ledger. Raises InDoubt when it went back, OutsideFailed otherwise."""

    def push(self, base: Head, change: LedgerChange) -> Head | None:
        """Append on top of ``base``: the new head, or None when another was first.

        Raises OutsideFailed when no answer came; the change may then have been taken.
        """
