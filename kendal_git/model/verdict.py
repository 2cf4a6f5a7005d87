"""The judge's answer, explained: which role is filled by whom, who was passed over and why, and whose turn it is."""

from datetime import datetime
from enum import StrEnum

from kendal_git.model.message import Message
from kendal_git.model.proposal import Account
from kendal_git.model.values import dataclass


class Ruling(StrEnum):
    """``unknown`` means that it cannot be told; only ``approved`` ever publishes."""

    APPROVED = "approved"
    WAITING = "waiting"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


class State(StrEnum):
    """What one requirement is: filled, still open, in nobody's power to fill, or not to be told."""

    GIVEN = "given"
    WAITING = "waiting"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ignored:
    """An approval that does not count for this role, with the reason."""

    by: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Requirement:
    """One role that must approve; ``by`` and ``at`` say who did."""

    role: str
    state: State
    reason: Message
    by: Account | None = None
    at: datetime | None = None
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer. ``digests`` are tree ids of the touched posts at ``head``; ``reasons`` concern the whole."""

    proposal: int
    ruling: Ruling
    head: str
    digests: tuple[tuple[str, str], ...] = ()
    requirements: tuple[Requirement, ...] = ()
    reasons: tuple[Message, ...] = ()
    authenticated: bool = True
    notes: tuple[Message, ...] = ()  # why more is asked than usual, or less; they block nothing
    fast: bool = False  # approved in the fast lane: a second look is owed (DESIGN §5.7)

    @property
    def approved(self) -> bool:
        """Whether it may be merged and published."""
        return self.ruling is Ruling.APPROVED

    @property
    def approvers(self) -> tuple[tuple[str, str], ...]:
        """(role, login) of everyone who counted."""
        return tuple((need.role, need.by.login) for need in self.requirements if need.by)
