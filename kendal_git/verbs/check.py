"""check: posts, the days of the agenda and kendal.yaml to a result of located diagnostics."""

from collections.abc import Iterable

from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.office import Office
from kendal_git.reading.agendas import read_day
from kendal_git.reading.offices import read_office
from kendal_git.reading.posts import Files, read_post
from kendal_git.rules import RULES, Context
from kendal_git.rules.strays import misnamed
from kendal_git.rules.wording.texts import public_texts

__all__ = ["Checked", "check", "check_post"]


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
    read = read_post(files, path)
    names = list(misnamed(path, read.entries))
    found = [*names, *(one for one in read.trouble if not names or one.rule != "post-missing")]
    if read.draft and read.document and office:
        context = Context(read, read.draft, read.document, office, files, public_texts(read.document))
        for rule in RULES:
            found += rule(context)
    return sorted(found, key=lambda diagnostic: (diagnostic.place.path, diagnostic.place.line, diagnostic.place.column))
