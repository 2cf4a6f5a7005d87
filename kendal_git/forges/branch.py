"""The embedded forge's own branch on the remote: files that change together, one push for each change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kendal_git.model.message import say
from kendal_git.model.trouble import OutsideFailed
from kendal_git.objects import Git, PushRejected
from kendal_git.ports import Clock

REF = "refs/kendal/forge"
TRIES = 20


@dataclass(frozen=True, slots=True)
class Step:
    """What one command changes, all or nothing: files on the forge's own branch, and other refs with it."""

    files: Mapping[str, bytes | None] = field(default_factory=dict)
    refspecs: tuple[str, ...] = ()


class Branch:
    """The branch of one clone's remote ``origin``; a state is the commit that it was at."""

    def __init__(self, git: Git, clock: Clock) -> None:
        self._git, self._clock = git, clock

    def fetched(self) -> str | None:
        """The newest state, with every branch beside it; None before the first change."""
        self._git.fetch("origin", f"+{REF}*:{REF}*", "+refs/heads/*:refs/remotes/origin/*")
        return self._git.resolve(REF)

    def file(self, state: str | None, path: str) -> bytes:
        """One file; empty when there is none."""
        found = self._git.object(f"{state}:{path}") if state else None
        return found[2] if found else b""

    def write(self, change: Callable[[str | None], Step], subject: str) -> None:
        """Apply a change on top of the newest state in one atomic push, again when another was first."""
        for _ in range(TRIES):
            state = self.fetched()
            step = change(state)
            if not step.files:
                return None
            commit = self._git.write_commit(state, step.files, f"forge: {subject}", self._clock.now())
            try:
                return self._git.push("origin", f"{commit}:{REF}", *step.refspecs)
            except PushRejected:
                continue
        raise OutsideFailed(say("forge.busy"))
