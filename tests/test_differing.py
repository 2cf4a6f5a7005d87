"""Two trees compared by ids, against Git's own comparison."""

import random
import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from kendal_git.objects import CommitFiles, Git
from kendal_git.verbs.differing import differing

SCOPE = ("content", "agenda", "kendal.yaml")
AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@example.org")


def git(root: Path, *words: str) -> str:
    done = subprocess.run(["git", *AUTHOR, *words], cwd=root, capture_output=True, check=True, encoding="utf-8")
    return done.stdout


def edit(root: Path, dice: random.Random) -> None:
    """Write, delete or turn into a folder one of a few paths, one of them with a name that needs care."""
    path = root / dice.choice(SCOPE[:2]) / dice.choice(("2026", "2027")) / dice.choice(("a", "b", "c\nd", "é"))
    path = path / "post.md" if dice.random() < 0.5 else path
    for part in (path.parent, path):
        if part.is_file():
            part.unlink()
    if path.is_dir():
        shutil.rmtree(path)
    if dice.random() < 0.7:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dice.choice("xyz"))
        path.chmod(dice.choice((0o644, 0o755)))


@pytest.mark.parametrize("seed", range(4))
def test_it_is_what_git_says(tmp_path: Path, seed: int) -> None:
    """After random writes, deletions, changes of mode and files that become folders, both name the same paths."""
    dice = random.Random(seed)
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-qm", "x", "--allow-empty")
    for _ in range(12):
        for _ in range(4):
            edit(tmp_path, dice)
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", "x", "--allow-empty")
        told = git(tmp_path, "diff-tree", "-r", "-z", "--name-only", "--no-renames", "HEAD~1", "HEAD", "--", *SCOPE)
        with closing(Git(tmp_path)) as reader:
            found = list(differing(CommitFiles(reader, "HEAD~1"), CommitFiles(reader, "HEAD"), SCOPE))

        assert sorted(found) == sorted(set(told.split("\0")) - {""})
