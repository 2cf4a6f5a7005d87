"""Which approval fills which need: one person a need, as many needs as can be."""

from collections.abc import Sequence
from datetime import datetime

from kendal_git.model.proposal import Approval

Moment = tuple[datetime, int]


def distinct(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """For each need (by its place) one of its people, nobody twice, as many needs as can be (augmenting paths).

    Where not all can be filled, a later need, the higher role, comes first.
    """
    filled: dict[int, int] = {}

    def place(index: int, tried: set[int]) -> bool:
        for person in choices[index]:
            if person in tried:
                continue
            tried.add(person)
            holder = next((need for need, other in filled.items() if other == person), None)
            if holder is None or place(holder, tried):
                filled[index] = person
                return True
        return False

    for index in reversed(range(len(choices))):
        place(index, set())
    return filled


def in_order(
    choices: Sequence[Sequence[Approval]], after: Moment | None = None, used: frozenset[int] = frozenset()
) -> tuple[Approval, ...]:
    """As many needs from the first on as can be filled, each later than the one before and by another person."""
    best: tuple[Approval, ...] = ()
    for approval in choices[0] if choices else ():
        moment, person = (approval.at, approval.number), _person(approval)
        if person in used or (after is not None and moment <= after):
            continue
        found = (approval, *in_order(choices[1:], moment, used | {person}))
        best = max(best, found, key=len)
        if len(best) == len(choices):
            break
    return best


def fill(choices: Sequence[Sequence[Approval]], *, strict: bool) -> dict[int, Approval]:
    """The approval that fills each need; ``strict``: none may be earlier than that of the need before."""
    if strict:
        return dict(enumerate(in_order(choices)))
    people = distinct([[_person(approval) for approval in choice] for choice in choices])
    newest = [{_person(approval): approval for approval in choice} for choice in choices]
    return {index: newest[index][person] for index, person in people.items()}


def _person(approval: Approval) -> int:
    return approval.by.id if approval.by else 0
