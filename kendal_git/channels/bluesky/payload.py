"""What Bluesky gets of a parcel, and under which name: the same on every run, from the parcel alone."""

import hashlib
import re
from datetime import UTC, datetime, timedelta
from typing import Any

from kendal_git.composing.compose import HASHTAG
from kendal_git.composing.count import graphemes
from kendal_git.composing.links import links
from kendal_git.pictures.inspecting import Picture, inspect
from kendal_git.ports import Parcel

COLLECTION = "app.bsky.feed.post"
DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND, DAY = timedelta(microseconds=1), timedelta(days=1)
# The hour that a record bears: the same calendar day in all of Indonesia, and the end of the hours in which offices
# post. The network sorts by the earlier of this and the moment at which it saw the record.
EVENING = timedelta(hours=14)
LONGEST_TAG = 64  # graphemes; a longer tag stays plain text
LONGEST_SIDE = 0  # decoding tells nothing that is needed here: the size stands in a picture's first bytes
ADDRESS = re.compile(r"https://bsky\.app/profile/[^/?#]+/post/([^/?#]+)/?(?:[?#].*)?")
_DATED = re.compile(r"content/(\d{4})/(\d{2})/(\d{2})-")


def day(post: str) -> datetime | None:
    """The midnight (UTC) of the day in a post's path; None for a path that has none."""
    found = _DATED.match(post)
    try:
        return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC) if found else None
    except ValueError:
        return None


def record_key(post: str, channel: str) -> str:
    """The record's name, a TID: a moment of the post's day and a clock's number, both drawn from the post's path.

    A correction has the path of what it corrects, and so its key.
    """
    digest = hashlib.sha256(f"{channel}\0{post}".encode()).digest()
    moment = (day(post) or EPOCH) + MICROSECOND * (int.from_bytes(digest[:8]) % (DAY // MICROSECOND))
    number = (((moment - EPOCH) // MICROSECOND) << 10) | (int.from_bytes(digest[8:10]) & 0x3FF)
    return "".join(DIGITS[number >> shift & 31] for shift in range(60, -1, -5))


def ours(remote: str) -> bool:
    """Whether a name in the ledger is a record's; a post that a person made from the outbox has another."""
    return len(remote) == 13 and set(remote) <= set(DIGITS)


def record(parcel: Parcel) -> dict[str, Any]:
    """The whole record; pictures by the ids under which they were uploaded."""
    text = parcel.payload.text
    made: dict[str, Any] = {
        "$type": COLLECTION,
        "text": text,
        "createdAt": f"{(day(parcel.post) or EPOCH) + EVENING:%Y-%m-%dT%H:%M:%S.000Z}",
        "langs": ["id"],
    }
    if found := facets(text):
        made["facets"] = found
    if parcel.pictures:
        made["embed"] = {"$type": "app.bsky.embed.images", "images": _images(parcel)}
    return made


def looked_at(data: bytes) -> Picture:
    """A picture's kind and size. Raises UndecodableError."""
    return inspect(data, LONGEST_SIDE)


def media_type(seen: Picture) -> str:
    """A picture's media type."""
    return f"image/{seen.format.lower()}"


def _images(parcel: Parcel) -> list[dict[str, Any]]:
    images = []
    for number, ((_, data), picture) in enumerate(zip(parcel.pictures, parcel.payload.pictures, strict=True), 1):
        seen = looked_at(data)
        blob = {
            "$type": "blob",
            "ref": {"$link": parcel.id(f"picture-{number}")},
            "mimeType": media_type(seen),
            "size": len(data),
        }
        ratio = {"width": seen.width, "height": seen.height}
        images.append({"image": blob, "alt": picture.alt, "aspectRatio": ratio})
    return images


def facets(text: str) -> list[dict[str, Any]]:
    """Where links and hashtags stand: Bluesky finds none by itself, and counts places in UTF-8 bytes."""
    found: list[tuple[int, int, dict[str, str]]] = []
    for start, end in links(text):
        word = text[start:end]
        uri = word if "://" in word else f"https://{word}"
        found.append((start, end, {"$type": "app.bsky.richtext.facet#link", "uri": uri}))
    for tag in HASHTAG.finditer(text):
        inside = any(start <= tag.start() < end for start, end, _ in found)
        if not inside and graphemes(tag[1]) <= LONGEST_TAG:
            found.append((*tag.span(), {"$type": "app.bsky.richtext.facet#tag", "tag": tag[1]}))
    return [
        {"index": {"byteStart": _octets(text[:start]), "byteEnd": _octets(text[:end])}, "features": [feature]}
        for start, end, feature in sorted(found, key=lambda one: one[:2])
    ]


def _octets(text: str) -> int:
    return len(text.encode())


def remote_of(url: str) -> str:
    """The record's key in the address that the app gives; empty where that is no post's."""
    found = ADDRESS.fullmatch(url)
    return found[1] if found and ours(found[1]) else ""
