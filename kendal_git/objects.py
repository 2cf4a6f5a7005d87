"""Git's objects and refs by plumbing: few processes, NUL-separated answers, no work tree, no rename guessing."""

import os
import re
import stat
import subprocess
import threading
import weakref
from collections.abc import Container, Mapping
from datetime import datetime
from pathlib import Path

from kendal_git.model.commit import Commit, from_object
from kendal_git.model.entry import Entry
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse, OutsideFailed

NETWORK_SECONDS = 120  # the longest a fetch or a push may take before it counts as unanswered
MODES = {0o100644: "file", 0o100755: "file", 0o120000: "link", 0o040000: "folder", 0o160000: "other"}
COMMIT = re.compile(r"[0-9a-f]{40}")
KEPT = ("GIT_SSH", "GIT_SSH_COMMAND", "GIT_ASKPASS", "GIT_SSL_CAINFO", "GIT_CONFIG_GLOBAL")
FETCH = ("fetch", "--quiet", "--no-tags", "--prune", "--no-write-fetch-head", "--recurse-submodules=no")
NO_INDEX = {"GIT_INDEX_FILE": ".no-such-index"}
ANY = range(256)  # exit codes, where the answer tells more than the code


def clean_environment() -> dict[str, str]:
    """The process's environment without inherited GIT_ variables, which would point git elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT or not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class PushRejected(Exception):
    """The remote branch has moved: another was first."""


class Git:
    """One repository, read and written without touching its work tree or its index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = clean_environment()
        self._reader: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def run(
        self, *words: str, data: bytes | None = None, ok: Container[int] = (0,), seconds: float | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run git. Raises Misuse when git is missing, OutsideFailed for another exit code or a time-out."""
        command = ["git", "-C", str(self.folder), *words]
        more = NO_INDEX if words[0] == "diff-tree" else {}  # it would read it first, needs nothing of it, and it grows
        try:
            done = subprocess.run(
                command, input=data, capture_output=True, env=self._environment | more, timeout=seconds, check=False
            )
        except FileNotFoundError:
            raise Misuse(say("git.missing"), say("git.missing.hint")) from None
        except subprocess.TimeoutExpired:
            raise OutsideFailed(say("git.timeout", command=words[0], seconds=int(seconds or 0))) from None
        if done.returncode not in ok:
            raise _failed(words[0], done.stderr)
        return done

    def text(self, *words: str, ok: Container[int] = (0,)) -> str:
        """Git's answer as text without its last line end."""
        return self.run(*words, ok=ok).stdout.decode().rstrip("\n")

    # ---- objects -----------------------------------------------------------------------------------------------------

    def object(self, name: str) -> tuple[str, str, bytes] | None:
        """(id, type, content) of an object name such as ``COMMIT:path``; None when there is none.

        One long-lived ``cat-file --batch`` answers all of them.
        """
        if "\n" in name:
            return None
        with self._lock:
            reader = self._reader = self._reader or self._start_reader()
            assert reader.stdin
            assert reader.stdout
            reader.stdin.write(name.encode(errors="surrogateescape") + b"\n")
            reader.stdin.flush()
            header = reader.stdout.readline().decode(errors="replace").rstrip("\n")
            identity, _, rest = header.partition(" ")
            kind, _, size = rest.partition(" ")
            if not COMMIT.fullmatch(identity) or not size.isdigit():
                return None
            content = reader.stdout.read(int(size))
            reader.stdout.read(1)
            return identity, kind, content

    def _start_reader(self) -> subprocess.Popen[bytes]:
        command = ["git", "-C", str(self.folder), "cat-file", "--batch"]
        try:
            reader = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self._environment
            )
        except FileNotFoundError:
            raise Misuse(say("git.missing"), say("git.missing.hint")) from None
        weakref.finalize(self, _end, reader)  # whoever forgets to close leaves no process behind
        return reader

    def close(self) -> None:
        """End the reading process; the next question starts another."""
        with self._lock:
            if self._reader:
                _end(self._reader)
                self._reader = None

    def commit(self, name: str) -> Commit | None:
        """A commit's facts."""
        found = self.object(f"{name}^{{commit}}")
        return from_object(found[0], found[2]) if found else None

    def tree_id(self, commit: str, path: str) -> str | None:
        """The tree id of a folder in a commit: the digest of everything in it."""
        found = self.object(f"{commit}:{path}")
        return found[0] if found and found[1] == "tree" else None

    # ---- refs and history --------------------------------------------------------------------------------------------

    def resolve(self, name: str) -> str | None:
        """A name's commit id, or None; refs are read anew each time."""
        found = self.object(f"{name}^{{commit}}")
        return found[0] if found else None

    def is_ancestor(self, older: str, newer: str) -> bool:
        """Whether ``newer`` contains ``older``; False also when ``older`` is not here at all."""
        return older == newer or self.run("merge-base", "--is-ancestor", older, newer, ok=(0, 1, 128)).returncode == 0

    def merge_base(self, one: str, other: str) -> str | None:
        """The best common ancestor."""
        return self.text("merge-base", one, other, ok=(0, 1)).split("\n")[0] or None

    def changed(self, old: str, new: str, *paths: str) -> tuple[str, ...]:
        """The paths that differ between two commits; never a guessed rename."""
        done = self.run("diff-tree", "-r", "-z", "--no-renames", "--name-only", old, new, "--", *paths)
        return tuple(name.decode(errors="surrogateescape") for name in done.stdout.split(b"\0") if name)

    def commits(self, *range_: str) -> tuple[str, ...]:
        """Commit ids of a range, newest first."""
        return tuple(self.text("rev-list", *range_).split())

    # ---- the outside -------------------------------------------------------------------------------------------------

    def fetch(self, remote: str, *refspecs: str) -> None:
        """Fetch refs; a pattern that matches nothing is no error."""
        self.run(*FETCH, remote, *refspecs, seconds=NETWORK_SECONDS)

    def push(self, remote: str, *refspecs: str) -> None:
        """Push all or nothing, never forced. Raises PushRejected when another was first, otherwise OutsideFailed."""
        done = self.run("push", "--porcelain", "--atomic", remote, *refspecs, ok=ANY, seconds=NETWORK_SECONDS)
        if done.returncode == 0:
            return
        if any(line.startswith(b"!") for line in done.stdout.splitlines()):
            raise PushRejected(done.stdout.decode(errors="replace"))
        raise _failed("push", done.stderr)

    def write_commit(
        self,
        parent: str | None,
        files: Mapping[str, bytes | None],
        subject: str,
        when: datetime,
        author: str = "kendal <kendal@localhost>",
    ) -> str:
        """A commit that sets (or with None removes) files on top of a parent's tree; one process, no index."""
        # A root commit must not continue whatever the scratch ref still holds.
        start = b"" if parent else b"reset refs/kendal/written\n"
        stamp, message = f"{author} {int(when.timestamp())} +0000".encode(), subject.encode()
        head = b"commit refs/kendal/written\nmark :1\ncommitter %s\n%s\n" % (stamp, _data(message))
        base = b"from %s\n" % parent.encode() if parent else b""
        changes = b"".join(_change(path, content) for path, content in files.items())
        done = self.run("fast-import", "--quiet", "--force", data=start + head + base + changes + b"\nget-mark :1\n")
        return done.stdout.decode().strip()


