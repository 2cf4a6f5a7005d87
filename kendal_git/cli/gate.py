"""kendal gate: the verdict on one proposal."""

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.reporters import machine, verdicts
from kendal_git.verbs.gate import gate


@verb("gate")
@click.argument("number", type=click.IntRange(1))
@format_option
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, number: int, form: str, login: str) -> int:
    """0 only when it is approved; 3 when it cannot be told."""
    at = now.desk(login)
    proposal, found = gate(at.git, at.forge, number, at.office.main, at.clock.now())
    if form == "json":
        click.echo(machine.dump(verdicts.as_json(found, now.language)))
    else:
        click.echo(f"{now.style(proposal.title, 'bold')}")
        click.echo(verdicts.verdict(found, at.office, now.language, now.style))
        if proposal.state == "open":
            click.echo(now.words("gate.hint.merge" if found.approved else "gate.hint.review", number=number))
    return 0 if found.approved else 3 if found.ruling == "unknown" else 1
