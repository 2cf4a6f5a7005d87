"""The counter before the clerk: callers of many threads, of whom one at a time serves all that wait."""

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar


@dataclass(slots=True)
class Asked:
    """What one caller wants; ``failure`` is why it was not done."""

    done: bool = False
    failure: BaseException | None = None
    called: threading.Event = field(default_factory=threading.Event)  # it is answered, or its turn to serve


Request = TypeVar("Request", bound=Asked)


class Counter(Generic[Request]):
    """Whoever finds nobody serving serves what has come by then, until it is answered itself; the next goes on.

    ``serve`` takes a batch and yields it in parts, each as soon as it is done. It raises nothing; when it breaks off
    all the same, the process is ending: nobody is served any more, and nobody is left waiting.
    """

    def __init__(self, serve: Callable[[list[Request]], Iterator[list[Request]]]) -> None:
        self._serve = serve
        self._lock = threading.Lock()
        self._queue: list[Request] = []
        self._serving = False
        self._broken: BaseException | None = None

    def ask(self, request: Request) -> Request:
        """The request, answered. Raises its failure."""
        with self._lock:
            if self._broken:
                raise self._broken
            self._queue.append(request)
            waits, self._serving = self._serving, True
        if waits:
            request.called.wait()
        if not request.done:
            self._serve_until(request)
        if request.failure:
            raise request.failure
        return request

    def _serve_until(self, request: Request) -> None:
        """Serve what waits, part by part, up to our own: nobody who is answered is kept to serve the others."""
        with self._lock:
            batch, self._queue = self._queue, []
        try:
            for part in self._serve(batch):
                _answer(part)
                if request.done:
                    break
        except BaseException as broken:
            self._break_off(batch, broken)
            raise
        with self._lock:
            self._queue = [one for one in batch if not one.done] + self._queue
            self._serving = bool(self._queue)
            if self._queue:
                self._queue[0].called.set()

    def _break_off(self, batch: list[Request], broken: BaseException) -> None:
        with self._lock:
            self._broken = broken
            left, self._queue = [one for one in batch if not one.done] + self._queue, []
        for one in left:
            one.failure = broken
        _answer(left)


def _answer(part: Iterable[Asked]) -> None:
    for one in part:
        one.done = True
        one.called.set()
