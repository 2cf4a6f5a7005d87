"""The bare repository behind a fake forge's repository: plumbing only."""

import datetime as dt
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kendal_git.fakes.github.people import Identity

HOOK = """#!/bin/sh
# What the server decided before this push came in: one line each, "ref<TAB>when<TAB>sentence".
printf '%s\\n' "$FAKE_FORGE_REFUSALS" | while IFS='\t' read -r ref when sentence; do
    [ "$ref" = "$1" ] || continue
    case $when in
        delete) expr "$3" : '0*$' >/dev/null || continue ;;
        force)
            expr "$2" : '0*$' >/dev/null && continue
            expr "$3" : '0*$' >/dev/null && continue
            git merge-base --is-ancestor "$2" "$3" && continue ;;
    esac
    echo "error: GH006: Protected branch update failed for $1." >&2
    echo "error: $sentence" >&2
    exit 1
done
"""
SETTINGS = {
    "http.receivepack": "true",
    "uploadpack.allowFilter": "true",
    "uploadpack.allowAnySHA1InWant": "true",
    "receive.hideRefs": "refs/pull",
    "receive.denyDeleteCurrent": "refuse",
    "core.logAllRefUpdates": "false",
    "gc.auto": "0",
    "receive.autogc": "false",
    "maintenance.auto": "false",
}
COMMIT = "%H%x00%T%x00%P%x00%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%B%x01"
KINDS = {"A": "added", "D": "removed", "M": "modified", "R": "renamed", "C": "copied", "T": "changed"}


