"""hari-besar.yaml: the commemorative days' names, dates in a year and ordinals."""

from collections.abc import Mapping as Names
from dataclasses import dataclass, field
from datetime import date, timedelta

from kendal_git import frontmatter
from kendal_git.model.agenda import Commemoration
from kendal_git.model.document import Mapping, Node, Scalar, Sequence
from kendal_git.reading.posts import Files

PATH = "agenda/hari-besar.yaml"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NOTHING = Mapping((), 0, 0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The commemorative days that the office knows, loaded once; explicit dates win over rules."""

    entries: Names[str, Mapping] = field(default_factory=dict)

    @property
    def ids(self) -> tuple[str, ...]:
        """Every known id, in the order of the file."""
        return tuple(self.entries)

    def name(self, identity: str) -> str:
        """The official Indonesian name. Raises KeyError for an unknown id."""
        return _text(self.entries[identity].get("nama"))

    def in_year(self, identity: str, year: int) -> tuple[Commemoration, ...]:
        """The days on which it is kept in a year; none when the year's date is not known or cannot be read."""
        entry = self.entries[identity]
        base = _number(entry.get("ordinal_base"))
        ordinal = None if base is None else year - base
        greeting = _text(entry.get("sapaan")) or "memperingati"
        status = _text(_mapping(entry.get("date_status")).get(str(year)))
        name = self.name(identity)
        return tuple(Commemoration(identity, name, day, ordinal, greeting, status) for day in _dates(entry, year))

    def on(self, day: date) -> tuple[Commemoration, ...]:
        """What is kept on a day, in the order of the file."""
        kept = (found for identity in self.entries for found in self.in_year(identity, day.year))
        return tuple(found for found in kept if found.date == day)


def read_calendar(files: Files) -> Calendar:
    """The repository's calendar, empty when there is none. What cannot be read is absent: no date is guessed."""
    document, _ = frontmatter.read_yaml(PATH, files.read(PATH) or b"")
    listed = document.fields.get("entries") if document else None
    items = listed.items if isinstance(listed, Sequence) else ()
    entries = (item for item in items if isinstance(item, Mapping))
    return Calendar({name: entry for entry in entries if (name := _text(entry.get("id")))})


def _dates(entry: Mapping, year: int) -> tuple[date, ...]:
    """The dates of a year: those written out, otherwise what a rule of the sun's calendar gives."""
    explicit = _mapping(entry.get("dates")).get(str(year))
    rule = _mapping(entry.get("rule"))
    month = _number(rule.get("month")) or 0
    try:
        if explicit is not None:
            days = explicit.items if isinstance(explicit, Sequence) else (explicit,)
            return tuple(date.fromisoformat(_text(day)) for day in days)
        if _text(rule.get("type")) == "fixed":
            return (date(year, month, _number(rule.get("day")) or 0),)
        if _text(rule.get("type")) == "nth-weekday":
            return (_nth_weekday(year, month, _text(rule.get("weekday")), _number(rule.get("n")) or 0),)
    except ValueError:  # no such day, or no such name of one
        return ()
    return ()


def _nth_weekday(year: int, month: int, weekday: str, n: int) -> date:
    """The n-th weekday of a month; n = -1 is the last one. Raises ValueError."""
    number = WEEKDAYS.index(weekday[:3].lower())
    first = date(year, month, 1)
    if n > 0:
        return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (n - 1))
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - number) % 7)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) and not node.nothing else ""


def _number(node: Node | None) -> int | None:
    text = _text(node)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 6 else None


def _mapping(node: Node | None) -> Mapping:
    return node if isinstance(node, Mapping) else NOTHING
