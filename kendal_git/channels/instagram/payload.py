"""What Instagram gets, and how a post of ours is recognised in what the account shows: pure functions."""

from typing import Any

from kendal_git.channels.graph import comparable, no_older
from kendal_git.ports import Parcel
from kendal_git.transport import Form

SEEN = "id,caption,permalink,timestamp"


def single(parcel: Parcel, address: str) -> Form:
    """A post of one picture, which nobody sees yet."""
    return Form((("image_url", address), *_caption(parcel), *_described(parcel.payload.pictures[0].alt)))


def child(address: str, alt: str) -> Form:
    """One picture of a carousel; the words belong to the whole."""
    return Form((("image_url", address), ("is_carousel_item", "true"), *_described(alt)))


def carousel(parcel: Parcel, children: list[str]) -> Form:
    """A post of several pictures, in their order."""
    return Form((("media_type", "CAROUSEL"), ("children", ",".join(children)), *_caption(parcel)))


def shows(shown: dict[str, Any], parcel: Parcel) -> bool:
    """Whether a post of the account has this parcel's words and is no older than its intent; the newest proves nothing.

    A post that this one takes the place of is another one, and no words at all are no sign of anything.
    """
    number, words, since = shown.get("id"), comparable(parcel.payload.text), parcel.since
    if not number or not words or since is None or number in (parcel.replaces, parcel.outdated):
        return False
    return comparable(str(shown.get("caption", ""))) == words and no_older(shown.get("timestamp"), since)


def _caption(parcel: Parcel) -> tuple[tuple[str, str], ...]:
    return (("caption", parcel.payload.text),) if parcel.payload.text else ()


def _described(alt: str) -> tuple[tuple[str, str], ...]:
    return (("alt_text", alt),) if alt else ()
