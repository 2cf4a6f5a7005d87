"""A forge around a forge: it tells everything and is told nothing, so that a rehearsal asks nobody for anything."""

from kendal_git.model.proposal import Hold, Look, Order, Proposal
from kendal_git.ports import Records


class Rehearsal:
    """What publication asks, answered by the real forge."""

    def __init__(self, inner: Records) -> None:
        self._inner = inner

    def proposal(self, number: int) -> Proposal | None:
        """The real one."""
        return self._inner.proposal(number)

    def proposal_of(self, commit: str) -> int | None:
        """The real one."""
        return self._inner.proposal_of(commit)

    def holds(self) -> tuple[Hold, ...]:
        """Those in force."""
        return self._inner.holds()

    def orders(self) -> tuple[Order, ...]:
        """Those in force."""
        return self._inner.orders()

    def ask_look(self, look: Look, title: str, text: str) -> None:
        """Nothing is sent, so nothing needs a second look."""
