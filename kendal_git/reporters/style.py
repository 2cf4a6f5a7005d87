"""Colour on a terminal, and none anywhere else."""

import unicodedata

from kendal_git.model.values import dataclass

CODES = {"red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36", "bold": "1", "dim": "2"}
JOINERS = "\u200c\u200d"  # they hold emoji and Javanese script together


@dataclass(frozen=True, slots=True)
class Style:
    """Paints words when ``colour`` is on; the words alone when it is off. ``width`` is a terminal's, 0 elsewhere."""

    colour: bool = False
    width: int = 0

    def __call__(self, words: str, *names: str) -> str:
        """``words`` in the named styles."""
        if not self.colour or not words:
            return words
        return f"\x1b[{';'.join(CODES[name] for name in names)}m{words}\x1b[0m"


def columns(text: str) -> int:
    """Terminal columns: wide characters take two; combining marks, joiners and variation selectors none."""
    return sum(0 if _weightless(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def folded(words: str, width: int, opening: str, indent: str) -> list[str]:
    """A paragraph behind its opening, in lines of at most ``width`` columns; one line where that is 0."""
    line, *rest = words.split(" ")
    lines = [opening + line]
    for word in rest:
        longer = f"{lines[-1]} {word}"
        if width and columns(longer) > width:
            lines.append(indent + word)
        else:
            lines[-1] = longer
    return lines


def safe(text: str) -> str:
    """Text from a file, harmless on one line of a terminal: what would move, hide or reorder it becomes visible."""
    return "".join(character if _harmless(character) else f"\\u{ord(character):04x}" for character in text)


def _weightless(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def _harmless(character: str) -> bool:
    """No control, no line break, no mark that turns the direction of reading, nothing unseen but joiners."""
    if character.isprintable() or character in JOINERS:
        return True
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
