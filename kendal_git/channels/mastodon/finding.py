"""Recognising a parcel among an account's statuses: by its words, its pictures' words and its time."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from kendal_git.composing.count import REMOTE
from kendal_git.ports import Parcel

SLACK = timedelta(seconds=60)  # how far the server's clock may be behind ours
_TAG = re.compile(r"<[^<>]*>")


def same(status: dict[str, Any], parcel: Parcel) -> bool:
    """Whether a status is surely this revision: not older than its intent, the same words, the same pictures' words."""
    moment = when(status)
    if parcel.since is None or moment is None or moment < parcel.since - SLACK:
        return False
    attached = status.get("media_attachments") or ()
    described = [str(one.get("description") or "").strip() for one in attached]
    wanted = [picture.alt.strip() for picture in parcel.payload.pictures]
    return described == wanted and words(plain(str(status.get("content", "")))) == words(parcel.payload.text)


def when(status: dict[str, Any]) -> datetime | None:
    """When a status got the form that it has; None where it does not say."""
    try:
        moment = datetime.fromisoformat(str(status.get("edited_at") or status.get("created_at")))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def plain(html: str) -> str:
    """A status without its markup; the server hides parts of a long link, and they are there all the same."""
    return unescape(_TAG.sub("", html.replace("<br", " <br").replace("</p>", " </p>")))


def words(text: str) -> str:
    """What two texts have in common when only spaces, and the servers of people named, differ."""
    return "".join(REMOTE.sub(r"\1", text).split())
