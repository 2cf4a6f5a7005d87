"""kendal hold: stop publication at once."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse


@verb("hold")
@option("--channel", default="", help="hold.option.channel")
@option("-m", "--message", "reason", required=True, help="hold.option.message")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, channel: str, reason: str, login: str) -> int:
    """Any one role holder may stop; the next visible call already obeys."""
    at = now.desk(login)
    if channel and channel not in dict(at.office.channels):
        raise Misuse(say("publish.no-channel", name=channel))
    at.forge.hold(channel, reason)
    click.echo(now.words("hold.done", what=channel or now.words("hold.all")))
    times = at.office.publishing
    click.echo(now.words("hold.window", seconds=times.deadline + times.settling))
    return 0
