"""kendal agenda: add and show."""

import shutil
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import click

from kendal_git.cli.asking import ask, at_terminal, need
from kendal_git.cli.base import Session, format_option, option, pass_session
from kendal_git.cli.groups import Group
from kendal_git.files import WorkTree
from kendal_git.model.agenda import AgendaEntry, Incidental
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import KINDS, SOURCES
from kendal_git.reading.offices import office_of
from kendal_git.verbs.agenda import add, require_time, show
from kendal_git.verbs.typed import read_choice, read_day, read_hour, read_line, read_name, read_official
from kendal_git.wiring import workplace

LONGEST = 366  # days that one listing shows
WIDEST = 100  # columns that a listing fills, however wide the window is
T = TypeVar("T")


command = Group("agenda", "agenda.group", help="help.agenda")


@command.part("add")
@option("--date", "day", metavar="2026-11-25", help="agenda.option.date")
@option("--time", "hour", metavar="08:00", help="agenda.option.time")
@option("--title", metavar="…", help="agenda.option.title")
@option("--place", metavar="…", help="agenda.option.place")
@option("--official", "officials", metavar="sekda:bupati", multiple=True, help="agenda.option.official")
@option("--source", metavar="protokol", help="agenda.option.source")
@option("--organiser", metavar="disdikbud", default="", help="agenda.option.organiser")
@option("--coverage", metavar="liputan", multiple=True, help="agenda.option.coverage")
@option("--until", metavar="09:30", help="agenda.option.until")
@option("--incidental", metavar="…", help="agenda.option.incidental")
@option("--id", "name", metavar="ID", default="", help="agenda.option.id")
@pass_session
def add_command(now: Session, /, **typed: Any) -> int:
    """Words to an entry, asking for what is missing; the entry to its day's file."""
    files = WorkTree(now.root)
    office, moment = office_of(files), workplace.CLOCK.now()
    form = Form(now, office, moment, typed)
    done = add(files, office, form.day, form.entry(), moment)
    now.say(say("agenda.added", reference=done.reference))
    for note in done.notes:
        now.say(note)
    now.say(say("agenda.added.next", path=done.path))
    return 0


class Form:
    """The options as typed, completed at a terminal when a needed one is missing."""

    def __init__(self, now: Session, office: Office, moment: datetime, typed: dict[str, Any]) -> None:
        self.now, self.office, self.typed = now, office, typed
        self.asks = at_terminal() and not all(typed[name] for name in ("day", "hour", "title", "source"))
        if self.asks:
            click.echo(now.words("agenda.ask"), err=True)
        self.day = self._value(
            "day", "--date", "date", lambda words: read_day(words, office.day(moment), "--date"), "2026-11-25"
        )
        if self.asks and not typed["incidental"] and office.day(moment) >= self.day:
            question = say("agenda.ask.incidental")
            self.typed = typed | {"incidental": ask(now, question, lambda words: read_line(words, "--incidental", 300))}
        elif not typed["incidental"]:
            require_time(office, self.day, moment)

    def entry(self) -> AgendaEntry:
        """The entry that the words mean. Raises Misuse for the first that mean nothing."""
        typed, office = self.typed, self.office
        start: time = self._value("hour", "--time", "time", lambda words: read_hour(words, "--time"), "08:00")
        title = self._value("title", "--title", "title", lambda words: read_line(words, "--title", 160), '"Upacara …"')
        place = self._extra("place", "place", lambda words: read_line(words, "--place", 160)) or ""
        officials = self._extra(
            "officials",
            "officials",
            lambda words: tuple(read_official(one, office, "--official") for one in _split(words)),
        )
        source = self._value(
            "source", "--source", "source", lambda words: read_choice(words, SOURCES, "--source"), "|".join(SOURCES)
        )
        if typed["organiser"]:
            read_choice(typed["organiser"], tuple(code for code, _ in office.opd), "--organiser", "typed.opd")
        return AgendaEntry(
            id=read_name(typed["name"], "--id") if typed["name"] else "",
            time=start,
            title=title,
            place=place,
            until=read_hour(typed["until"], "--until") if typed["until"] else None,
            officials=officials or (),
            source=source,
            organiser=typed["organiser"],
            coverage=tuple(read_choice(one, KINDS, "--coverage") for one in _split(",".join(typed["coverage"]))),
            incidental=Incidental(read_line(typed["incidental"], "--incidental", 300)) if typed["incidental"] else None,
        )

    def _value(self, name: str, option: str, question: str, read: Callable[[str], T], example: str) -> T:
        """A needed value: typed, or asked for."""
        words = self.typed[name]
        if words is not None and words.strip() and (value := read(words)) != "":
            return value
        if self.asks:
            return ask(self.now, say(f"agenda.ask.{question}"), read)
        raise need(option, example)

    def _extra(self, name: str, question: str, read: Callable[[str], T]) -> T | None:
        """A value that may be left out; asked for only when the person is being asked anyway."""
        words = self.typed[name]
        if words:
            return read(words if isinstance(words, str) else ",".join(words))
        return ask(self.now, say(f"agenda.ask.{question}"), read, needed=False) if self.asks else None


def _split(words: str) -> tuple[str, ...]:
    """Words between commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in words.split(",") if part.strip()))


@command.part("show")
@click.argument("day", metavar="[2026-11-25|besok]", required=False)
@option("--from", "first", metavar="2026-11-23", help="agenda.option.from")
@option("--to", "last", metavar="2026-11-29", help="agenda.option.to")
@option("--week", is_flag=True, help="agenda.option.week")
@format_option
@pass_session
def show_command(now: Session, /, form: str, **typed: Any) -> int:
    """Days to the book, the book to a reporter; 1 when a day's file has a fault."""
    from kendal_git.reporters import agendas

    files = WorkTree(now.root)
    office = office_of(files)
    shown = show(files, _days(office.day(workplace.CLOCK.now()), **typed))
    if form == "json":
        from kendal_git.reporters import machine

        click.echo(machine.dump(agendas.as_json(shown, office, now.language)))
    else:
        width = min(shutil.get_terminal_size().columns, WIDEST)
        click.echo(agendas.book(shown, office, now.language, now.style, width))
    return 1 if any(one.trouble for one in shown) else 0


def _days(today: date, day: str | None, first: str | None, last: str | None, *, week: bool) -> tuple[date, ...]:
    """The days that are meant: today when nobody said, seven from ``--from`` on when no end was named."""
    if (first or last) and (day or week):
        raise Misuse(say("agenda.range.mixed"))
    named = first or day
    start = read_day(named, today, "--from" if first else "agenda show") if named else today
    if week:
        start -= timedelta(days=start.weekday())
    several = timedelta(days=6 if week or first else 0)
    end = read_day(last, today, "--to") if last else start + several
    if start > end:
        raise Misuse(say("agenda.range", first=start, last=end))
    if (end - start).days >= LONGEST:
        raise Misuse(say("agenda.range.long", most=LONGEST))
    return tuple(start + timedelta(days=number) for number in range((end - start).days + 1))
