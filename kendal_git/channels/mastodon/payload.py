"""What Mastodon gets of a parcel, and under which key: the same on every run, from the parcel alone."""

import hashlib
import re
from typing import Any

from kendal_git.ports import Parcel

# What a server gives as a status's address: of its own people, whose names have no second @.
ADDRESS = re.compile(r"https?://[^/?#]+/(?:@[^/?#@]+|users/[^/?#@]+)(?:/statuses)?/([0-9A-Za-z]+)/?(?:[?#].*)?")
LANGUAGE, VISIBILITY = "id", "public"


def key(parcel: Parcel, channel: str) -> str:
    """The Idempotency-Key of one revision of a post on one channel, whoever sends it."""
    return hashlib.sha256(f"{parcel.post}\0{channel}\0{parcel.revision}".encode()).hexdigest()


def media(parcel: Parcel) -> list[str]:
    """The ids of the uploaded pictures, in their order."""
    return [parcel.id(f"picture-{number}") for number in range(1, len(parcel.pictures) + 1)]


def ours(remote: str) -> bool:
    """Whether a name in the ledger is a status's id; a post that a person made from the outbox has another."""
    return remote.isascii() and remote.isalnum()


def new_status(parcel: Parcel) -> dict[str, Any]:
    """A status that is not there yet."""
    return {**changed_status(parcel), "visibility": VISIBILITY}


def changed_status(parcel: Parcel) -> dict[str, Any]:
    """A status in the place of one that stands; a list without pictures takes the old ones away."""
    return {"status": parcel.payload.text, "media_ids": media(parcel), "language": LANGUAGE}


def media_type(data: bytes) -> str:
    """A picture's media type, by its first bytes."""
    return "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"


def remote_of(url: str) -> str:
    """The status's id in its public address; empty where that is another server's view of it, whose ids are its own."""
    found = ADDRESS.fullmatch(url)
    return found[1] if found else ""
