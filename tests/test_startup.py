"""The doorman: nothing is imported before it is needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kendal_git import __version__
from tests.scratch import FOLDER, make

ROOT = Path(__file__).parent.parent
PROBE = """\
import json, sys
from kendal_git.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]))
"""
AHEAD = """\
import json, sys
from kendal_git.cli.ahead import look
looking = look(sys.argv[1:])
seen = looking and looking.seen()
print(json.dumps([seen and seen.touched, "click" in sys.modules]))
"""
HEAVY = {"git", "jinja2", "markdown", "httpx"}


def imported(folder: Path, *words: str) -> tuple[int, str, set[str]]:
    """The exit code, what was said, and every module that a fresh interpreter has after one command."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    *said, last = done.stdout.rstrip("\n").split("\n")
    code, modules = json.loads(last)
    return code, "\n".join(said), set(modules)


def test_the_version_needs_nothing(tmp_path: Path) -> None:
    """``--version`` answers before any library, and before the command line itself, is imported."""
    code, said, modules = imported(tmp_path, "--version")

    assert (code, said) == (0, f"kendal {__version__}")
    assert not modules & (HEAVY | {"yaml", "click", "PIL", "nh3", "regex", "dataclasses", "re", "pathlib"} - BARE)


def test_one_post_is_checked_without_the_heavy_ones(tmp_path: Path) -> None:
    """The check of a post, pictures decoded, needs neither Git's library nor templates, Markdown or a network."""
    make(tmp_path)

    code, said, modules = imported(tmp_path, "check", FOLDER)

    assert (code, said) == (0, "1 kiriman diperiksa: semua baik")
    assert not modules & (HEAVY | {"nh3", "regex", "difflib", "socket", "ssl"} - BARE)
    assert "PIL.JpegImagePlugin" in modules
    assert "PIL.PngImagePlugin" not in modules, "there is no PNG in this post"


@pytest.mark.parametrize("words", [["check"], ["check", "--all"], ["-C", ".", "check", "--all"]])
def test_git_looks_while_the_rest_is_imported(tmp_path: Path, words: list[str]) -> None:
    """A check of everything begins with Git's look at the work tree; click comes after it."""
    make(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "kendal.yaml"], cwd=tmp_path, check=True)

    assert ahead(tmp_path, *words) == [["agenda", "content"], False]


@pytest.mark.parametrize("words", [["--help"], ["check", FOLDER], ["check", "--no-cache"], ["check", "--help"], ["-C"]])
def test_git_is_asked_ahead_for_a_check_of_everything_only(tmp_path: Path, words: list[str]) -> None:
    """Whatever else is typed may not need the look, so none begins."""
    make(tmp_path)

    assert ahead(tmp_path, *words) == [None, False]


def ahead(folder: Path, *words: str) -> object:
    """What Git says to the look that begins ahead, and whether click was there before it."""
    done = subprocess.run(
        [sys.executable, "-c", AHEAD, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["publish", "--help"]])
def test_help_needs_no_adapter(tmp_path: Path, words: list[str]) -> None:
    """Help is answered without Git's library, templates or a network."""
    code, _, modules = imported(tmp_path, *words)

    assert code == 0
    assert not modules & HEAVY


def bare() -> set[str]:
    """What an interpreter of this environment has before a line of ours runs."""
    probe = "import json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, encoding="utf-8")
    return set(json.loads(done.stdout))


BARE = bare()
