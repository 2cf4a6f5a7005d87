"""Two publishers at once on one bare remote: the push is the lock."""

import os
import random
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from tests.wire.office import CHANNELS, Place, calls, finish

HOOK = """#!/bin/sh
# Hold every push back for a moment of its own, so that the two publishers meet in every order.
sleep $(awk 'BEGIN { srand(%d + '$$'); printf "%%.2f", rand() * 0.25 }')
"""


def two_clones(office: Place, folder: Path, seed: int) -> tuple[Place, Place]:
    """One bare remote with a delaying hook, and two clones of it."""
    remote = folder / "remote.git"
    shutil.copytree(office.folder / ".git/kendal-origin.git", remote, symlinks=True)
    hook = remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK % seed, encoding="utf-8")
    hook.chmod(hook.stat().st_mode | stat.S_IEXEC)
    wire = f"{office.wire}/{folder.name}"
    for name in ("a", "b"):
        subprocess.run(["git", "clone", "-q", str(remote), str(folder / name)], check=True, env=os.environ)
    return Place(folder / "a", wire), Place(folder / "b", wire)


@pytest.mark.parametrize("seed", range(10))
def test_two_publishers_at_once_send_each_post_once(office: Place, log: Path, tmp_path: Path, seed: int) -> None:
    """In every seeded round two racing processes end with exactly one accepted call a channel."""
    folder = tmp_path / f"race-{seed}"
    folder.mkdir()
    one, other = two_clones(office, folder, seed)
    order = random.Random(seed).sample((one, other), 2)

    processes = [place.start("publish", "--format", "json") for place in order]
    ended = [(process.communicate(timeout=120), process.returncode) for process in processes]
    finish(one, log, folder.name)

    assert all(code in (0, 3, 4) for _, code in ended), ended
    assert [calls(log, folder.name, channel) for channel in CHANNELS] == [1, 1]
