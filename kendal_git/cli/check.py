"""kendal check: posts, agenda days and kendal.yaml."""

from pathlib import Path

import click

from kendal_git.cli.base import Session, format_option, option, pass_session, verb
from kendal_git.files import WorkTree
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.reading.calendar import PATH as CALENDAR
from kendal_git.reading.offices import PATH as OFFICE
from kendal_git.verbs.check import check


@verb("check")
@click.argument("paths", nargs=-1, type=click.Path())
@option("--all", "everything", is_flag=True, help="help.check.all")
@format_option
@pass_session
def command(now: Session, paths: tuple[str, ...], everything: bool, form: str) -> int:
    """Words to paths, paths to posts and days, the result to a reporter."""
    files = WorkTree(now.root)
    posts, days = _chosen(now, files, paths) if paths and not everything else (list(files.posts()), list(files.days()))
    checked = check(files, posts, days)
    if form == "json":
        from kendal_git.reporters import machine

        click.echo(machine.diagnostics(checked, now.language))
    else:
        from kendal_git.reporters import text

        click.echo(text.diagnostics(checked, now.language, now.style))
    return 1 if checked.errors else 0


def _chosen(now: Session, files: WorkTree, paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The posts and days that typed paths mean: a post's folder or a file in it, a day file, or a folder above them."""
    posts: dict[str, None] = {}
    days: dict[str, None] = {}
    for typed in paths:
        path = now.relative(typed)
        if not (files.root / path).exists():
            raise Misuse(say("cli.no-path", path=typed))
        if path not in (".", OFFICE, CALENDAR) and path.split("/")[0] not in ("content", "agenda"):
            raise Misuse(say("cli.not-content", path=typed))
        posts.update(dict.fromkeys(_posts(files, path)))
        days.update(dict.fromkeys(day for day in files.days() if path == "." or Path(day).is_relative_to(path)))
    return list(posts), list(days)


def _posts(files: WorkTree, path: str) -> list[str]:
    """The posts at, below or around a path."""
    if path == ".":
        return list(files.posts())
    if not path.startswith("content"):
        return []
    return list(files.posts(path if (files.root / path).is_dir() else Path(path).parent.as_posix()))
