"""kendal merge: an approved proposal to main."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.model.message import say
from kendal_git.reporters import verdicts
from kendal_git.repository import update
from kendal_git.verbs.charter import trusted
from kendal_git.verbs.merge import merge


@verb("merge")
@click.argument("number", type=click.IntRange(1))
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, number: int, login: str) -> int:
    """Merged with 0, refused with 1 and the verdict."""
    at = now.desk(login)
    found, commit = merge(at.git, at.forge, number, at.office, at.clock.now(), trusted(at.office, at.ledger))
    if not commit:
        click.echo(verdicts.verdict(found.verdict, at.office, now.language, now.style))
        now.say(say("merge.refused", number=number))
        return found.code
    now.say(say("merge.done", number=number, main=at.office.main, commit=commit[:7]))
    now.say(say("merge.next"))
    update(at.root, at.office.main)
    return 0
