"""Counting text as the channels count it (platforms.md §12): one pure function for each unit."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from kendal_git.composing.links import links
from kendal_git.model.values import dataclass

LINK_WEIGHT = 23  # of every link on X, and of every link with a scheme on Mastodon
EMOJI = r"\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|(?=\p{Extended_Pictographic})\X"
# What stands outside of the ranges that weigh 1, where emoji begin, too; © and ® stand inside and are emoji.
HEAVY = r"[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]|[©®]"
# Up to here no character joins another but LF a CR; the dashes and quotation marks of a Latin text are as simple.
JOINING = r"[^\0-\u02ff\u2010-\u2027]"
REMOTE = re.compile(r"(?<![=/\w])(@\w++(?:[.-]\w++)*+)@[\w.-]*\w")  # a person of another server, on Mastodon


@dataclass(frozen=True, slots=True)
class Weights:
    """How X weighs: ``other`` a character outside the light ranges; ``whole`` takes an emoji of any composition as one.

    X has counted in three ways so far, and its own vectors hold all three: today's is the default.
    """

    other: int = 2
    whole: bool = True


def characters(text: str) -> int:
    """Code points after NFC."""
    return len(unicodedata.normalize("NFC", text))


def graphemes(text: str) -> int:
    """What a reader takes for one character (UAX #29), however many code points it is made of."""
    if text.isascii() or not re.search(JOINING, text):
        return len(text) - text.count("\r\n")
    return len(_compiled(r"\X").findall(text))


def octets(text: str) -> int:
    """Bytes as UTF-8; a lone surrogate, which no file can hold, counts three."""
    return len(text.encode("utf-8", "surrogatepass"))


def utf16(text: str) -> int:
    """UTF-16 code units: one for most characters, two for an emoji's code point."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def threads(text: str) -> int:
    """A character is one, an emoji its UTF-8 bytes."""
    if _plain(text):
        return len(text)
    emoji = _compiled(EMOJI).findall(text)
    return len(text) + sum(octets(one) - len(one) for one in emoji)


def mastodon(text: str) -> int:
    """Graphemes, a link with its scheme as 23 and a person of another server without the server's name."""
    parts, position = [], 0
    for start, end in links(text, bare=False):
        parts += [text[position:start], "x" * LINK_WEIGHT]
        position = end
    return graphemes(REMOTE.sub(r"\1", "".join((*parts, text[position:]))))


def weighted(text: str, weights: Weights = Weights()) -> int:  # noqa: B008 — a frozen value
    """X's count: 23 a link, 2 an emoji of any composition, 1 in the Latin ranges, 2 elsewhere."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    total, position = 0, 0
    for start, end in links(text):
        total += _weight(text[position:start], weights) + LINK_WEIGHT
        position = end
    return total + _weight(text[position:], weights)


@cache
def _compiled(pattern: str) -> Any:
    import regex  # 13 ms, and only where a text leaves the Latin ranges

    return regex.compile(pattern)


def _weight(text: str, weights: Weights) -> int:
    if weights.other == 1 or _plain(text):
        return len(text)
    emoji = _compiled(EMOJI)
    total = weights.other * len(emoji.findall(text)) if weights.whole else 0
    rest = emoji.sub("", text) if weights.whole else text
    return total + len(rest) + (weights.other - 1) * len(re.findall(HEAVY, rest))


def _plain(text: str) -> bool:
    """Whether every character is in the ranges that weigh 1, among which no emoji begins or ends."""
    return text.isascii() or not re.search(HEAVY, text)


@lru_cache(maxsize=16)
def count(unit: str, text: str) -> int:
    """The length of a text in a unit of limits.json; remembered, as channels and rules share units and texts."""
    return UNITS[unit](text)


UNITS: dict[str, Callable[[str], int]] = {
    "characters": characters,
    "graphemes": graphemes,
    "bytes": octets,
    "utf16": utf16,
    "threads": threads,
    "mastodon": mastodon,
    "weighted": weighted,
}
