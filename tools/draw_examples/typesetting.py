"""The typesetter: measures, wraps and fits text with the very fonts that will draw it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import ImageFont

FONTS = Path(__file__).parents[2] / "templates" / "fonts"
#: another line is worth it only when the letters grow by this much
MORE_LINES_PAY = 1.45
FILES = {500: "PlusJakartaSans-Medium.ttf", 700: "PlusJakartaSans-Bold.ttf", 800: "PlusJakartaSans-ExtraBold.ttf"}


class MissingGlyphsError(ValueError):
    """Text asks for characters that the font cannot draw."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Text broken into lines at one size."""

    lines: tuple[str, ...]
    size: int


@cache
def _characters(weight: int) -> frozenset[int]:
    with TTFont(FONTS / FILES[weight]) as font:
        return frozenset(font.getBestCmap())


@cache
def _font(weight: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / FILES[weight], size)


def measure(text: str, weight: int, size: int) -> float:
    """Return the width of a line; a character that the font lacks is an error, never a gap."""
    missing = sorted({character for character in text if ord(character) not in _characters(weight)})
    if missing:
        raise MissingGlyphsError(f"{FILES[weight]} cannot draw {', '.join(map(repr, missing))} in {text!r}")
    return _font(weight, size).getlength(text)


def _breaks(words: Sequence[str], lines: int) -> list[tuple[str, ...]]:
    """List every way to break words into a number of lines."""
    ways = []
    for cuts in combinations(range(1, len(words)), lines - 1):
        edges = (0, *cuts, len(words))
        ways.append(tuple(" ".join(words[a:b]) for a, b in pairwise(edges)))
    return ways


def fit(text: str, weight: int, *, width: float, largest: int, smallest: int, lines: int) -> Setting:
    """Set text as large as the width allows, in few and even lines."""
    words = text.split()
    best: Setting | None = None
    for count in range(1, min(lines, len(words)) + 1):
        even = min(_breaks(words, count), key=lambda way: max(measure(part, weight, 100) for part in way))
        widest = max(measure(part, weight, 100) for part in even)
        size = min(largest, int(width / widest * 100))
        if best is None or best.size < smallest or size > best.size * MORE_LINES_PAY:
            best = Setting(even, size)
    if best is None or best.size < smallest:
        raise ValueError(f"{text!r} does not fit {width:g} px in {lines} lines at {smallest} px")
    return best
