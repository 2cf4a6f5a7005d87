"""The paths that differ between two trees, by the ids of what lies in them.

``git diff-tree`` would read the index first, and that grows with the archive; here nothing is read but the folders on
the way to what differs.
"""

import stat
from collections.abc import Iterable, Iterator

from kendal_git.objects import CommitFiles, Git, tree_entries


def differing(old: CommitFiles, new: CommitFiles, paths: Iterable[str]) -> Iterator[str]:
    """The files at and below ``paths`` that are in one of two states only, or not the same in both."""
    for path in paths:
        before, after = (files.git.object(f"{files.commit}:{path}") for files in (old, new))
        if (before and before[:2]) == (after and after[:2]):
            continue
        if any(found and found[1] != "tree" for found in (before, after)):
            yield path
        contents = (found[2] if found and found[1] == "tree" else b"" for found in (before, after))
        yield from _below(new.git, path, *contents)


def _below(git: Git, folder: str, before: bytes, after: bytes) -> Iterator[str]:
    """The same of two raw tree objects; an empty one where there is no folder."""
    was, now = ({name: (mode, one) for mode, name, one in tree_entries(raw)} for raw in (before, after))
    for name in sorted(was.keys() | now.keys()):
        pair = was.get(name), now.get(name)
        if pair[0] == pair[1]:
            continue
        if any(entry and not stat.S_ISDIR(entry[0]) for entry in pair):
            yield f"{folder}/{name}"
        yield from _below(git, f"{folder}/{name}", *(_tree(git, entry) for entry in pair))


def _tree(git: Git, entry: tuple[int, str] | None) -> bytes:
    """A folder's raw tree object."""
    found = git.object(entry[1]) if entry and stat.S_ISDIR(entry[0]) else None
    return found[2] if found else b""
