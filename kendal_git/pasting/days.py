"""days: dates and hours as people write them in a message; a date is read where its form leaves no doubt."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february feb", "maret march mar", "april apr", "mei may",
            "juni june jun", "juli july jul", "agustus august agu agt ags aug", "september sept sep",
            "oktober october okt oct", "november nopember nov", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jum’at": 4, "sabtu": 5, "minggu": 6,
    "ahad": 6,
}  # fmt: skip
NEAR = {"kemarin": -1, "yesterday": -1, "hari ini": 0, "today": 0, "besok": 1, "tomorrow": 1, "lusa": 2}
FAR = timedelta(days=400)  # a date further away is history, or a typing error

_WEEKDAY = (
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?: (?:legi|pahing|pon|wage|kliwon))?[ ,(/]*(?:(?:tanggal|tgl\.?) )?)"
)
_SPAN = r"(?: ?(?:[-–/&]|s\.?/?d\.?|dan|hingga|sampai) ?\d{1,2})?"  # “25-27 November”: the first day
WRITTEN = re.compile(
    rf"{_WEEKDAY}?(?<!\d)(?P<day>\d{{1,2}}){_SPAN} ?(?P<month>{'|'.join(MONTHS)})\b\.?(?:,? ?(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    rf"{_WEEKDAY}?(?<![\d/.-])(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})"
    r"(?:(?P=mark)(?P<year>\d{4}|(?<=[/-])\d{2}))?(?!\d|[/-]\d|\.\d)",
    re.IGNORECASE,
)
ISO = re.compile(rf"{_WEEKDAY}?(?<![\d-])(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?![\d-])", re.IGNORECASE)
RELATIVE = re.compile(rf"\b(?P<near>{'|'.join(NEAR)})\b", re.IGNORECASE)
LABEL = re.compile(
    r"^\W*(?:hari|tanggal|tgl|waktu|pelaksanaan|jadwal)\b|^\W*[\U0001f4c5\U0001f4c6\U0001f5d3]", re.IGNORECASE
)
HOURS = (
    re.compile(r"\b(?:pukul|pkl\.?|jam|waktu)\s*:?\s*(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?![\d/-])", re.IGNORECASE),
    re.compile(r"(?<![\d./:-])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\s*(?:WIB\b|s\.?/?d\b|-\s*selesai)", re.IGNORECASE),
    re.compile(r"[\U0001f550-\U0001f567⏰]\ufe0f?\s*(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?![\d/-])"),
    re.compile(r"\b(?:pukul|pkl\.?|jam)\s+(?P<hour>\d{1,2})\s*(?P<part>pagi|siang|sore|malam)\b", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """The day that a message is about: the words that say so, a weekday that they get wrong, and other days named."""

    day: date
    words: str
    weekday: int | None = None
    others: tuple[date, ...] = ()
    relative: bool = False


def find_day(text: str, base: date) -> DayFound | None:
    """The likeliest day: one behind a label, else one with its weekday, else the first; words such as “besok” last."""
    found = []
    for line in text.split("\n"):
        label = bool(LABEL.search(line))
        for pattern in (WRITTEN, NUMBERS, ISO):
            found += [
                (_rank(one, day, base, label), day, one) for one in pattern.finditer(line) if (day := _day(one, base))
            ]
    if not found:
        near = RELATIVE.search(text)
        return DayFound(base + timedelta(days=NEAR[near[0].lower()]), near[0], relative=True) if near else None
    _, day, best = min(found, key=lambda one: one[0])
    named = best["weekday"]
    wrong = WEEKDAYS[named.lower()] if named and WEEKDAYS[named.lower()] != day.weekday() else None
    near_days = dict.fromkeys(other for _, other, _ in found if other != day and abs(other - base) <= FAR)
    quote = best[0].strip(" ,(/")
    quote += ")" if "(" in quote else ""  # “Rabu (25/11/2026)”
    return DayFound(day, quote, wrong, tuple(near_days))


def find_hour(text: str) -> time | None:
    """The first hour that is said to be one."""
    for pattern in HOURS:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
            late = (parts.get("part") or "").lower()
            hour += 12 if (late in ("sore", "malam") and hour < 12) or (late == "siang" and hour < 6) else 0
            if hour < 24 and minute < 60:
                return time(hour, minute)
    return None


def _rank(found: re.Match[str], day: date, base: date, label: bool) -> tuple[bool, bool, bool]:
    return abs(day - base) > FAR, not label, not found["weekday"]


def _day(found: re.Match[str], base: date) -> date | None:
    """The day of a match; without a year the nearest one, that of its weekday first. None when there is no such day."""
    month = MONTHS.get(found["month"].lower()) or int(found["month"])
    weekday = WEEKDAYS[found["weekday"].lower()] if found["weekday"] else None
    if not found["year"] and weekday is None and found.re is NUMBERS:
        return None  # 1/2 may be a half, 08.00 is an hour
    year = int(found["year"] or 0)
    years = (year + 2000 if year < 100 else year,) if found["year"] else (base.year - 1, base.year, base.year + 1)
    days = [day for one in years if (day := _exists(one, month, int(found["day"])))]
    wanted = [day for day in days if day.weekday() == weekday and abs(day - base) < FAR / 2] or days
    return min(wanted, key=lambda day: abs(day - base), default=None)


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
