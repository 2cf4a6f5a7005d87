"""The verdict on a proposal: a pure function from a question to an explained answer."""

from dataclasses import dataclass, replace

from kendal_git.model.message import Message, say
from kendal_git.model.proposal import Approval, Opinion
from kendal_git.model.verdict import Ignored, Requirement, Ruling, State, Verdict
from kendal_git.policy.counting import objection
from kendal_git.policy.matching import distinct, fill
from kendal_git.policy.needs import FAST, Need, obstacles, ways
from kendal_git.policy.opinions import in_time, latest, objection_stands, standing
from kendal_git.policy.pushes import PushUnknownError, pushers
from kendal_git.policy.question import Question


@dataclass(frozen=True, slots=True)
class Considered:
    """What was found for one need: what counts, what was passed over, and whether anything cannot be told."""

    need: Need
    counted: tuple[Approval, ...]
    ignored: tuple[Ignored, ...]
    unknown: bool = False


def judge(question: Question) -> Verdict:
    """Who must approve, who did, who was passed over and why. Never raises for a proposal that is merely odd."""
    proposal, touched = question.proposal, question.touched
    requirements = _nearest([_weigh(question, way) for way in ways(question)])
    reasons = (*obstacles(question), *_objections(question))
    ruling = _ruling(requirements, blocked=bool(reasons))
    if proposal.draft and ruling is Ruling.APPROVED:
        ruling = Ruling.WAITING
    fast = ruling is Ruling.APPROVED and [one.role for one in requirements] == [FAST]
    return Verdict(
        proposal.number,
        ruling,
        proposal.head,
        touched.digests,
        requirements,
        (*reasons, *((say("gate.draft"),) if proposal.draft else ())),
        proposal.authenticated,
        (*touched.because, *((say("gate.fast"),) if touched.urgent else ())),
        fast,
    )


def _nearest(weighed: list[tuple[Requirement, ...]]) -> tuple[Requirement, ...]:
    """The way to show: the first that is approved, otherwise what lacks fewest approvals, the later if equal."""
    done = (one for one in weighed if _ruling(one, blocked=False) is Ruling.APPROVED)
    missing = [sum(need.state is not State.GIVEN for need in one) for one in weighed]
    return next(done, weighed[max(place for place, lacks in enumerate(missing) if lacks == min(missing))])


def _weigh(question: Question, needs: tuple[Need, ...]) -> tuple[Requirement, ...]:
    """One way to approve: every need of it with its state in words."""
    considered = _quiet(_contributors([_consider(question, need) for need in needs], question))
    filled = fill([one.counted for one in considered], strict=question.office.policy.order == "strict")
    able = [_able(question, one) for one in considered]
    possible = distinct(
        [
            [*people, *(given.by.id for given in one.counted if given.by)]
            for people, one in zip(able, considered, strict=True)
        ]
    )
    taken = {approval.by.id for approval in filled.values() if approval.by}
    requirements = []
    for index, (one, people) in enumerate(zip(considered, able, strict=True)):
        others = {person: login for person, login in people.items() if person not in taken}
        asked = tuple((others or people).values()) if index in possible else ()
        requirements.append(_requirement(question, one, filled.get(index), asked))
    return tuple(requirements)


def _consider(question: Question, need: Need) -> Considered:
    """Sort what every person has approved into counted and ignored for one need."""
    counted: list[Approval] = []
    ignored, unknown = [], False
    given = in_time(question.proposal.approvals)
    before_merge = [one for one in given if not question.late(one.at)]
    opinions = latest(before_merge)
    late = [(one,) for one in given if question.late(one.at) and one.by and one.by.id not in opinions]
    deleted = [(one,) for one in before_merge if one.by is None]
    for approvals in (*standing(before_merge).values(), *deleted, *late):
        if approvals[-1].opinion is not Opinion.APPROVE:
            continue
        reasons = []
        for approval in approvals:
            try:
                reasons.append(objection(question, approval, need))
            except PushUnknownError:
                reasons.append(say("gate.ignored.push-unknown"))
                unknown = True
        counted += [approval for approval, reason in zip(approvals, reasons, strict=True) if reason is None]
        if None not in reasons and reasons[-1]:
            by = approvals[-1].by
            ignored.append(Ignored(by.login if by else "?", reasons[-1]))
    return Considered(need, tuple(in_time(counted)), tuple(ignored), unknown)


def _quiet(considered: list[Considered]) -> list[Considered]:
    """Who holds one of the other roles is not listed as holding this one not; who holds none is listed once."""
    role = "gate.ignored.role"
    elsewhere = {approval.by.login for one in considered for approval in one.counted if approval.by}
    elsewhere |= {ignored.by for one in considered for ignored in one.ignored if ignored.reason.key != role}
    result = []
    for index, one in enumerate(considered):
        kept = tuple(
            ignored
            for ignored in one.ignored
            if ignored.reason.key != role or (not index and ignored.by not in elsewhere)
        )
        result.append(replace(one, ignored=kept))
    return result


def _contributors(considered: list[Considered], question: Question) -> list[Considered]:
    """A contributor never gives the last approval, and a lower one only below a higher role's non-contributor."""
    contributors = {account.id for account in (*question.proposal.contributors, *pushers(question))}
    result: list[Considered] = []
    above = False  # whether some higher need has a non-contributor's approval
    for one in reversed(considered):
        own = [approval for approval in one.counted if approval.by and approval.by.id in contributors]
        others = tuple(approval for approval in one.counted if approval not in own)
        if own and (one.need.bars_contributors or not above):
            logins = dict.fromkeys(approval.by.login for approval in own if approval.by)
            ignored = (*one.ignored, *(Ignored(login, say("gate.ignored.contributor")) for login in logins))
            result.insert(0, Considered(one.need, others, ignored, one.unknown))
        else:
            result.insert(0, one)
        above = above or bool(others)
    return result


def _able(question: Question, one: Considered) -> dict[int, str]:
    """Who could fill a need today, by number and login."""
    proposal, need, today = question.proposal, one.need, question.office.day(question.now)
    barred = {proposal.author.id} if proposal.author else set()
    barred |= {one.id for one in (*proposal.contributors, *pushers(question))} if need.bars_contributors else set()
    holders = (holder for role in need.roles for holder in question.office.role(role).held_on(today))
    return {holder.id: holder.login for holder in holders if holder.id not in barred}


def _requirement(question: Question, one: Considered, approval: Approval | None, able: tuple[str, ...]) -> Requirement:
    """The state of one need in words; ``able`` are those who could still fill it, none when nobody can."""
    role, office = one.need.name, question.office
    if approval and approval.by:
        reason = say("gate.given", by=approval.by.login)
        return Requirement(role, State.GIVEN, reason, approval.by, approval.at, one.ignored)
    if one.unknown:
        return Requirement(role, State.UNKNOWN, say("gate.unknown"), ignored=one.ignored)
    if not able:
        held = any(office.role(name).held_on(office.day(question.now)) for name in one.need.roles)
        key = "gate.no-one-else" if held else "gate.unstaffed"
        reason = say(key, role=office.title(role), head=office.title("kepala-dinas"))
        return Requirement(role, State.BLOCKED, reason, ignored=one.ignored)
    key = "gate.waiting"
    if one.counted:
        key = "gate.order" if office.policy.order == "strict" else "gate.same-person"
    return Requirement(role, State.WAITING, say(key, people=able), ignored=one.ignored)


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
