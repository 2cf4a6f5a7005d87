"""kendal assign: a disposition and an assignment for one event."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.files import WorkTree
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.reading.offices import office_of
from kendal_git.verbs.assign import Assigned, Order, assign
from kendal_git.verbs.typed import read_reference
from kendal_git.wiring import workplace


@verb("assign")
@click.argument("event", metavar="2026/11/25#ID")
@option("--design", metavar="LOGIN", default="", help="assign.option.design")
@option("--text", metavar="LOGIN", default="", help="assign.option.text")
@option("--photo", metavar="LOGIN", default="", help="assign.option.photo")
@option("--role", metavar="kabid-ikp", default="", help="assign.option.role")
@option("--instruction", metavar="…", default="", help="assign.option.instruction")
@option("--note", metavar="…", default="", help="assign.option.note")
@option("--by", metavar="LOGIN", default="", help="assign.option.by")
@pass_session
def command(now: Session, /, event: str, by: str, **typed: str) -> int:
    """Words to an order, the order to the day's file."""
    files = WorkTree(now.root)
    office = office_of(files)
    wanted = read_reference(event)
    login = workplace.login_of(Git(now.root), by)
    if not login:
        raise Misuse(say("forge.nobody"), say("assign.nobody.hint"))
    done = assign(files, office, wanted, Order(login, **typed), workplace.CLOCK.now())
    _tell(now, event, done, office.title(done.disposition.role) if done.disposition else "")
    return 0


def _tell(now: Session, reference: str, done: Assigned, role: str) -> None:
    """What was recorded, what to look at, what comes next."""
    if done.disposition:
        now.say(say("assign.disposed", role=role, reference=reference))
    if done.assignment:
        tasks = [(task, getattr(done.assignment, task)) for task in ("design", "text", "photo")]
        people = tuple(say(f"agenda.task.{task}", login=login) for task, login in tasks if login)
        now.say(say("assign.assigned", reference=reference, people=people))
    for note in done.notes:
        now.say(note)
    if not done.disposition and not done.assignment:
        now.say(say("assign.same"))
        return
    now.say(say("assign.next", path=done.path))
    if done.assignment:
        now.say(say("assign.next.new", reference=reference))
