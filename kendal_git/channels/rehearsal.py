"""A channel around a channel: everything happens but the visible call."""

from kendal_git.model.outcome import Outcome, Sent
from kendal_git.ports import Channel, Parcel


class Rehearsal:
    """Answers as if the channel had taken it, and touches nothing."""

    def __init__(self, inner: Channel) -> None:
        self.name, self.repeatable = inner.name, inner.repeatable
        self.keeps, self.edits = inner.keeps, inner.edits

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Uploads cost quota: none is made."""
        return ()

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """What would be sent is complete; say so."""
        return Sent(url=f"rehearsal:{self.name}")

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """A rehearsal shows nothing, and ends no doubt."""
        return None

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Nothing to take down."""
        return Sent(url=f"rehearsal:{self.name}")
