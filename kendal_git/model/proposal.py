"""A proposal (pull request or merge request) and what people said about it, in no forge's own words."""

from datetime import datetime
from enum import StrEnum

from kendal_git.model.values import dataclass

EMBEDDED = "users.kendal.invalid"  # RFC 2606: on the embedded forge LOGIN@… is an account, and can never receive mail


@dataclass(frozen=True, slots=True)
class Account:
    """Who did something on the forge. ``id`` is the forge's number, which outlives a renamed login."""

    id: int
    login: str
    bot: bool = False


class Opinion(StrEnum):
    """What a review says; a comment is no opinion."""

    APPROVE = "approve"
    REQUEST_CHANGES = "request-changes"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A review taken back, by its author or by another."""

    by: Account
    at: datetime


@dataclass(frozen=True, slots=True)
class Approval:
    """One review. ``by`` is None for a deleted account, ``commit`` when the forge no longer knows what was seen."""

    number: int
    by: Account | None
    opinion: Opinion
    commit: str | None
    at: datetime
    text: str = ""
    dismissed: Dismissal | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """The forge's own record that ``commit`` became the proposal's head."""

    commit: str
    at: datetime
    by: Account | None = None


@dataclass(frozen=True, slots=True)
class Merge:
    """How the proposal reached main: ``commit`` is main's tip with it, ``before`` the tip that it found.

    ``before`` is the forge's own record; empty where it keeps none, and then nothing can be told about the merge.
    """

    commit: str
    at: datetime
    by: Account | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as the forge tells it. ``pushes`` is None where the forge keeps no push record.

    ``contributors`` are the authors, committers and co-authors of its commits; an address that maps to nobody
    stands in ``strangers``. ``state`` is open, closed or merged.
    """

    number: int
    title: str
    author: Account | None
    head: str
    base: str
    branch: str = ""
    state: str = "open"
    draft: bool = False
    opened_at: datetime | None = None
    contributors: tuple[Account, ...] = ()
    strangers: tuple[str, ...] = ()
    approvals: tuple[Approval, ...] = ()
    pushes: tuple[Push, ...] | None = None
    retargeted_at: datetime | None = None
    merge: Merge | None = None
    url: str = ""
    authenticated: bool = True  # False on the embedded forge: anyone on this machine may say to be anyone


@dataclass(frozen=True, slots=True)
class Announcement:
    """What the forge shows beside a proposal: one word and one line as status, and one comment, edited in place."""

    state: str  # a Ruling's word
    summary: str
    comment: str


@dataclass(frozen=True, slots=True)
class Look:
    """A second look that is owed to a post of the fast lane: an issue that another role holder closes."""

    number: int
    post: str
    revision: str
    at: datetime
    verifier: int = 0  # the account that let it through, and may not close this
    closed_by: Account | None = None
    open: bool = True
    url: str = ""


@dataclass(frozen=True, slots=True)
class Hold:
    """A stop in force: of one channel, or of all when ``channel`` is empty."""

    by: Account
    at: datetime
    reason: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A takedown ordered by one role holder, in force while its issue is open (DESIGN §5.9)."""

    by: Account
    at: datetime
    post: str
    reason: str
    number: int = 0
    url: str = ""
