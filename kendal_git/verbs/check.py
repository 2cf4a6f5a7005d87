"""check: posts, the days of the agenda and kendal.yaml to a result of located diagnostics."""

from collections.abc import Iterable

from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.office import Office
from kendal_git.reading.agendas import read_day
from kendal_git.reading.offices import read_office
from kendal_git.reading.posts import Files, ReadPost, read_posts
from kendal_git.rules import RULES, Context
from kendal_git.rules.strays import misnamed
from kendal_git.rules.wording.texts import public_texts

__all__ = ["Checked", "check", "check_post", "check_posts"]


def check(files: Files, posts: Iterable[str], days: Iterable[str] = (), strays: Iterable[Diagnostic] = ()) -> Checked:
    """Check post folders and day files (paths inside the repository) against the office of ``files``."""
    posts, days = tuple(posts), tuple(days)
    office, trouble = read_office(files)
    found = [*trouble, *strays]
    for path in days:
        found += read_day(files, path)[1]
    for path in posts:
        found += check_post(files, path, office)
    return Checked(posts, days, tuple(found))


def check_post(files: Files, path: str, office: Office | None) -> list[Diagnostic]:
    """Everything wrong with one post, in the order of the file; without an office, its form alone."""
    return check_posts([(files, path)], office)[0]


def check_posts(posts: Iterable[tuple[Files, str]], office: Office | None) -> list[list[Diagnostic]]:
    """Everything wrong with each of some posts, which all go through one rule after the other.

    So the processor keeps at hand what a rule needs: one post through all rules after the other costs a quarter more.
    """
    posts = tuple(posts)
    opened = [_opened(files, read, office) for (files, _), read in zip(posts, read_posts(posts), strict=True)]
    for rule in RULES:
        for found, context in opened:
            if context:
                found.extend(rule(context))
    return [sorted(found, key=_where) for found, _ in opened]


def _opened(files: Files, read: ReadPost, office: Office | None) -> tuple[list[Diagnostic], Context | None]:
    """What is wrong with a post's form, and what the rules look at, where there is enough of it."""
    names = list(misnamed(read.path, read.entries))
    found = [*names, *(one for one in read.trouble if not names or one.rule != "post-missing")]
    if not (read.draft and read.document and office):
        return found, None
    return found, Context(read, read.draft, read.document, office, files, public_texts(read.document))


def _where(diagnostic: Diagnostic) -> tuple[str, int, int]:
    return diagnostic.place.path, diagnostic.place.line, diagnostic.place.column
