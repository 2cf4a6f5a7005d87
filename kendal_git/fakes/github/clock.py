"""The fake forge's own clock: whole seconds, and every change at least one second later than the one before."""

import datetime as dt
import threading

SECOND = dt.timedelta(seconds=1)


class Clock:
    """Follows the wall clock until somebody sets it; from then on it moves only by changes and by `advance`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dt.datetime | None = None
        self._last = dt.datetime(2008, 4, 1, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        """The time as it is, never before the last change."""
        return max(self._last, self._held or dt.datetime.now(dt.UTC).replace(microsecond=0))

    def tick(self) -> dt.datetime:
        """The time of one change."""
        with self._lock:
            self._last = max(self.now(), self._last + SECOND)
            self._held = self._held and self._last
            return self._last

    def set(self, when: dt.datetime) -> None:
        """Stop following the wall clock: the next change happens at this moment, which may lie in the past."""
        if when.tzinfo is None:
            raise ValueError("a time needs its zone")
        with self._lock:
            self._held = when.astimezone(dt.UTC).replace(microsecond=0)
            self._last = self._held - SECOND

    def advance(self, **delta: float) -> dt.datetime:
        """Move on by days, hours, minutes or seconds."""
        self.set(self.now() + dt.timedelta(**delta))
        return self.now()


def text(when: dt.datetime) -> str:
    """A moment as GitHub writes it."""
    return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
