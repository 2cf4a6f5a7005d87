"""What commits change and hold, for hundreds of commits at once: one git process each, and each tree read once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kendal_git.objects import MODES, NETWORK_SECONDS, Git, tree_entries

ABSENT = "absent"  # the digest of a path that a commit does not have
Digests = tuple[tuple[str, str], ...]


def changes_of(git: Git, commits: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The paths that each commit changes against its parents, for those that change any; never a guessed rename.

    A merge counts for what differs from all of its parents: taking in main brings nothing of its own, an edit made
    while merging does (forges.md §3 row 12).
    """
    asked = tuple(commits)
    if not asked:
        return {}
    command = ("diff-tree", "--stdin", "--root", "-r", "-c", "-z", "--no-renames", "--name-only")
    words = git.run(*command, data="".join(f"{commit}\n" for commit in asked).encode()).stdout.split(b"\0")
    known, found, paths = set(asked), dict[str, list[str]](), list[str]()
    for word in words:
        name = word.decode(errors="surrogateescape")
        if name in known:
            paths = found.setdefault(name, [])
        elif name:
            paths.append(name)
    return {commit: tuple(names) for commit, names in found.items() if names}


class Trees:
    """The ids of paths in many commits; a tree that several commits share is read once."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._read: dict[str, dict[str, tuple[int, str]]] = {}

    def digests(self, commit: str, paths: Iterable[str]) -> Digests:
        """The tree id of each folder and the blob id of each file among ``paths`` in a commit."""
        root = self._git.object(f"{commit}^{{tree}}")
        return tuple((path, self._find(root[0], path) if root else ABSENT) for path in paths)

    def modes(self, tree: str) -> tuple[tuple[str, str], ...]:
        """Name and kind (``file``, ``folder``, ``link``, ``other``) of everything directly in a tree."""
        return tuple((name, MODES.get(mode, "other")) for name, (mode, _) in self._entries(tree).items())

    def _find(self, tree: str, path: str) -> str:
        for part in path.split("/"):
            found = self._entries(tree).get(part)
            if found is None:
                return ABSENT
            tree = found[1]
        return tree

    def _entries(self, tree: str) -> dict[str, tuple[int, str]]:
        if tree not in self._read:
            found = self._git.object(tree)
            listed = tree_entries(found[2]) if found and found[1] == "tree" else []
            self._read[tree] = {name: (mode, identity) for mode, name, identity in listed}
        return self._read[tree]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Folders of which everything will be read, and folders of which the texts will."""

    whole: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def sizes(git: Git, tree: str, folders: Iterable[str]) -> dict[str, int]:
    """The size of every file below some folders of a tree, by its path from that tree."""
    return {path: size for path, _, size in _listed(git, tree, tuple(folders), "-l")}


def bring(git: Git, tree: str, wanted: Wanted) -> None:
    """In a clone without its blobs: fetch at once those that will be read. Elsewhere nothing is missing."""
    if not git.text("config", "--get-regexp", r"^remote\..*\.promisor$", ok=(0, 1)):
        return
    folders = [one for one in (*wanted.whole, *wanted.texts) if git.tree_id(tree, one)]
    if not folders:
        return
    trees = [f"{tree}:{one}" for one in folders]
    listed = git.text("rev-list", "--objects", "--missing=print", *trees).split("\n")
    missing = {line[1:] for line in listed if line.startswith("?")}
    texts = {blob for path, blob, _ in _listed(git, tree, wanted.texts) if path.endswith((".md", ".yaml"))}
    whole = {blob for _, blob, _ in _listed(git, tree, wanted.whole)}
    asked = sorted(missing & (texts | whole))
    if asked:
        words = ("-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head")
        more = ("--recurse-submodules=no", "--filter=blob:none", "--stdin", "origin")
        git.run(*words, *more, data="\n".join(asked).encode() + b"\n", seconds=NETWORK_SECONDS)


def _listed(git: Git, tree: str, folders: tuple[str, ...], *more: str) -> Iterator[tuple[str, str, int]]:
    """Path, blob and, when asked for with ``-l``, size of every file below some folders of a tree."""
    if not folders:
        return
    # --full-tree: the same answer wherever below the top the command runs.
    done = git.run("ls-tree", "-r", "-z", "--full-tree", *more, tree, "--", *folders)
    for line in done.stdout.split(b"\0"):
        facts, _, path = line.partition(b"\t")
        if facts:
            words = facts.split()
            size = int(words[3]) if more and words[3].isdigit() else 0
            yield path.decode(errors="surrogateescape"), words[2].decode(), size
