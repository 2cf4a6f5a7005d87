"""agenda-reference: ``agenda:`` names an entry that is in the agenda book, not cancelled, on the post's day."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.reading.agendas import read_day
from kendal_git.reading.mending import suggest
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """The entry exists, stands, and is of the day the post is about (sop.md TG01)."""
    post = context.post
    if not post.agenda:
        return
    day_name, _, name = post.agenda.partition("#")
    place, path = context.at("agenda"), f"agenda/{day_name}.yaml"
    day, trouble = read_day(context.files, path)
    entry = day.entry(name) if day else None
    if day is None:
        key = "check.agenda.broken" if trouble else "check.agenda.no-day"
        hint = say("check.agenda.broken.hint", path=path) if trouble else say("check.agenda.no-day.hint")
        yield error("agenda-reference", place, say(key, path=path), hint)
    elif entry is None:
        hint = suggest(name, tuple(found.id for found in day.entries)) or say("check.agenda.no-day.hint")
        yield error("agenda-reference", place, say("check.agenda.no-entry", id=name, path=path), hint)
    elif entry.cancelled:
        yield error("agenda-reference", place, say("check.agenda.cancelled", id=name))
    elif day.date != post.date:
        yield error("agenda-date", context.at("date"), say("check.agenda.date", date=post.date, agenda=day.date))
