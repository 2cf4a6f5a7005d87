"""post-path: a post lies in ``content/YYYY/MM/DD-slug``, under the day that it is about."""

import re
from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context

FORM = re.compile(r"content/(\d{4}/\d{2}/\d{2})-[a-z0-9]+(-[a-z0-9]+)*")


def check(context: Context) -> Iterator[Diagnostic]:
    """The folder's name has the form, and its day is the post's ``date``."""
    found = FORM.fullmatch(context.post.path)
    wanted = f"{context.post.date:%Y/%m/%d}"
    if not found:
        yield error("post-path", context.at("date"), say("check.path.form", path=context.post.path), say("check.path.hint", day=wanted))
    elif found[1] != wanted:
        yield error("post-path", context.at("date"), say("check.path.day", path=context.post.path), say("check.path.hint", day=wanted))
