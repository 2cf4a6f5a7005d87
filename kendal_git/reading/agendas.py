"""A day file of the agenda to an AgendaDay."""

import re
from datetime import date

from kendal_git import frontmatter
from kendal_git.model.agenda import AgendaDay
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.fields import DAY
from kendal_git.model.message import say
from kendal_git.reading.decoding import Decoder
from kendal_git.reading.posts import Files

PATH = re.compile(r"agenda/(\d{4})/(\d{2})/(\d{2})\.yaml")


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
    trouble += decoder.trouble
    if "date" not in values:
        return None, tuple(trouble)
    day = AgendaDay(path=path, **values)
    if path_of(day.date) != path:
        trouble.append(error("agenda-path", document.place("date"), say("check.agenda.path", path=path_of(day.date))))
    names: set[str] = set()
    for index, entry in enumerate(day.entries):
        if entry.id in names:
            trouble.append(error("agenda-id", document.place("entries", index, "id"), say("check.agenda.id", id=entry.id)))
        names.add(entry.id)
    return day, tuple(trouble)
