"""kendal submit: a post or agenda files to a proposal."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.files import WorkTree
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.reading.posts import read_post
from kendal_git.reporters import text
from kendal_git.verbs.check import check
from kendal_git.verbs.submit import Order, submit
from kendal_git.wiring import Desk


@verb("submit")
@click.argument("path", type=click.Path())
@option("--title", help="submit.option.title")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, path: str, title: str | None, login: str) -> int:
    """Check first, then send; the check's errors stop it."""
    root = now.root
    wanted = now.relative(path).removesuffix("/post.md")
    files = WorkTree(root)
    if not (root / wanted).exists():
        raise Misuse(say("cli.no-path", path=path))
    if not _good(now, files, wanted):
        return 1
    at = now.desk(login, root)
    if not at.login:
        raise Misuse(say("forge.nobody"), say("forge.nobody.hint"))
    at.git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
    order = Order(wanted, title or _title(files, wanted), at.office.main, at.login)
    done = submit(at.git, at.forge, files, order, at.clock.now())
    now.say(say("submit.done" if done.new else "submit.same", number=done.number, branch=done.branch))
    now.say(say("submit.next", number=done.number))
    _update(at)
    return 0


def _good(now: Session, files: WorkTree, path: str) -> bool:
    """Whether the check finds no error; what it finds is shown."""
    posts = list(files.posts(path)) if path.startswith("content/") else []
    days = [path] if path.startswith("agenda/") and path.endswith(".yaml") and path != "agenda/hari-besar.yaml" else []
    checked = check(files, posts, days)
    if checked.diagnostics:
        click.echo(text.diagnostics(checked, now.language, now.style))
    return not checked.errors


def _title(files: WorkTree, path: str) -> str:
    post = read_post(files, path).post if path.startswith("content/") else None
    return post.title if post else path


def _update(at: Desk) -> None:
    """Take in what others merged meanwhile, when nothing is in the way."""
    from kendal_git.repository import update

    update(at.root, at.office.main)
