"""The channels' limits, read once from the dated data file beside this module, where each figure has its source."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kendal_git.model.office import USUAL, ChannelLimits, Office
from kendal_git.model.values import dataclass

DATA = Path(__file__).with_name("limits.json")


@dataclass(frozen=True, slots=True)
class Limit:
    """The most of a text in one unit, a name of ``count.UNITS``."""

    most: int
    unit: str


@dataclass(frozen=True, slots=True)
class ImageLimit:
    """One picture: the most bytes, the longest side in pixels, the ratios of width to height, and whether PNG is taken.

    0 means no limit that we know. ``alike``: several are cropped to the ratio of the first one.
    """

    bytes: int = 0
    longest: int = 0
    narrowest: float = 0
    widest: float = 0
    png: bool = True
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel accepts; 0 and an empty tuple mean no limit that we know.

    ``under_pictures`` replaces ``texts`` where a post has pictures; ``links`` counts different ones; ``alt`` is the
    longest alternative text; ``markup`` names the marks that its texts keep, none for plain text.
    """

    texts: tuple[Limit, ...] = ()
    under_pictures: tuple[Limit, ...] = ()
    pictures: int = 0
    needs_picture: bool = False
    hashtags: int = 0
    links: int = 0
    alt: int = 0
    image: ImageLimit = ImageLimit()
    markup: str = ""

    def of_text(self, pictured: bool) -> tuple[Limit, ...]:
        """All limits that the text of a post with or without pictures must keep at once."""
        return self.under_pictures if pictured and self.under_pictures else self.texts


UNKNOWN = Limits()


@cache
def _table() -> dict[str, Limits]:
    import json

    loaded = json.loads(DATA.read_text(encoding="utf-8"))
    return {name: _read(row) for name, row in loaded["channels"].items()}


def _read(row: Mapping[str, Any]) -> Limits:
    """One channel's row of the data file."""
    numbers = {name: int(row[name]["most"]) for name in ("pictures", "hashtags", "links", "alt") if name in row}
    texts, under = _limits(row, "texts"), _limits(row, "under_pictures")
    image, markup = _image(row.get("image", {})), row.get("markup", {}).get("name", "")
    return Limits(texts, under, needs_picture="needs_picture" in row, image=image, markup=markup, **numbers)


def _image(row: Mapping[str, Any]) -> ImageLimit:
    if not row:
        return ImageLimit()
    narrowest, widest = row.get("ratio", (0, 0))
    png, alike = row.get("png", False), row.get("alike", False)
    return ImageLimit(row["bytes"], row["longest"], narrowest, widest, png, alike)


def _limits(row: Mapping[str, Any], name: str) -> tuple[Limit, ...]:
    return tuple(Limit(one["most"], one["unit"]) for one in row.get(name, ()))


def limits_of(channel: str, office: Office | None = None) -> Limits:
    """The limits of a channel: what the office's own account or server allows, otherwise the table's, or none.

    A channel that the office calls otherwise than its service has the limits of its route.
    """
    usual = _table().get(channel) or _table().get(office.route(channel) if office else "", UNKNOWN)
    own = office.limits(channel) if office else USUAL
    return usual if own is USUAL or own == USUAL else _with(usual, own)


def _with(usual: Limits, own: ChannelLimits) -> Limits:
    """The usual limits with those that kendal.yaml sets in their place.

    A longer text is no longer text under pictures, and a second unit stays: neither is what the number is about.
    """
    texts, under = usual.texts, usual.under_pictures
    if own.characters:
        texts = (Limit(own.characters, texts[0].unit if texts else "characters"), *texts[1:])
        under = tuple(Limit(min(limit.most, own.characters), limit.unit) for limit in under)
    return replace(
        usual,
        texts=texts,
        under_pictures=under,
        pictures=own.pictures or usual.pictures,
        alt=own.alt or usual.alt,
    )
