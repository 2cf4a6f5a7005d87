"""The storekeeper: what is locked, declared and explained is the same list."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS: dict[str, list[str]] = PROJECT["dependency-groups"]
RUN: list[str] = PROJECT["project"]["dependencies"] + GROUPS["build"]
DECLARED = {"run": RUN, "dev": RUN + GROUPS["dev"], "bench": GROUPS["bench"], "art": GROUPS["art"]}
PIN = re.compile(r"([a-z0-9-]+)==([^ ]+)(?: ; [^:/]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+")


def name_of(requirement: str) -> str:
    """The normal form of a requirement's name."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall(lock(name)))


@pytest.mark.parametrize("name", DECLARED)
def test_a_lock_file_holds_versions_and_hashes_alone(name: str) -> None:
    """A lock file has no address, path or comment, so that any mirror serves and nothing can be swapped."""
    assert PIN.sub("", lock(name)) == ""


@pytest.mark.parametrize("name", DECLARED)
def test_a_lock_file_has_what_is_declared(name: str) -> None:
    """Every dependency of pyproject.toml stands in its lock file."""
    missing = {name_of(requirement) for requirement in DECLARED[name]} - pins(name).keys()

    assert not missing, f"run `make lock`: requirements/{name}.txt lacks {', '.join(sorted(missing))}"


def test_lock_files_agree() -> None:
    """A package has one version in all lock files, so that they can be installed over each other."""
    versions: dict[str, set[str]] = {}
    for name in DECLARED:
        for package, version in pins(name).items():
            versions.setdefault(package, set()).add(version)

    assert {package: found for package, found in versions.items() if len(found) > 1} == {}


def test_every_dependency_is_explained() -> None:
    """Every declared dependency is named in docs/dependencies.md."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    declared = {name_of(requirement) for requirements in DECLARED.values() for requirement in requirements}

    assert {name for name in declared if name not in page} == set()
