"""check --all: every post and day, those that are as they were from the store; a store never changes a verdict.

Three ways, each as exact as the next. Nothing differs from the last run: its result is told again, and no post is
looked at. Git's index is the one of the last run: only what differs from it, then or now, is looked at. Otherwise the
stamp of every folder is compared. What a rule reads outside of the post's folder is kept with the verdict and compared.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kendal_git.model.checked import Checked
from kendal_git.model.values import dataclass
from kendal_git.verbs.looking import Looking, stamp
from kendal_git.verbs.verdicts import load, packed, save, signature, unpacked


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


def check_all(
    root: Path, store: Store | None, progress: Callable[[int, int], None], looking: Looking | None = None
) -> Checked:
    """Everything in the repository; ``looking`` is the look at it, where one has begun already."""
    sign, clock = ("", 0) if store is None else (signature(), _clock(store))
    looking = looking or (Looking(root) if store else None)
    last = load(store.last, sign) if store else {}
    if looking and last and clock and _same(root, looking, last, clock):
        return Checked(tuple(last["posts"]), tuple(last["days"]), tuple(unpacked(last["found"])))

    from kendal_git.verbs.renewing import Renewal  # Git may still be looking while the rules are imported

    run = Renewal(root, looking, load(store.records, sign) if store else {}, clock, progress)
    checked = run.checked()
    if store is None:
        return checked
    if run.learnt:
        save(store.records, sign, run.kept())
    marks, found = _marks(root, looking, clock), packed(list(checked.diagnostics))
    if looking and marks is not None and found is not None and run.trusted:
        state = {"index": looking.index, "marks": marks}
        save(store.last, sign, {**state, "posts": checked.posts, "days": checked.days, "found": found})
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


def _same(root: Path, looking: Looking, last: dict[str, Any], clock: int) -> bool:
    """Whether all is as it was at the last result; the first answer of Git's that says otherwise is enough."""
    if looking.index != last["index"]:
        return False
    marks, met = last["marks"], set[str]()
    for names in looking.answers():
        if names is None or any(_deep(root, name, clock) != marks.get(name) for name in names):
            return False
        met |= names
    return met == set(marks)


def _marks(root: Path, looking: Looking | None, clock: int) -> dict[str, list[str]] | None:
    """The stamps of all that is not as the index says; None when something in it is too young to be told apart."""
    seen = looking.seen() if looking and clock else None
    if seen is None:
        return None
    marks = {path: _deep(root, path, clock) for path in seen.touched}
    return None if any("" in some for some in marks.values()) else marks


def _deep(root: Path, path: str, clock: int) -> list[str]:
    """The stamps of a path and of every folder below it."""
    full = root / path
    try:
        below = sorted(item.name for item in full.iterdir() if item.is_dir()) if _is_folder(full) else []
    except OSError:
        return [""]
    return [stamp(root, path, clock), *(part for name in below for part in _deep(root, f"{path}/{name}", clock))]


def _is_folder(full: Path) -> bool:
    return full.is_dir() and not full.is_symlink()
