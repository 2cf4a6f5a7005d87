"""ordinal: “ke-62” is the year less the year from which a commemorative day is counted (sop.md TG03)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.document import Scalar
from kendal_git.model.entry import Entry
from kendal_git.model.message import say
from kendal_git.model.values import dataclass
from kendal_git.reading.calendar import PATH, Calendar, read_calendar
from kendal_git.rules.context import Context
from kendal_git.rules.wording.texts import SPOKEN

COUNTED = re.compile(r"[Kk][Ee](?:\s?[-–‑]\s?| )[\dIVXLCDM]")  # what every ordinal has, and is found far sooner
# Few texts come to these: strings, compiled when one does.
ORDINAL = (
    r"(?P<dashed>\b(?i:yang )?(?i:ke)\s?[-–‑]\s?|\b(?i:ke) )(?P<number>\d{1,3}(?![\d.,]\d)|[IVXLCDM]{1,9})\b(?!/|-)"
)
ROMAN = r"(D?C{0,3}|CD|CM)(L?X{0,3}|XL|XC)(V?I{0,3}|IV|IX)"
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ANNIVERSARY = (
    r"(?i)\b(?:HUT|hari ulang tahun|ulang tahun|hari jadi|dirgahayu|peringatan|milad)"
    r"(?: emas| perak)?(?: tahun)?(?: \d{4})?[,:]?\s*$"
)
YEAR = r"\b(?:19|20)\d\d\b"
SENTENCE = r"[^.!?\n]*(?:\.(?!\s|$)[^.!?\n]*)*"
# What people call a day besides its official name; initials that several days share are none's.
CALLED = {
    "hari-kemerdekaan": ("HUT RI", "HUT Republik Indonesia", "Kemerdekaan RI", "Kemerdekaan Republik Indonesia",
                         "Hari Kemerdekaan", "Republik Indonesia", "RI"),
    "hari-jadi-kendal": ("Hari Jadi Kendal", "Kabupaten Kendal", "Kendal"),
    "hari-jadi-jateng": ("Hari Jadi Jawa Tengah", "Jawa Tengah", "Jateng", "Provinsi Jawa Tengah"),
    "hut-korpri": ("KORPRI",), "hut-damkar": ("Damkar", "Pemadam Kebakaran"), "hut-satpol-pp": ("Satpol PP",),
    "hut-pmi": ("PMI",), "hut-tni": ("TNI",), "hut-satlinmas": ("Satlinmas",), "haornas": ("Haornas",),
    "hut-dharma-wanita-persatuan": ("DWP", "Dharma Wanita Persatuan"), "hksn": ("HKSN",), "hkg-pkk": ("HKG PKK",),
    "hari-bhayangkara": ("Bhayangkara",), "hari-kearsipan-nasional": ("Hari Kearsipan",),
    "hari-kesehatan-nasional": ("HKN",), "hari-anak-nasional": ("HAN",), "hari-lanjut-usia-nasional": ("HLUN",),
    "hari-amal-bakti-kemenag": ("HAB Kemenag", "HAB Kementerian Agama"), "hari-otonomi-daerah": ("Hari Otda",),
    "hari-keluarga-nasional": ("Harganas",), "hari-kebangkitan-nasional": ("Harkitnas",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One file, for a reader of files."""

    data: bytes

    def read(self, path: str) -> bytes | None:
        return self.data

    def entries(self, path: str) -> tuple[Entry, ...]:
        return ()


def check(context: Context) -> Iterator[Diagnostic]:
    """The N of “ke-N” beside a day's name or behind “HUT” is the one of the post's year."""
    for words in context.texts_in(SPOKEN):
        for found in re.finditer(ORDINAL, words.text) if COUNTED.search(words.text) else ():
            number = _value(found["number"])
            identity = _meant(context, words.text, found) if number else ""
            if not identity:
                continue
            calendar, years = _calendar(context), _years(words.text, found, context.post.date.year)
            right = [kept[0].ordinal for year in years if (kept := calendar.in_year(identity, year))]
            if right and right[0] and number not in right:
                values = {"right": right[0], "year": years[0], "name": calendar.name(identity)}
                place = words.place(found.start("number"), found.end("number"))
                message = say("words.ordinal", written=found["number"], **values)
                yield error("ordinal", place, message, say("words.ordinal.hint", right=right[0], path=PATH))


