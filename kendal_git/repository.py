"""Repositories with a work tree: made, cloned, brought up to date; the only GitPython import."""

from collections.abc import Iterable
from pathlib import Path

import git
from git.exc import GitCommandError

from kendal_git.model.message import say
from kendal_git.model.proposal import EMBEDDED
from kendal_git.model.trouble import OutsideFailed


def create(folder: Path, main: str) -> None:
    """An empty repository whose first branch is ``main``."""
    git.Repo.init(folder, initial_branch=main).close()


def create_bare(folder: Path, main: str) -> None:
    """A bare repository, as a forge has one."""
    git.Repo.init(folder, bare=True, initial_branch=main).close()


def clone(address: str, folder: Path, login: str) -> None:
    """A clone for one person."""
    try:
        git.Repo.clone_from(address, folder).close()
    except GitCommandError as failed:
        raise OutsideFailed(say("git.failed", command="clone", problem=str(failed.stderr).strip())) from None
    introduce(folder, login)


def introduce(folder: Path, login: str) -> None:
    """Write into a clone's own configuration who works there."""
    with git.Repo(folder) as repository, repository.config_writer() as settings:
        settings.set_value("user", "name", login)
        settings.set_value("user", "email", f"{login}@{EMBEDDED}")
        settings.set_value("kendal", "login", login)


def introduce_once(folder: Path, author: str) -> None:
    """Write an author, ``NAME <ADDRESS>``, into the clone's own configuration, unless git knows somebody already."""
    with git.Repo(folder) as repository:
        reader = repository.config_reader()
        if reader.has_option("user", "email") and reader.has_option("user", "name"):
            return
        name, _, address = author.removesuffix(">").partition(" <")
        with repository.config_writer() as settings:
            settings.set_value("user", "name", name)
            settings.set_value("user", "email", address)


def commit_all(folder: Path, subject: str, login: str) -> str:
    """Commit everything in the work tree on the present branch, as ``login``; the commit's id."""
    who = git.Actor(login, f"{login}@{EMBEDDED}")
    with git.Repo(folder) as repository:
        repository.git.add(all=True)
        return repository.index.commit(subject, author=who, committer=who).hexsha


def publish_main(folder: Path, remote: Path | str, main: str) -> None:
    """Add ``origin`` and push the first branch there."""
    with git.Repo(folder) as repository:
        repository.create_remote("origin", str(remote))
        repository.git.push("--set-upstream", "origin", main)


def push_main(folder: Path, main: str) -> None:
    """Push the first branch again."""
    with git.Repo(folder) as repository:
        repository.git.push("origin", main)


def update(folder: Path, main: str) -> bool:
    """Bring ``main`` and its work tree up to the remote's, when nothing of the person's is in the way.

    Files that were submitted from here and came back unchanged are taken over; anything else is left alone.
    True when the work tree now is what the remote has.
    """
    with git.Repo(folder) as repository:
        if repository.head.is_detached or repository.active_branch.name != main:
            return False
        repository.git.fetch("origin", f"+refs/heads/{main}:refs/remotes/origin/{main}")
        new = repository.commit(f"refs/remotes/origin/{main}")
        if new == repository.head.commit:
            return True
        arrived = [change.b_path for change in repository.head.commit.diff(new) if change.b_path and change.b_blob]
        untracked = set(repository.untracked_files)
        repository.git.add("--", *_same(repository, new, (path for path in arrived if path in untracked)) or [])
        try:
            repository.git.merge("--ff-only", "--quiet", new.hexsha)
        except GitCommandError:
            return False
        return True


def _same(repository: git.Repo, commit: git.Commit, paths: Iterable[str]) -> list[str]:
    """The paths whose file in the work tree is what the commit holds."""
    root = Path(repository.working_dir)
    return [path for path in paths if (root / path).read_bytes() == (commit.tree / path).data_stream.read()]
