"""The stopwatch: times a command, or two in turn (A B, B A, A B ...), so that both meet the same weather.

    python -m benchmarks.pair [-n 5] [--warmup 1] [--vs 'B ...'] -- A ...

One row per figure (wall; cpu = user + system of the whole tree; rss = the largest single process) with min, median and
max, then the ratios A/B pair by pair. The figures are the kernel's own (wait4), so this needs POSIX.
"""

import argparse
import os
import shlex
import shutil
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

FIGURES = ("wall_s", "cpu_s", "rss_mib")


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run of a command cost."""

    wall_s: float
    cpu_s: float
    rss_mib: float
    status: int


def once(argv: Sequence[str]) -> Figures:
    """Run a command with its output thrown away and say what it cost."""
    program = shutil.which(argv[0])
    if program is None:
        raise SystemExit(f"no such command: {argv[0]}")
    silence = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    began = time.perf_counter()
    pid = os.posix_spawn(program, [program, *argv[1:]], os.environ, file_actions=silence)
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - began
    return Figures(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int, warmup: int = 1) -> dict[str, list[Figures]]:
    """Run every command once a round, every other round in reverse, and keep what comes after the warm-up."""
    kept: dict[str, list[Figures]] = {name: [] for name in commands}
    for number in range(-warmup, rounds):
        names = list(commands)
        for name in names if number % 2 == 0 else reversed(names):
            figures = once(commands[name])
            if figures.status and number == -warmup:
                print(f"note: exit status {figures.status} from {shlex.join(commands[name])}", file=sys.stderr)
            if number >= 0:
                kept[name].append(figures)
    return kept


def ratios(ours: Sequence[Figures], theirs: Sequence[Figures], figure: str = "wall_s") -> list[float]:
    """Divide round by round."""
    value = attrgetter(figure)
    return [value(a) / value(b) for a, b in zip(ours, theirs, strict=True)]


def spread(values: Sequence[float]) -> str:
    """Write min, median and max."""
    return f"{min(values):9.3f} {statistics.median(values):9.3f} {max(values):9.3f}"


def main() -> None:
    """Time what stands on the command line."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("-n", type=int, default=5, metavar="ROUNDS")
    words.add_argument("--warmup", type=int, default=1, metavar="ROUNDS")
    words.add_argument("--vs", metavar="COMMAND")
    words.add_argument("command", nargs="+")
    chosen = words.parse_args()
    commands = {"A": chosen.command} | ({"B": shlex.split(chosen.vs)} if chosen.vs else {})
    kept = in_turn(commands, chosen.n, chosen.warmup)
    for name, runs in kept.items():
        for figure in FIGURES:
            print(f"{name}   {figure:8} {spread([attrgetter(figure)(run) for run in runs])}")
    for figure in FIGURES if chosen.vs else ():
        print(f"A/B {figure:8} {spread(ratios(kept['A'], kept['B'], figure))}")


if __name__ == "__main__":
    main()
