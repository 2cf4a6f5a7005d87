"""Which roles must approve what a proposal touches (DESIGN §5.4, §5.5, §5.7, §5.8), and what no approval cures."""

from collections.abc import Iterator
from dataclasses import dataclass

from kendal_git.model.diagnostic import Severity
from kendal_git.model.message import Message, say
from kendal_git.model.office import Policy
from kendal_git.model.vocabulary import ROLES
from kendal_git.policy.level import SENSITIVE
from kendal_git.policy.pushes import pushers
from kendal_git.policy.question import Question

VERIFIERS = ROLES[1:]  # staff hold a role and may stop anything; approving is for the roles above
FAST = "fast-lane"
SHOWN = 5  # errors told one by one; the check's own report has the others


@dataclass(frozen=True, slots=True)
class Need:
    """One approval that is needed: ``roles`` are those any one of which may give it, ``name`` what it is called.

    ``words`` says what must stand in the approval itself: nothing, a ``reason``, or the ``reference`` of a decree.
    """

    name: str
    roles: tuple[str, ...]
    bars_contributors: bool = True
    words: str = ""


def ways(question: Question) -> tuple[tuple[Need, ...], ...]:
    """The ways to approve, one is enough; in each the lowest role first, the last is the final approver's."""
    touched = question.touched
    if touched.policy:
        return _policy_ways(question)
    if touched.posts:
        return _post_ways(question)
    return ((),) if _holders_own(question) else ((Need("agenda", VERIFIERS),),)


def _policy_ways(question: Question) -> tuple[tuple[Need, ...], ...]:
    """The Kepala Dinas, with the decree's reference where roles change hands, or two other people who hold a role."""
    head = Need("kepala-dinas", ("kepala-dinas",), words="reference" if question.touched.roles else "")
    return (head,), (Need("policy-1", VERIFIERS), Need("policy-2", VERIFIERS))


def levels(policy: Policy, sensitivity: str) -> tuple[str, ...]:
    """The roles that verify a post of this sensitivity, the lowest first."""
    wanted = dict.fromkeys((*policy.levels, *(policy.sensitive if sensitivity == SENSITIVE else ())))
    return tuple(sorted(wanted, key=ROLES.index))


def _post_ways(question: Question) -> tuple[tuple[Need, ...], ...]:
    """The levels of the office, and for what is urgent one verifier who says why."""
    touched, sensitive = question.touched, question.touched.sensitivity == SENSITIVE
    ordered = levels(question.office.policy, touched.sensitivity)
    usual = tuple(Need(role, (role,), role == ordered[-1]) for role in ordered)
    if not touched.urgent:
        return (usual,)
    verifiers = ("kepala-dinas",) if sensitive else ("kabid-ikp", "kepala-dinas")
    return usual, (Need(FAST, verifiers, words="reason"),)


def _holders_own(question: Question) -> bool:
    """Whether everyone who wrote or pushed any of it held a verifying role when it was opened.

    Commit addresses alone would let anybody write in a holder's name; a push without its person is nobody's own.
    """
    proposal, office = question.proposal, question.office
    opened = proposal.opened_at or question.now
    pushes = proposal.pushes or ()
    if not pushes or pushes[-1].commit != proposal.head or any(push.by is None for push in pushes):
        return False
    writers = {account.id for account in (proposal.author, *proposal.contributors, *pushers(question)) if account}
    held = [office.roles_of(writer, opened) for writer in writers]
    return proposal.author is not None and all(set(roles) & set(VERIFIERS) for roles in held)


def obstacles(question: Question) -> Iterator[Message]:
    """What blocks the proposal as a whole, whoever approves it."""
    proposal, touched = question.proposal, question.touched
    if proposal.base != question.office.main:
        yield say("gate.base", base=proposal.base, main=question.office.main)
    if proposal.state == "closed":
        yield say("gate.closed")
    if touched.policy and (touched.posts or touched.agenda):
        yield say("gate.mixed", files=touched.policy)
    if not (touched.policy or touched.posts or touched.agenda):
        yield say("gate.nothing")
    yield from touched.faults
    yield from _errors(question)
    for address in proposal.strangers:
        yield say("gate.stranger", address=address)
    if proposal.author is None:
        yield say("gate.no-author")


def _errors(question: Question) -> Iterator[Message]:
    """The first errors of the check: no approval cures them."""
    errors = [one for one in question.touched.findings if one.severity is Severity.ERROR]
    for one in errors[:SHOWN]:
        yield say("gate.fault.check", place=f"{one.place.path}:{one.place.line}", problem=one.message)
    if len(errors) > SHOWN:
        yield say("gate.fault.more", count=len(errors) - SHOWN)
