"""The counter before the clerk: callers of many threads, of whom one at a time serves all that wait."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar


@dataclass(slots=True)
class Asked:
    """What one caller wants; ``failure`` is why it was not done."""

    done: bool = False
    failure: Exception | None = None
    called: threading.Event = field(default_factory=threading.Event)  # it is answered, or its turn to serve


Request = TypeVar("Request", bound=Asked)


class Counter(Generic[Request]):
    """Whoever finds nobody serving serves what has come by then, until it is answered itself; the next goes on.

    ``serve`` takes a batch and yields it in parts, each as soon as it is done. It raises nothing.
    """

    def __init__(self, serve: Callable[[list[Request]], Iterator[list[Request]]]) -> None:
        self._serve = serve
        self._lock = threading.Lock()
        self._queue: list[Request] = []
        self._serving = False

    def ask(self, request: Request) -> Request:
        """The request, answered. Raises its failure."""
        with self._lock:
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
        for part in self._serve(batch):
            for one in part:
                one.done = True
                one.called.set()
            if request.done:
                break
        with self._lock:
            self._queue = [one for one in batch if not one.done] + self._queue
            self._serving = bool(self._queue)
            if self._queue:
                self._queue[0].called.set()
