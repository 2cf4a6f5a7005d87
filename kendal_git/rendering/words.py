"""The site's own words: Indonesian dates and hours, and the names of kinds, reasons and channels."""

from datetime import date, datetime

from kendal_git.messages import dates, room, text
from kendal_git.model.message import say

LANGUAGE = "id"  # the public site speaks Indonesian, whatever the staff's messages do
CHANNELS = {
    "bluesky": "Bluesky", "facebook": "Facebook", "instagram": "Instagram", "mastodon": "Mastodon",
    "telegram": "Telegram", "threads": "Threads", "tiktok": "TikTok", "whatsapp": "WhatsApp",
    "whatsapp-channel": "Saluran WhatsApp", "x": "X", "youtube": "YouTube",
}  # fmt: skip


def long_day(day: date) -> str:
    """``Rabu, 25 November 2026``."""
    return text(dates.long_day(day), LANGUAGE)


def short_day(day: date) -> str:
    """``25 November 2026``."""
    return text(dates.short_day(day), LANGUAGE)


def month(day: date) -> str:
    """``November 2026``."""
    return text(dates.month(day), LANGUAGE)


def moment(at: datetime) -> str:
    """``Rabu, 25 November 2026 pukul 06.00 WIB``; ``at`` is in the office's own zone."""
    return text(dates.moment(at), LANGUAGE)


def channel(name: str) -> str:
    """A channel as people write it."""
    return CHANNELS.get(name, name.replace("-", " ").title())


def kind(name: str) -> str:
    """A kind of post as a heading."""
    return text(say(f"site.kind.{name}"), LANGUAGE) if f"kind.{name}" in room("site") else name


def reason(name: str) -> str:
    """Why a post was corrected or withdrawn, as a part of a sentence."""
    return text(say(f"site.reason.{name}"), LANGUAGE) if f"reason.{name}" in room("site") else name
