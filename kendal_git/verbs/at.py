"""check --at: the files of one commit, read as objects; nothing of it is checked out, so nothing of it can run.

In a clone without its blobs (``--filter=blob:none``) what will be read is brought in one fetch, not one by one.
"""

from collections.abc import Iterable, Iterator

from kendal_git.history import Wanted, bring, sizes
from kendal_git.model.checked import Checked
from kendal_git.model.entry import Entry
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.objects import CommitFiles, Git
from kendal_git.reading.calendar import PATH as CALENDAR
from kendal_git.reading.offices import PATH as OFFICE
from kendal_git.reading.posts import FOLDER
from kendal_git.rules.strays import survey
from kendal_git.verbs.check import check
from kendal_git.verbs.since import SCOPE, Span, around


class SizedFiles(CommitFiles):
    """A commit's files that also know how large they are, as far as they were asked about."""

    def __init__(self, git: Git, commit: str, known: dict[str, int]) -> None:
        super().__init__(git, commit)
        self._known = known

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What lies in a folder, with the sizes that the rules measure."""
        found = super().entries(path)
        return tuple(Entry(one.name, one.mode, self._known.get(f"{path}/{one.name}", 0)) for one in found)


def check_at(git: Git, revision: str, paths: Iterable[str] = (".",)) -> Checked:
    """Check what lies at and below some paths of a commit."""
    tree = _tree(git, _commit(git, revision))
    bring(git, tree, Wanted(("content", "agenda")))
    files = SizedFiles(git, tree, sizes(git, tree, ("content", "agenda")))
    found = survey(files, paths)
    return check(files, found.posts, found.days, found.strays)


def span_at(git: Git, since: str, revision: str, paths: tuple[str, ...] = SCOPE) -> Span:
    """From where ``since`` and ``revision`` parted to ``revision``. Raises Misuse, also where history is cut off."""
    commit, start = _commit(git, revision), _commit(git, since)
    if git.text("rev-parse", "--is-shallow-repository") == "true":
        raise Misuse(say("since.shallow"), say("since.shallow.hint"))
    old, new = _tree(git, git.merge_base(start, commit) or start), _tree(git, commit)
    changed = git.changed(old, new, *(f":(top,literal){path}" for path in paths))
    folders = tuple(dict.fromkeys(_read_whole(changed)))
    bring(git, new, Wanted(folders, tuple(dict.fromkeys(_read_in_part(changed)))))
    return Span(CommitFiles(git, old), SizedFiles(git, new, sizes(git, new, folders)), changed)


def _commit(git: Git, revision: str) -> str:
    found = git.resolve(revision)
    if found is None:
        raise Misuse(say("since.no-revision", revision=revision), say("since.no-revision.hint"))
    return found


def _tree(git: Git, commit: str) -> str:
    """The tree of the content repository, which may lie below a larger one's."""
    prefix = git.text("rev-parse", "--show-prefix").rstrip("/")
    found = git.object(f"{commit}:{prefix}")
    return found[0] if found else commit


def _read_whole(changed: tuple[str, ...]) -> Iterator[str]:
    """The folders of which everything is read: changed posts, or all when what every post rests on is another."""
    if OFFICE in changed or CALENDAR in changed:
        yield from ("content", "agenda")
        return
    for path in changed:
        folder = path.rpartition("/")[0]
        if path.startswith("content/") and FOLDER.fullmatch(folder):
            yield folder


def _read_in_part(changed: tuple[str, ...]) -> Iterator[str]:
    """The folders of which the texts are read, to see which posts a changed day concerns."""
    for path in changed:
        if path.startswith("agenda/"):
            yield path.rpartition("/")[0]
            yield from (f"content/{month}" for month in around(path)[0])
