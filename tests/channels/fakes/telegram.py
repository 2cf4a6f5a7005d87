"""Telegram's Bot API for one bot in one channel (platforms.md §6)."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.channels.fakes.service import Asked, Fake, No, Reply, size
from tests.contracts.channel import Shown

TOKEN = "7000000001:AAFbotRahasiaTigaPuluhLimaHuruf00001"
CHAT = "@kominfocontoh"
NUMBER = -1001234567890
TEXT, CAPTION, ALBUM = 4096, 1024, (2, 10)
BYTES, EDGES, RATIO = 10 * 1024 * 1024, 10_000, 20
YOUNG = timedelta(hours=48)
WAIT = 35
KNOWN = {
    "sendMessage": {"chat_id", "text", "link_preview_options"},
    "sendPhoto": {"chat_id", "photo", "caption"},
    "sendMediaGroup": {"chat_id", "media"},
    "editMessageText": {"chat_id", "message_id", "text", "link_preview_options"},
    "editMessageCaption": {"chat_id", "message_id", "caption"},
    "deleteMessage": {"chat_id", "message_id"},
    "deleteMessages": {"chat_id", "message_ids"},
    "getMe": set(),
    "getChat": {"chat_id"},
    "getChatMember": {"chat_id", "user_id"},
}
BOT = 7000000001
RIGHTS = ("can_post_messages", "can_edit_messages", "can_delete_messages")


@dataclass
class Message:
    """One message; the pictures of one album share a ``group``."""

    number: int
    text: str
    photo: bytes | None
    group: int
    date: datetime


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def no(description: str, code: int = 400, **parameters: int) -> No:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return No(Reply(code, {**body, **({"parameters": parameters} if parameters else {})}))


class FakeTelegram(Fake):
    """``public``: whether the channel has a name; ``admin``: whether the bot is in it; ``rights``: what it may do.

    ``kind``: what the chat is; a bot may read neither a channel in which it is nobody nor who is in it.
    """

    name = "telegram"

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []
        self.public, self.admin = True, True
        self.rights: tuple[str, ...] = RIGHTS
        self.kind = "channel"
        self._last = 100

    def visible(self) -> list[Shown]:
        """Messages; an album is one, with the words of its first picture."""
        groups: dict[int, list[Message]] = {}
        for one in self.messages:
            groups.setdefault(one.group, []).append(one)
        return [
            Shown(many[0].text, None, tuple(one.photo for one in many if one.photo is not None))
            for many in groups.values()
        ]

    def label(self, asked: Asked) -> str:
        return f"{asked.method} /{asked.path.rpartition('/')[2]}"

    def trouble(self, kind: str) -> Reply:
        """Telegram has no refusal of a duplicate."""
        wait = {"retry_after": WAIT}
        return {
            "throttled": no(f"Too Many Requests: retry after {WAIT}", 429, **wait).reply,
            "expired": no("Unauthorized", 401).reply,
        }.get(kind, no("Internal Server Error", 500).reply)

    def handle(self, asked: Asked) -> Reply:
        token, _, method = asked.path.removeprefix("/bot").partition("/")
        if token != TOKEN:
            raise no("Unauthorized", 401)
        if asked.method != "POST" or method not in KNOWN:
            raise no("Not Found", 404)
        given: dict[str, Any] = {**asked.fields, **(asked.json or {})}
        files = set() if method == "sendMediaGroup" else set(asked.files)
        if unknown := (set(given) | files) - KNOWN[method]:
            raise no(f"Bad Request: unknown field {sorted(unknown)}")
        if method == "getMe":
            me = {"id": BOT, "is_bot": True, "first_name": "Kominfo", "username": "kominfocontoh_bot"}
            return Reply(200, {"ok": True, "result": me})
        if str(given.get("chat_id")) not in (CHAT if self.public else "", str(NUMBER)):
            raise no("Bad Request: chat not found")
        if not self.admin:
            raise no("Forbidden: bot is not a member of the channel chat", 403)
        do = getattr(self, "_" + re.sub("([A-Z])", r"_\1", method).lower())
        return Reply(200, {"ok": True, "result": do(given, asked.files)})

    # ---- posting -----------------------------------------------------------------------------------------------------

    def _send_message(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        text = str(given.get("text", "")).strip()
        if not text:
            raise no("Bad Request: message text is empty")
        if units(text) > TEXT:
            raise no("Bad Request: message is too long")
        return self._shown(self._add(text, None))

    def _send_photo(self, given: dict[str, Any], files: dict[str, bytes]) -> Any:
        return self._shown(self._add(self._caption(given), self._photo(files.get("photo"))))

    def _send_media_group(self, given: dict[str, Any], files: dict[str, bytes]) -> Any:
        media = json.loads(given["media"])
        if not ALBUM[0] <= len(media) <= ALBUM[1]:
            raise no("Bad Request: wrong number of media in the album")
        if any(set(one) - {"type", "media", "caption"} or one["type"] != "photo" for one in media):
            raise no("Bad Request: can't parse InputMedia")
        if any(one.get("caption") for one in media[1:]):
            raise no("Bad Request: the words of an album belong to its first picture")
        words = [self._caption(one) for one in media]
        photos = [self._photo(files.get(one["media"].removeprefix("attach://"))) for one in media]
        group = self._last + 1
        return [self._shown(self._add(text, photo, group)) for text, photo in zip(words, photos, strict=True)]

    def _caption(self, given: dict[str, Any]) -> str:
        text = str(given.get("caption", "")).strip()
        if units(text) > CAPTION:
            raise no("Bad Request: message caption is too long")
        return text

    def _photo(self, data: bytes | None) -> bytes:
        if not data:
            raise no("Bad Request: there is no photo in the request")
        if len(data) > BYTES:
            raise no("Bad Request: file is too big")
        found = size(data)
        if found is None:
            raise no("Bad Request: IMAGE_PROCESS_FAILED")
        if found[1] + found[2] > EDGES or max(found[1:]) / min(found[1:]) > RATIO:
            raise no("Bad Request: PHOTO_INVALID_DIMENSIONS")
        return data

    def _add(self, text: str, photo: bytes | None, group: int = 0) -> Message:
        self._last += 1
        made = Message(self._last, text, photo, group or self._last, self.clock())
        self.messages.append(made)
        return made

    def _shown(self, one: Message) -> dict[str, Any]:
        name = {"username": CHAT[1:]} if self.public else {}
        chat = {"id": NUMBER, "title": "Kominfo Contoh", "type": "channel", **name}
        words = {"caption": one.text} if one.photo else {"text": one.text}
        return {"message_id": one.number, "chat": chat, "date": int(one.date.timestamp()), **words}

    # ---- looking -----------------------------------------------------------------------------------------------------

    def _get_chat(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        name = {"username": CHAT[1:]} if self.public else {}
        return {"id": NUMBER, "title": "Kominfo Contoh", "type": self.kind, **name}

    def _get_chat_member(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        if given["user_id"] != BOT:
            raise no("Bad Request: invalid user_id specified")
        user = {"id": BOT, "is_bot": True, "username": "kominfocontoh_bot"}
        held = {right: right in self.rights for right in RIGHTS}
        return {"user": user, "status": "administrator" if self.rights else "member", **(held if self.rights else {})}

    # ---- changing ----------------------------------------------------------------------------------------------------

    def _find(self, number: object, what: str) -> Message:
        found = next((one for one in self.messages if one.number == number), None)
        if found is None:
            raise no(f"Bad Request: message to {what} not found")
        return found

    def _edit(self, one: Message, text: str) -> Any:
        if one.text == text:
            raise no("Bad Request: message is not modified: specified new message content is exactly the same")
        one.text = text
        return self._shown(one)

    def _edit_message_text(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        one, text = self._find(given["message_id"], "edit"), str(given["text"]).strip()
        if one.photo:
            raise no("Bad Request: there is no text in the message to edit")
        if units(text) > TEXT:
            raise no("Bad Request: MESSAGE_TOO_LONG")
        return self._edit(one, text)

    def _edit_message_caption(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        one, text = self._find(given["message_id"], "edit"), self._caption(given)
        if not one.photo:
            raise no("Bad Request: there is no caption in the message to edit")
        return self._edit(one, text)

    def _delete_message(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        self._remove([self._find(given["message_id"], "delete")])
        return True

    def _delete_messages(self, given: dict[str, Any], _files: dict[str, bytes]) -> Any:
        self._remove([one for one in self.messages if one.number in given["message_ids"]])
        return True

    def _remove(self, gone: list[Message]) -> None:
        if any(self.clock() - one.date > YOUNG for one in gone):
            raise no("Bad Request: message can't be deleted for everyone")
        self.messages = [one for one in self.messages if one not in gone]
