"""What the forge's own record of pushes tells: who brought content, and since when the present content is the head."""

from datetime import datetime

from kendal_git.model.proposal import Account
from kendal_git.policy.question import Question


class PushUnknownError(Exception):
    """The forge keeps no record of when this content became the head, and it matters."""


def pushers(question: Question) -> tuple[Account, ...]:
    """Who pushed content of the touched files, by the forge's own record: a commit's author is easily forged.

    A push that leaves the content as it was, such as a merge of main, makes nobody a contributor.
    """
    pushes, seen = question.proposal.pushes or (), question.seen
    found = {}
    for before, push in zip((None, *pushes), pushes, strict=False):
        known = seen.get(before.commit) if before else None
        if push.by and (known is None or seen.get(push.commit) != known):
            found[push.by.id] = push.by
    return tuple(found.values())


def head_since(question: Question) -> datetime | None:
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
