"""Every request that came in: tests count them."""

import re
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One request; `user` is empty when nobody was recognised, `fault` when nothing was made to go wrong."""

    method: str
    path: str
    query: str
    user: str
    status: int
    fault: str = ""

    @property
    def api(self) -> bool:
        return "/api/v3" in self.path


class Log:
    """The requests in the order in which they were answered."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        with self._lock:
            self._entries.append(entry)

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()

    def entries(self, path: str = "", method: str = "") -> list[Entry]:
        """The requests whose path matches a pattern."""
        with self._lock:
            return [one for one in self._entries if re.search(path, one.path) and method in ("", one.method)]

    @property
    def reads(self) -> int:
        """How often the API was asked."""
        return sum(one.api and one.method == "GET" for one in self.entries())

    @property
    def writes(self) -> int:
        """How often the API was told to change something."""
        return sum(one.api and one.method != "GET" for one in self.entries())
