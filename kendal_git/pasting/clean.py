"""clean: bytes to text, and a text without what nobody sees; whatever can be seen stays."""

import re
import unicodedata

BREAK = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
SPACE = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Controls, soft hyphens, zero-width and bidi marks, halves of characters, and code points that are no characters.
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0001]"
)
# What only means something inside an emoji: style selectors and the tags of a flag.
STRAY = re.compile(r"[\ufe00-\ufe0f\U000e0020-\U000e007f]")
JOINERS = re.compile(r"[\u200c\u200d]+")
_PICTURE = (
    r"[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f"
    r"\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_ONE = _PICTURE + r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]?"
EMOJI = re.compile(
    rf"\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f|[0-9#*]\ufe0f?\u20e3|{_ONE}(?:\u200d{_ONE})*"
)  # a flag of a region, a keycap, and pictures joined to one


def decode(data: bytes) -> tuple[str, bool]:
    """A file's or a pipe's bytes as text, and whether its encoding was certain; Windows pipes in UTF-16 as well."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), True
    try:
        return data.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252"), False
    except UnicodeDecodeError:  # five bytes mean nothing there; Latin-1 knows them all
        return data.decode("latin-1"), False


def clean(text: str) -> str:
    """The text in plain lines and plain spaces, without invisible characters; emoji stay whole."""
    text = UNSEEN.sub("", SPACE.sub(" ", BREAK.sub("\n", text)))
    parts, position = [], 0
    for emoji in EMOJI.finditer(text):
        parts += [_between(text[position : emoji.start()]), emoji[0]]
        position = emoji.end()
    text = "".join([*parts, _between(text[position:])])
    return "\n".join(line.rstrip(" ") for line in text.split("\n")).strip("\n")


def _between(text: str) -> str:
    """What stands between two emoji: a joiner stays only where it shapes a script's letters, as in Javanese."""
    text = STRAY.sub("", text)
    return JOINERS.sub(lambda run: run[0][-1] if _shapes(text, run) else "", text)


def _shapes(text: str, run: re.Match[str]) -> bool:
    before, after = text[: run.start()][-1:], text[run.end() :][:1]
    return all(one and unicodedata.category(one) in ("Lo", "Mc", "Mn") for one in (before, after))
