"""picture-*: every picture that a post lists is there, decodes as a whole, is small enough and tells no place."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.message import say
from kendal_git.model.post import Image
from kendal_git.pictures import FORMATS, Picture, Undecodable, inspect
from kendal_git.reading.decoding import suggest
from kendal_git.rules.context import Context

LONGEST = 2560  # px, DESIGN §7
HEAVIEST = 1_500_000  # bytes, DESIGN §7


def check(context: Context) -> Iterator[Diagnostic]:
    """Each listed picture once, and each choice of a channel among the listed ones."""
    present = {entry.name: entry for entry in context.read.entries if entry.mode == "file"}
    pictures = tuple(name for name in present if name != "post.md")
    for index, image in enumerate(context.post.images):
        place = context.at("images", index, "file")
        entry = present.get(image.file)
        if entry is None:
            yield error("picture-missing", place, say("check.picture.missing", file=image.file), suggest(image.file, pictures))
        elif entry.size > HEAVIEST:
            yield error("picture-heavy", place, say("check.picture.heavy", file=image.file, size=f"{entry.size / 1e6:.1f}"), say("check.picture.add"))
        else:
            yield from _decoded(context, image, place)
    listed = tuple(image.file for image in context.post.images)
    for channel, caption in context.post.captions:
        for index, name in enumerate(caption.images or ()):
            if name not in listed:
                place = context.at("captions", channel, "images", index)
                yield error("picture-missing", place, say("check.picture.choice", file=name), suggest(name, listed))


def _decoded(context: Context, image: Image, place: Place) -> Iterator[Diagnostic]:
    data = context.files.read(f"{context.post.path}/{image.file}") or b""
    try:
        picture = inspect(data)
    except Undecodable as undecodable:
        yield error("picture-undecodable", place, say(f"check.picture.{undecodable.reason}", file=image.file), say("check.picture.add"))
        return
    yield from _judged(image, picture, place)


def _judged(image: Image, picture: Picture, place: Place) -> Iterator[Diagnostic]:
    if not image.file.lower().endswith(FORMATS[picture.format]):
        yield error("picture-name", place, say("check.picture.name", file=image.file, format=picture.format))
    if max(picture.width, picture.height) > LONGEST:
        size = f"{picture.width}×{picture.height}"
        yield error("picture-large", place, say("check.picture.large", file=image.file, size=size, most=LONGEST), say("check.picture.add"))
    if picture.frames > 1:
        yield error("picture-animated", place, say("check.picture.animated", file=image.file))
    if picture.located:
        yield error("picture-located", place, say("check.picture.located", file=image.file), say("check.picture.add"))
