"""Where a text holds links, as X and its kin find them: with a scheme, or a bare name with a known ending."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ENDINGS = Path(__file__).with_name("endings.txt")
LABEL = 63  # characters of one part of a name, in the form in which it is looked up
LONGEST = 4096  # characters of a whole link
# Letters of European names, which a bare name may hold; behind a scheme everything may stand that is no punctuation.
_LATIN = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b"
    "\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_PUNCTUATION = r"!'#%&()*+,\-./:;<=>?@\[\]^_{|}~$\\\"“”"
_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
_PATH = rf"a-z0-9{_LATIN}\u0400-\u04ff!*';:=+,.$/%#\[\]\-\u2013_~@|&"
_WORD = re.compile(r"[a-z]+(?![0-9A-Za-z@+-])", re.IGNORECASE)
_UNFINISHED_PATH = re.compile(rf"[^a-z0-9{_LATIN}\u0400-\u04ff+\-=_#/)]", re.IGNORECASE)
_UNFINISHED_QUERY = re.compile(r"[^a-z0-9\-_&=#/]", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    """A word that may be a name, with the scheme before it; every repetition is possessive, so the time is linear."""
    return re.compile(
        rf"(?:(?<![a-z0-9@＠$#＃])(https?://)([^\s{_PUNCTUATION}{_MARKS}](?:[^\s{_PUNCTUATION}{_MARKS}]|[._-])*+)"
        rf"|([a-z0-9{_LATIN}](?:[a-z0-9{_LATIN}]|[._-])*+))",
        re.IGNORECASE,
    )


@cache
def _path() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A port with a path, and a query; brackets in a path come in pairs, one inside another at most."""
    pairs = rf"\((?:[{_PATH}]++|\([{_PATH}]++\))++\)"
    return (
        re.compile(rf"(?::\d+)?+(/(?:[{_PATH}]++|{pairs})*+)?", re.IGNORECASE),
        re.compile(r"\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*+", re.IGNORECASE),
    )


@cache
def endings() -> frozenset[str]:
    """The known endings, from the dated file beside this module."""
    lines = ENDINGS.read_text(encoding="utf-8").split("\n")
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def links(text: str, *, bare: bool = True) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are links; without ``bare`` only those that begin with http:// or https://."""
    if "." not in text or not (bare or "://" in text):
        return
    done = 0
    for match in _name().finditer(text):
        scheme, name = match[1], match[2] or match[3]
        if match.start() < done or "." not in name or not (scheme or (bare and _may_begin(text, match.start()))):
            continue
        length = _host(name, text[match.end() : match.end() + 1])
        if not length:
            continue
        done = _end(text, match.end() - len(name) + length, bool(scheme))
        if done - match.start() <= LONGEST:
            yield match.start(), done


def _may_begin(text: str, start: int) -> bool:
    """A bare name does not stand inside a word, an address for mail, a mention or a hashtag."""
    before = text[start - 1] if start else " "
    return before not in "@＠$#＃-_./\ufffe\uffff\ufeff" and not (before.isascii() and before.isalnum())


def _host(name: str, after: str) -> int:
    """How much of ``name`` is a host: up to its last known ending; 0 when there is none."""
    labels = name.split(".")
    length = len(name)
    while len(labels) > 1:
        last = labels.pop()
        length -= len(last)
        ending = last if last.casefold() in endings() and after not in ("@", "+") else ""
        if not ending and (found := _WORD.match(last + after)) and found[0].casefold() in endings():
            ending = found[0]
        if ending or last.casefold().startswith("xn--"):
            return length + len(ending or last) if _sound(labels) else 0
        length, after = length - 1, "."
    return 0


def _sound(labels: list[str]) -> bool:
    """Whether the parts before the ending can be looked up: not empty, not too long, hyphens and _ where they may."""
    if "_" in labels[-1]:
        return False
    for label in labels:
        if not label or label[0] in "-_" or label[-1] in "-_":
            return False
        if len(label) > LABEL or (not label.isascii() and len(label.casefold().encode("punycode")) > LABEL - 4):
            return False
    return True


def _end(text: str, host: int, scheme: bool) -> int:
    """The end of the link whose host ends there: port, path and query belong to it, the full stop behind it does not.

    A bare name has a port or a query only together with a path.
    """
    path, query = _path()
    found = path.match(text, host)
    assert found is not None
    if not (scheme or found[1]):
        return host
    end = _trimmed(text, found.start(1), found.end(1), _UNFINISHED_PATH) if found[1] else found.end()
    asked = query.match(text, end)
    return max(end, _trimmed(text, asked.start() + 1, asked.end(), _UNFINISHED_QUERY)) if asked else end


def _trimmed(text: str, start: int, end: int, unfinished: re.Pattern[str]) -> int:
    while end > start and unfinished.match(text[end - 1]):
        end -= 1
    return end if end > start else start - 1
