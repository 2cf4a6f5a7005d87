"""check --all: every post and day, those that are as they were from the store; a store never changes a verdict.

Three ways, each as exact as the next. Nothing differs from the last run: its result is told again, and no post is
looked at. Git's index is the one of the last run: only what differs from it, then or now, is looked at. Otherwise the
stamp of every folder is compared. What a rule reads outside of the post's folder is kept with the verdict and compared.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kendal_git.files import WorkTree
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.values import dataclass
from kendal_git.verbs.looking import Look, Looking, ordinary, stamp
from kendal_git.verbs.verdicts import load, packed, save, signature, unpacked

if TYPE_CHECKING:  # a run that tells the last result again needs no rule
    from kendal_git.verbs.workers import Finding, Progress

ALWAYS = ("kendal.yaml", "agenda/hari-besar.yaml")  # what every verdict rests on


@dataclass(frozen=True, slots=True)
class Store:
    """Where the verdicts lie: the last result, and all records behind it."""

    folder: Path

    @property
    def last(self) -> Path:
        """The last result."""
        return self.folder / "last"

    @property
    def records(self) -> Path:
        """Every verdict."""
        return self.folder / "verdicts"


def store_of(root: Path) -> Store | None:
    """The store inside of ``.git``; None without one."""
    return Store(root / ".git/kendal/check-cache") if (root / ".git").is_dir() else None


def check_all(root: Path, store: Store | None, progress: "Progress", looking: Looking | None = None) -> Checked:
    """Everything in the repository; ``looking`` is the look at it, where one has begun already."""
    if store is None:
        return _Run(root, None, {}, 0, progress).checked()
    looking = looking or Looking(root)
    sign, clock = signature(), _clock(store)
    last = load(store.last, sign)
    key = _key(root, looking.seen(), clock) if last else ""
    if key and last["key"] == key:
        return Checked(tuple(last["posts"]), tuple(last["days"]), tuple(unpacked(last["found"])))
    run = _Run(root, looking, load(store.records, sign), clock, progress)
    checked = run.checked()
    if run.learnt:
        save(store.records, sign, run.kept())
    key, found = key or _key(root, looking.seen(), clock), packed(list(checked.diagnostics))
    if key and found is not None and run.trusted:
        save(store.last, sign, {"key": key, "posts": checked.posts, "days": checked.days, "found": found})
    return checked


def _clock(store: Store) -> int:
    """The file system's own time: the stamp of a file written just now; 0 where none can be written."""
    try:
        store.folder.mkdir(parents=True, exist_ok=True)
        clock = store.folder / "clock"
        clock.write_bytes(b"")
        return clock.stat().st_mtime_ns
    except OSError:
        return 0


def _key(root: Path, seen: Look | None, clock: int) -> str:
    """One word for the whole state; empty when something in it is too young to be told apart."""
    if seen is None or not clock:
        return ""
    stamps = [(path, _deep(root, path, clock)) for path in seen.touched]
    return "" if any("" in part for _, part in stamps) else repr([seen.index, stamps])


def _deep(root: Path, path: str, clock: int) -> tuple[str, ...]:
    """The stamps of a path and of every folder below it."""
    full = root / path
    try:
        below = sorted(item.name for item in full.iterdir() if item.is_dir()) if _is_folder(full) else []
    except OSError:
        return ("",)
    return stamp(root, path, clock), *(part for name in below for part in _deep(root, f"{path}/{name}", clock))


def _is_folder(full: Path) -> bool:
    return full.is_dir() and not full.is_symlink()


class _Run:
    """One run over everything: which records still hold, what is checked anew, and what is kept."""

    def __init__(
        self, root: Path, looking: Looking | None, kept: dict[str, Any], clock: int, progress: "Progress"
    ) -> None:
        self.root, self.looking, self.clock, self.progress = root, looking, clock, progress
        needs: dict[str, str] = kept.get("needs", {})
        seen = looking.seen() if looking and kept else None  # Git is waited for when it can spare something
        same = seen is not None and kept.get("index") == seen.index
        self.learnt = not same  # what was known already, and what is too young to be kept, is not written again
        self.ordinary: bool | None = kept.get("ordinary") if same else None
        # Paths that were or are not as the index says; None when every stamp must be compared.
        self.edges = {*seen.touched, *kept.get("touched", ())} if seen and self.ordinary else None
        self.above = {part for path in self.edges or () for part in _above(path)}
        self.differing: dict[str, bool] = {}
        self.fresh = {path: stamp(root, path, clock) for path in {*needs, *ALWAYS} if clock}
        self.standing = {path for path, mark in self.fresh.items() if mark and mark == needs.get(path)}
        self.records: dict[str, Any] = kept.get("records", {}) if self.standing.issuperset(ALWAYS) else {}
        self.records_now: dict[str, Any] = {}

    def checked(self) -> Checked:
        """The result, from records and from anew."""
        from kendal_git.reading.offices import read_office
        from kendal_git.rules.strays import survey

        files = WorkTree(self.root)
        office, trouble = read_office(files)
        found = survey(files)
        results: dict[str, list[Diagnostic]] = {}
        anew = [path for path in (*found.days, *found.posts) if not self._holds(path, results)]
        if anew:
            from kendal_git.verbs.workers import findings

            for one in findings(self.root, anew, office, self.progress, self.clock):
                results[one.path] = one.found
                self._record(one)
        ordered = [diagnostic for path in (*found.days, *found.posts) for diagnostic in results[path]]
        return Checked(found.posts, found.days, (*trouble, *found.strays, *ordered))

    def _holds(self, path: str, results: dict[str, list[Diagnostic]]) -> bool:
        """Whether the record of a post or day still stands; its findings go into ``results``."""
        record = self.records.get(path)
        if record is None:
            return False
        mark, needed, found = record
        if not mark or not self.standing.issuperset(needed):
            return False
        if self._may_differ(path) and mark != stamp(self.root, path, self.clock):
            return False
        results[path] = unpacked(found) if found else []
        self.records_now[path] = record
        return True

    def _may_differ(self, path: str) -> bool:
        """Whether Git cannot vouch for a post or day: something at, below or above it differs from the index."""
        if self.edges is None or path in self.edges or path in self.above:
            return True
        folder = path.rpartition("/")[0]
        if folder not in self.differing:
            self.differing[folder] = not self.edges.isdisjoint((folder, *_above(folder)))
        return self.differing[folder]

    def _record(self, one: "Finding") -> None:
        for need, its_mark in one.needed.items():
            # Stamped before it was read; two posts that saw two stamps saw it change.
            self.fresh[need] = its_mark if self.fresh.get(need, its_mark) == its_mark else ""
        plain = packed(one.found)
        if one.mark and plain is not None:
            self.records_now[one.path] = [one.mark, [*one.needed], plain]
            self.learnt = True

    @property
    def trusted(self) -> bool:
        """Whether Git's word for a file may be taken the next time."""
        if self.ordinary is None:
            self.ordinary = bool(self.clock) and ordinary(self.root)
        return self.ordinary

    def kept(self) -> dict[str, Any]:
        """The records for the next run."""
        seen = self.looking.seen() if self.looking else None
        needed = {*ALWAYS, *(need for _, needed, _ in self.records_now.values() for need in needed)}
        needs = {need: self.fresh.get(need, "") for need in needed}
        index, touched = (seen.index, seen.touched) if seen else ("", ())
        state = {"index": index, "touched": touched, "ordinary": bool(seen) and self.trusted, "needs": needs}
        return {**state, "records": self.records_now}


def _above(path: str) -> list[str]:
    """The folders that a path lies in."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
