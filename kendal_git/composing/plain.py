r"""Markdown to the plain text that social channels show: what is written stays, its markup goes.

Every pattern is linear: what may repeat cannot hold the pattern's own beginning, or is bounded. And it begins with the
very characters that it looks for, which ``re`` finds at once; what must not stand before them is asked behind them.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_HARD = "\u2028"  # a line break that is meant, while lines of one paragraph are joined
_NEWLINES = re.compile(r"\r\n?|[\x85\u2029]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~-])")
_HIDDEN = 0xF0000  # escaped characters wait in a private plane until no pattern can take them for markup
_SHOW = {_HIDDEN + ord(character): character for character in "\\`*_{}[]()#+.!>~-"}
_HEADING = re.compile(r"\n#{1,6}[ \t]+(.*)")
# Each with what must stand in a text before the pattern can find anything in it: most texts lack most of it.
_LINES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("  ", re.compile(r"  (?<!   ) *\n"), _HARD),
    ("\\", re.compile(r"\\\n"), _HARD),
    ("<", re.compile(r"<br ?/?>\n?", re.IGNORECASE), _HARD),
    ("![", re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]{0,500}\)"), r"\1"),  # a picture leaves its words
    ("<", re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    ("<", re.compile(r"</?[a-z][^<>\n]{0,500}>", re.IGNORECASE), ""),
    ("\n>", re.compile(r"\n>[ \t]?"), "\n"),
    ("\n", re.compile(r"\n[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), "\n"),
    ("\n", re.compile(r"\n[ \t]*[*+-][ \t]+"), "\n• "),
)
# Where a line ends means nothing to these: the lines of a paragraph are one by then.
_WORDS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("[", re.compile(r"\[([^\[\]\n]+)\]\((https?://[^()\s]{1,2000})(?: +\"[^\"\n]{0,500}\")?\)"), r"\1 (\2)"),
    ("[", re.compile(r"\[([^\[\]\n]+)\]\([^()\n]{0,500}\)"), r"\1"),  # a link that leads nowhere outside the site
    ("**", re.compile(r"\*\*(?=\S)((?:[^*\n]|\*(?!\*))+)(?<=\S)\*\*"), r"\1"),
    ("__", re.compile(r"__(?=\S)((?:[^_\n]|_(?!_))+)(?<=\S)__"), r"\1"),
    ("*", re.compile(r"\*(?<![\w*]\*)(?=\S)([^*\n]+)(?<=\S)\*(?![\w*])"), r"\1"),
    ("_", re.compile(r"_(?<![\w/]_)(?=\S)([^_\n]+)(?<=\S)_(?!\w)"), r"\1"),
    ("`", re.compile(r"`([^`\n]+)`"), r"\1"),
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,31});", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n\n\n+")
_SOFT_BREAK = re.compile(r"\n(?<=[^\n]\n)(?=[^\n•])(?!\d{1,3}[.)] )")


@lru_cache(maxsize=4)
def plain(markdown: str) -> str:
    """The text without its markup; lines of one paragraph join, paragraphs and list items stay apart.

    Remembered, because one narration is composed for every channel.
    """
    text = markdown.replace("\ufeff", "")
    if any(newline in text for newline in "\r\x85\u2029"):
        text = _NEWLINES.sub("\n", text)
    escapes = "\\" in text
    text = "\n" + _uncommented(text)  # every line begins behind a line end
    if escapes:
        text = _ESCAPED.sub(lambda found: chr(_HIDDEN + ord(found[1])), text)
    text = _HEADING.sub(lambda found: "\n\n" + found[1].rstrip("# \t") + "\n", text)
    text = _SOFT_BREAK.sub(" ", _replaced(_LINES, text))
    text = _PARAGRAPHS.sub("\n\n", _replaced(_WORDS, text).replace(_HARD, "\n")).strip()
    return _ENTITY.sub(_character, text.translate(_SHOW) if escapes else text)


def _replaced(steps: Iterable[tuple[str, re.Pattern[str], str]], text: str) -> str:
    for mark, pattern, replacement in steps:
        if mark in text:
            text = pattern.sub(replacement, text)
    return text


def _character(found: re.Match[str]) -> str:
    """The character that an HTML entity of the narration means; a name that nobody knows stays."""
    from html import unescape

    return unescape(found[0])


def _uncommented(text: str) -> str:
    """Without HTML comments; one that never ends is text."""
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts.append(text[position:start])
        position = end + 3
    return "".join(parts) + text[position:]
