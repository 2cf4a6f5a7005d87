"""What a channel gets, and one post on one channel on its way there."""

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class PayloadPicture:
    """One picture as it is sent: its file in the post's folder and its alternative text."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Count:
    """A text's length in one unit; ``most`` is the channel's limit in it, 0 for none."""

    length: int
    most: int
    unit: str

    @property
    def over(self) -> int:
        """How much is too much; 0 when it fits."""
        return max(0, self.length - self.most) if self.most else 0


@dataclass(frozen=True, slots=True)
class Payload:
    """Exactly what one channel gets of one post; the same in check, preview and sending.

    ``length`` is the text's in the channel's own ``unit``; ``most`` is the channel's limit, 0 for none. Where a channel
    counts in several units at once, these are of the tightest, and ``counts`` has all of them.
    """

    channel: str
    text: str
    pictures: tuple[PayloadPicture, ...] = ()
    length: int = 0
    most: int = 0
    unit: str = "characters"
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivery:
    """A post (its folder's path) on a channel; everything the ledger knows is about one of these."""

    post: str
    channel: str
