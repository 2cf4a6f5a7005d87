"""The machine that a command runs on: its clocks, who sits at it, and the run's own name."""

import os
import sys
import time
from datetime import UTC, datetime

from kendal_git import processes
from kendal_git.objects import Git


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """The wall clock."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds that also pass while the machine sleeps, where the system counts them."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


CLOCK = SystemClock()


def login_of(git: Git, given: str) -> str:
    """Who is at the keyboard: ``--as``, then KENDAL_LOGIN, then ``git config kendal.login``; empty when nobody said."""
    return given or os.environ.get("KENDAL_LOGIN", "") or git.text("config", "--get", "kendal.login", ok=(0, 1))


def run_name() -> str:
    """Our own name as a publishing run: the CI's for it, otherwise host and process number."""
    job = os.environ.get("GITHUB_RUN_ID")
    if job:
        return f"github:{job}:{os.environ.get('GITHUB_RUN_ATTEMPT', '1')}"
    return processes.run_name()
