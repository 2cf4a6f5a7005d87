"""Markdown to the plain text that social channels show: what is written stays, its markup goes."""

import re

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),  # a picture leaves its words
    (re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)(?:\s+\"[^\"\n]*\")?\)"), r"\1 (\2)"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE), r"\1"),
    (re.compile(r"^>[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[*+-][ \t]+", re.MULTILINE), "• "),
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_PARAGRAPHS = re.compile(r"\n{3,}")
_SOFT_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n•])(?!\d+\.)")


def plain(markdown: str) -> str:
    """The text without its markup; lines of one paragraph join, paragraphs and list items stay apart."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    text = _SOFT_BREAK.sub(" ", text)
    return _PARAGRAPHS.sub("\n\n", text).strip()
