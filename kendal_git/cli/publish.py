"""kendal publish: everything approved and due, exactly once."""

import click

from kendal_git.channels.rehearsal import Rehearsal
from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.forges.rehearsal import Rehearsal as RehearsedForge
from kendal_git.ledgers.memory import MemoryLedger
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.reporters import deliveries, machine
from kendal_git.verbs.deliver import Delivered
from kendal_git.verbs.publish import Publisher
from kendal_git.wiring import Desk, run_name


@verb("publish")
@option("--rehearse", is_flag=True, help="publish.option.rehearse")
@option("--only", default="", metavar="CHANNEL", help="publish.option.only")
@format_option
@pass_session
def command(now: Session, rehearse: bool, only: str, form: str) -> int:
    """0, 1, 3 or 4 by the worst that happened."""
    at = now.desk()
    channels = now.registry.channel_map(at.office, at.root)
    if only and only not in channels:
        raise Misuse(say("publish.no-channel", name=only))
    ledger = _rehearsed(at) if rehearse else at.ledger
    if rehearse:
        channels = {name: Rehearsal(channel) for name, channel in channels.items()}
    elif not at.office.ledger_root:
        _unpinned(at)
    forge = RehearsedForge(at.forge) if rehearse else at.forge
    publisher = Publisher(at.git, forge, ledger, channels, at.clock, at.office, run_name())

    def told(one: Delivered) -> None:
        if form == "text":
            click.echo(deliveries.line(one, now.language, now.style))

    published = publisher.publish(only, told)
    if form == "json":
        click.echo(machine.dump(deliveries.as_json(published, now.language)))
    else:
        click.echo(deliveries.summary(published, now.language))
        if rehearse:
            now.say(say("publish.rehearsal"))
    return published.code


def _unpinned(at: Desk) -> None:
    """A ledger that kendal.yaml does not pin could be anybody's."""
    head = at.ledger.fetch()
    if head is None:
        raise Misuse(say("ledger.absent"), say("ledger.absent.hint"))
    raise Misuse(say("ledger.unpinned"), say("ledger.unpinned.hint", root=head.root))


def _rehearsed(at: Desk) -> MemoryLedger:
    head = at.ledger.fetch()
    if head is None:
        raise Misuse(say("ledger.absent"), say("ledger.absent.hint"))
    return MemoryLedger.like(head, head.posts())
