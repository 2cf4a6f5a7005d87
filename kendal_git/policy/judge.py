"""The verdict on a proposal: a pure function from a question to an explained answer."""

from dataclasses import dataclass, replace

from kendal_git.model.message import Message, say
from kendal_git.model.proposal import Approval, Opinion
from kendal_git.model.verdict import Ignored, Requirement, Ruling, State, Verdict
from kendal_git.policy.counting import PushUnknown, objection
from kendal_git.policy.needs import Need, needs, obstacles
from kendal_git.policy.opinions import latest, objection_stands
from kendal_git.policy.question import Question


@dataclass(frozen=True, slots=True)
class Considered:
    """What was found for one need: approvals that count, those that were passed over, and whether anything cannot be told."""

    need: Need
    counted: tuple[Approval, ...]
    ignored: tuple[Ignored, ...]
    unknown: bool = False


def judge(question: Question) -> Verdict:
    """Who must approve, who did, who was passed over and why. Never raises for a proposal that is merely odd."""
    proposal = question.proposal
    considered = _quiet(_contributors([_consider(question, need) for need in needs(question)], question))
    filled = _distinct(considered, question.office.policy.order == "strict")
    requirements = tuple(_requirement(question, one, filled.get(index)) for index, one in enumerate(considered))
    reasons = (*obstacles(question), *_objections(question))
    ruling = _ruling(requirements, blocked=bool(reasons))
    if proposal.draft and ruling is Ruling.APPROVED:
        ruling = Ruling.WAITING
    waiting = (say("gate.draft"),) if proposal.draft else ()
    touched = question.touched
    return Verdict(proposal.number, ruling, proposal.head, touched.digests, requirements, (*reasons, *waiting), proposal.authenticated)


def _consider(question: Question, need: Need) -> Considered:
    """Sort every person's last approval into counted and ignored for one need."""
    counted, ignored, unknown = [], [], False
    before_merge = [one for one in question.proposal.approvals if one.at <= question.deadline]
    late = [one for one in question.proposal.approvals if one.at > question.deadline and one.by]
    opinions = latest(before_merge)
    deleted = [one for one in before_merge if one.by is None]
    for approval in (*opinions.values(), *deleted, *(one for one in late if one.by and one.by.id not in opinions)):
        if approval.opinion is not Opinion.APPROVE:
            continue
        try:
            reason = objection(question, approval, need)
        except PushUnknown:
            reason, unknown = say("gate.ignored.push-unknown"), True
        if reason is None:
            counted.append(approval)
        else:
            ignored.append(Ignored(approval.by.login if approval.by else "?", reason))
    return Considered(need, tuple(sorted(counted, key=lambda one: (one.at, one.number))), tuple(ignored), unknown)


def _quiet(considered: list[Considered]) -> list[Considered]:
    """Who holds one of the other roles is not listed as holding this one not; who holds none is listed once."""
    role = "gate.ignored.role"
    elsewhere = {approval.by.login for one in considered for approval in one.counted if approval.by}
    elsewhere |= {ignored.by for one in considered for ignored in one.ignored if ignored.reason.key != role}
    result = []
    for index, one in enumerate(considered):
        kept = tuple(ignored for ignored in one.ignored if ignored.reason.key != role or (not index and ignored.by not in elsewhere))
        result.append(replace(one, ignored=kept))
    return result


def _contributors(considered: list[Considered], question: Question) -> list[Considered]:
    """A contributor never gives the last approval, and a lower one only below a higher role's non-contributor."""
    contributors = {account.id for account in question.proposal.contributors}
    result: list[Considered] = []
    above = False  # whether some higher need has a non-contributor's approval
    for one in reversed(considered):
        own = [approval for approval in one.counted if approval.by and approval.by.id in contributors]
        others = tuple(approval for approval in one.counted if approval not in own)
        if own and (one.need.bars_contributors or not above):
            ignored = (*one.ignored, *(Ignored(approval.by.login, say("gate.ignored.contributor")) for approval in own if approval.by))
            one = Considered(one.need, others, ignored, one.unknown)
        above = above or bool(others)
        result.insert(0, one)
    return result


def _distinct(considered: list[Considered], strict: bool) -> dict[int, Approval]:
    """One person a need, as many needs filled as can be (augmenting paths); in strict order, each later than the one before."""
    filled: dict[int, Approval] = {}

    def place(index: int, tried: set[int]) -> bool:
        for approval in considered[index].counted:
            assert approval.by
            if approval.by.id in tried:
                continue
            tried.add(approval.by.id)
            holder = next((n for n, one in filled.items() if one.by and one.by.id == approval.by.id), None)
            if holder is None or place(holder, tried):
                filled[index] = approval
                return True
        return False

    for index in range(len(considered)):
        place(index, set())
    if strict:
        for index in range(1, len(considered)):
            before, here = filled.get(index - 1), filled.get(index)
            if here and (before is None or (before.at, before.number) > (here.at, here.number)):
                del filled[index]
    return filled


def _requirement(question: Question, one: Considered, approval: Approval | None) -> Requirement:
    """The state of one need in words."""
    role, office, today = one.need.name, question.office, question.office.day(question.now)
    if approval and approval.by:
        reason = say("gate.given", by=approval.by.login)
        return Requirement(role, State.GIVEN, reason, approval.by, approval.at, one.ignored)
    if one.unknown:
        return Requirement(role, State.UNKNOWN, say("gate.unknown"), ignored=one.ignored)
    people = tuple(dict.fromkeys(holder.login for role in one.need.roles for holder in office.role(role).held_on(today)))
    author = question.proposal.author
    able = tuple(login for login in people if not author or login.casefold() != author.login.casefold())
    if not able:
        title = office.title(role)
        return Requirement(role, State.BLOCKED, say("gate.unstaffed", role=title, head=office.title("kepala-dinas")), ignored=one.ignored)
    if one.counted:
        return Requirement(role, State.WAITING, say("gate.order" if question.office.policy.order == "strict" else "gate.same-person", people=able), ignored=one.ignored)
    return Requirement(role, State.WAITING, say("gate.waiting", people=able), ignored=one.ignored)


def _objections(question: Question) -> list[Message]:
    """Change requests in force, also those that came after the merge: they stop whatever is unsent."""
    standing = (one for one in latest(question.proposal.approvals).values() if objection_stands(one, question.office))
    return [say("gate.changes", by=one.by.login if one.by else "?", text=one.text or "–") for one in standing]


def _ruling(requirements: tuple[Requirement, ...], *, blocked: bool) -> Ruling:
    states = {requirement.state for requirement in requirements}
    if blocked or State.BLOCKED in states:
        return Ruling.BLOCKED
    if State.UNKNOWN in states:
        return Ruling.UNKNOWN
    return Ruling.WAITING if State.WAITING in states else Ruling.APPROVED
