"""The demonstration's stage: every act is a real kendal process, as a person would type it."""

import json
import os
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kendal_git.cli.base import Session
from kendal_git.model.message import say
from kendal_git.model.trouble import Trouble

INDENT = 18  # columns before the words of a progress line


class Stopped(Trouble):
    """An act of the demonstration did not end as it must: a bug, told with what the process said."""

    code = 70


@dataclass(frozen=True, slots=True)
class Stage:
    """A scratch folder in which kendal processes run one after another."""

    now: Session
    folder: Path

    @property
    def office(self) -> Path:
        """The content repository."""
        return self.folder / "kantor"

    def tell(self, step: str, words: str, mark: str = "✓", colour: str = "green") -> None:
        """One progress line."""
        name = self.now.words(f"demo.step.{step}") if step else ""
        width = max(40, min(100, shutil.get_terminal_size().columns)) - INDENT - 1
        first, *others = textwrap.wrap(words, width) or [""]
        click.echo(f" {self.now.style(f'{name:<14}', 'bold')} {self.now.style(mark, colour)} {first}")
        for line in others:
            click.echo(" " * INDENT + line)

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start one kendal process in the office."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("KENDAL_", "GIT_"))}
        command = [sys.executable, "-m", "kendal_git", "--lang", self.now.language, *words]
        where = self.office if self.office.is_dir() else self.folder
        environment["PYTHONUTF8"] = "1"
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command, cwd=where, env=environment, stdout=pipe, stderr=pipe, text=True, encoding="utf-8"
        )

    def run(self, *words: str, ends: int = 0) -> str:
        """Run one process to its end and return what it printed. Raises Stopped when it does not end with ``ends``."""
        process = self.start(*words)
        out, error = process.communicate()
        if process.returncode != ends:
            click.echo(out + error, err=True)
            raise Stopped(say("demo.failed", command=" ".join(("kendal", *words)), code=process.returncode))
        return out

    def verdict(self, number: int, ends: int = 1) -> dict[str, Any]:
        """The verdict on a proposal, as ``kendal gate --format json`` says it."""
        found: dict[str, Any] = json.loads(self.run("gate", str(number), "--format", "json", ends=ends))
        return found


def why(verdict: dict[str, Any], by: str) -> str:
    """Why somebody's approval was passed over; without a name, what is wrong with the proposal as a whole."""
    passed = [one["reason"] for need in verdict["requirements"] for one in need["ignored"] if one["by"] == by]
    return str((passed if by else verdict["reasons"])[0])
