"""A day of the agenda: what the leaders do, who said so, who gave the disposition and who was assigned."""

from datetime import date, datetime
from datetime import time as time_of_day

from kendal_git.model.values import dataclass

CONFIRMED = ("", "skb", "isbat", "skb+isbat")  # what hari-besar.yaml says of a date that will not move any more


@dataclass(frozen=True, slots=True)
class Attendance:
    """One official at an event: in person, in another's stead (``represents``), or acting (``status``)."""

    official: str
    represents: str = ""
    opd: str = ""
    status: str = "definitif"


@dataclass(frozen=True, slots=True)
class Change:
    """A later fact about an entry, appended and never edited: a new time or place, with the reason."""

    at: datetime
    reason: str
    time: time_of_day | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cancellation:
    """The event does not take place."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Incidental:
    """Why an event was recorded only on its own day."""

    reason: str


@dataclass(frozen=True, slots=True)
class Disposition:
    """An instruction by a role; it counts only if a holder of the role wrote or approved the change that brought it."""

    role: str
    by: str
    at: datetime
    instruction: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who makes what: handles of the staff."""

    by: str
    at: datetime
    design: str = ""
    text: str = ""
    photo: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One event of a day; times are the office's own zone."""

    id: str
    time: time_of_day
    title: str
    place: str = ""
    until: time_of_day | None = None
    officials: tuple[Attendance, ...] = ()
    source: str = ""
    organiser: str = ""
    coverage: tuple[str, ...] = ()
    incidental: Incidental | None = None
    changes: tuple[Change, ...] = ()
    cancelled: Cancellation | None = None
    dispositions: tuple[Disposition, ...] = ()
    assignments: tuple[Assignment, ...] = ()

    @property
    def starts(self) -> time_of_day:
        """The time that stands now: the last change that names one, otherwise the first record."""
        return next((change.time for change in reversed(self.changes) if change.time), self.time)

    @property
    def venue(self) -> str:
        """The place that stands now."""
        return next((change.place for change in reversed(self.changes) if change.place), self.place)


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One file of the agenda book."""

    date: date
    entries: tuple[AgendaEntry, ...] = ()
    path: str = ""

    def entry(self, name: str) -> AgendaEntry | None:
        """The entry with this id."""
        return next((entry for entry in self.entries if entry.id == name), None)


@dataclass(frozen=True, slots=True)
class Commemoration:
    """A commemorative day of hari-besar.yaml in one year; ``ordinal`` is the N of "ke-N", where it has one."""

    id: str
    name: str
    date: date
    ordinal: int | None = None
    greeting: str = "memperingati"
    status: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether the date is certain: by a rule of the calendar, by decree (SKB), or by ruling (isbat)."""
        return self.status in CONFIRMED
