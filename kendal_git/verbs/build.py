"""build: the posts that may be seen now to a folder with the site, touching only what differs."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from kendal_git.files import write
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.model.trouble import Misuse
from kendal_git.planning.times import NEVER, DaysOf, Standing, ends, opens, timing
from kendal_git.rendering.site import Press
from kendal_git.rendering.templates import Templates
from kendal_git.rendering.values import Shown, Site, SitePost

MANIFEST = ".kendal-build.json"
KEPT = (".git",)  # the site may be pushed from a clone of its own


@dataclass(frozen=True, slots=True)
class Target:
    """Where the site goes and how: ``verified`` says that a ledger vouches for it, ``told`` hears (done, all)."""

    out: Path
    templates: Templates
    verified: bool = True
    told: Callable[[int, int], None] = lambda _done, _all: None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, in files; ``pages`` counts the HTML pages, ``waiting`` the posts whose time has not come."""

    pages: int
    written: int
    removed: int
    unchanged: int
    waiting: int = 0


def build(office: Office, posts: Iterable[SitePost], days_of: DaysOf, now: datetime, target: Target) -> Built:
    """Write the site of ``now`` and remove what no longer belongs. Raises Misuse for a folder that is not ours."""
    before = _manifest(target.out)
    known = tuple(posts)
    shown = visible(known, office, days_of, now)
    pages = tuple(Press(Site(office, shown, target.verified), target.templates).pages())
    wanted = {page.path for page in pages}
    _remember(target.out, {*before, *wanted})  # from here on an interrupted build can be taken up, and cleaned up
    written = 0
    for number, page in enumerate(pages, 1):
        data = page.make()
        written += data is not None and write(target.out / page.path, data)
        target.told(number, len(pages))
    removed = sum(_remove(target.out, path) for path in sorted({*before} - wanted))
    _remember(target.out, wanted)
    html = sum(path.endswith(".html") for path in wanted)
    return Built(html, written, removed, len(pages) - written, len(known) - len(shown))


def visible(posts: Iterable[SitePost], office: Office, days_of: DaysOf, now: datetime) -> tuple[Shown, ...]:
    """The posts whose time has come, oldest first; before it, nothing of a post may be seen, not even a picture."""
    found = []
    for item in posts:
        opening = opens(item.post, office.zone, days_of)
        if opening and now < opening:
            continue
        until = ends(item.post, office.zone, days_of)
        first = datetime.combine(item.post.date, datetime.min.time(), office.zone)
        updated = max(moment for moment in (item.since, opening, None if item.since else first) if moment)
        fetching = tuple(name for name in item.owed if _fetched(item.post, name, office, (days_of, now)))
        found.append(Shown(item, updated, None if until == NEVER else until, bool(until and now >= until), fetching))
    return tuple(sorted(found, key=lambda shown: (shown.item.post.date, shown.item.post.path)))


def _fetched(post: Post, channel: str, office: Office, times: tuple[DaysOf, datetime]) -> bool:
    """Whether a channel's service will come for the pictures of a post that it is owed, and is not too late for it."""
    settings, (days_of, now) = dict(office.channels).get(channel), times
    if settings is None or not settings.fetches:
        return False
    standing, _ = timing(post, office.window(channel), office.zone, days_of).at(now, office.zone)
    return standing in (Standing.EARLY, Standing.DUE)


def _manifest(out: Path) -> tuple[str, ...]:
    """What the last build left in ``out``. Raises Misuse when something there is not from a build."""
    try:
        loaded = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        return tuple(path for path in loaded["files"] if _safe(path))
    except FileNotFoundError:
        if not out.exists() or (out.is_dir() and all(found.name in KEPT for found in out.iterdir())):
            return ()
    except (ValueError, KeyError, TypeError, OSError):
        pass  # a manifest that cannot be read vouches for nothing
    raise Misuse(say("site.not-ours", out=out), say("site.not-ours.hint"))


def _safe(path: object) -> bool:
    """A path that stays inside the folder, whoever wrote the manifest."""
    if not isinstance(path, str) or not path or "\\" in path or ":" in path:
        return False
    return not path.startswith("/") and ".." not in PurePosixPath(path).parts


def _remember(out: Path, paths: Iterable[str]) -> None:
    record = {"made-by": "kendal build", "files": sorted(paths)}
    write(out / MANIFEST, json.dumps(record, ensure_ascii=False, indent=0).encode() + b"\n")


def _remove(out: Path, path: str) -> bool:
    """Remove a file of an earlier build, and the folders that it leaves empty."""
    full = out / path
    if not full.is_file() and not full.is_symlink():
        return False
    full.unlink()
    for folder in full.parents:
        if folder == out or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
