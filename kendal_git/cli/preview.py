"""kendal preview: posts as everybody would see them, each in one file that needs nothing else; nothing is opened."""

from contextlib import closing
from pathlib import Path

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.cli.build import days_of, templates_of, work_tree_office
from kendal_git.files import WorkTree, write
from kendal_git.model.diagnostic import Severity
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.rendering.preview import preview
from kendal_git.verbs.preview import changed_posts, digest_of, draft

FOLDER = ".pratinjau"


@verb("preview")
@click.argument("posts", nargs=-1, metavar="[POST]...", type=click.Path())
@option("--out", metavar="DIR", type=click.Path(), help="site.option.out")
@pass_session
def command(now: Session, posts: tuple[str, ...], out: str | None) -> int:
    """Preview the posts named, or those that changed; exits with 1 when the check has found an error in one."""
    files = WorkTree(now.root)
    with closing(Git(now.root)) as git:
        chosen = tuple(dict.fromkeys(_post(now, typed) for typed in posts)) if posts else changed_posts(git, files)
        digests = [digest_of(git, path) for path in chosen]
    if not chosen:
        newest = max(files.posts(), default="")
        now.say(say("site.nothing-changed", example=newest) if newest else say("site.nothing-at-all"))
        return 0
    office, templates, dates = work_tree_office(now), templates_of(now.root), days_of(files)
    folder = now.folder.resolve() / out if out else _own_folder(now.root)
    failed = False
    for path, digest in zip(chosen, digests, strict=True):
        seen = draft(files, path, office, dates, digest)
        page = folder / ("-".join(path.split("/")[1:]) + ".html")
        write(page, preview(seen, office, templates, now.language))
        failed = failed or any(found.severity is Severity.ERROR for found in seen.diagnostics)
        click.echo(_clickable(now, page))
    return 1 if failed else 0


def _post(now: Session, typed: str) -> str:
    """The post that a typed path means: its folder, or a file in it. Raises Misuse for anything else."""
    path = now.relative(typed)
    full = now.root / path
    folder = path if full.is_dir() else Path(path).parent.as_posix()
    if not full.exists():
        raise Misuse(say("cli.no-path", path=typed))
    if not folder.startswith("content/") or list(WorkTree(now.root).posts(folder)) != [folder]:
        raise Misuse(say("site.not-a-post", path=typed), say("site.not-a-post.hint"))
    return folder


def _own_folder(root: Path) -> Path:
    """``.pratinjau`` in the repository, which Git is told to pass over."""
    write(root / FOLDER / ".gitignore", b"*\n")
    return root / FOLDER


def _clickable(now: Session, page: Path) -> str:
    """The file's name, as a link where the terminal can show one."""
    shown = page.relative_to(now.root).as_posix() if page.is_relative_to(now.root) else str(page)
    return f"\x1b]8;;{page.as_uri()}\x1b\\{shown}\x1b]8;;\x1b\\" if now.colour else shown
