"""One run over everything: which records still hold, what is checked anew, and what is kept for the next run."""

from pathlib import Path
from typing import Any

from kendal_git.files import WorkTree
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.reading.offices import read_office
from kendal_git.rules.strays import survey
from kendal_git.verbs import workers
from kendal_git.verbs.looking import Looking, ordinary, stamp
from kendal_git.verbs.verdicts import packed, unpacked
from kendal_git.verbs.workers import Finding, Progress

ALWAYS = ("kendal.yaml", "agenda/hari-besar.yaml")  # what every verdict rests on


class Renewal:
    """One run over everything.

    A record is the stamp of a post or day, the paths elsewhere that its verdict rests on, and its findings; of most
    there is a stamp alone, and those lie apart in ``clean``, because thousands of them must be read in no time.
    """

    def __init__(
        self, root: Path, looking: Looking | None, kept: dict[str, Any], clock: int, progress: Progress
    ) -> None:
        self.root, self.looking, self.clock, self.progress = root, looking, clock, progress
        needs: dict[str, str] = kept.get("needs", {})
        seen = looking.seen() if looking and kept else None  # Git is waited for when it can spare something
        same = seen is not None and kept.get("index") == seen.index
        self.learnt = not same  # what was known already, and what is too young to be kept, is not written again
        self.ordinary: bool | None = kept.get("ordinary") if same else None
        # Paths that were or are not as the index says; None when every stamp must be compared.
        self.edges = {*seen.touched, *kept.get("touched", ())} if seen and self.ordinary else None
        self.near = {part for path in self.edges or () for part in (path, *_above(path))}
        self.differing: dict[str, bool] = {}
        self.fresh = {path: stamp(root, path, clock) for path in {*needs, *ALWAYS} if clock}
        self.standing = {path for path, mark in self.fresh.items() if mark and mark == needs.get(path)}
        if not self.standing.issuperset(ALWAYS):
            kept = {}
        self.clean: dict[str, str] = kept.get("clean", {})
        self.records: dict[str, Any] = kept.get("records", {})
        self.clean_now: dict[str, str] = {}
        self.records_now: dict[str, Any] = {}

    def checked(self) -> Checked:
        """The result, from records and from anew."""
        files = WorkTree(self.root)
        office, trouble = read_office(files)
        found = survey(files)
        paths = (*found.days, *found.posts)
        results: dict[str, list[Diagnostic]] = {}
        anew = [path for path in paths if not self._clean(path) and not self._recorded(path, results)]
        for one in workers.findings(self.root, anew, office, self.progress, self.clock) if anew else ():
            if one.found:
                results[one.path] = one.found
            self._record(one)
        ordered = [diagnostic for path in paths if path in results for diagnostic in results[path]]
        return Checked(found.posts, found.days, (*trouble, *found.strays, *ordered))

    def _clean(self, path: str) -> bool:
        """Whether nothing was wrong with a post or day that rests on itself alone, and it is as it was."""
        mark = self.clean.get(path)
        if not mark or (self._may_differ(path) and mark != stamp(self.root, path, self.clock)):
            return False
        self.clean_now[path] = mark
        return True

    def _recorded(self, path: str, results: dict[str, list[Diagnostic]]) -> bool:
        """Whether the record of any other still stands; its findings go into ``results``."""
        mark, needed, found = record = self.records.get(path, ("", (), ()))
        if not mark or not self.standing.issuperset(needed):
            return False
        if self._may_differ(path) and mark != stamp(self.root, path, self.clock):
            return False
        results[path] = unpacked(found)
        self.records_now[path] = record
        return True

    def _may_differ(self, path: str) -> bool:
        """Whether Git cannot vouch for a post or day: something at, below or above it differs from the index."""
        if self.edges is None or path in self.near:
            return True
        folder = path.rpartition("/")[0]
        if folder not in self.differing:
            self.differing[folder] = not self.edges.isdisjoint((folder, *_above(folder)))
        return self.differing[folder]

    def _record(self, one: Finding) -> None:
        for need, its_mark in one.needed.items():
            # Stamped before it was read; two posts that saw two stamps saw it change.
            self.fresh[need] = its_mark if self.fresh.get(need, its_mark) == its_mark else ""
        plain = packed(one.found) if one.mark else None
        if plain is None:
            return
        self.learnt = True
        if plain or one.needed:
            self.records_now[one.path] = [one.mark, [*one.needed], plain]
        else:
            self.clean_now[one.path] = one.mark

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
        return {**state, "clean": self.clean_now, "records": self.records_now}


def _above(path: str) -> list[str]:
    """The folders that a path lies in."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]
