"""What X gets, and how a post of ours is recognised in what it shows: pure functions."""

import html
import re
import unicodedata
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from kendal_git.channels.answers import part
from kendal_git.ports import Parcel
from kendal_git.transport import File, Form

SLACK = timedelta(seconds=60)  # between our clock and theirs
PICTURE = re.compile(r"https://(?:x|twitter)\.com/[^/]+/status/\d+/(?:photo|video)/\d+")  # a link that X adds itself
ADDRESS = re.compile(
    r"https://(?:www\.|mobile\.)?(?:x|twitter)\.com/(?:i/web|[^/?#]+)/status(?:es)?/([0-9]+)(?:[/?#].*)?"
)
SCHEME = re.compile(r"https?://", re.IGNORECASE)


def upload(name: str, data: bytes) -> Form:
    """One picture."""
    return Form((("media_category", "tweet_image"),), (File("media", name, data),))


def described(media: str, alt: str) -> dict[str, Any]:
    """A picture's alternative text."""
    return {"id": media, "metadata": {"alt_text": {"text": alt}}}


def tweet(parcel: Parcel) -> dict[str, Any]:
    """The visible call's body."""
    media = [given for _, given in parcel.prepared]
    words = {"text": parcel.payload.text} if parcel.payload.text else {}
    return {**words, **({"media": {"media_ids": media}} if media else {})}


def timeline(user: str, since: datetime) -> str:
    """Our own newest posts; each one read costs, so none from before the intent."""
    query = {
        "max_results": "100",
        "exclude": "replies,retweets",
        "start_time": (since - SLACK).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "tweet.fields": "attachments,created_at,entities",
    }
    return f"/2/users/{user}/tweets?{urlencode(query, quote_via=quote)}"


def address(number: str) -> str:
    """Where people see a post, whatever the account is called today."""
    return f"https://x.com/i/web/status/{number}"


def shows(shown: dict[str, Any], parcel: Parcel) -> bool:
    """Whether a post of the timeline is surely this parcel's: its words, its time, and its pictures where X tells."""
    assert parcel.since
    if not parcel.payload.text or str(shown.get("id", "")) in ("", parcel.replaces, parcel.outdated):
        return False
    try:
        created = datetime.fromisoformat(str(shown.get("created_at", "")))
    except ValueError:
        return False
    if created.tzinfo is None or created < parcel.since - SLACK:
        return False
    keys = part(shown, "attachments").get("media_keys")
    theirs = {str(key).rpartition("_")[2] for key in keys} if isinstance(keys, list) else set()
    ours = {given for _, given in parcel.prepared}
    if bool(theirs) != bool(parcel.pictures) or (ours and not ours & theirs):
        return False
    return comparable(written(shown)) == comparable(parcel.payload.text)


def written(shown: dict[str, Any]) -> str:
    """The words as they were written: X shows every link as t.co, adds one for the pictures, and escapes HTML."""
    text = str(shown.get("text", ""))
    links = part(shown, "entities").get("urls")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("url"):
            target = str(link.get("expanded_url", ""))
            text = text.replace(str(link["url"]), "" if PICTURE.fullmatch(target) else target)
    return html.unescape(text)


def comparable(text: str) -> str:
    """Words without what X does not keep: the form of a letter, the width of a gap, the scheme of a bare address."""
    return " ".join(SCHEME.sub("", unicodedata.normalize("NFC", text)).split())


def remote_of(url: str) -> str:
    """The post's number in its address; empty where that is no post's."""
    found = ADDRESS.fullmatch(url)
    return found[1] if found else ""
