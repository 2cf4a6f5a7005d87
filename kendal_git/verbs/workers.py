"""Many posts and days to findings: in this process, or in several when there are many; each with what it had read."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from kendal_git.files import WorkTree
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.entry import Entry
from kendal_git.model.office import Office
from kendal_git.model.values import dataclass
from kendal_git.reading.agendas import read_day
from kendal_git.verbs.check import check_post
from kendal_git.verbs.looking import stamp

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MANY = 500  # below it, starting a second process costs more than it saves
PORTION = 25
AHEAD = 2  # portions that a worker has at a time, so that it need not wait for the next one
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
        self.lying: tuple[Entry, ...] | None = None
        self.needed: dict[str, str] = {}

    def enter(self, path: str) -> str:
        """From now on what is at or below ``path`` is inside. Returns its stamp."""
        lying: list[Entry] = []
        self.inside, self.needed = path, {}
        mark = stamp(self.root, path, self.clock, lying) if self.clock else ""
        # What the stamp has seen is what is checked; without a stamp, or for an empty folder, it is looked up.
        self.lying = tuple(sorted(lying, key=attrgetter("name"))) if mark and lying else None
        return mark

    def read(self, path: str) -> bytes | None:
        """As a work tree."""
        self._note(path)
        return super().read(path)

    def entries(self, path: str) -> tuple[Entry, ...]:
        """As a work tree."""
        if path == self.inside and self.lying is not None:
            return self.lying
        self._note(path)
        return super().entries(path)

    def _note(self, path: str) -> None:
        if path not in self.needed and path != self.inside and not path.startswith(f"{self.inside}/"):
            self.needed[path] = stamp(self.root, path, self.clock)


Told = Finding | str  # what a worker sends; of a path of which there is nothing to tell, the stamp alone


def findings(root: Path, paths: list[str], office: Office | None, progress: Progress, clock: int) -> Iterator[Finding]:
    """Check each path, in any order."""
    count = min(MOST, _processors())
    if len(paths) < MANY or count < 2:
        files = Watched(root, clock)
        for number, path in enumerate(paths, 1):
            yield _one(files, path, office)
            progress(number, len(paths))
        return
    done = 0
    for portion, told in _shared_out(paths, [_Worker(root, office, clock) for _ in range(count)]):
        for path, one in zip(portion[: len(told)], told, strict=True):
            yield Finding(path, one, [], {}) if isinstance(one, str) else one
        # What stopped a worker stops us in the same way, with its own words.
        yield from (_one(Watched(root, clock), path, office) for path in portion[len(told) :])
        done += len(portion)
        progress(done, len(paths))


class _Worker:
    """A process of its own, with a pipe to it and the portions that it has not told of yet.

    No Pool: that has three threads here, and one of them turns in circles while the processors are busy.
    """

    def __init__(self, root: Path, office: Office | None, clock: int) -> None:
        from multiprocessing import get_context

        self.portions: deque[list[str]] = deque()
        self.pipe, theirs = get_context().Pipe()
        self._process = get_context().Process(target=_work, args=(theirs, root, office, clock), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, portion: list[str]) -> None:
        """One more portion; that it has died is seen when it should tell."""
        self.portions.append(portion)
        with suppress(OSError):
            self.pipe.send(portion)

    def told(self) -> list[Told] | None:
        """What it says of its first portion; None when it has died."""
        try:
            said: list[Told] = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return said

    def end(self) -> None:
        """Nothing more is wanted of it."""
        self._process.terminate()
        self._process.join()
        self.pipe.close()


def _shared_out(paths: list[str], crew: list[_Worker]) -> Iterator[tuple[list[str], list[Told]]]:
    """Portions of the paths, each with what a worker told of it: less than all where it could not, or has died."""
    from multiprocessing.connection import wait

    portions = iter([paths[start : start + PORTION] for start in range(0, len(paths), PORTION)])
    try:
        for worker in crew * AHEAD:
            for portion in islice(portions, 1):
                worker.give(portion)
        busy: dict[object, _Worker] = {worker.pipe: worker for worker in crew if worker.portions}
        while busy:
            for worker in [busy[pipe] for pipe in wait([worker.pipe for worker in busy.values()])]:
                told = worker.told()
                if told is None:
                    yield from ((portion, []) for portion in worker.portions)
                    del busy[worker.pipe]
                    continue
                yield worker.portions.popleft(), told
                for portion in islice(portions, 1):
                    worker.give(portion)
                if not worker.portions:
                    del busy[worker.pipe]
        yield from ((portion, []) for portion in portions)
    finally:
        for worker in crew:
            worker.end()


def _work(pipe: "Connection", root: Path, office: Office | None, clock: int) -> None:
    """A worker's life: portions come in, what there is to tell of them goes out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that people see
    files = Watched(root, clock)
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_told(files, pipe.recv(), office))


def _told(files: Watched, paths: list[str], office: Office | None) -> list[Told]:
    """A portion, up to what cannot be done."""
    some: list[Told] = []
    with suppress(Exception):  # it is met again, and told, by the process that people see
        for path in paths:
            one = _one(files, path, office)
            some.append(one if one.found or one.needed else one.mark)
    return some


def _one(files: Watched, path: str, office: Office | None) -> Finding:
    mark = files.enter(path)
    found = list(read_day(files, path)[1]) if path.startswith("agenda/") else check_post(files, path, office)
    return Finding(path, mark, found, files.needed)


def _processors() -> int:
    """How many of the machine's processors are ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
