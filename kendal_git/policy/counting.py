"""Why one approval does not count for one need: the first reason that applies; None when it counts."""

import re
from datetime import datetime

from kendal_git.model.message import Message, say
from kendal_git.model.proposal import Account, Approval
from kendal_git.policy.needs import Need
from kendal_git.policy.pushes import head_since
from kendal_git.policy.question import Question

# A decree as the office cites it: SK 821.2/045/2026, SPT Nomor 800/12, Surat Perintah No. 094/77.
REFERENCE = re.compile(r"\b(SK|SPT|Sprint|Surat (Keputusan|Perintah|Tugas)|Keputusan)\b.*\d", re.IGNORECASE)


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
    return _role(question, by, approval.at, need) or _words(approval, need) or _content(question, approval)


def _words(approval: Approval, need: Need) -> Message | None:
    """Whether the approval says what this need asks for in writing (DESIGN §5.4, §5.7)."""
    if need.words == "reason" and not approval.text.strip():
        return say("gate.ignored.no-reason")
    if need.words == "reference" and not REFERENCE.search(approval.text):
        return say("gate.ignored.no-reference")
    return None


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
    since = head_since(question)
    if since is not None and approval.at <= since:
        return say("gate.ignored.before-push", at=since.astimezone(question.office.zone))
    return None
