"""kendal gate: the verdict on a proposal, shown here and beside it on the forge."""

from typing import Any

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.messages import text
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.reporters import machine, proposals, verdicts
from kendal_git.verbs.charter import trusted
from kendal_git.verbs.gate import Gated, gate
from kendal_git.wiring.desk import Desk


@verb("gate")
@click.argument("number", type=click.IntRange(1), required=False)
@option("--all", "everything", is_flag=True, help="gate.option.all")
@option("--head", default="", metavar="COMMIT", help="gate.option.head")
@option("--quiet", is_flag=True, help="gate.option.quiet")
@format_option
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, /, number: int | None, everything: bool, form: str, login: str, **more: Any) -> int:
    """0 only when it is approved; 3 when it cannot be told. Several end with 0 when all could be told."""
    several = everything or bool(more["head"])
    if (number is None) != several or (everything and more["head"]):
        raise Misuse(say("gate.which"), say("gate.which.hint"))
    at = now.desk(login)
    numbers = at.forge.open_proposals(more["head"]) if number is None else (number,)
    found, codes, since = [], [], trusted(at.office, at.ledger)
    for one in numbers:
        gated = gate(at.git, at.forge, one, at.office, at.clock.now(), since)
        found.append(gated)
        if form == "text":
            _tell(now, at, gated)
        codes.append(gated.code)
        codes.append(0 if more["quiet"] else _announce(now, at, gated))
    if everything and not more["quiet"]:
        _look_after(now, at)
    if form == "json":
        shown = [verdicts.as_json(one.verdict, now.language) for one in found]
        click.echo(machine.dump(shown if several else shown[0]))
    return max(codes, default=0) if not several else 3 if 3 in codes else 0


def _tell(now: Session, at: Desk, found: Gated) -> None:
    """The verdict on the terminal, and what to do next."""
    proposal = found.proposal
    click.echo(now.style(proposal.title, "bold") if proposal else "")
    click.echo(verdicts.verdict(found.verdict, at.office, now.language, now.style))
    if proposal and proposal.state == "open":
        hint = "gate.hint.merge" if found.verdict.approved else "gate.hint.review"
        click.echo(now.words(hint, number=found.verdict.proposal))


def _announce(now: Session, at: Desk, found: Gated) -> int:
    """Write the verdict beside an open proposal; whoever may not write there still has it on the terminal."""
    proposal = found.proposal
    if proposal is None or proposal.state != "open":
        return 0
    try:
        at.forge.announce(proposal, proposals.announcement(found, at.office, at.office.language))
    except OutsideFailed as failed:
        problem = text(failed.message, now.language)
        click.echo(now.words("gate.unannounced", number=proposal.number, problem=problem), err=True)
        return 0 if getattr(failed, "status", 0) == 403 else 3
    return 0


def _look_after(now: Session, at: Desk) -> None:
    """Open again the second looks that the wrong person closed."""
    from kendal_git.verbs.looks import watch

    for look, why in watch(at.forge, at.office):
        click.echo(f"{look.url or look.post}: {text(why, now.language)}")
