"""file-refused: a post's folder holds regular files of known types only (DESIGN §5.11)."""

import unicodedata
from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, Place, error, warning
from kendal_git.model.message import say
from kendal_git.reading.posts import FILE
from kendal_git.rules.context import Context

KNOWN = (".jpg", ".jpeg", ".png")


def check(context: Context) -> Iterator[Diagnostic]:
    """No link, no folder, no foreign type, no two names that differ only in case or form; every picture is listed."""
    listed = {name for _, name in context.items("images", key="file")}
    seen: dict[str, str] = {}
    for entry in context.read.entries:
        name, place = entry.name, Place(f"{context.post.path}/{entry.name}")
        twin = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if twin != name:
            yield error("file-refused", place, say("check.file.twin", name=name, other=twin))
        if entry.mode != "file":
            yield error("file-refused", place, say("check.file.mode", name=name), say("check.file.hint"))
        elif name == FILE:
            continue
        elif not name.lower().endswith(KNOWN):
            yield error("file-refused", place, say("check.file.type", name=name), say("check.file.hint"))
        elif name not in listed:
            hint = say("check.picture.unlisted.hint", name=name)
            yield warning("picture-unlisted", place, say("check.picture.unlisted", name=name), hint)
