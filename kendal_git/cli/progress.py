"""How far a long work is: one line that counts up, on a terminal only."""

import sys
from time import monotonic

import click

from kendal_git.cli.base import Session

PATIENCE = 1  # second before a work counts as long and says how far it is
STEP = 50


class Progress:
    """Called with how much is done, and of how much; silent for short work and where nobody looks."""

    def __init__(self, now: Session, key: str) -> None:
        self._now, self._key, self._since, self._shown = now, key, monotonic(), False

    def __call__(self, done: int, all_: int) -> None:
        if not sys.stderr.isatty() or monotonic() - self._since < PATIENCE:
            return
        if done % STEP == 0 or (done == all_ and self._shown):
            self._shown = True
            line = self._now.words(self._key, done=done, all=all_)
            click.echo("\r" + line + ("\n" if done == all_ else ""), nl=False, err=True)
