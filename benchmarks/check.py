"""How fast everything is checked, beside Hugo building the same posts, and whether --since grows with the archive.

    python -m benchmarks.check [-n 3] [--posts 10000] [--archive 50000] [--folder /dev/shm]

Exit 0 when the median of every ratio meets its target, 1 when one does not, 2 when a command did not do its work.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.pair import Figures, once, ratios
from benchmarks.startup import hugo, ms

ROOT = Path(__file__).parent.parent
KENDAL = str(Path(sys.executable).with_name("kendal"))
SETTLED = 2.5  # seconds after which a file is old enough to be trusted


def corpus(out: Path, layout: str, posts: int) -> Path:
    """Write a corpus; ours is committed, as it is in an office."""
    words = [sys.executable, "-m", "benchmarks.make_corpus", str(out), "--layout", layout, "--posts", str(posts)]
    subprocess.run(words, cwd=ROOT, check=True)
    if layout == "hugo":
        shutil.copytree(ROOT / "benchmarks/peers/hugo", out, dirs_exist_ok=True)
    else:
        git(out, "init", "-q")
        commit(out)
    return out


def git(folder: Path, *words: str) -> None:
    """Run git in a corpus."""
    subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], cwd=folder, check=True)


def commit(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", "-A")
    git(folder, "-c", "gc.auto=0", "commit", "-qm", "x")


def edit(folder: Path) -> Path:
    """Change one post."""
    post = sorted((folder / "content/2019/02").iterdir())[3] / "post.md"
    post.write_text(post.read_text(encoding="utf-8") + f"Lagi {time.monotonic_ns()}.\n", encoding="utf-8")
    return post


def turns(
    ours: Sequence[str], theirs: Sequence[str], rounds: int, before: Callable[[], object]
) -> tuple[list[Figures], list[Figures]]:
    """Run both in turn, ours after its preparation; the first round warms up."""
    kept: tuple[list[Figures], list[Figures]] = ([], [])
    for number in range(-1, rounds):
        for name in (0, 1) if number % 2 == 0 else (1, 0):
            if name == 0:
                before()
            figures = once(ours if name == 0 else theirs)
            if number >= 0:
                kept[name].append(figures)
    return kept


def told(name: str, yardstick: str, kept: tuple[list[Figures], list[Figures]], target: float) -> tuple[bool, bool]:
    """Print one row; whether the target was missed, and whether a command failed."""
    found = ratios(*kept)
    missed = statistics.median(found) > target
    print(
        f"{name:28} {ms(kept[0])}  {yardstick:16} {ms(kept[1])}   {min(found):5.3f} {statistics.median(found):6.3f} "
        f"{max(found):5.3f}  ≤ {target:5.2f}  {'NOT MET' if missed else 'met'}",
        flush=True,
    )
    return missed, any(run.status for runs in kept for run in runs)


def main() -> int:
    """Make the corpora, run the races, print one table."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("-n", type=int, default=3, metavar="PAIRS")
    words.add_argument("--posts", type=int, default=10_000)
    words.add_argument("--archive", type=int, default=50_000, help="posts of the large archive; 0 leaves --since out")
    words.add_argument("--folder", type=Path, default=Path("/dev/shm"), help="where the corpora lie for the run")  # noqa: S108
    chosen = words.parse_args()
    print(f"{chosen.posts} posts with a picture each, {chosen.n} pairs, wall time; ratio pair by pair\n")
    print(f"{'figure':28} {'ms':>6}  {'yardstick':16} {'ms':>6}   {'min':>5} {'median':>6} {'max':>5}  {'target':>7}")
    with tempfile.TemporaryDirectory(dir=chosen.folder if chosen.folder.is_dir() else None) as folder:
        rows = [*everything(Path(folder), chosen.posts, chosen.n)]
        rows += since(Path(folder), chosen.archive, chosen.n) if chosen.archive else []
    if any(broken for _, broken in rows):
        print("\na command failed: its time says nothing", file=sys.stderr)
        return 2
    return int(any(missed for missed, _ in rows))


def everything(folder: Path, posts: int, rounds: int) -> list[tuple[bool, bool]]:
    """Cold, unchanged, and after one edit."""
    ours, theirs = corpus(folder / "kendal", "kendal", posts), corpus(folder / "hugo", "hugo", posts)
    check = [KENDAL, "-C", str(ours), "check", "--all"]
    build = [hugo(), "--quiet", "--source", str(theirs), "--destination", str(folder / "public")]
    store = ours / ".git/kendal"

    def settled() -> None:
        time.sleep(SETTLED)
        once(check)

    rows = [told("check --all, cold", "hugo", turns(check, build, rounds, lambda: shutil.rmtree(store, True)), 0.5)]
    settled()
    rows.append(told("check --all, nothing changed", "hugo", turns(check, build, rounds, os.getpid), 0.02))
    rows.append(told("check --all, one changed", "hugo", turns(check, build, rounds, lambda: edit(ours)), 0.03))
    shutil.rmtree(ours)
    shutil.rmtree(theirs)
    return rows


def since(folder: Path, posts: int, rounds: int) -> list[tuple[bool, bool]]:
    """One post changed and committed, in a large archive and in one of a thousand posts."""
    large, small = corpus(folder / "large", "kendal", posts), corpus(folder / "small", "kendal", 1000)
    rows = []
    for extra in (["--committed"], []):
        commands = []
        for archive in (large, small):
            edit(archive)
            commit(archive)
            commands.append([KENDAL, "-C", str(archive), "check", "--since", "HEAD~1", *extra])
        kept = turns(commands[0], commands[1], max(rounds, 7), os.getpid)
        rows.append(told(f"--since, {posts} posts{' *' if extra else ''}", "1000 posts", kept, 1.2))
    print("\n* with --committed: what differs is read from the commit, too")
    return rows


if __name__ == "__main__":
    sys.exit(main())
