"""doctor: whether this computer, this repository and its forge are set as the procedure needs; changes nothing.

The channels' accounts (``doctor --channels``) are the room of ``examine``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kendal_git import frontmatter
from kendal_git.files import WorkTree, write
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.vocabulary import ROLES
from kendal_git.objects import Git
from kendal_git.ports import Inspector
from kendal_git.reading.offices import read_office
from kendal_git.reading.recent import recent

DAYS = 30  # over which posts are counted
LEAST = (2, 34)  # atomic pushes, partial clones and `fetch --stdin` as we use them


@dataclass(frozen=True, slots=True)
class Patient:
    """One repository, whose ``kendal.yaml`` may be broken; ``files`` are those that the forge reads, as they should be.

    Without an ``inspector`` the forge is the embedded one, or one that nobody can examine.
    """

    root: Path
    git: Git
    day: date
    office: Office | None = None
    files: Mapping[str, bytes] | None = None
    inspector: Inspector | None = None


def examine(patient: Patient) -> Iterator[Finding]:
    """Everything, one finding after the other."""
    yield _git(patient.git)
    fast = frontmatter.LOADER.__name__.startswith("C")
    yield _told("yaml", good=fast, wrong="slow")
    office = patient.office
    if office is None:
        trouble = read_office(WorkTree(patient.root))[1]
        problem = say("doctor.office.broken", problem=trouble[0].message)
        yield Finding("office", State.MISSING, problem, say("doctor.office.hint"))
        return
    yield Finding("office", State.OK, say("doctor.office"))
    yield _roles(office, patient.day)
    yield _remote(patient.git)
    yield _ledger(office)
    yield _files(patient)
    if patient.inspector:
        first = patient.day - timedelta(days=DAYS - 1)
        posts = len(recent(WorkTree(patient.root), first, patient.day))
        yield from patient.inspector.findings(office, patient.day, max(1.0, posts / DAYS))
    elif office.forge == "local":
        yield Finding("forge", State.OK, say("doctor.local"))
    else:
        yield Finding("forge", State.UNKNOWN, say("doctor.unsupported", name=office.forge))


def put(root: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write what differs; the paths."""
    return tuple(path for path, data in files.items() if write(root / path, data))


def _told(name: str, *, good: bool, wrong: str, **values: object) -> Finding:
    if good:
        return Finding(name, State.OK, say(f"doctor.{name}", **values))
    return Finding(name, State.MISSING, say(f"doctor.{name}.{wrong}", **values), say(f"doctor.hint.{name}"))


def _git(git: Git) -> Finding:
    version = git.text("--version").removeprefix("git version ")
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    return _told("git", good=numbers >= LEAST, wrong="old", version=version, least="2.34")


def _roles(office: Office, day: date) -> Finding:
    wanted = dict.fromkeys((*office.policy.levels, *office.policy.sensitive, ROLES[0]))
    empty = tuple(office.title(name) for name in wanted if not office.role(name).held_on(day))
    return _told("roles", good=not empty, wrong="empty", roles=empty)


def _remote(git: Git) -> Finding:
    remote = git.text("config", "--get", "remote.origin.url", ok=(0, 1, 128))
    return _told("remote", good=bool(remote), wrong="none", remote=re.sub(r"//[^/@]*@", "//", remote))


def _ledger(office: Office) -> Finding:
    return _told("ledger", good=bool(office.ledger_root), wrong="none", root=office.ledger_root[:12])


def _files(patient: Patient) -> Finding:
    tree = WorkTree(patient.root)
    stale = tuple(path for path, data in (patient.files or {}).items() if tree.read(path) != data)
    return _told("files", good=not stale, wrong="stale", paths=stale)
