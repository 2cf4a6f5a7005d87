"""Many posts and days to findings: in this process, or in several when there are many; each with what it had read."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from kendal_git.files import WorkTree
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.entry import Entry
from kendal_git.model.office import Office
from kendal_git.model.trouble import Trouble
from kendal_git.model.values import dataclass
from kendal_git.reading.agendas import read_day
from kendal_git.reading.offices import read_office
from kendal_git.verbs.check import check_post
from kendal_git.verbs.looking import stamp

MANY = 500  # below it, starting a second process costs more than it saves
PORTION = 25
MOST = 8
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One post or day: its stamp before it was read, what is wrong with it, and the paths elsewhere that it needs."""

    path: str
    mark: str
    found: list[Diagnostic]
    needed: dict[str, str]  # with the stamps that they had before they were read


class Watched(WorkTree):
    """A work tree that remembers what was asked of it outside of one post's folder."""

    def __init__(self, root: Path, clock: int) -> None:
        super().__init__(root)
        self.clock = clock
        self.inside = ""
        self.needed: dict[str, str] = {}

    def read(self, path: str) -> bytes | None:
        """As a work tree."""
        self._note(path)
        return super().read(path)

    def entries(self, path: str) -> tuple[Entry, ...]:
        """As a work tree."""
        self._note(path)
        return super().entries(path)

    def _note(self, path: str) -> None:
        if path not in self.needed and path != self.inside and not path.startswith(f"{self.inside}/"):
            self.needed[path] = stamp(self.root, path, self.clock)


def findings(root: Path, paths: list[str], office: Office | None, progress: Progress, clock: int) -> Iterator[Finding]:
    """Check each path, in any order."""
    count = min(MOST, _processors())
    if len(paths) < MANY or count < 2:
        files = Watched(root, clock)
        for number, path in enumerate(paths, 1):
            yield _one(files, path, office)
            progress(number, len(paths))
        return
    from multiprocessing import get_context

    portions = [(root, paths[start : start + PORTION], clock) for start in range(0, len(paths), PORTION)]
    done = 0
    with get_context().Pool(count) as pool:
        for some, left in pool.imap_unordered(_portion, portions):
            yield from some
            # What stopped a worker stops us in the same way, with its own words.
            yield from (_one(Watched(root, clock), path, office) for path in left)
            done += len(some) + len(left)
            progress(done, len(paths))


def _portion(task: tuple[Path, list[str], int]) -> tuple[list[Finding], list[str]]:
    """A worker's share, and what it could not do."""
    root, paths, clock = task
    files = Watched(root, clock)
    office = read_office(WorkTree(root))[0]
    some: list[Finding] = []
    try:
        for path in paths:
            some.append(_one(files, path, office))  # noqa: PERF401 — what was done before the trouble counts
    except Trouble:
        return some, paths[len(some) :]
    return some, []


def _one(files: Watched, path: str, office: Office | None) -> Finding:
    files.inside, files.needed = path, {}
    mark = stamp(files.root, path, files.clock) if files.clock else ""
    found = list(read_day(files, path)[1]) if path.startswith("agenda/") else check_post(files, path, office)
    return Finding(path, mark, found, files.needed)


def _processors() -> int:
    """How many of the machine's processors are ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
