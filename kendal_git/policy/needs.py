"""Which roles must approve what a proposal touches (DESIGN §5.5, §5.8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from kendal_git.model.message import Message, say
from kendal_git.model.vocabulary import ROLES
from kendal_git.policy.question import Question


@dataclass(frozen=True, slots=True)
class Need:
    """One approval that is needed: ``roles`` are those any one of which may give it, ``name`` what it is called."""

    name: str
    roles: tuple[str, ...]
    bars_contributors: bool = True


def needs(question: Question) -> tuple[Need, ...]:
    """The approvals needed, lowest role first; the last one is the final approver's."""
    touched, policy = question.touched, question.office.policy
    if touched.policy:
        return _policy_needs(question)
    if touched.posts:
        levels = dict.fromkeys((*policy.levels, *(policy.sensitive if touched.sensitivity == "sensitif" else ())))
        ordered = sorted(levels, key=ROLES.index)
        return tuple(Need(role, (role,), role == ordered[-1]) for role in ordered)
    author = question.proposal.author
    written_by_holder = author and question.office.roles_of(author.id, question.proposal.opened_at or question.now)
    return () if written_by_holder else (Need("agenda", ROLES),)


def _policy_needs(question: Question) -> tuple[Need, ...]:
    """The policy needs the Kepala Dinas, or two other people who hold a role."""
    head = question.office.role("kepala-dinas")
    approved = {approval.by.id for approval in question.proposal.approvals if approval.by}
    if any(holder.id in approved for holder in head.holders):
        return (Need("kepala-dinas", ("kepala-dinas",)),)
    return Need("policy-1", ROLES), Need("policy-2", ROLES)


def obstacles(question: Question) -> Iterator[Message]:
    """What blocks the proposal as a whole, whoever approves it."""
    proposal, touched = question.proposal, question.touched
    if proposal.state == "closed":
        yield say("gate.closed")
    if touched.policy and (touched.posts or touched.agenda):
        yield say("gate.mixed", files=touched.policy)
    if not (touched.policy or touched.posts or touched.agenda):
        yield say("gate.nothing")
    for address in proposal.strangers:
        yield say("gate.stranger", address=address)
    if proposal.author is None:
        yield say("gate.no-author")
