"""kendal submit: a post or agenda files to a proposal, with the right people asked to look."""

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.cli.build import templates_of
from kendal_git.files import WorkTree, write
from kendal_git.model.message import say
from kendal_git.model.post import Post
from kendal_git.model.trouble import Misuse
from kendal_git.reading.posts import FILE, read_post
from kendal_git.reporters import text
from kendal_git.verbs.check import check
from kendal_git.verbs.describing import description
from kendal_git.verbs.reviewers import logins, roles_for
from kendal_git.verbs.submit import Order, resubmitted, submit
from kendal_git.wiring.desk import Desk


@verb("submit")
@click.argument("path", type=click.Path())
@option("--title", help="submit.option.title")
@option("--again", is_flag=True, help="submit.option.again")
@option("--reason", default="", metavar="TEXT", help="submit.option.reason")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def command(now: Session, /, path: str, title: str | None, login: str, **more: str | bool) -> int:
    """Check first, then send; the check's errors stop it."""
    root, files = now.root, WorkTree(now.root)
    wanted = now.relative(path).removesuffix(f"/{FILE}")
    if not (root / wanted).exists():
        raise Misuse(say("cli.no-path", path=path))
    if more["again"] or more["reason"]:
        write(root / wanted / FILE, resubmitted(files, wanted, str(more["reason"])))
    if not _good(now, files, wanted):
        return 1
    at = now.desk(login, root)
    at.forge.author()  # who is at the keyboard is asked before anything is sent
    at.git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
    done = submit(at.git, at.forge, files, _order(at, files, wanted, title or ""), at.clock.now())
    now.say(say("submit.done" if done.new else "submit.same", number=done.number, branch=done.branch))
    now.say(say("submit.next", number=done.number))
    _settle_in(at)
    return 0


def _order(at: Desk, files: WorkTree, path: str, title: str) -> Order:
    """The proposal's title, its text from the office's template, and who must look."""
    post: Post | None = read_post(files, path).post if path.startswith("content/") else None
    roles = roles_for(path, post, at.office)
    body = description(templates_of(at.root), at.office, path, post, roles)
    people = logins(roles, at.office, at.office.day(at.clock.now()))
    return Order(path, title or (post.title if post else path), at.office.main, body, people)


def _good(now: Session, files: WorkTree, path: str) -> bool:
    """Whether the check finds no error; what it finds is shown."""
    posts = list(files.posts(path)) if path.startswith("content/") else []
    days = [path] if path.startswith("agenda/") and path.endswith(".yaml") and path != "agenda/hari-besar.yaml" else []
    checked = check(files, posts, days)
    if checked.diagnostics:
        click.echo(text.diagnostics(checked, now.language, now.style))
    return not checked.errors


def _settle_in(at: Desk) -> None:
    """Tell git who works here, if nobody did, and take in what others merged, when nothing is in the way."""
    from kendal_git.repository import introduce_once, update

    introduce_once(at.root, at.forge.author())
    update(at.root, at.office.main)
