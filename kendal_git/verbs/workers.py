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
from kendal_git.verbs.check import check_posts
from kendal_git.verbs.looking import stamp

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MANY = 500  # below it, starting a second process costs more than it saves
PORTION = 50  # posts that go through the steps together; of more, the processor keeps no more at hand
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
    """A work tree as one post or day sees it: its stamp, and what was asked of it outside of the post's folder."""

    def __init__(self, root: Path, inside: str, clock: int) -> None:
        super().__init__(root)
        self.inside, self.clock = inside, clock
        self.needed: dict[str, str] = {}
        lying: list[Entry] = []
        self.mark = stamp(root, inside, clock, lying) if clock else ""
        # What the stamp has seen is what is checked; without a stamp, or for an empty folder, it is looked up.
        self._lying = tuple(sorted(lying, key=attrgetter("name"))) if self.mark and lying else None

    def read(self, path: str) -> bytes | None:
        """As a work tree."""
        self._note(path)
        return super().read(path)

    def entries(self, path: str) -> tuple[Entry, ...]:
        """As a work tree."""
        if path == self.inside and self._lying is not None:
            return self._lying
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
        for start in range(0, len(paths), PORTION):
            yield from _all(root, paths[start : start + PORTION], office, clock)
            progress(min(start + PORTION, len(paths)), len(paths))
        return
    done = 0
    for portion, told in _shared_out(paths, [_Worker(root, office, clock) for _ in range(count)]):
        for path, one in zip(portion[: len(told)], told, strict=True):
            yield Finding(path, one, [], {}) if isinstance(one, str) else one
        for path in portion[len(told) :]:  # what stopped a worker stops us in the same way, with its own words
            yield from _all(root, [path], office, clock)
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
    with suppress(EOFError, OSError):
        while True:
            pipe.send(_told(root, pipe.recv(), office, clock))


def _told(root: Path, paths: list[str], office: Office | None, clock: int) -> list[Told]:
    """What there is to tell of a portion; nothing, where something in it cannot be done."""
    with suppress(Exception):  # it is met again, and told, by the process that people see
        return [one if one.found or one.needed else one.mark for one in _all(root, paths, office, clock)]
    return []


def _all(root: Path, paths: list[str], office: Office | None, clock: int) -> list[Finding]:
    """Some posts and days: all are stamped before they are read, and the posts go through the rules together."""
    seen = [Watched(root, path, clock) for path in paths]
    days = {files.inside: list(read_day(files, files.inside)[1]) for files in seen if _is_day(files.inside)}
    posts = [(files, files.inside) for files in seen if not _is_day(files.inside)]
    found = days | dict(zip((path for _, path in posts), check_posts(posts, office), strict=True))
    return [Finding(files.inside, files.mark, found[files.inside], files.needed) for files in seen]


def _is_day(path: str) -> bool:
    return path.startswith("agenda/")


def _processors() -> int:
    """How many of the machine's processors are ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
