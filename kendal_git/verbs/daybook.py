"""One day's file of the agenda: an entry found in it, and a new text put in place only when nothing else changes."""

from collections import Counter
from datetime import date

from kendal_git import frontmatter
from kendal_git.files import WorkTree, write
from kendal_git.model.agenda import AgendaEntry
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.document import Document, Route, scalars
from kendal_git.model.entry import Entry
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import Misuse
from kendal_git.reading.agendas import path_of, read_day
from kendal_git.reading.mending import suggest
from kendal_git.reading.offices import office_of
from kendal_git.reading.posts import Files

__all__ = ["Overlay", "broken", "document_of", "find", "office_of", "store"]


class Overlay:
    """A work tree as it would be with one file's bytes changed."""

    def __init__(self, files: Files, path: str, data: bytes) -> None:
        self._files, self._path, self._data = files, path, data

    def read(self, path: str) -> bytes | None:
        """The changed bytes for the one path, the work tree's for all others."""
        return self._data if path == self._path else self._files.read(path)

    def entries(self, path: str) -> tuple[Entry, ...]:
        """As the work tree says."""
        return self._files.entries(path)


def find(files: Files, day: date, name: str) -> AgendaEntry:
    """One entry of the book. Raises Misuse with the nearest id."""
    path = path_of(day)
    book, trouble = read_day(files, path)
    if book is None and not trouble:
        raise Misuse(say("check.agenda.no-day", path=path), say("check.agenda.no-day.hint"))
    if book is None:
        raise broken(path, trouble)
    entry = book.entry(name)
    if entry is None:
        raise Misuse(
            say("check.agenda.no-entry", id=name, path=path), suggest(name, tuple(known.id for known in book.entries))
        )
    return entry


def document_of(path: str, data: bytes) -> Document:
    """A day's file with its places. Raises Misuse when it is not valid YAML."""
    document, trouble = frontmatter.read_yaml(path, data)
    if document is None:
        raise broken(path, tuple(trouble))
    return document


def store(files: WorkTree, path: str, before: Document | None, after: str, *places: Route) -> None:
    """Put the new text in place if it differs at ``places`` alone and has no new fault; otherwise Misuse.

    The text is looked at before a byte of the file is touched.
    """
    data = after.encode()
    known = Counter(_fault(one) for one in read_day(files, path)[1])
    for one in read_day(Overlay(files, path, data), path)[1]:
        known[_fault(one)] -= 1
        if known[_fault(one)] < 0:
            raise Misuse(say("agenda.unsafe", path=path, problem=one.message), say("agenda.unsafe.hint", path=path))
    if before and not _kept(_values(before), _values(document_of(path, data)), places):
        raise Misuse(
            say("agenda.unsafe", path=path, problem=say("agenda.unsafe.moved")), say("agenda.unsafe.hint", path=path)
        )
    write(files.root / path, data)


def broken(path: str, trouble: tuple[Diagnostic, ...]) -> Misuse:
    """The refusal to add to a file that cannot be read."""
    return Misuse(say("agenda.broken", path=path, problem=trouble[0].message), say("agenda.broken.hint", path=path))


def _kept(old: dict[Route, str], new: dict[Route, str], places: tuple[Route, ...]) -> bool:
    """Whether every old value stands where it stood, and every new one at one of the places."""
    fresh = (route for route in new if route not in old)
    return all(new.get(route) == value for route, value in old.items()) and all(
        any(route[: len(place)] == place for place in places) for route in fresh
    )


def _values(document: Document) -> dict[Route, str]:
    """Every value with its route; an empty one counts as none, and a block text's last line ends do not count."""
    found = scalars(document.fields)
    return {route: node.text.rstrip("\n") if node.block else node.text for route, node in found if not node.nothing}


def _fault(one: Diagnostic) -> tuple[str, Message]:
    return one.rule, one.message
