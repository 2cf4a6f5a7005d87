"""A day file of the agenda to an AgendaDay."""

from collections.abc import Iterator
from datetime import date

from kendal_git import frontmatter
from kendal_git.model.agenda import AgendaDay
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.document import Document, Mapping, Scalar, Sequence
from kendal_git.model.fields import DAY
from kendal_git.model.message import say
from kendal_git.reading.decoding import Decoder
from kendal_git.reading.posts import Files


def path_of(day: date) -> str:
    """The day's file."""
    return f"agenda/{day:%Y/%m/%d}.yaml"


def read_day(files: Files, path: str) -> tuple[AgendaDay | None, tuple[Diagnostic, ...]]:
    """One day of the agenda; None when it is absent or cannot be read, with the reasons."""
    data = files.read(path)
    if data is None:
        return None, ()
    document, trouble = frontmatter.read_yaml(path, data)
    if document is None:
        return None, tuple(trouble)
    decoder = Decoder(document.source)
    values = decoder.record(document.fields, DAY)
    trouble += [*decoder.trouble, *_repeated(document)]
    if "date" not in values:
        return None, tuple(trouble)
    day = AgendaDay(path=path, **values)
    if path_of(day.date) != path:
        right = path_of(day.date)
        message, hint = say("check.agenda.path", path=right), say("hints.agenda.path", path=right)
        trouble.append(error("agenda-path", document.place("date"), message, hint))
    return day, tuple(trouble)


def _repeated(document: Document) -> Iterator[Diagnostic]:
    """Ids that a second entry takes: a post could not say which event it means."""
    entries, seen = document.fields.get("entries"), set()
    for index, entry in enumerate(entries.items if isinstance(entries, Sequence) else ()):
        name = entry.get("id") if isinstance(entry, Mapping) else None
        if not isinstance(name, Scalar):
            continue
        if name.text in seen:
            place = document.place("entries", index, "id")
            yield error("agenda-id", place, say("check.agenda.id", id=name.text), say("hints.agenda.id", id=name.text))
        seen.add(name.text)
