"""One post as one self-contained page: the check's findings, the site's page, and a card for every channel."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kendal_git.composing.picturing import pictures
from kendal_git.messages import text
from kendal_git.model.delivery import Count, Payload
from kendal_git.model.diagnostic import Diagnostic, Severity
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.pictures import UndecodableError
from kendal_git.rendering import words
from kendal_git.rendering.sizes import media_type
from kendal_git.rendering.templates import Templates
from kendal_git.rendering.values import Shown
from kendal_git.rendering.views import view


@dataclass(frozen=True, slots=True)
class Draft:
    """What is previewed. ``shown`` is None for a post that cannot be read; ``opens``, when nothing holds it back."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    shown: Shown | None = None
    payloads: tuple[Payload, ...] = ()
    digest: str = ""
    opens: datetime | None = None
    undated: bool = False


@dataclass(frozen=True, slots=True)
class CardPicture:
    """One picture on a card; ``address`` is empty when there is no such picture."""

    file: str
    address: str
    alt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One channel's card. Each count of the text stands with its unit in words."""

    name: str
    title: str
    text: str
    pictures: tuple[CardPicture, ...]
    counts: tuple[tuple[Count, str], ...]

    @property
    def over(self) -> bool:
        """Whether the channel would refuse the text."""
        return any(count.over for count, _ in self.counts)


def preview(draft: Draft, office: Office, templates: Templates, language: str) -> bytes:
    """The page. It carries its own style, letters and pictures, and its policy lets nothing else in."""

    def translate(key: str, **values: Any) -> str:
        return text(say(f"site.preview.{key}", **values), language)

    style = _style(templates)
    errors = sum(found.severity is Severity.ERROR for found in draft.diagnostics)
    return templates.render(
        "preview/post.html",
        t=translate,
        language=language,
        style=_Safe(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        office=office,
        draft=draft,
        errors=errors,
        warnings=len(draft.diagnostics) - errors,
        findings=[_finding(found, language) for found in draft.diagnostics],
        opens=words.moment(draft.opens.astimezone(office.zone)) if draft.opens else "",
        post=view(draft.shown, office, embed=True, level=4) if draft.shown else None,
        cards=[_card(payload, draft.shown.item.read, office, language) for payload in draft.payloads]
        if draft.shown
        else [],
    ).encode()


class _Safe(str):
    """Text of our own templates that goes into the page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _style(templates: Templates) -> str:
    """The site's style and the preview's own, the letters inside it."""
    style = b"\n".join(templates.data(name) or b"" for name in ("site/style.css", "preview/preview.css")).decode()
    for name in templates.names("fonts", (".woff2",)):
        font = base64.b64encode(templates.data(name) or b"").decode()
        style = style.replace(f'url("{name}")', f'url("data:font/woff2;base64,{font}")')
    return style.replace("</", "<\\/")


def _finding(found: Diagnostic, language: str) -> dict[str, Any]:
    return {
        "error": found.severity is Severity.ERROR,
        "severity": text(say(f"check.severity.{found.severity}"), language),
        "rule": found.rule,
        "line": found.place.line,
        "file": found.place.path.rpartition("/")[2],
        "message": text(found.message, language),
        "hint": text(found.hint, language) if found.hint else "",
    }


def _card(payload: Payload, read: Callable[[str], bytes | None], office: Office, language: str) -> Card:
    """One channel's card, with the very bytes that it would get."""
    try:
        sent = dict(pictures(payload, read, office))
    except UndecodableError:
        sent = {one.file: read(one.file) or b"" for one in payload.pictures}  # the check tells of it
    shown = tuple(CardPicture(one.file, _address(sent[one.file]), one.alt) for one in payload.pictures)
    counts = tuple((one, text(say(f"site.preview.unit.{one.unit}"), language)) for one in payload.counts)
    return Card(payload.channel, words.channel(payload.channel), payload.text, shown, counts)


def _address(data: bytes) -> str:
    kind = media_type(data) if data else ""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}" if kind else ""
