"""day-name: a day of the week that a text names is the day of the date beside it (sop.md TG02)."""

import re
from collections.abc import Iterator
from datetime import date

from kendal_git.messages.dates import weekday as weekday_name
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context
from kendal_git.rules.wording.texts import SPOKEN, Words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari pebruari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul",
            "agustus agt agu ags", "september sept sep", "oktober okt", "november nopember nov nop", "desember des",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum’at": 4, "sabtu": 5, "minggu": 6,
    "ahad": 6, "sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6,
}  # fmt: skip
_DAY = r"(?:senin|selasa|rabu|kamis|jum(?:['’]?at)|sabtu|minggu|ahad|(?:sen|sel|rab|kam|jum|sab|min)\b\.?)"
_AND = r"(?:\s*[-–—/&]\s*|\s+(?:dan|hingga|sampai|s\.?/?d\.?)\s+)"
_MONTH = rf"(?P<name>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
# The long ones are strings, compiled when a text comes to them.
DATED = (
    rf"(?i)(?<![\w'’-])(?P<first>{_DAY})(?!\w)(?:{_AND}(?P<second>{_DAY})(?!\w))?"
    r"(?:\s+(?:legi|pahing|pon|wage|kliwon|pagi|siang|sore|petang|malam|dini hari))?"
    r"(?:\s*,\s*|\s*\(\s*|\s+)(?:(?:tanggal|tgl\.?)\s+)?"
    rf"(?P<from>\d{{1,2}})(?!\d)(?:{_AND}(?P<to>\d{{1,2}})(?!\d)(?=\s*[/.]\s*\d|\s+[A-Za-z]))?"
    rf"(?:\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}})(?!\d))?"
    r"|(?P<mark>[/.-])(?P<month>\d{1,2})(?:(?P=mark)(?P<short>\d{4}|\d{2}))?(?![\d]))"
)
NUMBERED = re.compile(r"\d(?<=[\s,(]\d)\d?(?!\d)")  # what every dated day has, and is found far sooner
WEEKS = r"(?i)(?:\d|\b(?:satu|dua|tiga|empat|lima|beberapa|per|setiap|tiap|se|akhir))\s*$"


def check(context: Context) -> Iterator[Diagnostic]:
    """“Selasa, 10 November 2026” is a Tuesday; without a year, that of the post counts."""
    for words in context.texts_in(SPOKEN):
        for found in re.finditer(DATED, words.text) if NUMBERED.search(words.text) else ():
            if not _weeks(words.text, found):
                yield from _judged(words, found, context.post.date)


def _weeks(text: str, found: re.Match[str]) -> bool:
    """“dua minggu, 10 November” counts weeks, and abbreviated days need their capital letter."""
    name = found["first"]
    doubtful = name.casefold() == "minggu" or len(name.rstrip(".")) == 3
    return doubtful and (name[0].islower() or bool(re.search(WEEKS, text[max(0, found.start() - 12) : found.start()])))


def _judged(words: Words, found: re.Match[str], posted: date) -> Iterator[Diagnostic]:
    """Each named day against its date: two names with two dates, or the first of them with the first."""
    month = MONTHS[found["name"].casefold()] if found["name"] else int(found["month"])
    clock = found["mark"] == "." and not found["short"]  # Rabu, 09.10
    if clock or not 1 <= month <= 12 or (found["second"] and not found["to"]):
        return
    pairs = [(found["first"], found["from"])] + ([(found["second"], found["to"])] if found["second"] else [])
    year = found["year"] or found["short"]
    for name, number in pairs:
        if found["to"] and number == found["from"] and int(found["to"]) < int(number):
            continue  # 30–2 Desember: the first day lies in the month before
        days = _days(int(number), month, int(year) if year else 0, posted)
        place = words.place(*found.span())
        written = f"{number} {found['name']}" if found["name"] else f"{number}{found['mark']}{found['month']}"
        wanted = DAYS[name.casefold().rstrip(".")]
        if not days:
            yield error("day-name", place, say("words.day-name.none", day=written), say("words.day-name.hint"))
        elif days[0].weekday() != wanted:
            values = {
                "day": f"{written} {days[0].year}" if found["name"] else f"{written}{found['mark']}{days[0].year}"
            }
            message = say("words.day-name", **values, real=weekday_name(days[0]), written=name)
            yield error("day-name", place, message, say("words.day-name.hint"))


def _days(day: int, month: int, year: int, posted: date) -> list[date]:
    """The day of a year; without one, of the year in which it is nearest to the post's. Empty when there is none."""
    years = (year + 2000 if year < 100 else year,) if year else (posted.year, posted.year - 1, posted.year + 1)
    found = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    return sorted(found, key=lambda one: abs(one - posted))
