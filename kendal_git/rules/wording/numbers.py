"""Numbers of persons in a text: NIK, KK, NIP, mobile and Kendal landline, however their digits are written."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from kendal_git.model.diagnostic import Place
from kendal_git.model.values import dataclass

# Between two digits of one number: spaces, dots, dashes, brackets, and what nobody sees.
_GAP = r"[\s./()_·•*~\-\u2010-\u2015\u2212\u00ad\u200b-\u200d\u2060\ufeff]"
_RUN = re.compile(rf"\d(?:{_GAP}{{0,3}}\d){{8,}}")
_GROUP = re.compile(r"\d+")
_FOREIGN = re.compile(r"[^\D0-9]")
_MONEY = re.compile(r"(?:\brp|\bidr|\busd|[$€£])[.\s]{0,2}$", re.IGNORECASE)
# First two digits of a NIK: the provinces of Permendagri 72/2019 and the four of Papua that came in 2022.
_PROVINCES = frozenset(
    map(str, (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82))
)
_PROVINCES |= frozenset(map(str, range(91, 98)))
_KENDAL = "3324"
# How people group 16 or 18 digits; groups of three and more digits need no list.
_SHAPES = {(2, 2, 2, 6, 4), (6, 2, 2, 2, 4), (2, 2, 2, 2, 2, 2, 4), (8, 6, 1, 3), (4, 2, 2, 4, 2, 1, 3)}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: ``kind`` is nik, nip, mobile or landline; ``digits`` are plain ones."""

    kind: str
    digits: str
    start: int
    end: int

    @property
    def shown(self) -> str:
        """What may be repeated of it."""
        return f"{self.digits[:4]}…{self.digits[-2:]}"


@dataclass(frozen=True, slots=True)
class _Run:
    """Groups of digits that stand together in a text, each with its start; ``text`` has plain digits only."""

    text: str
    groups: tuple[tuple[str, int], ...]

    def gap(self, index: int) -> str:
        """What stands before a group: up to the group before it, or the character before the first one."""
        start = self.groups[index][1]
        if index:
            return self.text[self.groups[index - 1][1] + len(self.groups[index - 1][0]) : start]
        return self.text[max(0, start - 1) : start]

    def joined(self, first: int, last: int) -> str:
        return "".join(digits for digits, _ in self.groups[first:last])

    def number(self, kind: str, first: int, last: int) -> Number:
        """The groups from ``first`` up to ``last`` as one number."""
        digits, start = self.groups[last - 1]
        return Number(kind, self.joined(first, last), self.groups[first][1], start + len(digits))

    def fraction(self, index: int) -> bool:
        """Whether a group stands behind a decimal mark: 110.2034… is a coordinate."""
        start = self.groups[index][1]
        return start > 1 and self.text[start - 1] in ".," and self.text[start - 2].isdigit()

    def amount(self, first: int, last: int) -> bool:
        """1.234.567 or Rp1 234 567: thousands, or a sum of money."""
        sizes = [len(digits) for digits, _ in self.groups[first:last]]
        thousands = len(sizes) > 2 and sizes[0] <= 3 and all(size == 3 for size in sizes[1:])
        start = self.groups[first][1]
        return (thousands and self.groups[first][0][0] != "0") or bool(
            _MONEY.search(self.text[max(0, start - 6) : start])
        )


def identity_numbers(text: str) -> Iterator[Number]:
    """Every NIK, KK and NIP, in the order of the text."""
    for run in _runs(text):
        first = 0
        while first < len(run.groups):
            found = _identity(run, first)
            if found:
                yield found[0]
            first = found[1] if found else first + 1


def phone_numbers(text: str, allowed: Callable[[], frozenset[str]] = frozenset) -> Iterator[Number]:
    """Every mobile number and Kendal landline that is not one of the ``allowed``, which are written 08… or 0294…."""
    for run in _runs(text):
        first = 0
        while first < len(run.groups):
            found = _phone(run, first)
            if found and not any(
                _national(run.joined(first, last)) in allowed() for last in range(first, found[1] + 1)
            ):
                yield found[0]
            first = found[1] if found else first + 1


def shielded(place: Place) -> Place:
    """The place with a line in which every number is covered but for its first four and last two digits."""
    line = place.text
    for found in (*identity_numbers(place.text), *phone_numbers(place.text)):
        spots = [at for at in range(found.start, found.end) if place.text[at].isdigit()][4:-2]
        line = "".join("•" if at in spots else character for at, character in enumerate(line))
    return Place(place.path, place.line, place.column, place.width, line)


@lru_cache(maxsize=1024)
def _runs(text: str) -> tuple[_Run, ...]:
    """Remembered, because two rules look through the same texts."""
    spans = [found.span() for found in _RUN.finditer(text)]
    if not spans:
        return ()
    plain = text if text.isascii() else _FOREIGN.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    return tuple(_Run(plain, tuple((one[0], one.start()) for one in _GROUP.finditer(plain, *span))) for span in spans)


