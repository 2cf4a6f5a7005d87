"""alt-text: an alternative text says what the picture shows, to someone who cannot see it (sop.md AK01)."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error, warning
from kendal_git.model.message import say
from kendal_git.rules.context import Context

SHORTEST = 20
OPENINGS = ("gambar", "foto", "image", "picture")


def check(context: Context) -> Iterator[Diagnostic]:
    """Long enough to say something, not the title again, not “gambar …”."""
    title = context.post.title.casefold()
    for index, written in context.items("images", key="alt"):
        alt = written.strip()
        if not alt:
            continue  # field-empty has said so
        first = alt.split(maxsplit=1)[0].rstrip(":,.")
        if alt.casefold() == title or len(alt) < SHORTEST:
            short = say("check.alt.short", length=len(alt), least=SHORTEST)
            message = say("check.alt.title") if alt.casefold() == title else short
            yield error("alt-text", context.at("images", index, "alt"), message, say("check.alt.hint"))
        elif first.casefold() in OPENINGS:
            message = say("check.alt.opening", word=first)
            yield warning("alt-text", context.at("images", index, "alt"), message, say("check.alt.hint"))
