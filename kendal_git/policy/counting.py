"""Why one approval does not count for one need: the first reason that applies; None when it counts."""

from datetime import datetime

from kendal_git.model.message import Message, say
from kendal_git.model.proposal import Account, Approval
from kendal_git.policy.needs import Need
from kendal_git.policy.question import Question


class PushUnknownError(Exception):
    """The forge keeps no record of when this content became the head, and it matters."""


def objection(question: Question, approval: Approval, need: Need) -> Message | None:
    """The reason for which ``approval`` is passed over. Raises PushUnknownError when that cannot be told."""
    by, proposal = approval.by, question.proposal
    if by is None:
        return say("gate.ignored.deleted")
    if by.bot:
        return say("gate.ignored.bot")
    if approval.dismissed:
        return say("gate.ignored.dismissed", by=approval.dismissed.by.login)
    if proposal.author and by.id == proposal.author.id:
        return say("gate.ignored.author")
    if question.late(approval.at):
        return say("gate.ignored.after-merge")
    return _role(question, by, approval.at, need) or _content(question, approval)


def _role(question: Question, by: Account, at: datetime, need: Need) -> Message | None:
    """Whether the person held one of the need's roles when the review was submitted (DESIGN §5.4)."""
    office, day = question.office, question.office.day(at)
    holders = [holder for role in need.roles for holder in office.role(role).holders]
    same_id = [holder for holder in holders if holder.id == by.id]
    same_login = [holder for holder in holders if holder.login.casefold() == by.login.casefold()]
    if not same_id and same_login:
        return say("gate.ignored.number", login=by.login, number=by.id, known=same_login[0].id)
    if same_id and not any(holder.login.casefold() == by.login.casefold() for holder in same_id):
        return say("gate.ignored.renamed", login=by.login, known=same_id[0].login)
    if not same_id:
        return say("gate.ignored.role")
    if not any(holder.held(day) for holder in same_id):
        return say("gate.ignored.dates", day=day)
    return None


def _content(question: Question, approval: Approval) -> Message | None:
    """Whether the approval was given for the very bytes that stand at the head (DESIGN §5.3)."""
    proposal, digests = question.proposal, question.touched.digests
    if proposal.retargeted_at and approval.at <= proposal.retargeted_at:
        return say("gate.ignored.retargeted")
    if approval.commit is None or approval.commit not in question.seen:
        return say("gate.ignored.unseen")
    if question.seen[approval.commit] != digests:
        return say("gate.ignored.content", commit=approval.commit[:7])
    since = _head_since(question)
    if since is not None and approval.at <= since:
        return say("gate.ignored.before-push", at=since.astimezone(question.office.zone))
    return None


def _head_since(question: Question) -> datetime | None:
    """When the present content became the head for the last time; None when it never was anything else.

    Forges move a review's commit forward, so equal digests prove freshness only while there was one digest. A record
    that does not end with the head is not the record of this head.
    """
    pushes, digests = question.proposal.pushes, question.touched.digests
    if not pushes or pushes[-1].commit != question.proposal.head:
        raise PushUnknownError
    since = None
    for before, push in zip((None, *pushes), pushes, strict=False):
        if question.seen.get(push.commit) != digests:
            since = None
        elif before is not None and question.seen.get(before.commit) != digests:
            since = push.at
    return since
