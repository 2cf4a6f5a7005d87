"""Which roles must approve what a proposal touches (DESIGN §5.5, §5.8)."""

from collections.abc import Iterator
from dataclasses import dataclass

from kendal_git.model.message import Message, say
from kendal_git.model.vocabulary import ROLES
from kendal_git.policy.question import Question

VERIFIERS = ROLES[1:]  # staff hold a role and may stop anything; approving is for the roles above


@dataclass(frozen=True, slots=True)
class Need:
    """One approval that is needed: ``roles`` are those any one of which may give it, ``name`` what it is called."""

    name: str
    roles: tuple[str, ...]
    bars_contributors: bool = True


def ways(question: Question) -> tuple[tuple[Need, ...], ...]:
    """The ways to approve, one is enough; in each the lowest role first, the last is the final approver's."""
    touched, policy = question.touched, question.office.policy
    if touched.policy:  # DESIGN §5.4: the Kepala Dinas, or two other people who hold a role
        return (Need("kepala-dinas", ("kepala-dinas",)),), (Need("policy-1", VERIFIERS), Need("policy-2", VERIFIERS))
    if touched.posts:
        levels = dict.fromkeys((*policy.levels, *(policy.sensitive if touched.sensitivity == "sensitif" else ())))
        ordered = sorted(levels, key=ROLES.index)
        return (tuple(Need(role, (role,), role == ordered[-1]) for role in ordered),)
    return ((),) if _holders_own(question) else ((Need("agenda", VERIFIERS),),)


def _holders_own(question: Question) -> bool:
    """Whether everyone who wrote the proposal held a verifying role when it was opened."""
    proposal, office = question.proposal, question.office
    opened = proposal.opened_at or question.now
    writers = {account.id for account in (proposal.author, *proposal.contributors) if account}
    held = [office.roles_of(writer, opened) for writer in writers]
    return proposal.author is not None and all(set(roles) & set(VERIFIERS) for roles in held)


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
