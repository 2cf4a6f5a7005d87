"""kendal doctor: what is set, what is missing, and how to set it."""

from contextlib import closing

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.files import WorkTree
from kendal_git.model.finding import Finding, exit_code
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.reading.offices import office_of, read_office
from kendal_git.reporters import findings, machine
from kendal_git.verbs.doctor import Patient, examine, put
from kendal_git.wiring.hosts import inspector, pages_of_forge
from kendal_git.wiring.workplace import CLOCK


@verb("doctor")
@click.argument("names", nargs=-1, metavar="[CHANNEL]...")
@option("--channels", "channels", is_flag=True, help="doctor.option.channels")
@option("--write", "writing", is_flag=True, help="doctor.option.write")
@format_option
@pass_session
def command(now: Session, /, names: tuple[str, ...], channels: bool, writing: bool, form: str) -> int:
    """0 when all is well, 1 when something is missing, 3 when something cannot be told."""
    if names and not channels:
        raise Misuse(say("examine.alone"), say("examine.alone.hint"))
    if writing and channels:
        raise Misuse(say("examine.both"), say("examine.both.hint"))
    return _channels(now, names, form) if channels else _machine(now, writing, form)


def _machine(now: Session, writing: bool, form: str) -> int:
    """The computer, the repository and the forge."""
    root = now.root
    office = read_office(WorkTree(root))[0]
    today = CLOCK.now()
    if writing:
        if office is None:
            raise Misuse(say("cli.office", place="kendal.yaml", problem="?"), say("cli.office.hint"))
        written = put(root, pages_of_forge(office, office.day(today)))
        for path in written:
            now.say(say("doctor.written", path=path))
        if not written:
            now.say(say("doctor.current"))
        return 0
    with closing(Git(root)) as git:
        day = office.day(today) if office else today.date()
        pages = pages_of_forge(office, day) if office else None
        eyes = inspector(git, office) if office else None
        found: list[Finding] = []
        for one in examine(Patient(root, git, day, office, pages, eyes)):
            found.append(one)
            if form == "text":
                click.echo(findings.line(one, now.language, now.style))
    result = tuple(found)
    click.echo(
        machine.dump(findings.as_json(result, now.language))
        if form == "json"
        else findings.summary(result, now.language)
    )
    return exit_code(result)


def _channels(now: Session, names: tuple[str, ...], form: str) -> int:
    """The accounts of the channels, one after the other."""
    from kendal_git.verbs.examine import chosen, examine
    from kendal_git.wiring.examining import account

    office = office_of(WorkTree(now.root))
    found: list[Finding] = []
    for name, settings in chosen(office, names):
        if form == "text":
            click.echo(findings.heading(name, settings.via, now.style))
        for one in examine(account(name, settings), CLOCK):
            found.append(one)
            if form == "text":
                click.echo(findings.beneath(one, now.language, now.style))
        if form == "text":
            click.echo()
    result = tuple(found)
    if form == "json":
        click.echo(machine.dump(findings.as_json(result, now.language)))
    elif result:
        click.echo(findings.verdicts(result, now.language, now.style) + "\n")
        click.echo(findings.summary(result, now.language))
    else:
        now.say(say("examine.none"))
    return exit_code(result)
