"""kendal check: posts, agenda days and kendal.yaml."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.files import WorkTree
from kendal_git.messages import text
from kendal_git.model.checked import Checked
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse

if TYPE_CHECKING:
    from kendal_git.objects import Git

# The last result is told again without a rule or a YAML parser: what needs them is imported where they are needed.
KNOWN = (".", "kendal.yaml", "agenda/hari-besar.yaml")
BOOKS = ("content", "agenda")
FORMATS = ("text", "json", "github", "gitlab")


@verb("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@option("--all", "everything", is_flag=True, help="help.check.all")
@option("--since", "revision", metavar="REV", help="help.check.since")
@option("--at", "at", metavar="REV", help="help.check.at")
@option("--committed", is_flag=True, help="help.check.committed")
@option("--explain", "rule", metavar="RULE", help="help.check.explain")
@option("--no-cache", is_flag=True, help="help.check.no-cache")
@option("--format", "form", metavar="FORM", type=click.Choice(FORMATS), default="text", help="help.check.format")
@pass_session
def command(now: Session, /, paths: tuple[str, ...], **asked: Any) -> int:
    """Words to paths, paths to posts and days, the result to a reporter."""
    if asked["rule"] is not None:
        from kendal_git.verbs.explain import explain

        click.echo(explain(asked["rule"]))
        return 0
    everything, revision, committed = asked["everything"], asked["revision"], asked["committed"]
    if everything and revision is not None:
        raise Misuse(say("since.all"))
    if committed and revision is None:
        raise Misuse(say("since.committed"))
    files = WorkTree(now.root)
    if asked["at"] is not None:
        checked = _at(now, revision, asked["at"], paths, committed)
    elif revision is not None:
        checked = _since(files, revision, committed, tuple(_asked(now, files, paths)))
    elif everything or not paths:
        checked = _everything(now, cached=not asked["no_cache"])
    else:
        checked = check(files, _asked(now, files, paths))
    for note in checked.notes:
        click.echo(text(note, now.language), err=True)
    click.echo(shown(now, checked, asked["form"]))
    return 1 if checked.errors else 0


def check(files: WorkTree, paths: list[str]) -> Checked:
    """What lies at and below some paths."""
    from kendal_git.rules.strays import survey
    from kendal_git.verbs import check as verb_check

    found = survey(files, paths)
    return verb_check.check(files, found.posts, found.days, found.strays)


def _everything(now: Session, *, cached: bool) -> Checked:
    from kendal_git.cli.progress import Progress
    from kendal_git.verbs.cached import check_all, store_of

    store = store_of(now.root) if cached else None
    return check_all(now.root, store, Progress(now, "since.progress"), now.looking)


def _since(files: WorkTree, revision: str, committed: bool, paths: tuple[str, ...]) -> Checked:
    """What changed since a revision."""
    from contextlib import closing

    from kendal_git.objects import Git
    from kendal_git.verbs.since import check_since, span_since

    with closing(Git(files.root)) as git:
        scope = () if "." in paths else paths
        span = span_since(git, files, revision, committed=committed, **({"paths": scope} if scope else {}))
        return check_since(span, _published(git))


def _published(git: "Git") -> "Callable[[str], bool]":
    """The ledger's word, which is asked only where a post is gone."""

    def published(post: str) -> bool:
        from kendal_git.ledgers.git import BRANCH, LOCAL, facts_path

        return any(git.object(f"{ref}:{facts_path(post)}") for ref in (LOCAL + BRANCH, f"refs/heads/{BRANCH}"))

    return published


def _at(now: Session, since: str | None, revision: str, paths: tuple[str, ...], committed: bool) -> Checked:
    """One commit's files, or what changed up to it; the work tree plays no part."""
    from contextlib import closing

    from kendal_git.objects import Git
    from kendal_git.verbs.at import check_at, span_at
    from kendal_git.verbs.since import check_since

    if committed or (since is not None and paths):
        raise Misuse(say("since.at"))
    with closing(Git(now.root)) as git:
        if since is None:
            return check_at(git, revision, [now.relative(path) for path in paths] or (".",))
        return check_since(span_at(git, since, revision), _published(git))


def shown(now: Session, checked: Checked, form: str) -> str:
    """The result in the form asked for; only that reporter is imported."""
    reporter = import_module(f"kendal_git.reporters.{'machine' if form == 'json' else form}")
    words = (now.style,) if form == "text" else ()
    report: str = reporter.diagnostics(checked, now.language, *words)
    return report


def _asked(now: Session, files: WorkTree, paths: tuple[str, ...]) -> list[str]:
    """Typed paths inside the repository: a post's folder or a file in it, a day file, or a folder above them."""
    asked = []
    for typed in paths:
        path = now.relative(typed)
        if not (files.root / path).exists():
            raise Misuse(say("cli.no-path", path=typed))
        if path not in KNOWN and path.split("/")[0] not in BOOKS:
            raise Misuse(say("cli.not-content", path=typed))
        asked.append(path)
    return asked
