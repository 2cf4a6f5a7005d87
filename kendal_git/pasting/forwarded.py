"""forwarded: what a messenger wrote around a message, taken out of the text and kept word for word."""

import re
from dataclasses import dataclass
from datetime import date

_DAY = r"(?P<d{0}>\d{{1,2}})[/.-](?P<m{0}>\d{{1,2}})[/.-](?P<y{0}>\d{{4}}|\d{{2}})"
_HOUR = r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
# “[25/11/26 13.05] Protokol: ”, “[13.05, 25/11/2026] Protokol: ”, “25/11/26 13.05 - Protokol: ”.
STAMP = re.compile(
    rf"\s*(?:\[(?:{_DAY.format(1)},?\s+{_HOUR}|{_HOUR},?\s+{_DAY.format(2)})\]|{_DAY.format(3)},?\s+{_HOUR}\s+-)"
    r"\s*[^:\n]{1,60}:(?:\s+|$)"
)
NOISE = re.compile(
    r"[^\w<]*(?:(?:pesan )?diteruskan(?: berkali-kali)?|forwarded(?: many times| message)?"
    r"|<?(?:media|gambar|foto|video|audio|stiker|dokumen|image|sticker|document)"
    r" (?:tidak disertakan|omitted)>?)[^\w]*",
    re.IGNORECASE,
)
EDITED = re.compile(r"\s*<(?:pesan ini diedit|this message (?:was|is) edited)>", re.IGNORECASE)
PHONE = re.compile(r"(?:\+?62|\b0)[\s-]?8\d{1,2}(?:[\s-]?\d){6,9}")


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message without its wrapping: ``remarks`` is the wrapping, ``sent`` the day that it carries."""

    text: str
    remarks: tuple[str, ...] = ()
    sent: date | None = None

    @property
    def telephone(self) -> bool:
        """Whether the wrapping shows somebody's number, as it does for senders who are no contact."""
        return any(PHONE.search(remark) for remark in self.remarks)


def unwrap(text: str) -> Forwarded:
    """Take the wrapping off a cleaned text; each message of several begins a new paragraph."""
    lines: list[str] = []
    remarks: list[str] = []
    sent: date | None = None
    for line in text.split("\n"):
        stamp = STAMP.match(line)
        if stamp:
            remarks.append(stamp[0].strip())
            sent = sent or _day(stamp)
            lines += [""] if lines and lines[-1] else []
        rest = line[stamp.end() :] if stamp else line
        remarks += [edited[0].strip() for edited in EDITED.finditer(rest)]
        rest = EDITED.sub("", rest)
        if NOISE.fullmatch(rest):
            remarks.append(rest.strip())
        elif rest or not stamp:
            lines.append(rest)
    return Forwarded("\n".join(lines).strip("\n"), tuple(remarks), sent)


def _day(stamp: re.Match[str]) -> date | None:
    """The day of a stamp, as people here write it: the day first."""
    found = next(number for number in "123" if stamp[f"d{number}"])
    day, month, year = (int(stamp[f"{part}{found}"]) for part in "dmy")
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:  # a telephone set to American dates, or no day at all
        return None
