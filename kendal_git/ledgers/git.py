"""The ledger as the orphan branch ``ledger``: a file of facts a post, a cursor, open entries; the push is the lock."""

import json
from collections.abc import Mapping
from datetime import datetime

from kendal_git.model.ledger import LedgerEntry, Wish, as_record, from_record
from kendal_git.model.message import say
from kendal_git.model.trouble import InDoubt, Misuse
from kendal_git.objects import Git, PushRejected, tree_entries
from kendal_git.ports import Clock, Head, LedgerChange

BRANCH, SEEN = "ledger", "ledger-seen"
LOCAL = "refs/remotes/origin/"


def facts_path(post: str) -> str:
    """The file of a post's facts: ``content/2026/11/25-x`` lies at ``posts/2026/11/25-x.jsonl``."""
    return f"posts/{post.removeprefix('content/')}.jsonl"


def open_path(post: str) -> str:
    """The file of a post's open entries."""
    return f"open/{post.removeprefix('content/')}.json"


class GitHead:
    """The ledger at one commit, read as objects."""

    def __init__(self, git: Git, commit: str, root: str) -> None:
        self._git = git
        self.commit = commit
        self.root = root
        self.cursor = self._text("cursor").strip()

    def _text(self, path: str) -> str:
        found = self._git.object(f"{self.commit}:{path}")
        return found[2].decode() if found else ""

    def entries(self, post: str) -> tuple[LedgerEntry, ...]:
        """A post's facts in their order. Raises InDoubt for a line that cannot be read."""
        path = facts_path(post)
        try:
            # Not splitlines: a text may hold U+2028 or U+0085, and a line ends at LF alone.
            lines = self._text(path).split("\n")
            return tuple(from_record(json.loads(line)) for line in (lines if lines[-1] else lines[:-1]))
        except (ValueError, KeyError, TypeError) as broken:
            raise InDoubt(say("ledger.unreadable", path=path, problem=broken), say("ledger.unreadable.hint")) from None

    def wishes(self) -> tuple[Wish, ...]:
        """All open entries, by post."""
        found: list[Wish] = []
        for path, content in self._files("open"):
            post = "content/" + path.removeprefix("open/").removesuffix(".json")
            try:
                found += [Wish(post, channel, wanted) for channel, wanted in json.loads(content).items()]
            except (ValueError, AttributeError) as broken:
                message = say("ledger.unreadable", path=path, problem=broken)
                raise InDoubt(message, say("ledger.unreadable.hint")) from None
        return tuple(found)

    def posts(self) -> tuple[str, ...]:
        """Every post that the ledger knows."""
        return tuple(
            "content/" + path.removeprefix("posts/").removesuffix(".jsonl") for path, _ in self._files("posts")
        )

    def _files(self, path: str) -> list[tuple[str, bytes]]:
        found = self._git.object(f"{self.commit}:{path}")
        if found is None:
            return []
        if found[1] == "blob":
            return [(path, found[2])]
        return [file for _, name, _ in tree_entries(found[2]) for file in self._files(f"{path}/{name}")]

    def files_of(self, change: LedgerChange) -> dict[str, bytes | None]:
        """The files that a change sets: facts are appended to what stands, never written over it."""
        files: dict[str, bytes | None] = {}
        for post, entry in change.facts:
            path = facts_path(post)
            before = files.get(path) or self._text(path).encode()
            files[path] = before + json.dumps(as_record(entry), ensure_ascii=False).encode() + b"\n"
        for post, wishes in (change.wishes or {}).items():
            files[open_path(post)] = _open_file(wishes)
        if change.cursor:
            files["cursor"] = change.cursor.encode() + b"\n"
        return files


def _open_file(wishes: tuple[Wish, ...]) -> bytes | None:
    return json.dumps({wish.channel: wish.wanted for wish in wishes}, indent=1).encode() + b"\n" if wishes else None


class GitLedger:
    """The ledger of a clone's remote ``origin``."""

    def __init__(self, git: Git, clock: Clock, root: str = "", main: str = "main") -> None:
        self._git, self._clock, self._root, self._main = git, clock, root, main
        # The head whose root was checked last, or what our own push has put on top of it.
        self._known: GitHead | None = None

    def fetch(self) -> GitHead | None:
        """The newest head, main with it. Raises InDoubt for one that went back, Misuse for another than the pinned."""
        wanted = (BRANCH + "*", self._main)
        self._git.fetch("origin", *(f"+refs/heads/{name}:{LOCAL}{name}" for name in wanted))
        head, seen = self._git.resolve(LOCAL + BRANCH), self._git.resolve(LOCAL + SEEN)
        if head is None and seen is None:
            return None
        if head is None or seen is None or not self._git.is_ancestor(seen, head):
            raise InDoubt(say("ledger.went-back"), say("ledger.went-back.hint"))
        if self._known is None or self._known.commit != head:
            self._known = GitHead(self._git, head, self._checked_root(head))
        return self._known

    def _checked_root(self, head: str) -> str:
        """The first commit, which must be the one that kendal.yaml pins."""
        if self._root and self._git.is_ancestor(self._root, head):
            return self._root
        found = self._git.commits("--max-parents=0", head)[0]
        if self._root and found != self._root:
            raise Misuse(
                say("ledger.other-root", found=found[:12], pinned=self._root[:12]), say("ledger.other-root.hint")
            )
        return found

    def push(self, base: Head, change: LedgerChange) -> GitHead | None:
        """One commit on top of ``base``, with both refs moved in one atomic push."""
        assert isinstance(base, GitHead)
        subject = change.subject or "ledger: plan"
        commit = self._git.write_commit(base.commit, base.files_of(change), subject, self._clock.now())
        try:
            self._git.push("origin", f"{commit}:refs/heads/{BRANCH}", f"{commit}:refs/heads/{SEEN}")
        except PushRejected:
            return None
        self._known = GitHead(self._git, commit, base.root)
        return self._known

    def begin(self, cursor: str, baseline: Mapping[str, tuple[LedgerEntry, ...]], when: datetime) -> str:
        """Start the ledger at a commit of main, the posts already there as baseline; its root commit, to be pinned."""
        files: dict[str, bytes | None] = {"cursor": cursor.encode() + b"\n"}
        for post, entries in baseline.items():
            lines = (json.dumps(as_record(entry), ensure_ascii=False).encode() + b"\n" for entry in entries)
            files[facts_path(post)] = b"".join(lines)
        commit = self._git.write_commit(None, files, "ledger: begins", when)
        try:
            self._git.push("origin", f"{commit}:refs/heads/{BRANCH}", f"{commit}:refs/heads/{SEEN}")
        except PushRejected:
            raise Misuse(say("ledger.exists"), say("ledger.exists.hint")) from None
        return commit
