"""paste: a message as it arrives from a messenger to a new post; what it seems to say is proposed, never settled."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from kendal_git.files import WorkTree
from kendal_git.messages import text as words
from kendal_git.messages.dates import long_day, weekday
from kendal_git.model.agenda import AgendaEntry, Commemoration
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.pasting.clean import clean, decode
from kendal_git.pasting.days import DayFound, find_day, find_hour
from kendal_git.pasting.fitting import fitting, same_place
from kendal_git.pasting.forwarded import unwrap
from kendal_git.pasting.markup import markdown, standing, struck
from kendal_git.pasting.occasions import below, find_commemoration, find_kind, find_title
from kendal_git.pasting.people import People, find_people
from kendal_git.pasting.places import find_place
from kendal_git.pasting.scaffold import fill
from kendal_git.reading.agendas import path_of, read_day
from kendal_git.reading.calendar import Calendar, read_calendar
from kendal_git.verbs.choosing import GREETING, REPORT, Subject, Wish, settle
from kendal_git.verbs.daybook import find
from kendal_git.verbs.new import LANGUAGE, Draft, draft

MOST = 65_536  # characters: no longer message can be sent


@dataclass(frozen=True, slots=True)
class Reading:
    """A message read: its text, what it seems to say, and what stays beside it."""

    text: str
    visible: str
    title: str
    day: DayFound | None
    hour: time | None
    place: str
    people: People
    base: date
    kept: tuple[str, ...] = ()
    doubts: tuple[Message, ...] = ()
    telephone: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What a person named or confirmed; empty is "as the text says"."""

    wish: Wish
    title: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Pasted:
    """The post to be, and what a person should know of it: the proposals as read from the text, and the doubts."""

    draft: Draft
    proposals: tuple[Message, ...] = ()
    doubts: tuple[Message, ...] = ()


class _Slip:
    """What is proposed and doubted while a subject is made."""

    def __init__(self, doubts: tuple[Message, ...]) -> None:
        self.marks: dict[str, str] = {}
        self.proposals: list[Message] = []
        self.doubts = list(doubts)

    def propose(self, name: str, value: object, quote: Message | str = "") -> None:
        """One value of a field, with the words that it comes from where they say more."""
        told = words(quote, LANGUAGE) if isinstance(quote, Message) else quote
        mark = say("paste.comment.mark.words", words=told) if told else say("paste.comment.mark")
        self.marks[name] = words(mark, LANGUAGE)
        self.proposals.append(say(f"paste.proposed.{name}", value=value))


def read(data: bytes, office: Office, now: datetime) -> Reading:
    """A message's bytes, read. Raises Misuse for one without a word and for a whole conversation."""
    text, certain = decode(data)
    if len(text) > MOST:
        raise Misuse(say("paste.large", most=MOST), say("paste.large.hint"))
    message = unwrap(clean(text))
    if not any(one.isalnum() for one in message.text):
        raise Misuse(say("paste.empty"), say("paste.empty.hint"))
    base = message.sent or office.day(now)
    visible, crossed = standing(message.text), struck(message.text)
    doubts = [say("paste.struck", words=crossed)] if crossed else []
    doubts += [] if certain else [say("paste.encoding")]
    return Reading(
        text=message.text,
        visible=visible,
        title=find_title(message.text),
        day=find_day(visible, base),
        hour=find_hour(visible),
        place=find_place(visible),
        people=find_people(visible, office),
        base=base,
        kept=message.remarks,
        doubts=tuple(doubts),
        telephone=message.telephone,
    )


def misdated(found: DayFound | None) -> Message | None:
    """The sentence about a date whose weekday is another one's."""
    if found is None or found.weekday is None:
        return None
    return say("paste.weekday", words=found.words, weekday=weekday(found.day))


def make(files: WorkTree, office: Office, reading: Reading, given: Given, now: datetime) -> Pasted:
    """The post of a message; what was given wins. Raises Misuse as ``kendal new`` does."""
    slip = _Slip(reading.doubts)
    if not given.title:
        slip.propose("title", reading.title)
    subject = _subject(files, office, reading, given, slip)
    title = given.title or reading.title
    made = draft(files, office, subject, title, now)
    comments = [say("paste.comment.kept", words=line) for line in reading.kept]
    comments += [say("paste.comment.doubt", note=doubt) for doubt in slip.doubts]
    told = tuple(words(comment, LANGUAGE) for comment in comments)
    rest = below(reading.text, title)
    notes = [say("paste.title-line")] if rest != reading.text else []
    notes += [say("paste.telephone")] if reading.telephone else []
    filled = replace(made, text=fill(made.text, markdown(rest), told, slip.marks))
    return Pasted(filled, tuple(slip.proposals), (*slip.doubts, *notes))


