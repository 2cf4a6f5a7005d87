"""occasions: the title, the kind and the commemorative day that a message suggests."""

import re
from datetime import date

from kendal_git.model.agenda import Commemoration
from kendal_git.pasting.markup import emphasised, shown
from kendal_git.reading.calendar import Calendar

LONGEST = 100  # characters of a title
AROUND = 31  # days around its date in which a commemorative day is spoken of
WORD = re.compile(r"[^\W_]+")
OPENING = re.compile(r"^(?:[^\w(“‘\"'<&]|_)+")  # a bullet or an emoji before the first word
GENERAL = re.compile(r" (?:nasional|sedunia|internasional|indonesia|republik indonesia|nabi muhammad saw)$")
# Greetings between people; none of them is a headline.
SALUTATION = re.compile(
    r"\W*(?:assalamu|wassalamu|salam|yth\b|kepada|bapak|ibu\b|mohon|izin|ijin|siap\b|terima kasih|nuwun"
    r"|selamat (?:pagi|siang|sore|malam)\b|dear\b|halo\b|hai\b|rekan|berikut\b|dengan hormat)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"[A-Z][A-Z .,]{2,40}\s?(?:\([^)\n]{1,20}\)\s?)?[–—-]\s+")
SENTENCE = re.compile(
    r"(?<![\s.][A-Z])(?<!\bPlt)(?<!\bPlh)(?<!\bPj)(?<!\bNo)(?<!\bJl)(?<!\bDrs)(?<!\bDr)(?<!\bpkl)[.!?](?=\s|$)"
)
# “…, Rabu (25/11/2026)” at the end of a newspaper's first sentence; the post has a field for it.
DAY = re.compile(
    r"[ ,]*(?:pada )?(?:hari )?(?:senin|selasa|rabu|kamis|jumat|jum['’]at|sabtu|minggu|ahad)[ ,]*\([\d/. -]+\)$",
    re.IGNORECASE,
)
KINDS = (
    ("ucapan-duka", re.compile(r"\binn?alill?ahi|\bturut berduka|\bberduka ?cita|\bbelasungkawa", re.IGNORECASE)),
    (
        "pengumuman",
        re.compile(
            r"\b(?:pengumuman|pemberitahuan|diumumkan|diberitahukan|imbauan|himbauan|diimbau|dihimbau)\b", re.IGNORECASE
        ),
    ),
)
GREETING = re.compile(r"\b(?:selamat(?! (?:pagi|siang|sore|malam|datang))|dirgahayu|memperingati)\b", re.IGNORECASE)
EVENT = re.compile(
    r"\b(?:menghadiri|dihadiri|membuka|meresmikan|memimpin|melepas|meninjau|upacara|kegiatan|apel|rapat|kunjungan|bertempat"
    r"|tempat|lokasi|pukul)\b",
    re.IGNORECASE,
)


def find_title(text: str) -> str:
    """The first bold line, with those right below it, otherwise the first sentence that is no salutation."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if usable := _headline(line):
            for below in lines[number + 1 :]:
                more = _headline(below)
                if not more or len(usable) + len(more) >= LONGEST:
                    break
                usable = f"{usable} {more}"
            return _cut(usable)
    told = [line.strip() for line in shown(text).split("\n") if any(one.isalnum() for one in line)]
    spoken = [line for line in told if not SALUTATION.match(line)] or told
    first = next((line for line in spoken if len(WORD.findall(line)) > 1), spoken[0] if spoken else "")
    opening = DATELINE.match(first)
    sentence = SENTENCE.split(first[opening.end() :] if opening else first, maxsplit=1)[0]
    return _cut(DAY.sub("", sentence) if WORD.search(sentence) else first)


def below(text: str, title: str) -> str:
    """What stands below the title, where the message's first line, or its first lines, are the title and no more.

    Otherwise, and where nothing stands below, the whole text: what would be lost is not taken out.
    """
    lines, told = text.split("\n"), ""
    for number, line in enumerate(lines, start=1):
        words = " ".join(shown(line).split())
        told = f"{told} {words}".strip()
        if not words or not title.startswith(told):
            break
        if told == title:
            rest = "\n".join(lines[number:]).strip("\n")
            return rest if any(one.isalnum() for one in rest) else text
    return text


def find_kind(text: str, kept: bool) -> str:
    """By signals that a person would name too; a report when there is none."""
    start = text[:300]
    for kind, signal in KINDS:
        if signal.search(start):
            return kind
    return "flyer-hari-besar" if kept and GREETING.search(start) and not EVENT.search(text) else "liputan"


def find_commemoration(text: str, calendar: Calendar, day: date | None, base: date) -> Commemoration | None:
    """The commemorative day named in the text that lies nearest to the day; one far away was only mentioned."""
    said = f" {_plain(text)} "
    found = [(form, name) for name in calendar.ids for form in _names(calendar.name(name)) if f" {form} " in said]
    near = day or base
    dated = [
        (abs((one.date - near).days), -len(form), one)
        for form, name in found
        for year in (near.year - 1, near.year, near.year + 1)
        for one in calendar.in_year(name, year)
    ]
    best = min(dated, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] <= AROUND else None


def _headline(line: str) -> str:
    """A bold line's words; not a label that ends in a colon, a salutation, or “PENGUMUMAN” alone."""
    words = " ".join(emphasised(line).split())
    return "" if words.endswith(":") or SALUTATION.match(words) or len(WORD.findall(words)) < 2 else words


def _cut(words: str) -> str:
    line = OPENING.sub("", " ".join(words.split())).strip(" *_~:,") or words.strip()
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0]


def _plain(text: str) -> str:
    """Words in small letters without punctuation and ordinals: “HUT ke-55 KORPRI” names the same day."""
    return " ".join(re.sub(r"\bke ?\d+\b", " ", re.sub(r"[\W_]+", " ", text.lower())).split())


def _names(official: str) -> tuple[str, ...]:
    """The official name, without its last general word, and with the short form that stands in brackets."""
    full = _plain(re.sub(r"\([^)]*\)", "", official))
    short = re.search(r"\(([A-Z]{3,})\)", official)
    first = full.split(" ")[0]
    names = [full, GENERAL.sub("", full), *([f"{first} {short[1].lower()}"] if short else [])]
    return tuple(dict.fromkeys(name for name in names if " " in name and name not in ("hari raya", "tahun baru")))
