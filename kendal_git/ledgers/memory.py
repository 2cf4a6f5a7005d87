"""The ledger in memory, for rehearsals and tests: as with its twin in Git, only the newest head takes a push."""

import threading
from dataclasses import dataclass, field

from kendal_git.model.ledger import LedgerEntry, Wish
from kendal_git.ports import Head, LedgerChange


@dataclass(frozen=True, slots=True)
class MemoryHead:
    """The ledger at one moment."""

    number: int = 0
    cursor: str = ""
    root: str = "memory-0"
    facts: dict[str, tuple[LedgerEntry, ...]] = field(default_factory=dict, hash=False)
    open: dict[str, tuple[Wish, ...]] = field(default_factory=dict, hash=False)

    @property
    def commit(self) -> str:
        """A name for this state."""
        return f"memory-{self.number}"

    def entries(self, post: str) -> tuple[LedgerEntry, ...]:
        """A post's facts."""
        return self.facts.get(post, ())

    def wishes(self) -> tuple[Wish, ...]:
        """All open entries."""
        return tuple(wish for _, wishes in sorted(self.open.items()) for wish in wishes)

    def posts(self) -> tuple[str, ...]:
        """Every post that the ledger knows."""
        return tuple(sorted(self.facts))


class MemoryLedger:
    """A ledger that ends with its process; it may start as a copy of another's head."""

    def __init__(self, head: MemoryHead | None = None) -> None:
        self._head = head or MemoryHead()
        self._lock = threading.Lock()

    @classmethod
    def like(cls, head: Head, posts: tuple[str, ...]) -> "MemoryLedger":
        """A copy of a real ledger's head, for a rehearsal."""
        opened: dict[str, tuple[Wish, ...]] = {}
        for wish in head.wishes():
            opened[wish.post] = (*opened.get(wish.post, ()), wish)
        return cls(MemoryHead(0, head.cursor, head.root, {post: head.entries(post) for post in posts}, opened))

    def fetch(self) -> MemoryHead:
        """The newest state."""
        return self._head

    def push(self, base: Head, change: LedgerChange) -> MemoryHead | None:
        """Append on top of ``base``, or None when it is no longer the newest."""
        with self._lock:
            head = self._head
            if base is not head:
                return None
            facts = dict(head.facts)
            for post, entry in change.facts:
                facts[post] = (*facts.get(post, ()), entry)
            opened = head.open | dict(change.wishes or {})
            self._head = MemoryHead(head.number + 1, change.cursor or head.cursor, head.root, facts, opened)
            return self._head
