"""What a channel gets, and one post on one channel on its way there."""

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class PayloadPicture:
    """One picture as it is sent: its file in the post's folder and its alternative text."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Payload:
    """Exactly what one channel gets of one post; the same in check, preview and sending.

    ``length`` is the text's in the channel's own ``unit``; ``most`` is the channel's limit, 0 for none.
    """

    channel: str
    text: str
    pictures: tuple[PayloadPicture, ...] = ()
    length: int = 0
    most: int = 0
    unit: str = "characters"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A post (its folder's path) on a channel; everything the ledger knows is about one of these."""

    post: str
    channel: str
