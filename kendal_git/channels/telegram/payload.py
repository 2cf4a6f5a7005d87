"""What Telegram's Bot API gets: the method and its body, as pure functions of the parcel.

No ``parse_mode``: the text is plain, so nothing in it can be taken for markup and nothing needs escaping.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from kendal_git.ports import Parcel
from kendal_git.transport import File, Form

ADDRESS = re.compile(r"https://(?:t|telegram)\.me/(?:s/[A-Za-z]\w+|c/\d+|[A-Za-z]\w+)/(\d+)/?(?:[?#].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the Bot API."""

    method: str
    body: dict[str, Any] | Form


def message(chat: str, parcel: Parcel) -> Request:
    """The visible call: text alone, one picture with its caption, or an album whose first picture has the caption."""
    text, pictures = parcel.payload.text, parcel.pictures
    if not pictures:
        return Request("sendMessage", {"chat_id": chat, "text": text})
    if len(pictures) == 1:
        name, data = pictures[0]
        caption = (("caption", text),) if text else ()
        return Request("sendPhoto", Form((("chat_id", chat), *caption), (File("photo", name, data),)))
    media: list[dict[str, str]] = [{"type": "photo", "media": f"attach://f{place}"} for place in range(len(pictures))]
    if text:
        media[0]["caption"] = text
    files = tuple(File(f"f{place}", name, data) for place, (name, data) in enumerate(pictures))
    return Request("sendMediaGroup", Form((("chat_id", chat), ("media", json.dumps(media))), files))


def correction(chat: str, parcel: Parcel) -> Request:
    """New words for what stands; an album's words are its first picture's."""
    where = {"chat_id": chat, "message_id": numbers(parcel.replaces)[0]}
    if parcel.pictures:
        return Request("editMessageCaption", {**where, "caption": parcel.payload.text})
    return Request("editMessageText", {**where, "text": parcel.payload.text})


def removal(chat: str, remote: str) -> Request:
    """Take down a message, or all of an album."""
    ids = numbers(remote)
    if len(ids) == 1:
        return Request("deleteMessage", {"chat_id": chat, "message_id": ids[0]})
    return Request("deleteMessages", {"chat_id": chat, "message_ids": list(ids)})


def numbers(remote: str) -> tuple[int, ...]:
    """The message numbers that a receipt keeps; none for what is no list of numbers."""
    parts = remote.split(",")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else ()


def address(chat: str, number: int) -> str:
    """Where people see a message: a public channel by its name, a private one by its number."""
    if chat.startswith("@"):
        return f"https://t.me/{chat[1:]}/{number}"
    return f"https://t.me/c/{chat.removeprefix('-100').removeprefix('-')}/{number}"


def remote_of(url: str) -> str:
    """The message's number in its address, of an album that of one picture; empty where that is no message's."""
    found = ADDRESS.fullmatch(url)
    return found[1] if found else ""
