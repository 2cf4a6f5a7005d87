"""What the Graph API gets, and how a post of ours is recognised in what the Page shows: pure functions."""

import json
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from kendal_git.channels.answers import part
from kendal_git.channels.graph import comparable, no_older
from kendal_git.ports import Parcel
from kendal_git.transport import File, Form

HOSTS = ("www.facebook.com", "facebook.com", "m.facebook.com", "web.facebook.com")
SEEN = "id,message,created_time,permalink_url,attachments{media_type,target,subattachments}"


def photo(name: str, data: bytes, alt: str) -> Form:
    """One picture that nobody sees yet."""
    described = (("alt_text_custom", alt),) if alt else ()
    return Form((("published", "false"), *described), (File("source", name, data),))


def feed(parcel: Parcel) -> Form:
    """The visible call's body: the words, with the pictures prepared before or with a link alone."""
    fields = {"published": "true", "fields": "id,permalink_url"}
    if parcel.payload.text:
        fields["message"] = parcel.payload.text
    if parcel.prepared:
        fields["attached_media"] = json.dumps([{"media_fbid": given} for _, given in parcel.prepared])
    elif parcel.link:
        fields["link"] = parcel.link
    return Form(tuple(fields.items()))


def correction(parcel: Parcel) -> Form:
    """New words for a standing post; its pictures cannot be changed."""
    return Form((("message", parcel.payload.text),))


def address(remote: str) -> str:
    """Where people see a post of which the Page did not tell the address."""
    return f"https://www.facebook.com/{remote}"


def numbered(remote: str) -> bool:
    """Whether a name in the ledger is a post of the Page; what a person made from the outbox has another."""
    return remote.isascii() and remote.replace("_", "").isdigit()


def shows(shown: dict[str, Any], parcel: Parcel) -> bool:
    """Whether a post of the Page is surely this parcel's: its words, its time, and its pictures where they are named.

    A post that this one corrects or replaces is another one.
    """
    number, since = shown.get("id"), parcel.since
    if not number or since is None or number in (parcel.replaces, parcel.outdated) or not _same_words(shown, parcel):
        return False
    if not no_older(shown.get("created_time"), since):
        return False
    theirs, ours = pictures(shown), {given for _, given in parcel.prepared}
    return bool(theirs) == bool(parcel.pictures) and (not ours or not theirs or bool(ours & theirs))


def corrected(shown: dict[str, Any], parcel: Parcel) -> bool:
    """Whether the standing post has the words of a correction in place, for which nothing is prepared."""
    standing = shown.get("id") == parcel.replaces and bool(pictures(shown)) == bool(parcel.pictures)
    return standing and not parcel.prepared and _same_words(shown, parcel)


def pictures(shown: dict[str, Any]) -> set[str]:
    """The numbers of everything that a post carries, also inside an album."""
    found = set()
    entries = part(shown, "attachments").get("data")
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and entry.get("media_type") in ("photo", "album"):
            found.add(str(part(entry, "target").get("id", "?")))
            found |= pictures({"attachments": entry.get("subattachments")})
    return found


def _same_words(shown: dict[str, Any], parcel: Parcel) -> bool:
    """No words at all are no sign of anything."""
    words = comparable(parcel.payload.text)
    return bool(words) and comparable(str(shown.get("message", ""))) == words


def remote_of(url: str) -> str:
    """The Page's post in an address that has both numbers; empty for the many that have not, as “pfbid…”."""
    parts = urlsplit(url)
    if parts.scheme != "https" or parts.hostname not in HOSTS:
        return ""
    query, steps = dict(parse_qsl(parts.query)), [step for step in parts.path.split("/") if step]
    match steps:
        case ["permalink.php" | "story.php"]:
            pair = query.get("id", ""), query.get("story_fbid", "")
        case [page, "posts", *_, post]:
            pair = page, post
        case [both] if both.count("_") == 1:
            page, _, post = both.partition("_")
            pair = page, post
        case _:
            return ""
    return "_".join(pair) if all(one.isascii() and one.isdigit() for one in pair) else ""
