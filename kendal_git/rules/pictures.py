"""picture-*: every picture that a post lists is there, decodes as a whole, is small enough and tells no place."""

import re
from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.entry import Entry
from kendal_git.model.fields import FILE
from kendal_git.model.message import Message, say
from kendal_git.pictures import FORMATS, Picture, UndecodableError, inspect
from kendal_git.reading.mending import suggest
from kendal_git.rules.context import Context

LONGEST = 2560  # px, DESIGN §7
HEAVIEST = 1_500_000  # bytes, DESIGN §7


def check(context: Context) -> Iterator[Diagnostic]:
    """Each listed picture, and each choice of a channel among the listed ones."""
    present = {entry.name: entry for entry in context.read.entries if entry.mode == "file"}
    pictures = tuple(name for name in present if name != "post.md")
    listed: set[str] = set()
    for index, name in context.items("images", key="file"):
        entry = present.get(name)
        if name in listed:
            yield error("value-repeated", _place(context, index), say("check.picture.repeated", file=name))
        elif entry is not None:
            yield from _file(context, entry, index)
        elif re.fullmatch(FILE.regex, name):  # any other name has been told of when it was read
            hint = suggest(name, pictures) if pictures else say("check.picture.bring")
            yield error("picture-missing", _place(context, index), say("check.picture.missing", file=name), hint)
        listed.add(name)
    yield from _choices(context, tuple(listed))


def _choices(context: Context, listed: tuple[str, ...]) -> Iterator[Diagnostic]:
    for channel, caption in context.post.captions:
        for index, name in context.items("captions", channel, "images"):
            if name in (caption.images or ()) and name not in listed:
                place = context.at("captions", channel, "images", index)
                yield error("picture-missing", place, say("check.picture.choice", file=name), suggest(name, listed))


def _place(context: Context, index: int) -> Place:
    """Where a picture's name stands; asked for only where something is wrong."""
    return context.at("images", index, "file")


def _file(context: Context, entry: Entry, index: int) -> Iterator[Diagnostic]:
    """A picture that is there: weighed before it is read, measured before it is decoded."""
    if entry.size > HEAVIEST:
        message = say("check.picture.heavy", file=entry.name, size=-(-entry.size // 1000), most=HEAVIEST // 1000)
        yield error("picture-heavy", _place(context, index), message, _mend())
        return
    try:
        picture = inspect(context.files.read(f"{context.post.path}/{entry.name}") or b"", LONGEST)
    except UndecodableError as undecodable:
        key = "check.picture.format" if undecodable.reason == "format" else "check.picture.broken"
        yield error("picture-undecodable", _place(context, index), say(key, file=entry.name), _mend())
    else:
        yield from _judged(context, entry.name, picture, index)


def _judged(context: Context, name: str, picture: Picture, index: int) -> Iterator[Diagnostic]:
    if not name.lower().endswith(FORMATS[picture.format]):
        message = say("check.picture.name", file=name, format=picture.format)
        yield error("picture-name", _place(context, index), message)
    if max(picture.width, picture.height) > LONGEST:
        size = f"{picture.width}×{picture.height}"
        message = say("check.picture.large", file=name, size=size, most=LONGEST)
        yield error("picture-large", _place(context, index), message, _mend())
    if picture.frames > 1:
        key = "check.picture.animated" if picture.format == "PNG" else "check.picture.several"
        yield error("picture-animated", _place(context, index), say(key, file=name), _mend())
    if picture.located:
        yield error("picture-located", _place(context, index), say("check.picture.located", file=name), _mend())


def _mend() -> Message:
    return say("check.picture.add")
