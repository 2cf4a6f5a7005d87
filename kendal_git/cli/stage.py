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
from kendal_git.repository import commit_all, push_main
from kendal_git.verbs.init import ORIGIN

STAFF = "staf"  # who is at the keyboard when nobody else is named
FOREIGN = ("KENDAL_", "GIT_", "GITHUB_", "GH_")  # what a person's own environment would whisper to the demonstration
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

    def begin(self, name: str) -> None:
        """An office on the embedded forge, which posts at any hour: a demonstration does not wait for the morning."""
        self.run("init", "kantor", "--name", name)
        office = self.office / "kendal.yaml"
        text = office.read_text("utf-8").replace(
            "settling: 120}", 'settling: 120, window: {from: "00:00", until: "00:00"}}'
        )
        office.write_text(text, "utf-8")
        commit_all(self.office, "kantor: tayang kapan saja", STAFF)
        push_main(self.office, "main")

    def end(self) -> None:
        """Nothing of it lives on."""

    @property
    def remote(self) -> Path:
        """The bare repository that the forge keeps."""
        return self.office / ORIGIN

    def start(self, *words: str, who: str = STAFF) -> "subprocess.Popen[str]":
        """Start one kendal process in the office, as somebody."""
        return self._start(
            (sys.executable, "-m", "kendal_git", "--lang", self.now.language, *words, *self._as(who)), {}
        )

    def _as(self, who: str) -> tuple[str, ...]:
        """On the embedded forge a person says who they are."""
        return () if who == STAFF else ("--as", who)

    def _start(self, command: tuple[str, ...], more: dict[str, str]) -> "subprocess.Popen[str]":
        environment = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        where = self.office if self.office.is_dir() else self.folder
        pipe = subprocess.PIPE
        return subprocess.Popen(
            command,
            cwd=where,
            env={**environment, "PYTHONUTF8": "1", **more},
            stdout=pipe,
            stderr=pipe,
            text=True,
            encoding="utf-8",
        )

    def run(self, *words: str, ends: int = 0, who: str = STAFF) -> str:
        """Run one process to its end and return what it printed. Raises Stopped when it does not end with ``ends``."""
        return self.finish(self.start(*words, who=who), words, ends)

    def finish(self, process: "subprocess.Popen[str]", words: tuple[str, ...], ends: int = 0) -> str:
        """What a process printed until its end."""
        out, error = process.communicate()
        if process.returncode != ends:
            click.echo(out + error, err=True)
            raise Stopped(say("demo.failed", command=" ".join(("kendal", *words)), code=process.returncode))
        return out

    def propose(self, branch: str, title: str, files: dict[str, bytes | None]) -> int:
        """A proposal of the staff that plain Git makes, past ``kendal submit``."""
        at = self.now.desk(STAFF, self.office)
        main = at.git.resolve("refs/remotes/origin/main")
        head = at.git.write_commit(main, files, title, at.clock.now(), at.forge.author())
        at.git.push("origin", f"{head}:refs/heads/{branch}")
        return at.forge.submit(branch, title, head)

    def verdict(self, number: int, ends: int = 1) -> dict[str, Any]:
        """The verdict on a proposal, as ``kendal gate --format json`` says it."""
        found: dict[str, Any] = json.loads(self.run("gate", str(number), "--format", "json", ends=ends))
        return found


def why(verdict: dict[str, Any], by: str) -> str:
    """Why somebody's approval was passed over; without a name, what is wrong with the proposal as a whole."""
    passed = [one["reason"] for need in verdict["requirements"] for one in need["ignored"] if one["by"] == by]
    return str((passed if by else verdict["reasons"])[0])
