"""What the judge is asked: a proposal, what it touches, and the office as main knew it before the proposal."""

from dataclasses import dataclass, field
from datetime import datetime

from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.message import Message
from kendal_git.model.office import Office
from kendal_git.model.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Touched:
    """What the proposal's commits change, by sort of path; ``digests`` are the posts' tree ids at its head.

    ``sensitivity`` is the highest level of the touched posts, now or before, and ``because`` says what set it.
    ``faults`` are what no approval can cure, such as a link in a post's folder; ``findings`` are the check's.
    """

    posts: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    digests: tuple[tuple[str, str], ...] = ()
    sensitivity: str = "biasa"
    because: tuple[Message, ...] = ()
    faults: tuple[Message, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    roles: bool = False  # whether it changes who holds which role
    urgent: bool = False  # whether every touched post is serta-merta of a kind in the fast lane


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the judge.

    ``office`` is the newest kendal.yaml of main that the proposal did not bring in. ``seen`` gives for each commit that
    a person reviewed or that was once pushed as head the digests of the touched posts there; one that is gone has none.
    ``now`` is the moment of the question; approvals after a merge are ignored whatever it is.
    """

    proposal: Proposal
    office: Office
    touched: Touched
    now: datetime
    seen: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict, hash=False)

    def late(self, at: datetime) -> bool:
        """Whether an approval came after the merge. The forge's own moments are compared, never our clock."""
        return self.proposal.merge is not None and at > self.proposal.merge.at
