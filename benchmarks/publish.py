"""Whether planning and sending grow with the archive: one new post, with 50,000 published posts and with 50.

    python -m benchmarks.publish [-n 7] [--archive 50000] [--small 50] [--folder /dev/shm]

Each round proposes, approves and merges a post of its own in both offices, and times `kendal publish` alone: fetch,
survey, judge, plan, three intents, three kits, three receipts, all pushed to a remote of its own.
Exit 0 when the median ratio meets its target, 1 when it does not, 2 when a command did not do its work.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.check import KENDAL, corpus, git
from benchmarks.pair import Figures, once, ratios
from benchmarks.startup import ms

TARGET = 1.5
FAST = ("-c", "pack.window=0", "-c", "gc.auto=0")  # what is packed here is packed for this race alone
CHANNELS = ("instagram", "facebook", "x")
POST = """---
title: Pengumuman Nomor {number}
kind: pengumuman
date: 2026-11-27
opd: [setda]
channels: [instagram, facebook, x]
information: serta-merta
sensitivity: biasa
images:
  - {{file: gambar.jpg, alt: Loket pelayanan dari depan, credit: Tim IKP, purpose: infografis}}
consent: {{children: none}}
---
Loket pelayanan nomor {number} buka setiap hari kerja.
"""


def kendal(office: Path, *words: str) -> str:
    """One command that must succeed; what it printed."""
    done = subprocess.run([KENDAL, "-C", str(office), *words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"kendal {' '.join(words)}: {done.stdout}{done.stderr}")
    return done.stdout


def archive(folder: Path, posts: int) -> Path:
    """An office whose main holds so many posts, all in the ledger since its beginning."""
    office = folder / f"kantor-{posts}"
    kendal(folder, "init", str(office))
    remote = git_text(office, "config", "--get", "remote.origin.url")
    for repository in (office, office / remote):
        git(repository, "config", "gc.auto", "0")  # nothing tidies up behind a race
    for ref in ("ledger", "ledger-seen"):
        git(office / remote, "update-ref", "-d", f"refs/heads/{ref}")
    git(office, "fetch", "-q", "--prune", "origin")
    made = corpus(folder / f"arsip-{posts}", "kendal", posts)
    shutil.copytree(made / "content", office / "content", dirs_exist_ok=True)
    shutil.rmtree(made)
    settings = office / "kendal.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"root: \w+", "root: null", text), encoding="utf-8")
    git(office, "add", "-A")
    git(office, "-c", "gc.auto=0", "commit", "-qm", "arsip")
    git(office, *FAST, "push", "-q", "origin", "HEAD:main")
    kendal(office, "ledger", "init")
    git(office, "commit", "-qam", "buku tayang")
    git(office, "push", "-q", "origin", "HEAD:main")
    for repository in (office, office / remote):
        git(repository, *FAST, "repack", "-adq")  # one pack, as on a server
    return office


def git_text(folder: Path, *words: str) -> str:
    """What git prints."""
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


def propose(office: Path, number: int) -> str:
    """One more approved post on main; its folder."""
    path = f"content/2026/11/27-pengumuman-{number}"
    git(office, "checkout", "-q", "main")
    git(office, "pull", "-q", "origin", "main")
    (office / path).mkdir(parents=True)
    (office / path / "post.md").write_text(POST.format(number=number), encoding="utf-8")
    picture = next((office / "content").glob("20*/*/*/*.jpg"))
    shutil.copy(picture, office / path / "gambar.jpg")
    kendal(office, "submit", path)
    proposal = str(json.loads(kendal(office, "status", "--format", "json"))[-1]["proposal"])
    for who in ("subkoor-psdk", "kabid-ikp"):
        kendal(office, "review", proposal, "--approve", "--as", who)
    kendal(office, "merge", proposal)
    return path


def main() -> int:
    """Make both offices, publish in turn, print one row."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("-n", type=int, default=7, metavar="PAIRS")
    words.add_argument("--archive", type=int, default=50_000)
    words.add_argument("--small", type=int, default=50)
    words.add_argument("--folder", type=Path, default=Path("/dev/shm"))  # noqa: S108
    chosen = words.parse_args()
    os.environ.setdefault("GIT_CONFIG_NOSYSTEM", "1")
    with tempfile.TemporaryDirectory(dir=chosen.folder if chosen.folder.is_dir() else None) as folder:
        offices = [archive(Path(folder), posts) for posts in (chosen.archive, chosen.small)]
        kept: tuple[list[Figures], list[Figures]] = ([], [])
        for number in range(-1, chosen.n):
            paths = [propose(office, number + 2) for office in offices]
            for place in (0, 1) if number % 2 == 0 else (1, 0):
                figures = once([KENDAL, "-C", str(offices[place]), "publish"])
                lines = json.loads(kendal(offices[place], "ledger", "show", paths[place], "--format", "json"))
                kinds = [line["kind"] for line in lines["posts"][paths[place]]]
                if figures.status or kinds.count("receipt") != len(CHANNELS):
                    print(f"not published: {paths[place]}", file=sys.stderr)
                    return 2
                if number >= 0:
                    kept[place].append(figures)
    found = ratios(*kept)
    missed = statistics.median(found) > TARGET
    named = zip((chosen.archive, chosen.small), kept, strict=True)
    print(
        f"one post to {len(CHANNELS)} channels: " + ", ".join(f"{posts} posts {ms(runs)} ms" for posts, runs in named)
    )
    spread = f"{min(found):.2f} / {statistics.median(found):.2f} / {max(found):.2f}"
    print(f"ratio {spread}  ≤ {TARGET}  {'NOT MET' if missed else 'met'}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
