"""Counting text as the channels count it (platforms.md §12)."""

import re
import unicodedata

# A link is a scheme with a host, or a bare domain: X shortens both to 23 characters.
LINK = re.compile(
    r"(?<![@\w./-])(?:https?://[^\s<>\"]+|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+"
    r"(?:[a-z]{2}|com|org|net|info|biz|edu|gov|mil|news|site|online|app|dev|web|blog)(?![\w@-])(?:/[^\s<>\"]*)?)",
    re.IGNORECASE,
)
LINK_WEIGHT = 23
TRAILING = ".,;:!?)'\""  # punctuation that ends a sentence, not an address


def characters(text: str) -> int:
    """Code points after NFC."""
    return len(unicodedata.normalize("NFC", text))


def weighted(text: str) -> int:
    """X's count: 23 a link, 2 an emoji of any composition, 1 in the Latin ranges, 2 elsewhere."""
    text = unicodedata.normalize("NFC", text)
    total, rest = 0, []
    for match in LINK.finditer(text):
        tail = len(match[0]) - len(match[0].rstrip(TRAILING))
        total += LINK_WEIGHT
        rest.append((match.start(), match.end() - tail))
    plain, position = [], 0
    for start, end in rest:
        plain.append(text[position:start])
        position = end
    plain.append(text[position:])
    return total + sum(_weight(part) for part in plain)


def _weight(text: str) -> int:
    if all(_light(character) for character in text):
        return len(text)
    import regex  # 13 ms, and only where a text leaves the Latin ranges

    emoji = regex.compile(r"\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|(?=\p{Extended_Pictographic})\X")
    total = 2 * len(emoji.findall(text))
    return total + sum(1 if _light(character) else 2 for character in emoji.sub("", text))


def _light(character: str) -> bool:
    code = ord(character)
    return code <= 0x10FF or 0x2000 <= code <= 0x200D or 0x2010 <= code <= 0x201F or 0x2032 <= code <= 0x2037


UNITS = {"characters": characters, "weighted": weighted}
