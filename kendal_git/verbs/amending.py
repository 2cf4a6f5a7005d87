"""A correction on one channel: in place where the channel can, otherwise as the office has chosen for that channel."""

from dataclasses import replace

from kendal_git.model.message import Message, say
from kendal_git.model.office import ChannelSettings, Office
from kendal_git.ports import Channel, Edits, Parcel

BY_HAND, REPOST = "by-hand", "repost"


def amended(channel: Channel, office: Office, parcel: Parcel, standing: Parcel | None, remote: str) -> Parcel | Message:
    """The parcel of a new revision, told what it replaces or what must go first; a message where a person must act.

    ``standing`` is what stands there, None when it cannot be read any more; ``remote`` is the channel's name for it,
    unknown of what a person settled or what was there before the ledger: such a post can be neither changed nor taken
    down, and a new one beside it would be its double.
    """
    same_pictures = standing is not None and _pictures(standing) == _pictures(parcel)
    if channel.edits is Edits.ALL or (channel.edits is Edits.TEXT and same_pictures and remote):
        return replace(parcel, replaces=remote)
    choice = dict(office.channels).get(channel.name, ChannelSettings("")).corrects
    if choice == BY_HAND or (choice == REPOST and not remote):
        return say("publish.correction-by-hand", channel=channel.name)
    return replace(parcel, outdated=remote) if choice == REPOST else parcel


def _pictures(parcel: Parcel) -> tuple[tuple[bytes, str], ...]:
    """What is to be seen, without the files' names."""
    return tuple((data, one.alt) for (_, data), one in zip(parcel.pictures, parcel.payload.pictures, strict=True))
