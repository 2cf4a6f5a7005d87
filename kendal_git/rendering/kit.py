"""The kit's page: one post for one channel, to be posted by hand from a telephone; it needs nothing beside itself."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Any

from kendal_git.messages import room, text
from kendal_git.model.delivery import Payload
from kendal_git.model.message import say
from kendal_git.rendering import words
from kendal_git.rendering.sizes import media_type
from kendal_git.rendering.templates import Templates

OWN_WAY = "open-"  # how the key of a channel's own first step begins


@dataclass(frozen=True, slots=True)
class Kit:
    """What is posted: ``pictures`` are (file, alternative text, bytes); ``correction``: an older post stands there."""

    post: str
    channel: str
    title: str
    payload: Payload
    pictures: tuple[tuple[str, str, bytes], ...] = ()
    correction: bool = False


def kit_page(kit: Kit, templates: Templates, language: str) -> bytes:
    """The page. Its policy lets nothing in but its own style and the one script that copies."""

    def translate(key: str, **values: Any) -> str:
        return text(say(f"kit.{key}", **values), language)

    style, script = (_own(templates, f"kit/kit.{kind}") for kind in ("css", "js"))
    return templates.render(
        "kit/kit.html",
        t=translate,
        language=language,
        kit=kit,
        channel=words.channel(kit.channel),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        counts=[count for count in kit.payload.counts if count.most],
        pictures=[(name, alt, _address(data)) for name, alt, data in kit.pictures],
        steps=_steps(kit, language),
    ).encode()


def _steps(kit: Kit, language: str) -> list[str]:
    """What to do, in order; the last step is the one that makes it known."""
    own = f"{OWN_WAY}{kit.channel}"
    keys = ["correction" if kit.correction else own if own in room("kit") else "open", "paste"]
    if kit.pictures:
        keys.insert(1, "pictures" if len(kit.pictures) > 1 else "picture")
        keys += ["alt"] if any(alt for _, alt, _ in kit.pictures) else []
    channel = words.channel(kit.channel)
    return [text(say(f"kit.{key}", channel=channel), language) for key in (*keys, "look", "record")]


class _Safe(str):
    """Text of our own templates that goes into the page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _own(templates: Templates, name: str) -> _Safe:
    return _Safe((templates.data(name) or b"").decode().replace("</", "<\\/"))


def _hash(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _address(data: bytes) -> str:
    return f"data:{media_type(data) or 'application/octet-stream'};base64,{base64.b64encode(data).decode()}"
