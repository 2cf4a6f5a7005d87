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
        alt, place, hint = written.strip(), context.at("images", index, "alt"), say("check.alt.hint")
        if not alt:
            continue  # field-empty has said so
        first = alt.split()[0].rstrip(":,.")
        if alt.casefold() == title:
            yield error("alt-text", place, say("check.alt.title"), hint)
        elif len(alt) < SHORTEST:
            yield error("alt-text", place, say("check.alt.short", length=len(alt), least=SHORTEST), hint)
        elif first.casefold() in OPENINGS:
            yield warning("alt-text", place, say("check.alt.opening", word=first), hint)
