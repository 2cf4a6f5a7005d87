"""What a month of the workflows costs on a private repository, where each job's minutes are rounded up to whole ones.

The assumptions are ours and stand here alone; docs/forges.md prints them, ``kendal doctor`` uses them on the office's
own crons and posts. Nothing of it was measured on GitHub's machines.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

FREE = 2000  # minutes a month of a private repository on the Free plan
DAYS = 30
CRON = re.compile(r'^\s*- cron: "([^"]+)"', re.MULTILINE)
RANGES = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 6))
# Minutes of one run, rounded up a job: check, review, gate, publish and channels have one job; the site has two.
COSTS = {"check": 1, "review": 1, "gate": 1, "publish": 1, "site": 3, "channels": 1}


@dataclass(frozen=True, slots=True)
class Habits:
    """How an office works: posts a day, pushes to a proposal after it was opened, reviews of it.

    ``awaited``: a channel fetches pictures from the site, so that each post is published, built, published and built.
    """

    posts: float = 3
    pushes: int = 1
    reviews: int = 2
    awaited: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One workflow's month."""

    workflow: str
    runs: int
    minutes: int


def monthly(habits: Habits, workflows: Mapping[str, str]) -> tuple[Line, ...]:
    """The month, workflow by workflow; ``workflows`` are the files' texts by their names, for their crons."""
    events = {
        "check": 1 + habits.pushes,
        "review": habits.reviews,
        "gate": 1 + habits.pushes + habits.reviews,
        "publish": 1 + habits.awaited,
        "site": 1 + habits.awaited,
        "channels": 0,
    }
    lines = []
    for name, cost in COSTS.items():
        timed = sum(runs_of(cron) for cron in CRON.findall(workflows.get(name, "")))
        runs = ceil(events[name] * habits.posts * DAYS) + ceil(timed)
        lines.append(Line(name, runs, runs * cost))
    return tuple(lines)


def total(lines: tuple[Line, ...]) -> int:
    """All minutes."""
    return sum(line.minutes for line in lines)


def runs_of(cron: str) -> float:
    """How often a cron line fires in a month of thirty days."""
    minute, hour, day, month, weekday = values_of(cron)
    days = DAYS * len(month) / 12 * (len(weekday) / 7 if len(weekday) < 7 else len(day) / 31)
    return len(minute) * len(hour) * days


def values_of(cron: str) -> tuple[set[int], ...]:
    """What each of the five fields allows: minute, hour, day, month, day of the week."""
    return tuple(_field(field, *limits) for field, limits in zip(cron.split(), RANGES, strict=True))


def _field(field: str, first: int, last: int) -> set[int]:
    found: set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        low, _, high = (f"{first}-{last}" if span == "*" else span).partition("-")
        end = int(high) if high else last if step else int(low)
        found |= set(range(int(low), end + 1, int(step or 1)))
    return found
