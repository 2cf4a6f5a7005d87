"""Days of the agenda for a person, in the form of the office's Buku Agenda, and the same facts for a program."""

from dataclasses import fields, is_dataclass
from datetime import date, time
from textwrap import wrap
from typing import TYPE_CHECKING

from kendal_git.messages import text
from kendal_git.messages.dates import long_day
from kendal_git.model.agenda import AgendaEntry, Attendance, Commemoration
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.reporters.style import Style, safe
from kendal_git.verbs.agenda import ShownDay, team

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

TASKS = ("design", "text", "photo")
INDENT = 15  # columns before an event's words: “  08.00–09.30  ”
INITIALS = ("opd", "tp", "pkk")  # parts of an official's id that are written in capitals
UNCERTAIN = ("perkiraan", "sekunder", "menunggu")  # parts of a date_status that the calendar does not vouch for


def book(shown: tuple[ShownDay, ...], office: Office, language: str, style: Style, width: int = 80) -> str:
    """A block for each day; of several days only those with something on them."""
    page, alone = Page(office, language, style, width), len(shown) == 1
    blocks = [page.day(one, alone=alone) for one in shown if alone or one.entries or one.kept or one.trouble]
    if not blocks:
        nothing = say("agenda.empty.range", first=long_day(shown[0].day), last=long_day(shown[-1].day))
        return "\n".join(wrap(page.words(nothing), width))
    return "\n\n".join("\n".join(lines) for lines in blocks)


class Page:
    """One listing: whose office, which language, which colours, how wide."""

    def __init__(self, office: Office, language: str, style: Style, width: int) -> None:
        self.office, self.language, self.style, self.width = office, language, style, width

    def day(self, shown: ShownDay, *, alone: bool) -> list[str]:
        """The date, the days kept on it, the events."""
        lines = [self.style(self.words(long_day(shown.day)), "bold")]
        for number, kept in enumerate(shown.kept):
            label = f"{self.words(say('agenda.kept'))}: " if number == 0 else ""
            opening = " " * (2 + len(self.words(say("agenda.kept"))) + 2) if number else "  "
            lines += self._folded(f"{label}{self.words(_kept(kept))}", opening, "cyan")
        for fault in shown.trouble[:1]:
            where = f"{fault.place.path}:{fault.place.line}"
            lines += self._folded(self.words(say("agenda.trouble", path=where, problem=fault.message)), "  ", "red")
        if not shown.entries and not shown.trouble:
            lines.append(f"  {self.words(say('agenda.empty'))}")
            lines += self._folded(self.words(say("agenda.empty.hint", day=shown.day)), "  ", "dim") if alone else []
        for entry in shown.entries:
            lines += ["", *self._entry(shown, entry)]
        return lines

    def _entry(self, shown: ShownDay, entry: AgendaEntry) -> list[str]:
        off = ("dim",) if entry.cancelled else ()
        when = f"{entry.starts:%H.%M}"
        if entry.until and entry.starts == entry.time:
            when += f"–{entry.until:%H.%M}"
        room = " " * INDENT
        lines = self._folded(entry.title, f"  {when:<{INDENT - 4}}  ", *(off or ("bold",)))
        if entry.cancelled:
            lines += self._folded(
                self.words(say("agenda.cancelled", reason=entry.cancelled.reason)), room, "red", "bold"
            )
        if entry.starts != entry.time:
            lines += self._folded(self.words(say("agenda.was", value=f"{entry.time:%H.%M}")), room, "yellow")
        place = entry.venue
        if entry.venue != entry.place and entry.place:
            place += f" ({self.words(say('agenda.was', value=entry.place))})"
        people = ", ".join(self.words(attendance(one)) for one in entry.officials)
        for line in (place, people, self._origin(entry)):
            lines += self._folded(line, room, *off)
        for change in entry.changes:
            lines += self._folded(self.words(say("agenda.changed", reason=change.reason)), room, "yellow")
        if entry.incidental:
            lines += self._folded(self.words(say("agenda.incidental", reason=entry.incidental.reason)), room, "yellow")
        for one in entry.dispositions:
            values = {
                "role": self.office.title(one.role),
                "by": one.by,
                "instruction": " ".join(one.instruction.split()),
            }
            words = f"{self.words(say('agenda.disposition', **values))} [{self.words(say('agenda.claimed'))}]"
            lines += self._folded(words, room, *off)
        lines += self._folded(self._assigned(entry), room, *(off or (() if entry.assignments else ("yellow",))))
        return [*lines, *self._folded(f"{shown.day:%Y/%m/%d}#{entry.id}", room, "dim")]

    def _origin(self, entry: AgendaEntry) -> str:
        parts = [say("agenda.source", source=entry.source)] if entry.source else []
        if entry.organiser:
            parts.append(say("agenda.organiser", opd=dict(self.office.opd).get(entry.organiser, entry.organiser)))
        if entry.coverage:
            parts.append(say("agenda.coverage", kinds=entry.coverage))
        return " · ".join(self.words(part) for part in parts)

    def _assigned(self, entry: AgendaEntry) -> str:
        standing = team(entry)
        people = [
            say(f"agenda.task.{task}", login=getattr(standing, task)) for task in TASKS if getattr(standing, task)
        ]
        return self.words(say("agenda.assigned", people=tuple(people)) if people else say("agenda.unassigned"))

    def _folded(self, words: str, opening: str, *styles: str) -> list[str]:
        """A text below its opening, folded to the width; nothing for no words."""
        lines = wrap(safe(words), max(20, self.width - len(opening)), break_on_hyphens=False)
        openings = (opening, *[" " * len(opening)] * len(lines))
        return [
            before + (self.style(line, *styles) if styles else line)
            for before, line in zip(openings, lines, strict=False)
        ]

    def words(self, message: Message) -> str:
        """A sentence in this listing's language."""
        return text(message, self.language)


