"""file-refused: a post's folder holds regular files of known types only (DESIGN §5.11)."""

import unicodedata
from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, Place, error, warning
from kendal_git.model.message import say
from kendal_git.rules.context import Context

KNOWN = (".jpg", ".jpeg", ".png")


def check(context: Context) -> Iterator[Diagnostic]:
    """No link, no folder, no foreign type, no two names that differ only in case or Unicode form; every picture is listed."""
    listed = {image.file for image in context.post.images}
    seen: dict[str, str] = {}
    for entry in context.read.entries:
        place = Place(f"{context.post.path}/{entry.name}")
        folded = unicodedata.normalize("NFC", entry.name).casefold()
        if folded in seen:
            yield error("file-refused", place, say("check.file.twin", name=entry.name, other=seen[folded]))
        seen[folded] = entry.name
        if entry.mode != "file":
            yield error("file-refused", place, say("check.file.mode", name=entry.name), say("check.file.hint"))
        elif entry.name != "post.md" and not entry.name.lower().endswith(KNOWN):
            yield error("file-refused", place, say("check.file.type", name=entry.name), say("check.file.hint"))
        elif entry.name != "post.md" and entry.name not in listed:
            yield warning("picture-unlisted", place, say("check.picture.unlisted", name=entry.name), say("check.picture.unlisted.hint", name=entry.name))
