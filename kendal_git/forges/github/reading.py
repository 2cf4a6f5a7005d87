"""GitHub's records as the judge's values; a record that lacks what it must have is an answer that cannot be trusted."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from kendal_git.forges.github.api import Record
from kendal_git.model.message import say
from kendal_git.model.proposal import Account, Approval, Dismissal, Merge, Opinion, Proposal, Push
from kendal_git.model.trouble import OutsideFailed

# In REST answers upper case, in issue events lower (forges.md §2); PENDING is nobody's word yet.
OPINIONS = {
    "approved": Opinion.APPROVE,
    "changes_requested": Opinion.REQUEST_CHANGES,
    "commented": Opinion.COMMENT,
}
MOVES = ("push", "force_push", "branch_creation")  # what gives a branch a head; not a deletion, nor a merge of it
RETARGETS = ("base_ref_changed", "automatic_base_change_succeeded")
NOBODY = "0" * 40


def need(record: Record, *route: str) -> Any:
    """A value that GitHub always gives. Raises OutsideFailed when it is not there."""
    value: Any = record
    for key in route:
        if not isinstance(value, dict) or value.get(key) is None:
            raise OutsideFailed(say("github.malformed", problem=".".join(route)))
        value = value[key]
    return value


def moment(record: Record, key: str) -> datetime:
    """A moment of GitHub's own clock, in whole seconds."""
    try:
        return datetime.fromisoformat(need(record, key))
    except (ValueError, TypeError):
        raise OutsideFailed(say("github.malformed", problem=key)) from None


def account(record: Any) -> Account | None:
    """A user; None for a deleted account. Whatever is not a User (a bot, an organisation) is no person."""
    if record is None:
        return None
    number = need(record, "id")
    if not isinstance(number, int):
        raise OutsideFailed(say("github.malformed", problem="id"))
    return Account(number, str(need(record, "login")), need(record, "type") != "User")


def proposal(pull: Record) -> Proposal:
    """What the pull request itself says; reviews, pushes and people are added to it."""
    merged = pull.get("merged_at") is not None
    return Proposal(
        number=need(pull, "number"),
        title=str(pull.get("title") or ""),
        author=account(pull.get("user")),
        head=need(pull, "head", "sha"),
        base=need(pull, "base", "ref"),
        branch=need(pull, "head", "ref"),
        state="merged" if merged else str(need(pull, "state")),
        draft=bool(pull.get("draft")),
        opened_at=moment(pull, "created_at"),
        merge=Merge(need(pull, "merge_commit_sha"), moment(pull, "merged_at"), account(pull.get("merged_by")))
        if merged
        else None,
        url=str(pull.get("html_url") or ""),
    )


def approvals(reviews: Iterable[Record], events: Iterable[Record]) -> tuple[Approval, ...]:
    """Every submitted review. A dismissed one keeps what it said, which only the issue's events still tell."""
    dismissals = {need(one, "dismissed_review", "review_id"): one for one in _of(events, "review_dismissed")}
    found = []
    for review in reviews:
        state = str(need(review, "state")).lower()
        if state == "pending":
            continue
        event = dismissals.get(need(review, "id"))
        if state == "dismissed" and event is None:
            raise OutsideFailed(say("github.malformed", problem="review_dismissed"))
        said = str(need(event, "dismissed_review", "state")).lower() if event and state == "dismissed" else state
        if said not in OPINIONS:
            raise OutsideFailed(say("github.malformed", problem=f"review.state {said}"))
        one = Approval(
            number=need(review, "id"),
            by=account(review.get("user")),
            opinion=OPINIONS[said],
            commit=review.get("commit_id"),
            at=moment(review, "submitted_at"),
            text=str(review.get("body") or ""),
        )
        found.append(replace(one, dismissed=_dismissal(event)) if event and state == "dismissed" else one)
    return tuple(found)


def _dismissal(event: Record) -> Dismissal:
    by = account(event.get("actor")) or Account(0, "?")
    return Dismissal(by, moment(event, "created_at"))


def retargeted_at(events: Iterable[Record]) -> datetime | None:
    """When the target branch was last changed, by a person or because the old one went away."""
    return max((moment(one, "created_at") for kind in RETARGETS for one in _of(events, kind)), default=None)


def _of(events: Iterable[Record], kind: str) -> list[Record]:
    return [one for one in events if need(one, "event") == kind]


def pushes(activity: Iterable[Record], opened: datetime | None, until: datetime | None) -> tuple[Push, ...]:
    """The pushes of one branch in their order, since it was last created; none after ``until``, the merge.

    A branch that was deleted and made again while the proposal was open keeps what was pushed before: whoever approved
    that has seen it.
    """
    found: list[Push] = []
    for one in sorted(activity, key=lambda one: (moment(one, "timestamp"), need(one, "id"))):
        kind, at = need(one, "activity_type"), moment(one, "timestamp")
        if until is not None and at > until:
            break
        if kind == "branch_creation" and (opened is None or at <= opened):
            found = []  # an older branch of this name was another proposal's
        if kind in MOVES and need(one, "after") != NOBODY:
            found.append(Push(one["after"], at, account(one.get("actor"))))
    return tuple(found)
