"""A real ``kendal`` process with the wire among its channels, which can trace itself and kill itself at a point.

    python -m tests.wire.publisher [--trace FILE | --kill LABEL NUMBER] [--send-first] -- publish --format json

Points are discovered, not listed: behind every start and end of a child process (a push or fetch also with the child
killed), every send and receive of HTTP and every rename lies one, named by what happens and how often it has before.
"""

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kendal_git.cli.app import run
from kendal_git.model.office import ChannelSettings
from kendal_git.ports import Channel
from kendal_git.wiring import ADAPTERS, Adapters
from tests.wire.channel import Wire


class Points:
    """Counts events; writes them down, or kills the process at one of them."""

    def __init__(self, trace: str, label: str, number: int) -> None:
        self._trace = Path(trace).open("a", encoding="utf-8") if trace else None
        self._kill = (label, number)
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, label: str, child: "subprocess.Popen[Any] | None" = None) -> None:
        """One event has happened; ``child`` is to die first."""
        with self._lock:
            self._seen[label] += 1
            if self._trace:
                self._trace.write(f"{label}\t{self._seen[label]}\n")
                self._trace.flush()
            if (label, self._seen[label]) == self._kill:
                if child:
                    child.kill()
                os.kill(os.getpid(), signal.SIGKILL)


def around(owner: Any, name: str, label: Callable[..., str], point: Points) -> None:
    """Replace a function by itself with a point behind it: what lies before it lies behind the event before."""
    original = getattr(owner, name)

    def wrapped(*words: Any, **named: Any) -> Any:
        result = original(*words, **named)
        point(label(*words))
        return result

    setattr(owner, name, wrapped)


def watch(point: Points) -> None:
    """Put a point behind everything that can be seen from outside of this process."""
    from httpcore._backends import sync

    around(subprocess.Popen, "__init__", lambda _self, command, *rest: f"start {_name(command)}", point)
    started = subprocess.Popen.__init__

    def with_child(self: Any, command: Any, *rest: Any, **named: Any) -> None:
        started(self, command, *rest, **named)
        if _name(command) in ("git push", "git fetch"):
            point(f"start {_name(command)}, killed too", self)

    subprocess.Popen.__init__ = with_child  # type: ignore[method-assign]
    around(subprocess.Popen, "communicate", lambda self, *rest: f"end {_name(self.args)}", point)
    around(sync.SyncStream, "write", lambda *rest: "http send", point)
    around(sync.SyncStream, "read", lambda *rest: "http receive", point)
    around(os, "replace", lambda *rest: "rename", point)
    around(os, "rename", lambda *rest: "rename", point)


def _name(command: Any) -> str:
    words = [str(word) for word in command]
    return f"git {words[3]}" if words[:2] == ["git", "-C"] else Path(words[0]).name


def send_first() -> None:
    """The mutant: the visible call comes before the intent's push."""
    from kendal_git.verbs import deliver

    original = deliver.Courier._send

    def mutated(self: deliver.Courier, surveyed: Any, blank: deliver.Delivered) -> deliver.Delivered:
        parcel = deliver.parcel_of(self.git, surveyed, self.channel.name)
        outcome = self.channel.send(parcel, "", 10.0)
        honest = self.channel.send
        object.__setattr__(self, "channel", _Answered(self.channel, outcome))
        assert honest
        return original(self, surveyed, blank)

    deliver.Courier._send = mutated  # type: ignore[method-assign]


class _Answered:
    """A channel whose call has been made already."""

    def __init__(self, inner: Channel, outcome: Any) -> None:
        self.name, self.repeatable = inner.name, inner.repeatable
        self.prepare, self.find, self.withdraw = inner.prepare, inner.find, inner.withdraw
        self.send = lambda *rest: outcome


def adapters() -> Adapters:
    """The real registries with the wire added; where it listens is told by the test."""

    def wire(name: str, settings: ChannelSettings, root: Path) -> Channel:
        return Wire(name, os.environ["WIRE"])

    return Adapters({**ADAPTERS.channels, "wire": wire}, ADAPTERS.forges)


def main() -> int:
    """Run one kendal command line, watched."""
    split = sys.argv.index("--")
    own, words = sys.argv[1:split], sys.argv[split + 1 :]
    if "--send-first" in own:
        send_first()
    trace = own[own.index("--trace") + 1] if "--trace" in own else ""
    place = own.index("--kill") if "--kill" in own else None
    label, number = (own[place + 1], int(own[place + 2])) if place is not None else ("", 0)
    if trace or label:
        watch(Points(trace, label, number))
    return run(words, adapters())


if __name__ == "__main__":
    sys.exit(main())
