"""kendal new: a post's folder to begin with."""

from datetime import date

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.files import WorkTree
from kendal_git.model.message import say
from kendal_git.model.vocabulary import KINDS
from kendal_git.reading.offices import office_of
from kendal_git.verbs.choosing import Wish, settle
from kendal_git.verbs.new import LONGEST_TITLE, create, draft
from kendal_git.verbs.typed import read_choice, read_day, read_line, read_reference, read_year
from kendal_git.wiring import workplace


@verb("new")
@option("--from", "event", metavar="2026/11/25#ID", help="new.option.from")
@option("--kind", metavar="liputan", help="new.option.kind")
@option("--commemoration", metavar="hari-guru-nasional", help="new.option.commemoration")
@option("--year", metavar="2027", help="new.option.year")
@option("--date", "day", metavar="2026-11-25", help="new.option.date")
@option("--title", metavar="…", help="new.option.title")
@option("--paste", metavar="[FILE]", is_flag=False, flag_value="-", help="paste.option")
@pass_session
def command(now: Session, /, **typed: str | None) -> int:
    """Words to a wish, the wish or a pasted message to a subject, the subject to a folder."""
    files = WorkTree(now.root)
    office, moment = office_of(files), workplace.CLOCK.now()
    today = office.day(moment)
    title = read_line(typed["title"] or "", "--title", LONGEST_TITLE)
    wish = _wish(today, **typed)
    if typed["paste"] is None:
        made = draft(files, office, settle(files, wish, today), title, moment)
    else:
        from kendal_git.cli.pasting import pasted
        from kendal_git.verbs.paste import Given

        made = pasted(now, office, typed["paste"], Given(wish, title), moment)
    now.say(say("new.made", path=create(files, made)))
    for note in made.notes:
        now.tell(note)
    now.say(say("new.next"))
    for step in ("picture", "check", "submit"):
        now.say(say(f"new.next.{step}", path=made.path))
    return 0


def _wish(today: date, **typed: str | None) -> Wish:
    """The options as values; each that means nothing is a Misuse."""
    return Wish(
        event=read_reference(typed["event"]) if typed["event"] else None,
        kind=read_choice(typed["kind"], KINDS, "--kind") if typed["kind"] else "",
        commemoration=typed["commemoration"] or "",
        year=read_year(typed["year"], "--year") if typed["year"] else None,
        day=read_day(typed["day"], today, "--date") if typed["day"] else None,
    )
