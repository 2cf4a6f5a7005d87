"""What has changed since the last look, cheaply: Git's index for tracked files, file stamps for the rest."""

import os
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

from kendal_git.model.entry import Entry
from kendal_git.model.values import dataclass
from kendal_git.objects import clean_environment

SCOPE = ("content", "agenda", "kendal.yaml")
MARGIN = 2_000_000_000  # ns: a file younger than this may change again without a new stamp (FAT counts in two seconds)
# The whole stamp counts, whatever the repository has been told to overlook. And two questions at once fill two
# processors: threads inside of one of them would only be in the other one's way.
SETTINGS = ("core.trustctime=true", "core.checkStat=default", "core.fsmonitor=false", "core.preloadIndex=false")
QUESTIONS = (
    ("diff-files", "-z", "--name-only", "--ignore-submodules=none", "--", *SCOPE),
    ("ls-files", "--others", "--directory", "-z", "--", *SCOPE),
)


@dataclass(frozen=True, slots=True)
class Look:
    """The index as a file, and the paths that are not as it says: changed, deleted, unknown to it."""

    index: str
    touched: tuple[str, ...]


class Looking:
    """A look that has begun: Git works while its caller does something else, and is waited for in ``answers``."""

    def __init__(self, root: Path) -> None:
        self.index = ""
        self._running: list[subprocess.Popen[bytes]] = []
        self._answers: list[frozenset[str] | None] = []
        try:
            with (root / ".git" / "index").open("rb") as file:
                file.seek(-20, os.SEEK_END)
                index = file.read().hex() + repr(_facts(os.lstat(file.name)))
            self._running = [_start(root, *words) for words in QUESTIONS]
            self.index = index
        except OSError:
            return

    def answers(self) -> Iterator[frozenset[str] | None]:
        """The paths that each question brought up, as soon as Git has told them; None where it could not tell."""
        for number, process in enumerate(self._running):
            if number == len(self._answers):
                said = process.communicate()[0].decode(errors="surrogateescape")
                names = frozenset(name.rstrip("/") for name in said.split("\0") if name)
                self._answers.append(None if process.returncode else names)
            yield self._answers[number]

    def seen(self) -> Look | None:
        """What Git says; None where there is no index of our own to ask."""
        known = [names for names in self.answers() if names is not None]
        if len(known) < len(QUESTIONS):
            return None
        return Look(self.index, tuple(sorted(frozenset().union(*known))))


def ordinary(root: Path) -> bool:
    """Whether Git watches every tracked file: none assumed unchanged, left out, unmerged or a repository of its own."""
    try:
        process = _start(root, "ls-files", "-s", "-v", "-z", "--", *SCOPE)
    except OSError:
        return False
    listed = process.communicate()[0].split(b"\0")
    return process.returncode == 0 and all(line.startswith((b"H 100", b"H 120")) for line in listed if line)


def _start(root: Path, *words: str) -> "subprocess.Popen[bytes]":
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    command = ["git", "-C", str(root), *settings, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=clean_environment())


def stamp(root: Path, path: str, clock: int = 0, lying: list[Entry] | None = None) -> str:
    """A short word that is another one when a file, or anything directly in a folder, may be another one.

    With ``clock``, what is too young to be trusted has the stamp ``""``, which nothing equals. What lies in the folder
    goes into ``lying``, so that who wants both looks once.
    """
    full = os.path.join(root, path)  # noqa: PTH118 — ten thousand of them: pathlib alone would cost more than the rest
    try:
        info = os.lstat(full)
        facts = [("", info.st_mode) if stat.S_ISDIR(info.st_mode) else ("", *_facts(info))]
        newest = 0 if stat.S_ISDIR(info.st_mode) else max(info.st_mtime_ns, info.st_ctime_ns)
        if stat.S_ISDIR(info.st_mode):
            with os.scandir(full) as found:
                for item in found:
                    info = item.stat(follow_symlinks=False)
                    if lying is not None:
                        lying.append(_entry(item.name, info))
                    if stat.S_ISDIR(info.st_mode):
                        facts.append((item.name, info.st_mode))
                    else:
                        facts.append((item.name, *_facts(info)))
                        newest = max(newest, info.st_mtime_ns, info.st_ctime_ns)
    except (FileNotFoundError, NotADirectoryError):
        return "-"
    except (OSError, ValueError):
        return ""
    if clock and newest > clock - MARGIN:
        return ""
    return _digest(repr(sorted(facts)))


def _digest(facts: str) -> str:
    from hashlib import blake2b  # it brings OpenSSL along, and Git need not wait for that

    return blake2b(facts.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _entry(name: str, info: os.stat_result) -> Entry:
    """As ``WorkTree.entries`` says it."""
    if stat.S_ISDIR(info.st_mode) or stat.S_ISLNK(info.st_mode):
        return Entry(name, "folder" if stat.S_ISDIR(info.st_mode) else "link")
    return Entry(name, "file" if stat.S_ISREG(info.st_mode) else "other", info.st_size)


def _facts(info: os.stat_result) -> tuple[int, ...]:
    return info.st_mode, info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino
