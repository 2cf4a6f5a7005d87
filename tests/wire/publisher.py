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
from dataclasses import replace
from pathlib import Path
from typing import Any

from kendal_git.cli.app import run
from kendal_git.model.office import Office
from kendal_git.model.outcome import Outcome
from kendal_git.planning.plan import Planned
from kendal_git.ports import Channel, Parcel
from kendal_git.verbs import deliver
from kendal_git.verbs.deliver import Courier
from kendal_git.verbs.delivered import Delivered
from kendal_git.verbs.parcels import parcel_of
from kendal_git.verbs.survey import Surveyed
from kendal_git.wiring import desk
from kendal_git.wiring.desk import Adapters
from tests.wire.channel import Wire


class Points:
    """Counts events; writes them down, or kills the process at one of them."""

    def __init__(self, trace: str, label: str, number: int) -> None:
        self._trace = Path(trace) if trace else None
        self._kill = (label, number)
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()

    def __call__(self, label: str, child: "subprocess.Popen[Any] | None" = None) -> None:
        """One event has happened; ``child`` is to die first."""
        with self._lock:
            self._seen[label] += 1
            if self._trace:
                with self._trace.open("a", encoding="utf-8") as trace:
                    trace.write(f"{label}\t{self._seen[label]}\n")
            if (label, self._seen[label]) == self._kill:
                if child:
                    child.kill()
                os.kill(os.getpid(), signal.SIGKILL)


def behind(owner: Any, name: str, event: Callable[..., None]) -> None:
    """Replace a function by itself with an event behind it: what lies before it lies behind the event before."""
    original = getattr(owner, name)

    def followed(*words: Any, **named: Any) -> Any:
        result = original(*words, **named)
        event(*words)
        return result

    setattr(owner, name, followed)


def watch(point: Points) -> None:
    """Put a point behind everything that can be seen from outside of this process."""
    from httpcore._backends import sync

    def started(child: "subprocess.Popen[Any]", command: Any, *_: Any) -> None:
        point(f"start {_name(command)}")
        if _name(command) in ("git push", "git fetch"):
            point(f"start {_name(command)}, killed too", child)

    behind(subprocess.Popen, "__init__", started)
    behind(subprocess.Popen, "communicate", lambda child, *_: point(f"end {_name(child.args)}"))
    behind(sync.SyncStream, "write", lambda *_: point("http send"))
    behind(sync.SyncStream, "read", lambda *_: point("http receive"))
    behind(os, "replace", lambda *_: point("rename"))
    behind(os, "rename", lambda *_: point("rename"))


def _name(command: Any) -> str:
    words = [str(word) for word in command]
    return f"git {words[3]}" if words[:2] == ["git", "-C"] else Path(words[0]).name


def send_first() -> None:
    """The mutant: the visible call comes before the intent's push."""
    honest = deliver.Courier._send

    def mutated(self: Courier, surveyed: Surveyed, planned: Planned, blank: Delivered) -> Delivered:
        outcome = self.channel.send(parcel_of(self.git, self.office, surveyed, self.channel.name), "", 10.0)
        return honest(replace(self, channel=Answered(self.channel, outcome)), surveyed, planned, blank)

    deliver.Courier._send = mutated  # type: ignore[method-assign]  # the one place that is broken on purpose


class Answered:
    """A channel whose call has been made already."""

    def __init__(self, inner: Channel, outcome: Outcome) -> None:
        self.name, self.repeatable = inner.name, inner.repeatable
        self.keeps, self.edits = inner.keeps, inner.edits
        self.prepare, self.find, self.withdraw = inner.prepare, inner.find, inner.withdraw
        self._outcome = outcome

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """What came of the call that was made too early."""
        return self._outcome


def wire(name: str, _office: Office, _root: Path) -> Channel:
    """A channel over the wire; where that listens is told by the test."""
    return Wire(name, os.environ["WIRE"])


ADAPTERS = Adapters({**desk.ADAPTERS.channels, "wire": wire}, desk.ADAPTERS.forges)


def main(adapters: Adapters = ADAPTERS) -> int:
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
    return run(words, adapters)


if __name__ == "__main__":
    sys.exit(main())
