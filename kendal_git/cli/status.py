"""kendal status: open proposals, whose turn it is and since when, and the second looks that are owed."""

from datetime import datetime

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.cli.progress import Progress
from kendal_git.model.verdict import State
from kendal_git.reporters import machine, verdicts
from kendal_git.verbs.charter import trusted
from kendal_git.verbs.gate import Gated, gate
from kendal_git.verbs.handing import Kit, unrecorded
from kendal_git.verbs.turns import waiting_since
from kendal_git.wiring.desk import Desk


@verb("status")
@format_option
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, form: str, login: str) -> int:
    """One line a proposal, oldest first; 3 when one of them cannot be told."""
    at, found = now.desk(login), []
    since = trusted(at.office, at.ledger)
    numbers, progress = at.forge.open_proposals(), Progress(now, "status.progress")
    for place, number in enumerate(numbers):
        progress(place, len(numbers))
        found.append(gate(at.git, at.forge, number, at.office, at.clock.now(), since))
    looks = [look for look in at.forge.looks() if look.open]
    kits = _kits(at)
    if form == "json":
        click.echo(machine.dump([_as_json(one, now.language) for one in found]))
    else:
        for one in found:
            _line(now, at, one)
        for look in looks:
            click.echo("      " + now.words("status.look", post=look.post, since=_when(at, look.at)))
        for kit in kits:
            now.tell(kit.told(at.office.zone), "      ")
        if not found and not looks and not kits:
            click.echo(now.words("status.none"))
    return 3 if any(one.code == 3 for one in found) else 0


def _kits(at: Desk) -> tuple[Kit, ...]:
    """What is ready to be posted by hand; nothing in an office that has no ledger yet."""
    head = at.ledger.fetch()
    return unrecorded(at.git, at.office, head, at.clock.now()) if head else ()


def _as_json(one: Gated, language: str) -> dict[str, object]:
    proposal = one.proposal
    since = waiting_since(proposal) if proposal else None
    return {
        "title": proposal.title if proposal else "",
        "since": since.isoformat() if since else None,
        **verdicts.as_json(one.verdict, language),
    }


def _line(now: Session, at: Desk, one: Gated) -> None:
    verdict, proposal = one.verdict, one.proposal
    ruling = now.style(f"{now.words(f'gate.ruling.{verdict.ruling}'):<12}", verdicts.COLOURS[verdict.ruling])
    click.echo(f"{verdict.proposal:>4}  {ruling} {proposal.title if proposal else ''}")
    waiting = [need.role for need in verdict.requirements if need.state is not State.GIVEN]
    titles = ", ".join(verdicts.role_title(role, at.office, now.language) for role in waiting) or "–"
    since = _when(at, waiting_since(proposal)) if proposal else "?"
    click.echo(now.style(f"      {now.words('status.turn', people=titles, since=since)}", "dim"))


def _when(at: Desk, moment: datetime | None) -> str:
    return moment.astimezone(at.office.zone).strftime("%d-%m-%Y %H:%M") if moment else "?"
