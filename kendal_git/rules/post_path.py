"""post-path: a post lies in ``content/YYYY/MM/DD-slug``, under the day that it is about."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.reading.posts import FOLDER
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """The folder's name has the form, and its day is the post's ``date``."""
    path, wanted = context.post.path, context.post.date.isoformat().replace("-", "/")
    found = FOLDER.fullmatch(path)
    if not found or "/".join(found.group(1, 2, 3)) != wanted:
        message = say("check.path.day" if found else "check.path.form", path=path)
        yield error("post-path", context.at("date"), message, say("check.path.hint", day=wanted))