def _subject(files: WorkTree, office: Office, reading: Reading, given: Given, slip: _Slip) -> Subject:
    """Event, commemorative day, kind and date from what was given, the text, and the agenda of that day."""
    wish, calendar = given.wish, read_calendar(files)
    fixed = wish.event[0] if wish.event else wish.day
    wanted = fixed or (reading.day.day if reading.day else None)
    named = find_commemoration(reading.visible, calendar, wanted, reading.base)
    day = wanted or (named.date if named else reading.base)
    wrong = misdated(reading.day)  # whoever settles the date has still to mend the text
    slip.doubts += [wrong] if wrong else []
    if not fixed:
        _tell_day(reading, day, named, slip)
    event = wish.event or _event(files, reading, day, slip)
    kind = _kind(files, reading, wish, event, named)
    if kind != GREETING and named and named.date != day:
        named = None  # a report that only mentions it
    kept = wish.commemoration or (named.id if named else "")
    if kept and not wish.commemoration:
        slip.propose("commemoration", kept)
    if not wish.kind:
        slip.propose("kind", kind)
    if kind == REPORT and not event:
        slip.doubts += [] if any(d.key == "paste.events" for d in slip.doubts) else [_no_event(day)]
        subject = Subject(kind, day, commemoration=_on(calendar, kept, day, named))
    else:
        subject = settle(files, Wish(event, kind, kept, wish.year, wish.day or day), reading.base)
    return _with_text(subject, reading, given, slip, tuple(code for code, _ in office.officials))


def _no_event(day: date) -> Message:
    return say("paste.no-event", day=long_day(day))


def _tell_day(reading: Reading, day: date, named: Commemoration | None, slip: _Slip) -> None:
    """The proposed day with the words that it comes from, and every doubt about it."""
    found = reading.day
    quote: Message | str = f"“{found.words}”" if found else ""
    if reading.hour:
        clock = f"{reading.hour:%H.%M}"
        quote = say("paste.comment.hour", words=quote or f"{day}", hour=clock)
    slip.propose("date", long_day(day), quote)
    if reading.hour:
        slip.proposals.append(say("paste.proposed.hour", value=f"{reading.hour:%H.%M}"))
    if found and found.others:
        slip.doubts.append(say("paste.days", days=tuple(long_day(other) for other in found.others)))
    if found and found.relative:
        slip.doubts.append(say("paste.relative", words=found.words, base=long_day(reading.base)))
    if not found and not named:
        slip.doubts.append(say("paste.no-day", day=long_day(day)))


def _event(files: WorkTree, reading: Reading, day: date, slip: _Slip) -> tuple[date, str] | None:
    """The one event of the day's agenda that fits; several are a doubt."""
    book, _ = read_day(files, path_of(day))
    fits = fitting(book.entries, reading.visible, reading.hour, reading.place) if book else ()
    references = tuple(f"{day:%Y/%m/%d}#{entry.id}" for entry in fits)
    if len(fits) > 1:
        slip.doubts.append(say("paste.events", events=references))
    if len(fits) != 1:
        return None
    slip.propose("agenda", references[0])
    return day, fits[0].id


def _kind(
    files: WorkTree, reading: Reading, wish: Wish, event: tuple[date, str] | None, named: Commemoration | None
) -> str:
    """The kind that was given, else what the text signals, else the one that the event is covered by."""
    if wish.kind:
        return wish.kind
    signalled = find_kind(reading.visible, kept=bool(wish.commemoration or named))
    wanted = find(files, *event).coverage if event else ()
    return wanted[0] if signalled == REPORT and len(wanted) == 1 else signalled


def _on(calendar: Calendar, name: str, day: date, named: Commemoration | None) -> Commemoration | None:
    """The commemorative day of a report that has no event yet. Raises Misuse for an id that nobody knows."""
    if named and named.id == name:
        return named
    if name and name not in calendar.ids:
        raise Misuse(say("new.commemoration", id=name), say("new.commemoration.hint"))
    return next(iter(calendar.in_year(name, day.year)), None) if name else None


def _with_text(subject: Subject, reading: Reading, given: Given, slip: _Slip, order: tuple[str, ...]) -> Subject:
    """The event as the text tells it: its place, who comes and whose it is; the agenda's word where it differs."""
    recorded = subject.entry
    entry = recorded or AgendaEntry("", time(0), "")
    place = reading.place if given.place is None else given.place
    read_off = place == reading.place
    if read_off and same_place(place, entry.venue):
        place = entry.venue  # the agenda's spelling of the same place
    if place and place != entry.venue:
        slip.doubts += [say("paste.place", place=entry.venue)] if entry.venue else []
        entry = replace(entry, place=place, changes=tuple(replace(one, place="") for one in entry.changes))
    if place and given.place is None:
        slip.propose("place", place)
    if recorded and reading.hour and reading.hour != recorded.starts:
        slip.doubts.append(say("paste.hour", hour=f"{reading.hour:%H.%M}", agenda=f"{recorded.starts:%H.%M}"))
    if reading.people.present:
        codes = tuple(sorted({one.official for one in reading.people.present}, key=order.index))
        before = tuple(dict.fromkeys(one.official for one in entry.officials))
        if before and set(before) != set(codes):
            slip.doubts.append(say("paste.officials", officials=before))
        entry = replace(entry, officials=reading.people.present)
        slip.propose("officials", codes, ", ".join(reading.people.words))
    agencies = tuple(dict.fromkeys(one.opd for one in reading.people.present if one.opd))
    if not entry.organiser and len(reading.people.agencies) == 1:
        entry = replace(entry, organiser=reading.people.agencies[0])
        agencies = (entry.organiser, *agencies)
    if agencies:
        slip.propose("opd", agencies)
    return subject if entry == AgendaEntry("", time(0), "") else replace(subject, entry=entry)
