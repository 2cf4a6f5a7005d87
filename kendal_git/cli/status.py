"""kendal status: open proposals, and whose turn it is."""

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.model.verdict import State
from kendal_git.reporters import machine, verdicts
from kendal_git.verbs.gate import gate


@verb("status")
@format_option
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, form: str, login: str) -> int:
    """One line a proposal, oldest first."""
    at = now.desk(login)
    found = [gate(at.git, at.forge, number, at.office.main, at.clock.now()) for number in at.forge.open_proposals()]
    if form == "json":
        click.echo(
            machine.dump(
                [{"title": proposal.title, **verdicts.as_json(verdict, now.language)} for proposal, verdict in found]
            )
        )
        return 0
    if not found:
        click.echo(now.words("status.none"))
    for proposal, verdict in found:
        colour = verdicts.COLOURS[verdict.ruling]
        ruling = now.words(f"gate.ruling.{verdict.ruling}")
        click.echo(f"{proposal.number:>4}  {now.style(f'{ruling:<12}', colour)} {proposal.title}")
        waiting = [need.role for need in verdict.requirements if need.state is not State.GIVEN]
        since = proposal.opened_at.astimezone(at.office.zone).strftime("%d-%m-%Y %H:%M") if proposal.opened_at else "?"
        titles = ", ".join(at.office.title(role) for role in waiting) or "–"
        click.echo(now.style(f"      {now.words('status.turn', people=titles, since=since)}", "dim"))
    return 0
