"""check --since: what changed after a revision, what that can break elsewhere, and nothing else.

A change costs what it touches: trees are compared by their ids, and the archive is not read. A post that refers to an
agenda entry lies under the entry's own day (rules ``agenda-date`` and ``post-path``), so a changed day reaches the
posts of the fourteen days around it; ``git grep`` would find any other, and would read the whole archive to find none.

Whether a file of the work tree differs from its commit is known only after a look at every file, which grows with the
archive. So a revision before HEAD is compared with HEAD by trees, what differs is read as it lies in the work tree, and
a note says so; HEAD itself, or any revision with nothing committed since, is compared with the whole work tree.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import Misuse
from kendal_git.model.values import dataclass
from kendal_git.objects import CommitFiles, Git
from kendal_git.reading.calendar import PATH as CALENDAR
from kendal_git.reading.calendar import read_calendar
from kendal_git.reading.offices import PATH as OFFICE
from kendal_git.reading.offices import read_office
from kendal_git.reading.posts import FILE, FOLDER, Files
from kendal_git.rules.strays import DAY_FILE, survey
from kendal_git.verbs.check import check
from kendal_git.verbs.differing import differing
from kendal_git.verbs.edited import edited

NEAR = 14  # days around a changed day of the agenda in which posts are asked whether they refer to it
SCOPE = ("content", "agenda", OFFICE)
DIFF = ("--name-only", "-z", "--no-renames")


@dataclass(frozen=True, slots=True)
class Span:
    """Two states of the repository and the paths that differ between them."""

    old: Files
    new: Files
    changed: tuple[str, ...]
    notes: tuple[Message, ...] = ()  # what was not looked at


def check_since(span: Span, published: Callable[[str], bool]) -> Checked:
    """Check what changed in ``span``; ``published`` says whether a ledger knows a post."""
    files, changed = span.new, span.changed
    days = [path for path in changed if _is_day(path)]
    wide = _whole(span)
    notes = [*span.notes, *([say("since.office")] if wide else [])]
    found = survey(files, (".",) if wide else [path for path in changed if path != OFFICE])
    posts = dict.fromkeys(found.posts)
    if not wide:
        posts.update(dict.fromkeys(_referring(files, days)))
        greeting = tuple(_greeting(span)) if CALENDAR in changed else ()
        notes += [say("since.calendar", posts=len(greeting))] if greeting else []
        posts.update(dict.fromkeys(greeting))
    past = [finding for path in days for finding in edited(span.old, files, path)]
    gone = [_moved(post) for post in _gone(span) if published(post)]
    return _with_notes(check(files, sorted(posts), found.days, [*gone, *found.strays, *past]), notes)


def span_since(git: Git, files: Files, revision: str, *, committed: bool, paths: tuple[str, ...] = SCOPE) -> Span:
    """From where ``revision`` and HEAD parted to HEAD, or to the work tree ``files`` where that is HEAD. Raises Misuse.

    What is ``committed`` is read from HEAD too; otherwise as it lies in the work tree.
    """
    start = _parting(git, revision)
    old = _tree(git, start)
    if committed or start != git.resolve("HEAD"):
        head = _tree(git, "HEAD")
        changed = tuple(sorted({*differing(old, head, paths)}))
        return Span(old, head, changed) if committed else Span(old, files, changed, (say("since.uncommitted"),))
    return Span(old, files, _uncommitted(git, start, paths))


def _tree(git: Git, commit: str) -> CommitFiles:
    """The files of a commit below the folder that the command runs in."""
    tree = git.object(f"{commit}:./")
    return CommitFiles(git, tree[0] if tree else commit)


def _uncommitted(git: Git, start: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths of the work tree that are not as in a commit; every file is looked at."""
    answers: list[bytes] = []
    scope = [f":(literal){path}" for path in paths]
    # Two looks at the same files, by two processes at once: the tracked ones, and those that Git does not know yet.
    words = ("ls-files", "--others", "-z", "--", *scope)
    other = threading.Thread(target=lambda: answers.append(git.run(*words).stdout))
    other.start()
    done = git.run("diff", "--no-ext-diff", "--relative", *DIFF, start, "--", *scope)
    other.join()
    return tuple(sorted({*_names(done.stdout), *_names(*answers)}))


