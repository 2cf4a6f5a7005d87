"""agenda: one more event in the book of its day, and what the book says of some days."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from kendal_git.files import WorkTree
from kendal_git.messages import text as words
from kendal_git.messages.dates import long_day
from kendal_git.model.agenda import AgendaDay, AgendaEntry, Attendance, Commemoration
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.document import Document, Mapping, Scalar, Sequence
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.post import Team
from kendal_git.model.trouble import Misuse
from kendal_git.reading.agendas import path_of, read_day
from kendal_git.reading.calendar import read_calendar
from kendal_git.reading.posts import Files
from kendal_git.verbs.daybook import broken, document_of, store
from kendal_git.verbs.schema import modeline
from kendal_git.yamltext import Value, append, flow, tall

USUAL = timedelta(hours=1)  # how long an event is taken to last when nobody said
EVENING = time(18)  # an event that begins from here on may end after midnight
SLUG = 48  # characters of an id made from a title
# Posts with many holders: two entries that name one without its OPD may mean two people.
MANY = ("kepala-opd", "camat", "asisten", "staf-ahli", "forkopimda")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written, and what a person should look at."""

    reference: str
    path: str
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One day of the book: its events by the time that stands now, the days kept on it, and what is wrong."""

    day: date
    entries: tuple[AgendaEntry, ...] = ()
    kept: tuple[Commemoration, ...] = ()
    trouble: tuple[Diagnostic, ...] = ()


def require_time(office: Office, day: date, now: datetime) -> None:
    """Step 1 of the procedure: the day before at the latest. Raises Misuse on the day itself and later."""
    if office.day(now) >= day:
        raise Misuse(say("agenda.late", day=long_day(day)), say("agenda.late.hint"))


def add(files: WorkTree, office: Office, day: date, entry: AgendaEntry, now: datetime) -> Recorded:
    """Append an entry to its day's file. An empty id is made from the title.

    Raises Misuse when it comes too late without a reason, when its id is taken, or when the file cannot be kept right.
    """
    notes: list[Message] = []
    if entry.incidental is None:
        require_time(office, day, now)
    elif office.day(now) < day:
        entry = replace(entry, incidental=None)
        notes.append(say("agenda.in-time"))
    if entry.until is not None and (entry.until == entry.time or entry.until < entry.time < EVENING):
        raise Misuse(say("agenda.until", until=_clock(entry.until), time=_clock(entry.time)))
    path = path_of(day)
    data = files.read(path)
    book, trouble = read_day(files, path)
    if data is not None and book is None:
        raise broken(path, trouble)
    document = None if data is None else document_of(path, data)
    entry = _named(entry, _ids(document))
    record = _as_record(entry)
    if document is None:
        heading = words(say("agenda.heading", day=long_day(day)), office.language)
        head = (modeline(files, "agenda", path), f"# {heading}", f"date: {day.isoformat()}", "entries:")
        after = "".join(f"{line}\n" for line in (*filter(None, head), *(f"  {line}" for line in tall(record))))
    else:
        after = append(document.source.text, document.fields, "entries", tall(record), flow(record))
    store(files, path, document, after, ("entries", len(_ids(document))))
    return Recorded(f"{day:%Y/%m/%d}#{entry.id}", path, (*notes, *_clashes(entry, book)))


def show(files: Files, days: tuple[date, ...]) -> tuple[ShownDay, ...]:
    """What the book and the calendar say of each day."""
    calendar = read_calendar(files)
    shown = []
    for day in days:
        book, trouble = read_day(files, path_of(day))
        entries = sorted(book.entries, key=lambda entry: entry.starts) if book else ()
        shown.append(ShownDay(day, tuple(entries), calendar.on(day), trouble))
    return tuple(shown)


def team(entry: AgendaEntry) -> Team:
    """Who is to do what now: for each task the last assignment that names somebody."""
    given = {
        task: next((login for one in reversed(entry.assignments) if (login := getattr(one, task))), "")
        for task in ("design", "text", "photo")
    }
    return Team(**given)


def span(entry: AgendaEntry) -> tuple[int, int]:
    """From when to when, in minutes of the day; a change of time moves the end along."""
    start, first = _minutes(entry.starts), _minutes(entry.time)
    end = _minutes(entry.until) if entry.until else first + int(USUAL.total_seconds() // 60)
    return start, start + (end - first) % (24 * 60)


def overlapping(entry: AgendaEntry, others: tuple[AgendaEntry, ...]) -> Iterator[AgendaEntry]:
    """Those of the others that take place and share a minute with the entry."""
    start, end = span(entry)
    for other in others:
        other_start, other_end = span(other)
        if other.id != entry.id and not other.cancelled and start < other_end and other_start < end:
            yield other


def slug(title: str, most: int = SLUG) -> str:
    """A title as small ASCII words with hyphens, cut between words; empty when it has none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    made = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        longer = f"{made}-{word}" if made else word[:most]
        if len(longer) > most:
            break
        made = longer
    return made


def _ids(document: Document | None) -> tuple[str, ...]:
    """The id of each entry of a file, empty for one that has none; also of entries that the check refuses."""
    listed = document.fields.get("entries") if document else None
    nodes = listed.items if isinstance(listed, Sequence) else ()
    names = (node.get("id") if isinstance(node, Mapping) else None for node in nodes)
    return tuple(name.text if isinstance(name, Scalar) else "" for name in names)


def _named(entry: AgendaEntry, taken: tuple[str, ...]) -> AgendaEntry:
    """The entry with an id of its own in the day."""
    if entry.id in taken and entry.id:
        raise Misuse(say("check.agenda.id", id=entry.id), say("agenda.id.hint"))
    if entry.id:
        return entry
    base = slug(entry.title) or "acara"
    numbers = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return replace(entry, id=next(name for name in numbers if name not in taken))


def _as_record(entry: AgendaEntry) -> dict[str, Value]:
    """The entry's own facts in the order of the file; what nobody said is left out."""
    made: dict[str, Value] = {"id": entry.id, "time": entry.time}
    optional: dict[str, Value | None] = {
        "until": entry.until,
        "title": entry.title,
        "place": entry.place,
        "officials": [_attendance(one) for one in entry.officials],
        "source": entry.source,
        "organiser": entry.organiser,
        "coverage": entry.coverage,
        "incidental": {"reason": entry.incidental.reason} if entry.incidental else None,
    }
    return made | {key: value for key, value in optional.items() if value is not None and value not in ("", (), [])}


def _attendance(one: Attendance) -> dict[str, Value]:
    status = "" if one.status == "definitif" else one.status
    every = {"official": one.official, "represents": one.represents, "opd": one.opd, "status": status}
    return {key: value for key, value in every.items() if value}


def _clashes(entry: AgendaEntry, book: AgendaDay | None) -> Iterator[Message]:
    """A warning for each official who would be at two places at once; who is represented is not there."""
    here = {(one.official, one.opd) for one in entry.officials if one.opd or one.official not in MANY}
    for other in overlapping(entry, book.entries if book else ()):
        for official, opd in sorted(here & {(one.official, one.opd) for one in other.officials}):
            who = f"{official}@{opd}" if opd else official
            yield say("agenda.clash", official=who, id=other.id, title=other.title, time=_clock(other.starts))


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(clock: time) -> str:
    return f"{clock:%H.%M}"
