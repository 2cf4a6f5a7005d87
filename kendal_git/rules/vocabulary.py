"""name-unknown: officials, OPD codes, channels and staff are those that kendal.yaml knows."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.reading.decoding import suggest
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Every name that refers to the office's registry is in it."""
    post, office = context.post, context.office
    known = {
        "officials": tuple(name for name, _ in office.officials),
        "opd": tuple(name for name, _ in office.opd),
        "channels": tuple(name for name, _ in office.channels),
    }
    for field, names in known.items():
        for index, name in enumerate(getattr(post, field)):
            if name not in names:
                yield error("name-unknown", context.at(field, index), say(f"check.unknown.{field}", name=name), suggest(name, names))
    for name, _ in post.captions:
        if name not in known["channels"]:
            place = context.document.key_place("captions", name)
            yield error("name-unknown", place, say("check.unknown.channels", name=name), suggest(name, known["channels"]))
    staff = tuple(holder.login for role in office.roles for holder in role.holders)
    for task in ("design", "text", "photo"):
        login = getattr(post.team, task)
        if login and office.holder(login) is None:
            yield error("name-unknown", context.at("team", task), say("check.unknown.team", name=login), suggest(login, staff))