def _parting(git: Git, revision: str) -> str:
    """The commit from which the present state went its own way: what others merged since is not ours."""
    done = git.run("merge-base", "--end-of-options", revision, "HEAD", ok=(0, 1, 128))
    if done.returncode == 0:
        return done.stdout.decode().split("\n")[0]
    found = git.resolve(revision) if done.returncode == 1 else None
    if found is None:
        raise Misuse(say("since.no-revision", revision=revision), say("since.no-revision.hint"))
    return found


def _names(*answers: bytes) -> tuple[str, ...]:
    return tuple(name.decode(errors="surrogateescape") for answer in answers for name in answer.split(b"\0") if name)


def _is_day(path: str) -> bool:
    book, _, rest = path.partition("/")
    return book == "agenda" and rest.count("/") == 2 and bool(DAY_FILE.fullmatch(rest.rpartition("/")[2]))


def _whole(span: Span) -> bool:
    """Whether the office itself has changed, so that every post must be looked at again."""
    return OFFICE in span.changed and read_office(span.old)[0] != read_office(span.new)[0]


def _referring(files: Files, days: Iterable[str]) -> Iterator[str]:
    """The posts around each changed day that refer to one of its entries."""
    for path in days:
        wanted = path.removeprefix("agenda/").removesuffix(".yaml")
        for post in _around(files, wanted):
            if f"{wanted}#".encode() in (files.read(f"{post}/{FILE}") or b""):
                yield post


def _around(files: Files, wanted: str) -> Iterator[str]:
    """The post folders of the days around one day."""
    months, near = around(f"agenda/{wanted}.yaml")
    for month in months:
        for entry in files.entries(f"content/{month}"):
            if entry.mode == "folder" and f"{month}/{entry.name[:2]}" in near:
                yield f"content/{month}/{entry.name}"


def around(path: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The months and the days around a day file of the agenda, as parts of paths; empty for any other file."""
    try:
        middle = date(*(int(part) for part in path.removeprefix("agenda/").removesuffix(".yaml").split("/")))
        near = frozenset(f"{middle + timedelta(days):%Y/%m/%d}" for days in range(-NEAR, NEAR + 1))
    except (ValueError, OverflowError, TypeError):
        return (), frozenset()
    return tuple(sorted({day[:7] for day in near})), near


def _greeting(span: Span) -> Iterator[str]:
    """The posts that name a commemoration whose entry in the calendar is another one now."""
    before, after = read_calendar(span.old).entries, read_calendar(span.new).entries
    names = before.keys() | after.keys()
    other = [name.encode() for name in names if _facts(before.get(name)) != _facts(after.get(name))]
    for post in survey(span.new, ("content",)).posts if other else ():
        text = span.new.read(f"{post}/{FILE}") or b""
        if b"commemoration" in text and any(name in text for name in other):
            yield post


def _facts(node: object) -> object:
    """A node's words without their places: an entry that only moved down is the same."""
    pairs, items = getattr(node, "pairs", None), getattr(node, "items", None)
    if pairs is not None:
        return [(key.text, _facts(value)) for key, value in pairs]
    return [_facts(item) for item in items] if items is not None else getattr(node, "text", None)


def _gone(span: Span) -> Iterator[str]:
    """The posts of the old state whose post.md is no longer where it was."""
    for path in span.changed:
        folder, _, name = path.rpartition("/")
        if name == FILE and FOLDER.fullmatch(folder) and span.new.read(path) is None and span.old.read(path):
            yield folder


def _moved(post: str) -> Diagnostic:
    return error("post-moved", Place(f"{post}/{FILE}"), say("since.moved", post=post), say("since.moved.hint"))


def _with_notes(checked: Checked, notes: list[Message]) -> Checked:
    return Checked(checked.posts, checked.days, checked.diagnostics, tuple(notes))
