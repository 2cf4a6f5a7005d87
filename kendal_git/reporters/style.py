"""Colour on a terminal, and none anywhere else."""

import unicodedata

from kendal_git.model.values import dataclass

CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2"}
JOINERS = "\u200c\u200d"  # they hold emoji and Javanese script together


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
    """Text from a file, harmless on one line of a terminal: what would move, hide or reorder it becomes visible."""
    return "".join(character if _harmless(character) else f"\\u{ord(character):04x}" for character in text)


def _harmless(character: str) -> bool:
    """No control, no line break, no mark that turns the direction of reading, nothing unseen but joiners."""
    if character.isprintable() or character in JOINERS:
        return True
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
