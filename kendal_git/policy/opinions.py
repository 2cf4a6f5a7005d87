"""Each person's opinion now: the latest of approve, request changes, dismissed; a comment is none (DESIGN §5.6)."""

from collections.abc import Iterable

from kendal_git.model.office import Office
from kendal_git.model.proposal import Approval, Opinion
from kendal_git.model.vocabulary import ROLES


def in_time(approvals: Iterable[Approval]) -> list[Approval]:
    """In the order in which they were given, whatever the order in which the forge lists them."""
    return sorted(approvals, key=lambda one: (one.at, one.number))


def latest(approvals: Iterable[Approval]) -> dict[int, Approval]:
    """The newest opinion of each account.

    A dismissed approval stays in its place and revives no older approval; it does not end a change request before it.
    """
    found: dict[int, Approval] = {}
    for approval in in_time(approvals):
        if approval.by is None or approval.opinion is Opinion.COMMENT:
            continue
        before = found.get(approval.by.id)
        if (
            before
            and before.opinion is Opinion.REQUEST_CHANGES
            and approval.opinion is Opinion.APPROVE
            and approval.dismissed
        ):
            continue
        found[approval.by.id] = approval
    return found


def standing(approvals: Iterable[Approval]) -> dict[int, tuple[Approval, ...]]:
    """Each account whose newest opinion is an approval, with what it has approved since it last thought otherwise.

    Who approves twice has not taken the first approval back: it counts for the content that was seen then.
    """
    given = in_time(approvals)
    return {
        person: (newest,) if newest.dismissed else tuple(_since_doubt(person, given))
        for person, newest in latest(given).items()
        if newest.opinion is Opinion.APPROVE
    }


def _since_doubt(person: int, given: Iterable[Approval]) -> list[Approval]:
    """The approvals of one account after its last change request or dismissed approval."""
    found: list[Approval] = []
    for approval in given:
        if approval.by is None or approval.by.id != person or approval.opinion is Opinion.COMMENT:
            continue
        found = [] if approval.opinion is Opinion.REQUEST_CHANGES or approval.dismissed else [*found, approval]
    return found


def objection_stands(approval: Approval, office: Office) -> bool:
    """Whether a change request is still in force: not dismissed, or dismissed by someone of a lower role."""
    if approval.opinion is not Opinion.REQUEST_CHANGES or approval.by is None:
        return False
    if not office.roles_of(approval.by.id, approval.at):
        return False
    if approval.dismissed is None:
        return True
    theirs = _rank(office.roles_of(approval.dismissed.by.id, approval.dismissed.at))
    return theirs < _rank(office.roles_of(approval.by.id, approval.at))


def _rank(roles: tuple[str, ...]) -> int:
    """The rank of someone's highest role; -1 for none."""
    return max((ROLES.index(role) for role in roles), default=-1)
