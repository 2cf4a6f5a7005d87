"""What a new post is about: event, commemorative day, kind and date, each taken from the others where not named."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from kendal_git.messages.dates import long_day
from kendal_git.model.agenda import AgendaEntry, Commemoration
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import KINDS
from kendal_git.reading.calendar import Calendar, read_calendar
from kendal_git.reading.posts import Files
from kendal_git.verbs.daybook import find

GREETING = "flyer-hari-besar"
REPORT = "liputan"
UNCERTAIN = ("perkiraan", "sekunder", "menunggu")  # parts of a date_status that nobody vouches for yet


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person named; empty is "you know"."""

    event: tuple[date, str] | None = None
    kind: str = ""
    commemoration: str = ""
    year: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What the post is about, settled."""

    kind: str
    day: date
    entry: AgendaEntry | None = None
    reference: str = ""
    commemoration: Commemoration | None = None
    notes: tuple[Message, ...] = ()


def settle(files: Files, wish: Wish, today: date) -> Subject:
    """Complete a wish from the agenda and the calendar.

    Raises Misuse where it is unknown, cancelled or may mean several things; those are listed.
    """
    entry, reference = None, ""
    if wish.event:
        event_day, name = wish.event
        entry, reference = find(files, event_day, name), f"{event_day:%Y/%m/%d}#{name}"
        if entry.cancelled:
            raise Misuse(say("new.cancelled", id=name, reason=entry.cancelled.reason))
        if wish.day and wish.day != event_day:
            raise Misuse(say("new.date.other", day=long_day(event_day)))
    day = wish.event[0] if wish.event else wish.day
    if day and wish.year and day.year != wish.year:
        raise Misuse(say("new.year.other", year=wish.year, day=long_day(day)))
    kind = _kind(wish, entry)
    if kind == REPORT and entry is None:
        raise Misuse(say("new.from", kind=kind), say("new.from.hint"))
    calendar = read_calendar(files) if wish.commemoration or kind == GREETING else Calendar()
    kept = None
    if wish.commemoration:
        kept = _named(calendar, wish, day, today)
    elif kind == GREETING and day:
        kept = _fallen(calendar, day)
    day = day or (kept.date if kept else None)
    if day is None:
        raise Misuse(say("new.date"), say("new.date.hint"))
    return Subject(kind, day, entry, reference, kept, tuple(_notes(kept, day)))


def _kind(wish: Wish, entry: AgendaEntry | None) -> str:
    """The kind that was named, or the one that the event or the commemorative day leaves."""
    if wish.kind:
        return wish.kind
    if entry is None and wish.commemoration:
        return GREETING
    if entry is None:
        raise Misuse(say("new.kind"), say("new.kind.hint", kinds="|".join(KINDS)))
    wanted = entry.coverage
    if wish.commemoration and (GREETING in wanted or not wanted):
        return GREETING
    if len(wanted) > 1:
        raise Misuse(say("new.kind.many", kinds=wanted), say("new.kind.hint", kinds="|".join(wanted)))
    return wanted[0] if wanted else REPORT


def _named(calendar: Calendar, wish: Wish, day: date | None, today: date) -> Commemoration:
    """The commemorative day that was named, in the year of the post; without one, its next date."""
    name = wish.commemoration
    if name not in calendar.ids:
        raise Misuse(say("new.commemoration", id=name), _near(name, calendar.ids))
    years = (day.year,) if day else (wish.year,) if wish.year else (today.year, today.year + 1)
    found = [one for year in years for one in calendar.in_year(name, year)]
    if not day and not wish.year:
        found = [one for one in found if one.date >= today][:1]
    if not found:
        raise Misuse(
            say("new.commemoration.unknown-date", name=calendar.name(name), year=years[-1]),
            say("new.commemoration.unknown-date.hint"),
        )
    exact = [one for one in found if one.date == day]
    if exact or day:
        return (exact or sorted(found, key=lambda one: abs((one.date - (day or today)).days)))[0]
    if len(found) > 1:
        choices = tuple(f"--date {one.date}" for one in found)
        raise Misuse(
            say("new.commemoration.dates", name=calendar.name(name), year=years[-1]),
            say("new.commemoration.many.hint", choices=choices),
        )
    return found[0]


def _near(name: str, known: tuple[str, ...]) -> Message:
    """The ids that hold what was typed, otherwise those that look like it; there are too many to list all."""
    folded = name.strip().casefold().replace(" ", "-")
    near = [one for one in known if folded and folded in one] or get_close_matches(folded, known, n=3)
    return say("new.commemoration.near", ids=tuple(near[:3])) if near else say("new.commemoration.hint")


def _fallen(calendar: Calendar, day: date) -> Commemoration:
    """The one that falls on the day."""
    found = calendar.on(day)
    if not found:
        raise Misuse(say("new.commemoration.none", day=long_day(day)), say("new.commemoration.none.hint"))
    if len(found) > 1:
        choices = tuple(say("new.commemoration.choice", id=one.id, name=one.name) for one in found)
        raise Misuse(
            say("new.commemoration.many", day=long_day(day)), say("new.commemoration.many.hint", choices=choices)
        )
    return found[0]


def _notes(kept: Commemoration | None, day: date) -> list[Message]:
    """What a person should know about the commemorative day's date."""
    if kept is None:
        return []
    notes = []
    if kept.date != day:
        notes.append(say("new.commemoration.elsewhere", name=kept.name, days=long_day(kept.date)))
    if any(word in kept.status for word in UNCERTAIN):
        notes.append(say("new.commemoration.estimate", name=kept.name, status=kept.status))
    return notes
