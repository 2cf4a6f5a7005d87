"""kendal new --paste: the message from terminal, pipe or file, and the questions that it leaves open."""

import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from kendal_git.cli.asking import ask, at_terminal
from kendal_git.cli.base import Session
from kendal_git.files import WorkTree
from kendal_git.messages.dates import long_day
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.verbs.new import LONGEST_TITLE, Draft
from kendal_git.verbs.paste import Given, Reading, make, misdated, read
from kendal_git.verbs.typed import read_day, read_line

LONGEST_PLACE = 160
TERMINAL = "-"


def pasted(now: Session, office: Office, source: str, given: Given, moment: datetime) -> Draft:
    """A message to a draft; at a terminal its title, date and place are asked for, the proposals waiting."""
    files = WorkTree(now.root)
    reading = read(_message(now, source), office, moment)
    if at_terminal():
        given = _confirmed(now, reading, given, office.day(moment))
    made = make(files, office, reading, given, moment)
    if made.proposals:
        now.say(say("paste.proposed"))
    for proposal in made.proposals:
        now.say(proposal)
    for doubt in made.doubts:
        now.tell(say("paste.note", note=doubt))
    return made.draft


def _message(now: Session, source: str) -> bytes:
    """The bytes of a file, of a pipe, or of what is pasted until end of file."""
    if source == TERMINAL:
        return _typed(now) if at_terminal() else sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except OSError as closed:
        reason = closed.strerror or type(closed).__name__
        raise Misuse(say("paste.file", path=source, reason=reason)) from None


def _typed(now: Session) -> bytes:
    """Lines until end of file, through the line editor: a terminal by itself cuts a line at 1,024 or 4,096 bytes."""
    with suppress(ImportError):  # Windows has none and needs none
        import readline  # noqa: F401  # importing it is what makes input() use it
    now.tell(say("paste.now"), err=True)
    lines = []
    try:
        while True:
            lines.append(input())
    except EOFError:
        return "\n".join(lines).encode("utf-8", "surrogatepass")


def _confirmed(now: Session, reading: Reading, given: Given, today: date) -> Given:
    """What was not given, asked with the text's proposal as the answer that Enter gives."""
    wish = given.wish
    now.tell(say("paste.ask"), err=True)
    title = given.title or ask(
        now, say("paste.ask.title"), lambda typed: read_line(typed, "--title", LONGEST_TITLE), default=reading.title
    )
    day = wish.event[0] if wish.event else wish.day
    if day is None:
        found = reading.day.day if reading.day else reading.base
        doubt = misdated(reading.day) if reading.day else say("paste.no-day", day=long_day(found))
        if doubt:
            now.tell(say("paste.note", note=doubt), "  ", err=True)
        day = ask(now, say("paste.ask.date"), lambda typed: read_day(typed, today, "--date"), default=found.isoformat())
    place = ask(
        now,
        say("paste.ask.place"),
        lambda typed: read_line(typed, "--place", LONGEST_PLACE),
        needed=False,
        default=reading.place,
    )
    return Given(wish if wish.event else replace(wish, day=day), title, place)
