"""commemoration: ``commemoration:`` names a day that hari-besar.yaml knows."""

import re
from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.reading.calendar import PATH
from kendal_git.reading.mending import suggest
from kendal_git.rules.context import Context

# Only the ids are asked for here: a line scan of the 60 kB file costs a hundredth of parsing it.
IDENTITY = re.compile(rb"^ *- +id: +[\"']?([a-z0-9-]+)", re.MULTILINE)


def check(context: Context) -> Iterator[Diagnostic]:
    """The commemoration is in the calendar."""
    wanted = context.post.commemoration
    if not wanted:
        return
    known = tuple(name.decode() for name in IDENTITY.findall(context.files.read(PATH) or b""))
    if wanted not in known:
        message = say("check.commemoration", id=wanted)
        near = suggest(wanted, known)
        hint = near if near and near.key == "check.did-you-mean" else say("check.commemoration.hint", path=PATH)
        yield error("commemoration-unknown", context.at("commemoration"), message, hint)
