"""Counting text as the channels count it (platforms.md §12)."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# X takes a name for a link when it ends in one of these: twitter-text's countries, and the general ones in use here.
COUNTRIES = """
    ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by
    bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm
    fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je
    jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp
    mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa
    re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to
    tp tr tt tv tw tz ua ug uk um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
GENERAL = "com org net info biz edu gov mil int news site online app dev web blog cloud store technology xyz museum"
LINK_WEIGHT = 23
TRAILING = ".,;:!?)'\"”’"  # punctuation that ends a sentence, not an address


def characters(text: str) -> int:
    """Code points after NFC."""
    return len(unicodedata.normalize("NFC", text))


def weighted(text: str) -> int:
    """X's count: 23 a link, 2 an emoji of any composition, 1 in the Latin ranges, 2 elsewhere."""
    text = unicodedata.normalize("NFC", text)
    total, position = 0, 0
    for start, end in _links(text):
        total += _weight(text[position:start]) + LINK_WEIGHT
        position = end
    return total + _weight(text[position:])


@cache
def _link() -> re.Pattern[str]:
    """A link is a scheme with a host, or a bare domain: X shortens both."""
    label = r"[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f-]{0,61}[a-z0-9\u00c0-\u024f])?"
    return re.compile(
        rf"(?<![\w@./-])(?:https?://)?({label}(?:\.{label})*\.[a-z]{{2,20}})(?![\w@-])((?::\d+)?(?:/[^\s<>\"“”]*)?)",
        re.IGNORECASE,
    )


@cache
def _endings() -> frozenset[str]:
    return frozenset((COUNTRIES + GENERAL).split())


def _links(text: str) -> Iterator[tuple[int, int]]:
    """Where the links are; a name that only looks like one (“S.Pd.”) is none."""
    for match in _link().finditer(text) if "." in text else ():
        labels = match[1].lower().split(".")
        while labels and labels[-1] not in _endings():
            labels.pop()
        if len(labels) < 2:
            continue
        host = len(".".join(labels))
        whole = match[1] + match[2] if host == len(match[1]) else match[1][:host]
        yield match.start(), match.start(1) + len(whole.rstrip(TRAILING))


def _weight(text: str) -> int:
    if all(_light(character) for character in text):
        return len(text)
    import regex  # 13 ms, and only where a text leaves the Latin ranges

    emoji = regex.compile(r"\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|(?=\p{Extended_Pictographic})\X")
    total = 2 * len(emoji.findall(text))
    return total + sum(1 if _light(character) else 2 for character in emoji.sub("", text))


def _light(character: str) -> bool:
    """One of the ranges that weigh 1; © and ® stand there and are emoji."""
    code = ord(character)
    latin = code <= 0x10FF and character not in "©®"
    return latin or 0x2000 <= code <= 0x200D or 0x2010 <= code <= 0x201F or 0x2032 <= code <= 0x2037


UNITS = {"characters": characters, "weighted": weighted}
