"""kendal ledger: init, show, verify, settle."""

import click

from kendal_git.cli.base import Session, format_option, option, pass_session
from kendal_git.cli.groups import Group
from kendal_git.cli.naming import remote_of
from kendal_git.ledgers.git import GitHead
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.ports import Head
from kendal_git.reporters import ledgers, machine
from kendal_git.verbs.clerk import Clerk
from kendal_git.verbs.init import pin
from kendal_git.verbs.ledger import Statement, baseline, books, settle, verify
from kendal_git.verbs.survey import Survey
from kendal_git.wiring.desk import Desk
from kendal_git.wiring.workplace import run_name

command = Group("ledger", "cli.group.ledger", help="help.ledger")


@command.part("init")
@option("--from", "commit", default="HEAD", show_default=True, help="ledger.option.from")
@pass_session
def init(now: Session, commit: str) -> int:
    """Start it, and pin its root in kendal.yaml."""
    at = now.desk()
    if at.ledger.fetch() is not None:
        raise Misuse(say("ledger.exists"), say("ledger.exists.hint"))
    start = at.git.resolve(commit)
    if start is None or not at.git.is_ancestor(start, at.git.resolve(f"refs/remotes/origin/{at.office.main}") or ""):
        raise Misuse(say("ledger.not-on-main", commit=commit, main=at.office.main))
    lines = baseline(at.git, start, at.office, at.clock.now())
    root = at.ledger.begin(start, lines, at.clock.now())
    now.say(say("ledger.began", commit=start[:7], posts=len(lines)))
    now.say(say("ledger.pinned") if pin(at.root, root) else say("ledger.pin", root=root))
    return 0


@command.part("show")
@click.argument("post", required=False, type=click.Path())
@format_option
@pass_session
def show(now: Session, post: str | None, form: str) -> int:
    """All posts in brief, or one post line by line."""
    at = now.desk()
    head = _head(at)
    posts = (now.relative(post),) if post else head.posts()
    if post and not head.entries(posts[0]):
        raise Misuse(say("ledger.unknown-post", post=posts[0]))
    if form == "json":
        click.echo(machine.dump(ledgers.as_json(head, posts)))
    else:
        click.echo(ledgers.shown(head, posts, ledgers.Manner(at.office, now.language, now.style), lines=bool(post)))
    return 0


@command.part("verify")
@pass_session
def verify_command(now: Session) -> int:
    """Every line of every post."""
    at = now.desk()
    head = _head(at)
    posts = head.posts()
    wrong = verify(head, posts)
    for message in wrong:
        now.say(message)
    if not wrong:
        now.say(say("ledger.intact", posts=len(posts), lines=sum(len(head.entries(post)) for post in posts)))
    return 4 if wrong else 0


@command.part("settle")
@click.argument("post", type=click.Path())
@click.argument("channel")
@click.argument("outcome", type=click.Choice(["sent", "not-sent"]))
@option("--url", default="", help="ledger.option.url")
@option("-m", "--message", "reason", default="", help="ledger.option.reason")
@option("--as", "login", default="", help="cli.option.as")
@pass_session
def settle_command(now: Session, /, post: str, channel: str, login: str, **said: str) -> int:
    """Only a role holder's word is taken."""
    at = now.desk(login)
    holder = at.office.holder(at.login)
    if holder is None or not at.office.roles_of(holder.id, at.clock.now()):
        raise Misuse(say("ledger.not-holder", login=at.login or "?"))
    clerk = Clerk(at.ledger, _no_survey, at.clock, at.office.publishing, run_name())
    post, head = now.relative(post), _head(at)
    remote = remote_of(at, (post, channel), _doubted(head, post, channel), said["url"])
    statement = Statement(post, channel, by=at.login, remote=remote, **said)
    settle(statement, clerk, head, at.forge, at.clock)
    now.say(say("ledger.settled", post=statement.post, channel=channel, outcome=statement.outcome, by=at.login))
    return 0


def _doubted(head: Head, post: str, channel: str) -> str:
    """The revision that is in doubt; empty when none is."""
    book = books(head, post).get(channel)
    return book.open[-1].revision if book and book.open else ""


def _no_survey(_head: Head) -> Survey | None:
    """A statement is a fact about what has happened: it needs no look at main."""
    return None


def _head(at: Desk) -> GitHead:
    head = at.ledger.fetch()
    if head is None:
        raise Misuse(say("ledger.absent"), say("ledger.absent.hint"))
    return head
