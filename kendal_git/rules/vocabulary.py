"""name-unknown: officials, OPD codes, channels and staff are those that kendal.yaml knows."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.message import say
from kendal_git.reading.mending import suggest
from kendal_git.rules.context import Context

SENTENCES = {
    "officials": "check.unknown.officials",
    "opd": "check.unknown.opd",
    "channels": "check.unknown.channels",
    "team": "check.unknown.team",
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Every name that refers to the office's registry is in it."""
    office, post = context.office, context.post
    channels = tuple(name for name, _ in office.channels)
    registries = (
        ("officials", post.officials, tuple(name for name, _ in office.officials)),
        ("opd", post.opd, tuple(name for name, _ in office.opd)),
        ("channels", post.channels, channels),
    )
    for field, used, known in registries:
        for index, name in context.items(field) if used else ():
            if name in used and name not in known:
                yield _unknown(field, name, known, context.at(field, index))
    for name, _ in post.captions:
        if name not in channels:
            yield _unknown("channels", name, channels, context.document.key_place("captions", name))
    for task, login in (("design", post.team.design), ("text", post.team.text), ("photo", post.team.photo)):
        if login and office.holder(login) is None:
            staff = tuple(holder.login for role in office.roles for holder in role.holders)
            yield _unknown("team", login, staff, context.at("team", task))


def _unknown(field: str, name: str, known: tuple[str, ...], place: Place) -> Diagnostic:
    return error("name-unknown", place, say(SENTENCES[field], name=name), suggest(name, known))
