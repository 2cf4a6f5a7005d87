"""kendal unhold: lift a stop."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb


@verb("unhold")
@option("--channel", default="", help="hold.option.channel")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, channel: str, login: str) -> int:
    """End the stop of one channel, or of all."""
    at = now.desk(login)
    at.forge.unhold(channel)
    click.echo(now.words("hold.lifted", what=channel or now.words("hold.all")))
    return 0