def _identity(run: _Run, first: int) -> tuple[Number, int] | None:
    """The longest number that begins with a group, and the group behind it."""
    total, best = 0, None
    for last in range(first + 1, len(run.groups) + 1):
        total += len(run.groups[last - 1][0])
        if total > 18:
            break
        kind = _kind(run.joined(first, last)) if total in (16, 18) else ""
        if kind and _grouped(run, first, last) and not run.amount(first, last) and not run.fraction(first):
            best = (run.number(kind, first, last), last)
    return best


def _grouped(run: _Run, first: int, last: int) -> bool:
    """Whether digits are grouped as one number is; clock times and dates in a row are not."""
    sizes = tuple(len(digits) for digits, _ in run.groups[first:last])
    if len(sizes) == 1 or sizes in _SHAPES or min(sizes) >= 3:
        return True
    if max(sizes) == 1:
        return (first == 0 or len(run.groups[first - 1][0]) > 1) and _ends(run, last, 1)
    gaps = {run.gap(index) for index in range(first + 1, last)}
    return set(sizes) == {2} and len(gaps) == 1 and first == 0 and _ends(run, last, 2)


def _ends(run: _Run, last: int, size: int) -> bool:
    return last == len(run.groups) or len(run.groups[last][0]) > size


def _kind(digits: str) -> str:
    if len(digits) == 18:
        return "nip" if _is_nip(digits) else ""
    return "nik" if _is_nik(digits) else ""


def _is_nik(digits: str) -> bool:
    """Province, regency, district, a birthday (women: day + 40) and a serial; Kendal's own prefix is enough."""
    if digits.startswith(_KENDAL):
        return True
    regency, district, day, month = (int(digits[at : at + 2]) for at in (2, 4, 6, 8))
    born = (1 <= day <= 31 or 41 <= day <= 71) and 1 <= month <= 12
    return digits[:2] in _PROVINCES and 1 <= regency <= 79 and district > 0 and born and digits[12:] != "0000"


def _is_nip(digits: str) -> bool:
    """Birthday, year and month of appointment, sex, serial (BKN); a contract employee has another month."""
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    appointed = int(digits[8:12])
    return 1900 <= born.year < appointed < 2100 and digits[14] in "12"


def _phone(run: _Run, first: int) -> tuple[Number, int] | None:
    """The shortest complete number that begins with a group, with groups of the same kind behind it."""
    head = run.groups[first][0]
    if run.fraction(first) or (first and _stamp(run.groups[first - 1][0], head)):
        return None
    best = None
    for last in range(first + 1, min(len(run.groups), first + 14) + 1):
        national = _national(run.joined(first, last))
        kind = _line(national)
        if len(national) > 13 or (best and not _continues(run, last - 1)):
            break
        if kind and _dialled(run, first, last):
            best = (run.number(kind, first, last), last)
    return best


def _continues(run: _Run, index: int) -> bool:
    """Whether a group may belong to a number that is complete without it: the same gap, and no short number."""
    size, before = len(run.groups[index][0]), len(run.groups[index - 1][0])
    return run.gap(index) == run.gap(index - 1) and (size >= 3 or size == before)


def _national(digits: str) -> str:
    """With a 0 in front, as it is dialled at home: +62 (0)812 … is 0812 …."""
    for prefix in ("00620", "0062", "620", "62"):
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix)
    return digits


def _line(national: str) -> str:
    """Mobile numbers have 10 to 13 digits: the nine of a camera's HHMMSSmmm are none, nor are 080…, 084… and 086…."""
    if re.fullmatch(r"08[1235789]\d{7,10}", national):
        return "mobile"
    return "landline" if re.fullmatch(r"0294[1-9]\d{4,7}", national) else ""


def _dialled(run: _Run, first: int, last: int) -> bool:
    """Whether the groups are a number's: dates and clock times begin with two digits, sums have threes."""
    sizes = [len(digits) for digits, _ in run.groups[first:last]]
    plus = run.text[max(0, run.groups[first][1] - 1) : run.groups[first][1]] == "+"
    if not plus and run.amount(first, last):
        return False
    if len(sizes) == 1 or (max(sizes) == 1 and _ends(run, last, 1)):
        return True
    head = run.groups[first][0]
    if head in ("62", "0062"):
        return sizes[1] >= 3 or (run.groups[first + 1][0] == "0" and len(sizes) > 2)
    gaps = {run.gap(index) for index in range(first + 1, last)}
    pairs = set(sizes) == {2} and len(gaps) == 1 and gaps <= {" ", "-", "\u00a0"}
    return pairs or (len(head) >= 4 and min(sizes[1:]) >= 2)


def _stamp(before: str, head: str) -> bool:
    """20261125_081234: a camera's date and time."""
    return len(before) == 8 and before[:2] in ("19", "20") and len(head) in (6, 9)
