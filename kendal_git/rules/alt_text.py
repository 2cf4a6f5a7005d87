"""alt-text: an alternative text says what the picture shows, to someone who cannot see it (sop.md AK01)."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error, warning
from kendal_git.model.message import say
from kendal_git.rules.context import Context

SHORTEST = 20
OPENINGS = ("gambar", "foto", "image", "picture")


def check(context: Context) -> Iterator[Diagnostic]:
    """Long enough to say something, not the title again, not “gambar …”."""
    for index, image in enumerate(context.post.images):
        alt = image.alt.strip()
        place = context.at("images", index, "alt")
        if not alt:
            continue  # field-missing has said so
        if alt.casefold() == context.post.title.strip().casefold():
            yield error("alt-text", place, say("check.alt.title"), say("check.alt.hint"))
        elif len(alt) < SHORTEST:
            yield error("alt-text", place, say("check.alt.short", length=len(alt), least=SHORTEST), say("check.alt.hint"))
        elif alt.casefold().startswith(OPENINGS):
            yield warning("alt-text", place, say("check.alt.opening", word=alt.split()[0]), say("check.alt.hint"))
