"""kendal init: a content repository for an office."""

from pathlib import Path

import click

from kendal_git.cli.base import Session, option, pass_session, verb
from kendal_git.model.office import Office
from kendal_git.verbs.init import init
from kendal_git.wiring.hosts import pages_of_forge
from kendal_git.wiring.workplace import CLOCK


@verb("init")
@click.argument("folder", type=click.Path(path_type=Path))
@option("--name", default="Kantor Contoh", show_default=True, help="init.option.name")
@option("--login", default="staf", show_default=True, help="init.option.login")
@pass_session
def command(now: Session, folder: Path, name: str, login: str) -> int:
    """Make it, and say what to do first."""

    def begin(root: Path) -> str:
        at = now.desk(login, root)
        commit = at.git.resolve("HEAD") or ""
        at.git.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
        return at.ledger.begin(commit, {}, at.clock.now())

    def pages(office: Office) -> dict[str, bytes]:
        return pages_of_forge(office, office.day(CLOCK.now()))

    init(now.folder / folder, name, login, begin, pages)
    click.echo(now.words("init.done", folder=folder))
    click.echo(now.words("init.next", folder=folder))
    return 0
