"""A copy of the package to be spoiled: one edit applied, the tests that should miss the rule, and which of them do."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.mutations.edits import Edit
from tests.mutations.marks import ROOT, Marked

CASE = r"^%s \S+::(\w+(?:\[.*?\])?)(?: - |$)"
COPIED = (
    *("kendal_git", "tests", "templates", "schemas", "agenda", "tools", "docs", "requirements", "content", ".github"),
    *("kendal.yaml", "pyproject.toml"),
)


def copied(root: Path) -> Path:
    """The package and its tests, in ``root``."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("node_modules"))
        else:
            shutil.copy2(ROOT / name, root / name)
    return root


def run(root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Pytest in the copy, which finds the copy's own package first."""
    command = [sys.executable, "-m", "pytest", "-q", "-rfEp", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(
        [*command, *words], cwd=root, capture_output=True, encoding="utf-8", timeout=600, check=False, env=environment
    )


@dataclass(frozen=True)
class Ended:
    """The cases that failed and those that passed, as ``test_name[parameter]``."""

    failed: frozenset[str]
    passed: frozenset[str]

    @property
    def missed(self) -> set[str]:
        """The names of the tests of which at least one case failed."""
        return {case.partition("[")[0] for case in self.failed}


def spoiled(edit: Edit, root: Path, tests: Iterable[Marked], *, quick: bool) -> Ended:
    """How these tests end under the edit; ``quick``: the first that fails is enough."""
    source = root / edit.path
    whole = source.read_text(encoding="utf-8")
    source.write_text(whole.replace(edit.old, edit.new), encoding="utf-8")
    _forget(source)
    names = list(dict.fromkeys(f"{test.path}::{test.name}" for test in tests))
    asked = [word for rule in edit.rules for word in ("--rule", rule)]
    try:
        done = run(root, *(["-x"] if quick else []), *asked, *names)
    finally:
        source.write_text(whole, encoding="utf-8")
        _forget(source)
    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
    found = {word: frozenset(re.findall(CASE % word, done.stdout, re.MULTILINE)) for word in ("FAILED", "PASSED")}
    return Ended(found["FAILED"], found["PASSED"])


def _forget(source: Path) -> None:
    """The byte code of what the file was before."""
    for old in (source.parent / "__pycache__").glob(f"{source.stem}.*"):
        old.unlink()
