"""kendal publish: everything approved and due, exactly once."""

from pathlib import Path
from typing import Any

import click

from kendal_git.channels.rehearsal import Rehearsal
from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.files import write
from kendal_git.forges.rehearsal import Rehearsal as RehearsedForge
from kendal_git.ledgers.memory import MemoryLedger
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.reporters import deliveries, machine
from kendal_git.verbs.clerk import Clerk
from kendal_git.verbs.delivered import Delivered
from kendal_git.verbs.publish import Published, Publisher
from kendal_git.wiring.desk import Desk
from kendal_git.wiring.workplace import run_name


@verb("publish")
@option("--rehearse", is_flag=True, help="publish.option.rehearse")
@option("--only", default="", metavar="CHANNEL", help="publish.option.only")
@option("--handed-off", "handed", nargs=2, metavar="POST CHANNEL", help="publish.option.handed-off")
@option("--url", default="", help="publish.option.url")
@option("--awaiting", metavar="FILE", type=click.Path(dir_okay=False), default="", help="publish.option.awaiting")
@option("--watchdog", is_flag=True, help="publish.option.watchdog")
@option("--as", "login", default="", help="cli.option.as")
@format_option
@pass_session
def command(now: Session, /, rehearse: bool, only: str, form: str, **more: Any) -> int:
    """0, 1, 3 or 4 by the worst that happened."""
    at = now.desk(more["login"])
    if more["handed"]:
        return _handed_off(now, at, more["handed"], more["url"])
    if more["watchdog"]:
        return _watch(now, at)
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
    return _code(published, more["awaiting"])


def _code(published: Published, awaiting: str) -> int:
    """With a file for what waits for its pictures, somebody builds the site and runs again: that is no failure yet."""
    if not awaiting:
        return published.code
    write(Path(awaiting), "".join(f"{one.post} {one.channel}\n" for one in published.awaiting).encode())
    return published.code_without_awaiting


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


def _handed_off(now: Session, at: Desk, delivery: tuple[str, str], url: str) -> int:
    """A person has posted, changed or taken down by hand, and says where it is."""
    from kendal_git.cli.naming import remote_of
    from kendal_git.verbs.handing import Deed, handed_off
    from kendal_git.verbs.investigate import main_tip

    post, channel = now.relative(delivery[0]), delivery[1]
    holder = at.office.holder(at.login)
    if holder is None or not at.office.roles_of(holder.id, at.clock.now()):
        raise Misuse(say("ledger.not-holder", login=at.login or "?"))
    head = at.ledger.fetch()
    if head is None:
        raise Misuse(say("ledger.absent"), say("ledger.absent.hint"))
    at.git.fetch("origin", f"+refs/heads/{at.office.main}:refs/remotes/origin/{at.office.main}")
    ordered = any(one.post == post for one in at.forge.orders())
    revision = at.git.tree_id(main_tip(at.git, at.office), post) or ""
    remote = remote_of(at, (post, channel), revision, url)
    deed = Deed(post, channel, url, at.login, at.clock.now(), run_name(), ordered, remote)
    lines = handed_off(at.git, at.office, head, deed)
    Clerk(at.ledger, lambda _: None, at.clock, at.office.publishing, deed.run).record(post, *lines)
    now.say(say(f"publish.handed.{lines[-1].kind}", post=post, channel=channel, by=at.login))
    return 0


def _watch(now: Session, at: Desk) -> int:
    """1 with a line for each delivery that is due and was not sent, or when no run has planned what main has."""
    from kendal_git.verbs.watching import overdue

    head = at.ledger.fetch()
    if head is None:
        raise Misuse(say("ledger.absent"), say("ledger.absent.hint"))
    channels = now.registry.channel_map(at.office, at.root)
    found = overdue(at.git, at.forge, head, at.office, (channels, at.clock.now()))
    for message in found:
        now.say(message)
    if not found:
        now.say(say("publish.watch.well"))
    return 1 if found else 0