def _failed(command: str, error: bytes) -> OutsideFailed:
    """What git said last, as trouble of the outside world."""
    problem = error.decode(errors="replace").strip().splitlines() or ["?"]
    return OutsideFailed(say("git.failed", command=command, problem=problem[-1]))


def _data(content: bytes) -> bytes:
    """Bytes in fast-import's notation."""
    return b"data %d\n%s" % (len(content), content)


def _change(path: str, content: bytes | None) -> bytes:
    """A file set, or removed when there is no content, in fast-import's notation."""
    name = path.encode().replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    if content is None:
        return b'D "%s"\n' % name
    return b'M 100644 inline "%s"\n%s\n' % (name, _data(content))


def _end(reader: "subprocess.Popen[bytes]") -> None:
    """End a ``cat-file --batch``: it ends by itself when nobody asks any more."""
    for pipe in (reader.stdin, reader.stdout):
        if pipe:
            pipe.close()
    reader.wait()


class CommitFiles:
    """The files of one commit, read as objects; the same questions as a work tree answers."""

    def __init__(self, git: Git, commit: str) -> None:
        self.git = git
        self.commit = commit

    def read(self, path: str) -> bytes | None:
        """A regular file's bytes."""
        found = self.git.object(f"{self.commit}:{path}")
        return found[2] if found and found[1] == "blob" else None

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What lies directly in a folder; sizes are not asked for and stay 0."""
        found = self.git.object(f"{self.commit}:{path}")
        if not found or found[1] != "tree":
            return ()
        return tuple(Entry(name, MODES.get(mode, "other")) for mode, name, _ in tree_entries(found[2]))


class TreeFiles(CommitFiles):
    """One folder by its tree id, as if it lay at ``path``: an approved revision, wherever main has gone since."""

    def __init__(self, git: Git, tree: str, path: str) -> None:
        super().__init__(git, tree)
        self.path = path

    def read(self, path: str) -> bytes | None:
        """A file of the folder."""
        return super().read(path.removeprefix(self.path + "/"))

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What lies in the folder."""
        return super().entries(path.removeprefix(self.path).lstrip("/"))


def tree_entries(content: bytes) -> list[tuple[int, str, str]]:
    """(mode, name, id) of a raw tree object."""
    found, position = [], 0
    while position < len(content):
        space, nul = content.index(b" ", position), content.index(b"\0", position)
        mode = int(content[position:space], 8)
        name = content[space + 1 : nul].decode(errors="surrogateescape")
        found.append((stat.S_IMODE(mode) | stat.S_IFMT(mode), name, content[nul + 1 : nul + 21].hex()))
        position = nul + 21
    return found
