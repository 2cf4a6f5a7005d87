"""content-stray, agenda-stray, post-name: nothing below ``content/`` and ``agenda/`` falls through unseen."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from kendal_git.model.diagnostic import Diagnostic, Place, error, warning
from kendal_git.model.entry import Entry
from kendal_git.model.message import say
from kendal_git.model.values import dataclass
from kendal_git.reading.posts import FILE, Files

YEAR, MONTH = re.compile(r"[0-9]{4}"), re.compile(r"0[1-9]|1[0-2]")
POST_FOLDER = re.compile(r"([0-9]{2})(?:-[a-z0-9]++)++")
DAY_FILE = re.compile(r"([0-9]{2})\.yaml")
BOOKS = ("content", "agenda")
CALENDAR = "hari-besar.yaml"
KEEPERS = (".gitkeep", ".gitignore")  # how an empty folder stays in Git; nobody reads them
TEXTS = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".text")
RULES = {"content": "content-stray", "agenda": "agenda-stray"}


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies in the two books: the posts, the days, and what is neither."""

    posts: tuple[str, ...]
    days: tuple[str, ...]
    strays: tuple[Diagnostic, ...]


def survey(files: Files, below: Iterable[str] = (".",)) -> Survey:
    """Everything at, below or on the way to the paths ``below``; inside of a post's folder nothing is opened."""
    walk = _Walk(files, tuple(dict.fromkeys(below)))
    for entry in files.entries(""):
        if entry.name in BOOKS and walk.wanted(entry.name):
            if entry.mode == "folder":
                walk.years(entry.name)
            else:
                walk.stray(entry.name, entry.name, "stray.book")
    return Survey(tuple(walk.posts), tuple(walk.days), tuple(walk.strays))


def misnamed(path: str, entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    """What stands in a post's folder in place of ``post.md``: nothing at all, or the text under another name."""
    if not entries:
        yield error("content-stray", Place(path), say("stray.empty", path=path), say("stray.empty.hint"))
    for name in () if any(entry.name == FILE for entry in entries) else [one.name for one in entries]:
        small = name.casefold()
        if small.endswith(TEXTS) or small == "post" or small.startswith("post."):
            yield error("post-name", Place(f"{path}/{name}"), say("stray.post", name=name), say("stray.post.hint"))


class _Walk:
    """One walk down the dated folders; collects as it goes, in the order of the names."""

    def __init__(self, files: Files, below: tuple[str, ...]) -> None:
        self.files = files
        self.below = frozenset(below)
        self.above = {part for path in below for part in _above(path)}
        self.posts: list[str] = []
        self.days: list[str] = []
        self.strays: list[Diagnostic] = []

    def wanted(self, path: str) -> bool:
        """Whether a path lies at, below or on the way to what was asked for."""
        return path in self.above or self.inside(path)

    def inside(self, path: str) -> bool:
        """Whether a path is one of those asked for, or lies below one."""
        return "." in self.below or path in self.below or any(part in self.below for part in _above(path))

    def stray(self, book: str, path: str, key: str, wanted: str = "") -> None:
        """Note one thing that does not belong."""
        form = say("stray.hint.content" if book == "content" else "stray.hint.agenda")
        hint = say("stray.rename", name=wanted) if wanted else form
        self.strays.append(error(RULES[book], Place(path), say(key, path=path), hint))

    def years(self, book: str) -> None:
        """``content/`` or ``agenda/`` itself."""
        for path, entry in self._entries(book):
            if entry.mode == "folder" and YEAR.fullmatch(entry.name):
                self._months(book, path)
            elif book == "agenda" and entry.mode == "file" and entry.name == CALENDAR:
                continue
            else:
                calendar = CALENDAR if book == "agenda" and entry.name == "hari-besar.yml" else ""
                self.stray(book, path, _key(entry, "stray.year"), calendar)

    def _months(self, book: str, year: str) -> None:
        for path, entry in self._entries(year):
            if entry.mode != "folder" or not MONTH.fullmatch(entry.name):
                self.stray(book, path, _key(entry, "stray.month"))
            elif book == "content":
                self._post_folders(path)
            else:
                self._day_files(path)

    def _post_folders(self, month: str) -> None:
        for path, entry in self._entries(month):
            named = POST_FOLDER.fullmatch(entry.name)
            if entry.mode != "folder":
                self.stray("content", path, _key(entry, "stray.day"))
            elif (named and _is_day(month, named[1])) or self._has_post(path):
                self.posts.append(path)  # a wrong name of a folder that holds a post is told in the post itself
            else:
                self.stray("content", path, "stray.day")

    def _day_files(self, month: str) -> None:
        for path, entry in self._entries(month):
            named = DAY_FILE.fullmatch(entry.name)
            if entry.mode == "file" and named and _is_day(month, named[1]):
                self.days.append(path)
                continue
            near = re.fullmatch(r"([0-9]{1,2})(\.(yaml|yml|json|txt|md))+", entry.name, re.IGNORECASE)
            day = f"{int(near[1]):02d}" if near else ""
            wanted = f"{day}.yaml" if day and _is_day(month, day) else ""
            self.stray("agenda", path, "stray.agenda" if entry.mode == "file" else _key(entry, "stray.agenda"), wanted)

    def _entries(self, folder: str) -> list[tuple[str, Entry]]:
        """What lies in a folder and is asked for; an empty folder is told of."""
        entries = self.files.entries(folder)
        if not entries and folder not in BOOKS and self.inside(folder):
            hint = say("stray.empty.hint")
            rule = RULES[folder.split("/", maxsplit=1)[0]]
            self.strays.append(warning(rule, Place(folder), say("stray.empty", path=folder), hint))
        pairs = [(f"{folder}/{entry.name}", entry) for entry in entries if entry.name not in KEEPERS]
        return pairs if self.inside(folder) else [(path, entry) for path, entry in pairs if self.wanted(path)]

    def _has_post(self, folder: str) -> bool:
        return any(entry.name == FILE for entry in self.files.entries(folder))


def _above(path: str) -> list[str]:
    """The folders that a path lies in: ``a`` and ``a/b`` for ``a/b/c``."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]


def _key(entry: Entry, folder: str) -> str:
    """The sentence for a file, a link or a folder of the wrong name."""
    return {"folder": folder, "file": "stray.file"}.get(entry.mode, "stray.link")


@cache
def _is_day(month: str, day: str) -> bool:
    """Whether ``content/2026/11`` has a day ``31``; remembered, because a month holds more posts than days."""
    try:
        date(int(month[-7:-3]), int(month[-2:]), int(day))
    except ValueError:
        return False
    return True
