"""agenda-edited: facts of the agenda that an earlier revision had are still there; later ones are appended."""

from collections.abc import Iterator

from kendal_git import frontmatter
from kendal_git.model.agenda import AgendaDay, AgendaEntry
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.document import Document, Mapping, Scalar, Sequence
from kendal_git.model.message import Message, say
from kendal_git.reading.agendas import read_day
from kendal_git.reading.posts import Files

FACTS = ("time", "until", "title", "place", "officials", "source", "organiser", "coverage", "incidental")
LISTS = ("changes", "dispositions", "assignments")


def edited(old: Files, new: Files, path: str) -> list[Diagnostic]:
    """What the day of ``old`` recorded and the day of ``new`` does not say any more.

    A day that cannot be read tells of that itself, and nothing of it is guessed here.
    """
    before, data = read_day(old, path)[0], new.read(path)
    if before is None:
        return []
    if data is None:
        entries = tuple(entry.id for entry in before.entries)
        return [_error(Place(path), say("since.agenda.day", path=path, entries=entries))] if entries else []
    document, after = frontmatter.read_yaml(path, data)[0], read_day(new, path)[0]
    return list(_day(document, before, after)) if document and after else []


def _day(document: Document, before: AgendaDay, after: AgendaDay) -> Iterator[Diagnostic]:
    places = _places(document)
    for entry in before.entries:
        now, index = after.entry(entry.id), places.get(entry.id)
        if index is None:
            yield _error(document.place("entries"), say("since.agenda.gone", id=entry.id))
        elif now is not None:  # an entry that is there and cannot be read has its own findings
            yield from _entry(document, index, entry, now)


def _entry(document: Document, index: int, before: AgendaEntry, after: AgendaEntry) -> Iterator[Diagnostic]:
    for field in FACTS:
        if getattr(before, field) != getattr(after, field):
            yield _error(document.place("entries", index, field), say("since.agenda.field", field=field, id=before.id))
    if before.cancelled and before.cancelled != after.cancelled:
        place = document.place("entries", index, "cancelled")
        yield _error(place, say("since.agenda.field", field="cancelled", id=before.id))
    for field in LISTS:
        past, present = getattr(before, field), getattr(after, field)
        for number, fact in enumerate(past):
            if number >= len(present) or present[number] != fact:
                place = document.place("entries", index, field, number)
                yield _error(place, say("since.agenda.fact", field=field, number=number + 1, id=before.id))
                break


def _places(document: Document) -> dict[str, int]:
    """The number in the file of each entry's id."""
    entries = document.fields.get("entries")
    names = ((item.get("id") if isinstance(item, Mapping) else None) for item in _items(entries))
    return {name.text: index for index, name in enumerate(names) if isinstance(name, Scalar)}


def _items(node: object) -> tuple[object, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _error(place: Place, message: Message) -> Diagnostic:
    return error("agenda-edited", place, message, say("since.agenda.hint"))
