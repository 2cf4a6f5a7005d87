"""Markdown to WhatsApp's own marks: bold and italic stay, everything else is as plain as on every channel.

WhatsApp has no escape and takes a mark only between a word and what is no word, on one line (faq.whatsapp.com, "How to
format your messages"). A mark that it would show as a star is left out.
"""

import re

from kendal_git.composing.plain import plain

_BOLD, _ITALIC = "\U000f1000", "\U000f1001"  # stand for the marks until no pattern can take them for Markdown
_MARKS = {_BOLD: "*", _ITALIC: "_"}
_HEADING = re.compile(r"^(#{1,6}[ \t]+)([^\n]*[^\s#])[# \t]*$", re.MULTILINE)
_STRONG = re.compile(
    r"(?<![\\\w*])\*\*(?=\S)((?:[^*\n\\]|\*(?!\*))+)(?<=\S)\*\*(?![\w*])|(?<![\\\w])__(?=\S)([^_\n\\]+)(?<=\S)__(?!\w)"
)
_EMPHASIS = re.compile(
    r"(?<![\\\w*])\*(?=\S)([^*\n\\]+)(?<=\S)\*(?![\w*])|(?<![\\\w/])_(?=\S)([^_\n\\]+)(?<=\S)_(?!\w)"
)
_PAIR = re.compile(f"([{_BOLD}{_ITALIC}])([^{_BOLD}{_ITALIC}\n]+)\\1")


def whatsapp(markdown: str) -> str:
    """The text as it is pasted into WhatsApp."""
    text = _HEADING.sub(lambda found: f"{found[1]}**{found[2].replace('**', '')}**", markdown)
    text = _STRONG.sub(lambda found: f"{_BOLD}{found[1] or found[2]}{_BOLD}", text)
    text = plain(_EMPHASIS.sub(lambda found: f"{_ITALIC}{found[1] or found[2]}{_ITALIC}", text))
    for _ in range(2):  # one inside the other
        text = _PAIR.sub(lambda found: _MARKS[found[1]] + found[2] + _MARKS[found[1]], text)
    return text.replace(_BOLD, "").replace(_ITALIC, "")
