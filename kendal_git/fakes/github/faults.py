"""What goes wrong between a client and a forge, set from Python: which request, and how."""

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("answer", "rate-limit", "cut", "html", "object", "lacking", "drop-before", "drop-after")
EARLY = ("answer", "rate-limit", "drop-before")


@dataclass(eq=False)
class Fault:
    """One trouble: of the requests that match, the nth and the `times - 1` after it have it.

    answer: `status`, with `retry_after` in seconds, and nothing is done (with `handled` it was done);
    rate-limit: 403 with no request left and `reset` seconds to wait; cut: half of the JSON; html: a page
    with 200; object: an object where a list belongs; lacking: list items without the field `lacks`;
    drop-before, drop-after: the connection ends before, or after, the request was handled.
    """

    kind: str
    path: str = ""
    """A pattern that is searched in path and query; empty: any request."""
    method: str = ""
    nth: int = 1
    times: int = 1
    status: int = 500
    retry_after: int | None = None
    reset: int = 60
    lacks: str = "id"
    handled: bool = False
    seen: int = 0
    fired: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no fault is called {self.kind}: {', '.join(KINDS)}")

    @property
    def early(self) -> bool:
        """Whether the request is never handled."""
        return self.kind in EARLY and not self.handled

    def meets(self, method: str, target: str) -> bool:
        """Count a request, and say whether it has this trouble."""
        if (self.method and self.method != method) or not re.search(self.path, target):
            return False
        self.seen += 1
        hit = self.nth <= self.seen < self.nth + self.times
        self.fired += hit
        return hit


@dataclass(frozen=True)
class Reply:
    """What goes over the wire; `length` is what the header claims when that is not the truth."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    length: int | None = None


class Faults:
    """The troubles that are set."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._set: list[Fault] = []

    def set(self, fault: Fault) -> Fault:
        with self._lock:
            self._set.append(fault)
        return fault

    def clear(self) -> None:
        with self._lock:
            self._set.clear()

    def meeting(self, method: str, target: str) -> Fault | None:
        """The first trouble of a request; each one counts it."""
        with self._lock:
            return next(iter([fault for fault in self._set if fault.meets(method, target)]), None)


def spoiled(fault: Fault, reply: Reply, now: int) -> Reply:
    """An answer as the fault leaves it."""
    if fault.kind == "answer":
        wait = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
        message = {429: "You have exceeded a secondary rate limit."}.get(fault.status, "Server Error")
        return Reply(fault.status, {**JSON, **wait}, _json({"message": message, "status": str(fault.status)}))
    if fault.kind == "rate-limit":
        left = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(now + fault.reset)}
        return Reply(403, {**JSON, **left}, _json({"message": "API rate limit exceeded", "status": "403"}))
    if fault.kind == "cut":
        return Reply(reply.status, reply.headers, reply.body[: len(reply.body) // 2], len(reply.body))
    if fault.kind == "html":
        page = b"<!DOCTYPE html><html><body><h1>Unicorn!</h1></body></html>"
        return Reply(200, {"Content-Type": "text/html; charset=utf-8"}, page)
    return Reply(reply.status, reply.headers, _json(_twisted(fault, json.loads(reply.body or b"null"))))


JSON = {"Content-Type": "application/json; charset=utf-8"}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _twisted(fault: Fault, value: Any) -> Any:
    if fault.kind == "object":
        return {"items": value}
    if isinstance(value, list):
        return [_twisted(fault, item) for item in value]
    return {name: inner for name, inner in value.items() if name != fault.lacks} if isinstance(value, dict) else value
