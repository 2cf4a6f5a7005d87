"""kendal withdraw: order a post's takedown at once, and propose its tombstone."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.files import WorkTree, write
from kendal_git.model.message import say
from kendal_git.model.vocabulary import WITHDRAWAL_REASONS
from kendal_git.reading.posts import FILE
from kendal_git.verbs.submit import Order, submit
from kendal_git.verbs.withdraw import withdrawn


@verb("withdraw")
@click.argument("post", type=click.Path())
@option("--reason", type=click.Choice(WITHDRAWAL_REASONS), required=True, help="withdraw.option.reason")
@option("-m", "--message", "note", required=True, help="withdraw.option.message")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, /, post: str, reason: str, note: str, login: str) -> int:
    """The order stops and takes down with the next run; two others confirm it by approving the tombstone."""
    root, files = now.root, WorkTree(now.root)
    path = now.relative(post).removesuffix(f"/{FILE}")
    data = withdrawn(files, path, reason, note)  # before the order: what cannot be read is told first
    at = now.desk(login, root)
    order = at.forge.order(path, reason, note)
    now.say(say("withdraw.ordered", post=path, where=order.url or "kendal status"))
    write(root / path / FILE, data)
    at.git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
    closes = f"Closes #{order.number}" if order.url else ""
    proposed = Order(path, now.words("withdraw.title", post=path), at.office.main, closes)
    done = submit(at.git, at.forge, files, proposed, at.clock.now())
    now.say(say("withdraw.next", number=done.number))
    return 0