def environment(**more: str) -> dict[str, str]:
    """Git's environment: nothing that this process was told about another repository, and no one's settings."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**mine, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, **more}


@dataclass(frozen=True)
class Signature:
    who: Identity
    when: dt.datetime

    def variables(self, role: str) -> dict[str, str]:
        stamp = f"{int(self.when.timestamp())} +0000"
        return {f"GIT_{role}_NAME": self.who.name, f"GIT_{role}_EMAIL": self.who.email, f"GIT_{role}_DATE": stamp}


@dataclass(frozen=True)
class Commit:
    sha: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str


@dataclass(frozen=True)
class Change:
    """One file between two commits."""

    status: str
    path: str
    previous: str | None
    blob: str
    additions: int
    deletions: int


@dataclass(frozen=True)
class Bare:
    """One bare repository."""

    path: Path
    known: dict[tuple[str, ...], "subprocess.CompletedProcess[bytes]"] = field(default_factory=dict, compare=False)
    """Answers about commits named by their ids: those never change."""

    def create(self, branch: str) -> None:
        self.path.mkdir(parents=True)
        self.out("init", "--quiet", "--bare", f"--initial-branch={branch}", "--template=", ".")
        for name, value in SETTINGS.items():
            self.out("config", name, value)
        hook = self.path / "hooks" / "update"
        hook.parent.mkdir()
        hook.write_text(HOOK, encoding="utf-8", newline="\n")
        hook.chmod(0o755)

    def _run(self, words: tuple[str, ...], **options: Any) -> "subprocess.CompletedProcess[bytes]":
        variables = environment(GIT_DIR=str(self.path), **options.pop("variables", {}))
        return subprocess.run(
            ["git", *words], cwd=self.path, env=variables, capture_output=True, check=False, **options
        )

    def _pure(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        if words not in self.known:
            self.known[words] = self._run(words)
        return self.known[words]

    def out(self, *words: str, **options: Any) -> str:
        """What a git command says."""
        done = self._run(words, **options)
        if done.returncode:
            raise RuntimeError(f"git {' '.join(words[:2])}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")

    def resolve(self, name: str) -> str | None:
        """The commit of a ref, a branch or an id."""
        done = self._run(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"))
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def branch(self, name: str) -> str | None:
        """A branch's tip; the name is taken as it is, not as git's arithmetic."""
        done = self._run(("show-ref", "--verify", "--hash", f"refs/heads/{name}"))
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def refs(self, under: str = "refs/heads/") -> dict[str, str]:
        lines = self.out("for-each-ref", "--format=%(refname) %(objectname)", under).splitlines()
        return {name: sha for name, _, sha in (line.rpartition(" ") for line in lines)}

    def update(self, ref: str, sha: str) -> None:
        self.out("update-ref", ref, sha)

    def delete(self, ref: str) -> None:
        self.out("update-ref", "-d", ref)

    def contains(self, tip: str, sha: str) -> bool:
        """Whether a commit is reachable from a tip."""
        return self._pure("merge-base", "--is-ancestor", sha, tip).returncode == 0

    def merge_base(self, one: str, two: str) -> str | None:
        done = self._pure("merge-base", one, two)
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def between(self, before: str | None, after: str, *options: str) -> list[str]:
        """The commits of `after` that are not in `before`, the oldest first."""
        without = [f"^{before}"] if before else []
        return self._pure("rev-list", "--reverse", "--topo-order", *options, after, *without).stdout.decode().split()

    def commits(self, shas: list[str]) -> list[Commit]:
        if not shas:
            return []
        text = self.out("log", "--no-walk=unsorted", f"--format=tformat:{COMMIT}", *shas)
        return [_commit(part.lstrip("\n")) for part in text.split("\x01")[:-1]]

    def changes(self, before: str, after: str) -> list[Change]:
        """The files that differ, renames found as GitHub finds them."""
        raw = self._pure("diff-tree", "-r", "-M", "-z", "--raw", "--numstat", before, after).stdout
        return _changes(raw.decode("utf-8", "surrogateescape").split("\0"))

    def merged_tree(self, one: str, two: str) -> str | None:
        """The tree of a merge, or None for a conflict."""
        done = self._pure("merge-tree", "--write-tree", "--no-messages", "--allow-unrelated-histories", one, two)
        return done.stdout.decode().split("\n")[0] if done.returncode == 0 else None

    def commit_tree(self, tree: str, parents: tuple[str, ...], message: str, by: tuple[Signature, Signature]) -> str:
        """A new commit; `by` is its author and its committer."""
        words = [word for parent in parents for word in ("-p", parent)]
        variables = {**by[0].variables("AUTHOR"), **by[1].variables("COMMITTER")}
        return self.out("commit-tree", tree, *words, input=message.encode(), variables=variables)

    def tree_with(self, commit: str | None, files: dict[str, bytes | None]) -> str:
        """The tree of a commit, or of nothing, after some files were written, or with None deleted."""
        with tempfile.TemporaryDirectory() as folder:
            variables = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self.out("read-tree", commit or "--empty", variables=variables)
            lines = []
            for path, content in files.items():
                blob = "0" * 40 if content is None else self.out("hash-object", "-w", "--stdin", input=content)
                lines.append(f"{'0' if content is None else '100644'} {blob}\t{path}\n")
            self.out("update-index", "--index-info", input="".join(lines).encode(), variables=variables)
            return self.out("write-tree", variables=variables)

    def read(self, commit: str, path: str) -> bytes | None:
        done = self._run(("cat-file", "blob", f"{commit}:{path}"))
        return done.stdout if done.returncode == 0 else None


def _commit(text: str) -> Commit:
    sha, tree, parents, *people, message = text.split("\0")
    author, committer = (
        Signature(Identity(name, email), dt.datetime.fromtimestamp(int(stamp), dt.UTC))
        for name, email, stamp in (people[:3], people[3:])
    )
    return Commit(sha, tree, tuple(parents.split()), author, committer, message.rstrip("\n"))


def _changes(parts: list[str]) -> list[Change]:
    """Git's two lists, `--raw` and then `--numstat`, read together."""
    words = iter(parts)
    raw: list[tuple[str, str, str | None, str]] = []
    counts: list[tuple[int, int]] = []
    for word in words:
        if word.startswith(":"):
            old_mode, _new_mode, old, new, kind = word[1:].split(" ")
            first = next(words)
            moved = kind[0] in "RC"
            path, previous = (next(words), first) if moved else (first, None)
            status = "changed" if kind[0] == "M" and old == new and old_mode else KINDS[kind[0]]
            raw.append((status, path, previous, old if kind[0] == "D" else new))
        elif word:
            added, removed, name = word.split("\t")
            counts.append((_count(added), _count(removed)))
            if not name:
                next(words), next(words)
    return [Change(*one, *count) for one, count in zip(raw, counts, strict=True)]


def _count(word: str) -> int:
    return int(word) if word.isdigit() else 0
