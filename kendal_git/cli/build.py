"""kendal build: the public site, from main and the ledger, or from an unverified work tree while there is no ledger."""

from contextlib import closing
from datetime import date
from pathlib import Path

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.cli.progress import Progress
from kendal_git.files import WorkTree, packaged
from kendal_git.ledgers.git import GitLedger
from kendal_git.messages import text
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.objects import CommitFiles, Git
from kendal_git.planning.times import DaysOf
from kendal_git.reading.calendar import Calendar, read_calendar
from kendal_git.reading.offices import office_of
from kendal_git.reading.posts import Files
from kendal_git.rendering.templates import Templates
from kendal_git.reporters.machine import dump
from kendal_git.verbs.build import Built, Target, build
from kendal_git.verbs.investigate import main_tip, office_at
from kendal_git.verbs.showing import Gathered, from_ledger, from_work_tree, revisions_at, tree_reader
from kendal_git.wiring.workplace import CLOCK


@verb("build")
@option("--out", metavar="DIR", type=click.Path(), default="public", show_default=True, help="site.option.out")
@format_option
@pass_session
def command(now: Session, out: str, form: str) -> int:
    """Decide what vouches for the posts, then build; notes go to standard error, the result to standard output."""
    root, office = now.root, work_tree_office(now)
    with closing(Git(root)) as git:
        gathered, office, files, verified = _gather(git, root, office)
        target = Target(_place(now, out), templates_of(root), verified, Progress(now, "site.progress"))
        built = build(office, gathered.posts, days_of(files), CLOCK.now(), target)
    _report(now, built, gathered, target, form)
    return 1 if gathered.unreadable else 0


def _gather(git: Git, root: Path, office: Office) -> tuple[Gathered, Office, Files, bool]:
    """The posts with the office and the files that belong to them, and whether a ledger vouches for them."""
    has_remote = git.text("config", "--get", "remote.origin.url", ok=(0, 1, 128))
    head = GitLedger(git, CLOCK, office.ledger_root, office.main).fetch() if has_remote else None
    if head is None:
        if office.ledger_root:
            raise Misuse(say("site.no-ledger", root=office.ledger_root[:12]), say("site.no-ledger.hint"))
        tree = WorkTree(root)
        return from_work_tree(tree), office, tree, False
    if not office.ledger_root:  # a ledger that kendal.yaml does not pin could be anybody's
        raise Misuse(say("ledger.unpinned"), say("ledger.unpinned.hint", root=head.root))
    tip = main_tip(git, office)
    return from_ledger(revisions_at(git, tip), tree_reader(git), head), office_at(git, tip), CommitFiles(git, tip), True


def work_tree_office(now: Session) -> Office:
    """The office of the work tree. Raises Misuse when kendal.yaml cannot be relied on."""
    return office_of(WorkTree(now.root))


def templates_of(root: Path) -> Templates:
    """The repository's own templates first, then those of the package."""
    return Templates(root / "templates", packaged("templates"))


def days_of(files: Files) -> DaysOf:
    """A commemoration's dates in a year; the calendar is read when the first post asks."""
    loaded: list[Calendar] = []

    def dates(name: str, year: int) -> tuple[date, ...]:
        if not loaded:
            loaded.append(read_calendar(files))
        calendar = loaded[0]
        return tuple(found.date for found in calendar.in_year(name, year)) if name in calendar.ids else ()

    return dates


def _place(now: Session, out: str) -> Path:
    """``public`` lies in the repository; a typed folder is meant from where the command runs."""
    return (now.root if out == "public" else now.folder.resolve()) / out


def _report(now: Session, built: Built, gathered: Gathered, target: Target, form: str) -> None:
    notes: list[Message] = [] if target.verified else [say("site.unverified")]
    notes += [say("site.unreadable", path=path) for path in gathered.unreadable]
    notes += [say("site.waiting", count=built.waiting)] if built.waiting else []
    for note in notes:
        click.echo(text(note, now.language), err=True)
    numbers = {"pages": built.pages, "written": built.written, "removed": built.removed, "unchanged": built.unchanged}
    if form == "json":
        click.echo(dump({**numbers, "out": str(target.out)}))
        return
    now.say(say("site.built", **numbers))
    now.say(say("site.open", path=target.out / "index.html"))
