"""Colour on a terminal, and none anywhere else."""

from dataclasses import dataclass

CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2"}


@dataclass(frozen=True, slots=True)
class Style:
    """Paints words when ``colour`` is on; the words alone when it is off."""

    colour: bool = False

    def __call__(self, words: str, *names: str) -> str:
        """``words`` in the named styles."""
        if not self.colour or not words:
            return words
        return f"\x1b[{';'.join(CODES[name] for name in names)}m{words}\x1b[0m"


def safe(text: str) -> str:
    """Text from a file made harmless for a terminal: control characters and bidi marks become visible."""
    return "".join(character if _harmless(character) else f"\\u{ord(character):04x}" for character in text)


def _harmless(character: str) -> bool:
    code = ord(character)
    bidi = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return character in "\n\t" or not (code < 0x20 or 0x7F <= code < 0xA0 or bidi or 0xD800 <= code <= 0xDFFF)
