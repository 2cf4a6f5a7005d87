"""Each rule taken away in a copy of the package: at least one of its tests must fail then, and its name is printed."""

import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mutations.edits import EDITS, Edit
from tests.mutations.marks import ROOT, marked
from tests.mutations.rows import ROWS

COPIED = (
    *("kendal_git", "tests", "templates", "schemas", "agenda", "tools", "docs", "requirements", "content", ".github"),
    *("kendal.yaml", "pyproject.toml"),
)
KNOWN = {row.rule: row for row in ROWS}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_an_edit_is_still_one(edit: Edit) -> None:
    """The text that an edit replaces stands exactly once in its file, and each of its rules is known and has tests."""
    assert (ROOT / edit.path).read_text(encoding="utf-8").count(edit.old) == 1
    assert edit.rules
    assert set(edit.rules) <= {rule for test in marked() for rule in test.rules if not test.slow}


def test_every_rule_is_known_and_shown() -> None:
    """Each mark names a row, each row has tests or says why not, and each row with tests has an edit."""
    carried = {rule for test in marked() for rule in test.rules}
    edited = {rule for edit in EDITS for rule in edit.rules}

    assert carried <= set(KNOWN), carried - set(KNOWN)
    assert not [row.rule for row in ROWS if row.rule not in carried and not row.remains]
    assert not [row.rule for row in ROWS if row.rule in carried and row.rule not in edited]
    assert len(KNOWN) == len(ROWS)


def test_every_edit_has_its_own_name() -> None:
    """No two edits share a name, by which the page and the log tell them apart."""
    assert len({edit.name for edit in EDITS}) == len(EDITS)


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its tests, to be spoiled; each test process has its own."""
    root = tmp_path_factory.mktemp("spoiled")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("node_modules"))
        else:
            shutil.copy2(ROOT / name, root / name)
    return root


def run(root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Pytest in the copy, which finds the copy's own package first."""
    command = [sys.executable, "-m", "pytest", "-q", "-rfE", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(
        [*command, *words], cwd=root, capture_output=True, encoding="utf-8", timeout=600, check=False, env=environment
    )


def failed_with(edit: Edit, root: Path) -> dict[str, set[str]]:
    """The edit's rules, each with its tests that fail under it; one process, and only the tests that carry a mark."""
    tests = [test for test in marked() if set(test.rules) & set(edit.rules) and not test.slow]
    tests.sort(key=lambda test: test.path.startswith("tests/github"))  # what is quick comes first
    source = root / edit.path
    whole = source.read_text(encoding="utf-8")
    source.write_text(whole.replace(edit.old, edit.new), encoding="utf-8")
    stale = [*(source.parent / "__pycache__").glob(f"{source.stem}.*")]
    for old in stale:
        old.unlink()
    names = list(dict.fromkeys(f"{test.path}::{test.name}" for test in tests))
    asked = [word for rule in edit.rules for word in ("--rule", rule)]
    quick = ["-x"] if len(edit.rules) == 1 else []
    try:
        done = run(root, *quick, *asked, *names)
    finally:
        source.write_text(whole, encoding="utf-8")
        for old in (source.parent / "__pycache__").glob(f"{source.stem}.*"):
            old.unlink()
    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
    fell = set(re.findall(r"^FAILED \S+::(\w+)", done.stdout, re.MULTILINE))
    found = defaultdict(set)
    for test in tests:
        for rule in set(test.rules) & set(edit.rules) if test.name in fell else ():
            found[rule].add(test.name)
    return found


@pytest.mark.slow
def test_without_an_edit_nothing_fails(copy: Path) -> None:
    """Every marked test passes in the copy as it is: whatever fails under an edit fails because of it."""
    names = dict.fromkeys(f"{test.path}::{test.name}" for test in marked() if not test.slow)

    done = run(copy, "-m", "not slow", *names)

    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.slow
@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_a_rule_that_is_taken_away_is_missed(
    edit: Edit, copy: Path, record_property: Callable[[str, object], None]
) -> None:
    """For each rule that an edit removes, a test that carries the rule's mark fails in the edited copy."""
    found = failed_with(edit, copy)

    assert set(found) == set(edit.rules), found
    record_property("evidence", f"without {edit.name}: {', '.join(sorted(set().union(*found.values())))}"[:200])