def attendance(one: Attendance) -> Message:
    """“Sekda mewakili Bupati”, “Plt. Kepala OPD (Dinkes)”: the short forms, which a line has room for."""
    name = _short(one.official) + (f" ({_code(one.opd)})" if one.opd else "")
    here = say(f"agenda.status.{one.status}", official=name)
    return say("agenda.represents", official=here, represents=_short(one.represents)) if one.represents else here


def as_json(shown: tuple[ShownDay, ...], office: Office, language: str) -> dict[str, object]:
    """The same facts, for a program."""
    return {"days": [_day(one, office, language) for one in shown]}


def _day(shown: ShownDay, office: Office, language: str) -> dict[str, object]:
    return {
        "date": shown.day.isoformat(),
        "commemorations": [_fields(one) for one in shown.kept],
        "entries": [_event(shown, entry, office, language) for entry in shown.entries],
        "errors": [
            {"code": one.rule, "path": one.place.path, "line": one.place.line, "message": text(one.message, language)}
            for one in shown.trouble
        ],
    }


def _event(shown: ShownDay, entry: AgendaEntry, office: Office, language: str) -> dict[str, object]:
    """The entry's own fields, and what follows from them: the time and place that stand now, titles, the team."""
    titles = dict(office.officials)
    return {
        "reference": f"{shown.day:%Y/%m/%d}#{entry.id}",
        "starts": _plain(entry.starts),
        "venue": _plain(entry.venue),
        "team": _plain(team(entry)),
        **_fields(entry),
        "officials": [
            _fields(one) | {"title": titles.get(one.official, one.official), "text": text(attendance(one), language)}
            for one in entry.officials
        ],
        # "claimed": nobody has looked in Git yet for who wrote or approved it.
        "dispositions": [
            _fields(one) | {"title": office.title(one.role), "state": "claimed"} for one in entry.dispositions
        ],
    }


def _fields(value: "DataclassInstance") -> dict[str, object]:
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    """A value as JSON has it; what nobody said is null."""
    match value:
        case time():
            return f"{value:%H:%M}"
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
        case _:
            return None if value == "" else value


def _kept(one: Commemoration) -> Message:
    key = "agenda.kept.ordinal" if one.ordinal else "agenda.kept.name"
    named = say(key, name=one.name, ordinal=one.ordinal)
    return say("agenda.kept.estimate", name=named) if any(word in one.status for word in UNCERTAIN) else named


def _short(official: str) -> str:
    """An official's id as words: “Wakil Bupati”, “Kepala OPD”."""
    return " ".join(part.upper() if part in INITIALS else part.capitalize() for part in official.split("-"))


def _code(opd: str) -> str:
    """An agency's code as it is written: “Dinkes”, but “BPBD”, which nobody can pronounce."""
    parts = (
        part.upper() if len(part) < 6 and sum(letter in "aeiou" for letter in part) < 2 else part.capitalize()
        for part in opd.split("-")
    )
    return "-".join(parts)
