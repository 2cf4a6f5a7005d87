"""The work tree's room: a folder read as names and bytes, and files written aside and then renamed."""

import os
import stat
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from kendal_git.model.entry import Entry
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import OutsideFailed

READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_name = attrgetter("name")


class WorkTree:
    """A repository's files on disk; paths are relative, with ``/``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._start = os.path.join(root, "")  # noqa: PTH118 — pathlib's own joining would cost more than the reading

    def read(self, path: str) -> bytes | None:
        """A regular file's bytes; None when there is none. Raises OutsideFailed for one that stays closed."""
        full = self._start + path
        try:
            info = os.lstat(full)
            return content(full, info.st_size) if stat.S_ISREG(info.st_mode) else None
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return None
        except OSError as closed:
            raise OutsideFailed(*_unreadable(path, closed)) from closed

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What lies directly in a folder, sorted by name; empty when there is no such folder."""
        try:
            with os.scandir(self._start + path) as found:
                return tuple(map(_entry, sorted(found, key=_name)))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return ()
        except OSError as closed:
            raise OutsideFailed(*_unreadable(path, closed)) from closed

    def posts(self, below: str = "content") -> Iterator[str]:
        """The folders below ``content/`` that hold files, in order: each is one post."""
        entries = self.entries(below)
        if below != "content" and any(entry.mode != "folder" for entry in entries):
            yield below
        for entry in entries:
            if entry.mode == "folder" and not entry.name.startswith("."):
                yield from self.posts(f"{below}/{entry.name}")

    def days(self) -> Iterator[str]:
        """The day files of the agenda, in order."""
        for year in self.entries("agenda"):
            for month in self.entries(f"agenda/{year.name}") if year.mode == "folder" else ():
                for day in self.entries(f"agenda/{year.name}/{month.name}") if month.mode == "folder" else ():
                    if day.name.endswith(".yaml"):
                        yield f"agenda/{year.name}/{month.name}/{day.name}"


def content(full: str, size: int) -> bytes:
    """A file's bytes, with half of the system calls that ``open`` makes: two files a post are most of the calls."""
    descriptor = os.open(full, READING)
    try:
        data = os.read(descriptor, size + 1)
    finally:
        os.close(descriptor)
    if len(data) == size:
        return data
    with open(full, "rb") as file:  # noqa: PTH123 — it is another one by now, or comes in pieces
        return file.read()


def _unreadable(path: str, closed: OSError) -> tuple[Message, Message]:
    """What to say of a file that is locked, forbidden, or on a disk that fails."""
    message = say("check.unreadable", path=path, reason=closed.strerror or type(closed).__name__)
    return message, say("check.unreadable.hint")


def _entry(item: os.DirEntry[str]) -> Entry:
    if item.is_dir(follow_symlinks=False):
        return Entry(item.name, "folder")
    if item.is_symlink():
        return Entry(item.name, "link")
    info = item.stat(follow_symlinks=False)
    return Entry(item.name, "file" if stat.S_ISREG(info.st_mode) else "other", info.st_size)


def write(path: Path, data: bytes) -> bool:
    """Write a file aside and rename it into place; False, and no write, when it already holds ``data``."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    aside.write_bytes(data)
    aside.replace(path)
    return True


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a kendal.yaml."""
    return next((folder for folder in (start, *start.parents) if (folder / "kendal.yaml").is_file()), None)


def packaged(name: str) -> Path:
    """A default that comes with the package: ``templates``, ``agenda/hari-besar.yaml``, ``examples/…``.

    An installed wheel carries them in ``defaults``; a source checkout has them at its top level.
    """
    here = Path(__file__).resolve().parent
    inside = here / "defaults" / name
    return inside if inside.exists() else here.parent / name