def _meant(context: Context, text: str, found: re.Match[str]) -> str:
    """The commemoration whose ordinal this is; empty when it counts something else."""
    before, after = text[max(0, found.start() - 120) : found.start()], text[found.end() : found.end() + 80]
    before = re.split(r"[.!?\n](?=\s|$)", before)[-1]
    names = _names(_data(context))
    close = re.sub(r"(?:\s*\([^()]*\))?(?:\s+tahun)?(?:\s+(?:19|20)\d\d)?[,:]?\s*$", "", before, flags=re.IGNORECASE)
    for identity, name in names:  # the longest first
        if _ends_with(close, name):
            return identity
    if not re.search(ANNIVERSARY, before):
        return ""
    behind = re.match(r"(?:\s+tahun(?:\s+\d{4})?|\s+\d{4})?\s+(?:kemerdekaan\s+)?", after, re.IGNORECASE)
    follows = after[behind.end() :] if behind else ""
    for identity, name in names:
        if follows.casefold().startswith(name.casefold()) and not re.match(r"\w", follows[len(name) :]):
            return identity
    if re.match(r"[A-Z]", follows):
        return ""  # HUT ke-17 of somebody else
    for identity, name in names:
        if len(name) > 3 and name.casefold() in before.casefold():
            return identity
    return context.post.commemoration if any(identity == context.post.commemoration for identity, _ in names) else ""


def _ends_with(text: str, name: str) -> bool:
    if not text.casefold().endswith(name.casefold()):
        return False
    rest = text[: -len(name)]
    # A short name such as “Kendal” is a day's only behind “HUT” or “Hari Jadi”; “Kendal ke 62” may be a journey.
    long = name.casefold().startswith(("h", "dw"))
    return not re.search(r"\w$", rest) and (long or bool(re.search(ANNIVERSARY, rest)))


def _years(text: str, found: re.Match[str], posted: int) -> tuple[int, ...]:
    """The post's year, and others that the sentence names."""
    for sentence in re.finditer(SENTENCE, text):
        if sentence.start() <= found.start() <= sentence.end() and sentence[0]:
            named = (int(year) for year in re.findall(YEAR, sentence[0]))
            near = re.search(r"\btahun (?:lalu|depan)\b", sentence[0], re.IGNORECASE)
            beside = (posted - 1, posted + 1) if near else ()
            return tuple(dict.fromkeys((posted, *named, *beside)))
    return (posted,)


def _value(number: str) -> int:
    """A number in digits or Roman ones; 0 for letters that are none."""
    if number.isdecimal():
        return int(number)
    if not re.fullmatch(ROMAN, number):
        return 0
    values = [VALUES[letter] for letter in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _data(context: Context) -> bytes:
    return context.files.read(PATH) or b""


def _calendar(context: Context) -> Calendar:
    return _parsed(_data(context))


@lru_cache(maxsize=2)
def _parsed(data: bytes) -> Calendar:
    """Read once for all posts: the file has 60 kB."""
    return read_calendar(_Shelf(data))


@lru_cache(maxsize=2)
def _names(data: bytes) -> tuple[tuple[str, str], ...]:
    """What each counted day may be called, with its id; the longest name first."""
    calendar, names = _parsed(data), []
    for identity in calendar.ids:
        base = calendar.entries[identity].get("ordinal_base")
        if isinstance(base, Scalar) and not base.nothing:
            official = re.sub(r"\s*\(.*\)", "", calendar.name(identity))
            names += [(identity, name) for name in (official, *CALLED.get(identity, ()))]
    return tuple(sorted(names, key=lambda one: -len(one[1])))
