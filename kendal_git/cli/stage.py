"""The demonstration's stage: every act is a real kendal process, as a person would type it, with one line told about it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kendal_git.cli.base import Session
from kendal_git.model.message import say
from kendal_git.model.trouble import Trouble


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
        click.echo(f" {self.now.style(f'{name:<14}', 'bold')} {self.now.style(mark, colour)} {words}")

    def start(self, *words: str) -> "subprocess.Popen[str]":
        """Start one kendal process in the office."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("KENDAL_", "GIT_"))}
        command = [sys.executable, "-m", "kendal_git", "--lang", self.now.language, *words]
        where = self.office if self.office.is_dir() else self.folder
        return subprocess.Popen(
            command, cwd=where, env={**environment, "PYTHONUTF8": "1"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )  # fmt: skip

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


def why(verdict: dict[str, Any]) -> str:
    """The first reason of a verdict for refusing: of the whole, otherwise of an approval that was passed over."""
    reasons = [*verdict["reasons"], *(one["reason"] for need in verdict["requirements"] for one in need["ignored"])]
    return str(reasons[0]) if reasons else ""
