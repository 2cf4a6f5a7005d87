"""assign: a disposition and an assignment, appended to one event of the agenda."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime

from kendal_git.files import WorkTree
from kendal_git.model.agenda import AgendaEntry, Assignment, Disposition
from kendal_git.model.document import Document, Mapping, Route, Sequence
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.post import Team
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import ROLES
from kendal_git.reading.agendas import path_of, read_day
from kendal_git.verbs.agenda import overlapping, team
from kendal_git.verbs.daybook import document_of, find, store
from kendal_git.verbs.typed import read_choice, read_line, read_login
from kendal_git.yamltext import Value, append, flow

GIVERS = ROLES[1:]  # the roles that may give a disposition: all above staff


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be recorded, in the words that were typed."""

    by: str
    design: str = ""
    text: str = ""
    photo: str = ""
    note: str = ""
    role: str = ""
    instruction: str = ""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was appended (nothing that stood there already), and what a person should look at."""

    path: str
    disposition: Disposition | None
    assignment: Assignment | None
    notes: tuple[Message, ...] = ()


def assign(files: WorkTree, office: Office, event: tuple[date, str], order: Order, now: datetime) -> Assigned:
    """Append to an event (a day and an entry's id) what the order says.

    Raises Misuse for a cancelled or unknown event, an unknown login, and a disposition beyond its giver's roles.
    """
    day, name = event
    entry, path = find(files, day, name), path_of(day)
    if entry.cancelled:
        raise Misuse(say("assign.cancelled", id=name, reason=entry.cancelled.reason))
    if not (order.design or order.text or order.photo or order.role or order.instruction):
        raise Misuse(say("assign.nothing"), say("assign.nothing.hint"))
    moment = now.astimezone(office.zone).replace(second=0, microsecond=0)
    disposition = _disposition(office, order, moment)
    assignment = _assignment(office, order, moment, day)
    if disposition and any(_same(disposition, known) for known in entry.dispositions):
        disposition = None
    if assignment and entry.assignments and _stands(assignment, entry):
        assignment = None
    if disposition or assignment:
        _write(files, path, entry, disposition, assignment)
    return Assigned(path, disposition, assignment, tuple(_busy(files, entry, path, assignment)))


def _disposition(office: Office, order: Order, moment: datetime) -> Disposition | None:
    """The disposition, if one was asked for: with its words, and by someone who holds its role now."""
    if not order.role and not order.instruction:
        return None
    held = _held(office, order.by, moment)
    role = read_choice(order.role, GIVERS, "--role") if order.role else held[0] if len(held) == 1 else ""
    if not role:
        raise Misuse(say("assign.role"), say("assign.role.hint", roles="|".join(GIVERS)))
    instruction = read_line(order.instruction, "--instruction", 500)
    if not instruction:
        raise Misuse(say("assign.instruction"), say("assign.instruction.hint"))
    by = read_login(order.by, office, office.day(moment), "--by")
    if role not in held:
        holders = tuple(holder.login for holder in office.role(role).held_on(office.day(moment)))
        hint = say("assign.not-held.hint", holders="|".join(holders)) if holders else say("assign.not-held.none")
        raise Misuse(say("assign.not-held", by=by, role=office.title(role)), hint)
    return Disposition(role, by, moment, instruction)


def _held(office: Office, login: str, moment: datetime) -> tuple[str, ...]:
    """The roles above staff that a login holds now."""
    holder = office.holder(login)
    return tuple(role for role in office.roles_of(holder.id, moment) if role in GIVERS) if holder else ()


def _assignment(office: Office, order: Order, moment: datetime, day: date) -> Assignment | None:
    """The assignment, if anybody was named; each must hold a role on the day of the event."""
    named = {task: getattr(order, task) for task in ("design", "text", "photo") if getattr(order, task)}
    if not named:
        return None
    staff = {task: read_login(login, office, day, f"--{task}") for task, login in named.items()}
    by = read_login(order.by, office, office.day(moment), "--by")
    return Assignment(by, moment, note=read_line(order.note, "--note", 300), **staff)


def _same(new: Disposition, known: Disposition) -> bool:
    return (new.role, new.by, new.instruction) == (known.role, known.by, " ".join(known.instruction.split()))


def _stands(new: Assignment, entry: AgendaEntry) -> bool:
    """Whether all that are named are to do it already, and there is no new note."""
    now, last = team(entry), entry.assignments[-1]
    named = (task for task in ("design", "text", "photo") if getattr(new, task))
    return all(getattr(now, task) == getattr(new, task) for task in named) and new.note in ("", last.note)


def _write(
    files: WorkTree, path: str, entry: AgendaEntry, disposition: Disposition | None, assignment: Assignment | None
) -> None:
    """Both additions in one new text of the file."""
    before = after = document_of(path, files.read(path) or b"")
    places: list[Route] = []
    for key, fact in (("dispositions", disposition), ("assignments", assignment)):
        if fact:
            number, owner = _entry(after, entry.id)
            listed = owner.get(key)
            places.append(("entries", number, key, len(listed.items) if isinstance(listed, Sequence) else 0))
            short = flow(_record(fact))
            text = append(after.source.text, owner, key, [f"- {short}"], short)
            after = document_of(path, text.encode())
    store(files, path, before, after.source.text, *places)


def _entry(document: Document, name: str) -> tuple[int, Mapping]:
    """The entry's number and node; it is there, or find() had refused."""
    entries = document.fields.get("entries")
    for number, node in enumerate(entries.items if isinstance(entries, Sequence) else ()):
        identity = node.get("id") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and getattr(identity, "text", "") == name:
            return number, node
    raise LookupError(name)


def _record(fact: Disposition | Assignment) -> dict[str, Value]:
    """The fact's fields in their order, empty ones left out."""
    return {field.name: value for field in fields(fact) if (value := getattr(fact, field.name))}


def _busy(files: WorkTree, entry: AgendaEntry, path: str, assignment: Assignment | None) -> Iterator[Message]:
    """A warning for each person who has another event at the same time."""
    book, _ = read_day(files, path)
    if assignment is None or book is None:
        return
    people = dict.fromkeys(login for login in (assignment.design, assignment.text, assignment.photo) if login)
    for other in overlapping(entry, book.entries):
        taken = _people(team(other))
        for login in people:
            if login in taken:
                yield say("assign.busy", login=login, id=other.id, title=other.title, time=f"{other.starts:%H.%M}")


def _people(standing: Team) -> set[str]:
    return {standing.design, standing.text, standing.photo} - {""}
