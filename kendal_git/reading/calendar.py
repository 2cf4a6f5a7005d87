"""hari-besar.yaml: the commemorative days' names, dates in a year and ordinals."""

from datetime import date, timedelta
from typing import Any, cast

from kendal_git.frontmatter import LOADER
from kendal_git.model.agenda import Commemoration
from kendal_git.reading.posts import Files

PATH = "agenda/hari-besar.yaml"


class Calendar:
    """The commemorative days that the office knows, loaded once; explicit dates win over rules."""

    def __init__(self, entries: tuple[dict[str, Any], ...]) -> None:
        self._entries = {str(entry["id"]): entry for entry in entries}

    @property
    def ids(self) -> tuple[str, ...]:
        """Every known id, in the order of the file."""
        return tuple(self._entries)

    def name(self, identity: str) -> str:
        """The official Indonesian name. Raises KeyError for an unknown id."""
        return str(self._entries[identity]["nama"])

    def in_year(self, identity: str, year: int) -> tuple[Commemoration, ...]:
        """The days on which it is kept in a year; none when the year's date is not known."""
        entry = self._entries[identity]
        base = entry.get("ordinal_base")
        ordinal = year - int(base) if base is not None else None
        status = str((entry.get("date_status") or {}).get(year, ""))
        return tuple(
            Commemoration(identity, str(entry["nama"]), day, ordinal, str(entry.get("sapaan") or "memperingati"), status)
            for day in _dates(entry, year)
        )

    def on(self, day: date) -> tuple[Commemoration, ...]:
        """What is kept on a day, in the order of the file."""
        return tuple(found for identity in self._entries for found in self.in_year(identity, day.year) if found.date == day)


def read_calendar(files: Files) -> Calendar:
    """The repository's calendar; an empty one when it has none."""
    import yaml  # hari-besar.yaml is data of ours, 60 kB: its own reader, only where a date is asked for

    data = files.read(PATH)
    loaded = yaml.load(data, Loader=LOADER) if data else {}
    return Calendar(tuple(cast("list[dict[str, Any]]", loaded.get("entries", []))))


def _dates(entry: dict[str, Any], year: int) -> tuple[date, ...]:
    explicit = (entry.get("dates") or {}).get(year)
    if explicit:
        return tuple(explicit)
    rule = entry.get("rule") or {}
    if rule.get("type") == "fixed":
        return (date(year, rule["month"], rule["day"]),)
    if rule.get("type") == "nth-weekday":
        return (_nth_weekday(year, rule["month"], rule["weekday"], rule["n"]),)
    return ()


def _nth_weekday(year: int, month: int, weekday: int | str, n: int) -> date:
    """The n-th weekday of a month; n = -1 is the last one."""
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    number = names.index(weekday[:3].lower()) if isinstance(weekday, str) else weekday
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(number - first.weekday()) % 7 + 7 * (n - 1))
    last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - number) % 7)
