"""pictures-left-out, alt-long: a channel has room for the pictures that it gets, and for what describes them."""

from collections.abc import Iterator

from kendal_git.composing import chosen_pictures, limits_of
from kendal_git.model.diagnostic import Diagnostic, error, warning
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """No picture is left out silently, and no alternative text is cut off."""
    written = {file: index for index, file in context.items("images", key="file")}
    told: set[str] = set()
    for index, channel in context.items("channels"):
        limits = limits_of(channel, context.office)
        if channel in told or not (limits.pictures or limits.alt):
            continue
        told.add(channel)
        pictures = chosen_pictures(context.post, channel)
        left = len(pictures) - limits.pictures
        if limits.pictures and left > 0:
            own = context.post.caption(channel).images is not None
            place = context.at("captions", channel, "images") if own else context.at("channels", index)
            message = say("compose.left-out", channel=channel, most=limits.pictures, left=left)
            yield warning("pictures-left-out", place, message, say("compose.left-out.hint", channel=channel))
        for picture in pictures if limits.alt else ():
            if len(picture.alt) > limits.alt:
                sizes = {"length": len(picture.alt), "most": limits.alt}
                message = say("compose.alt", channel=channel, file=picture.file, **sizes)
                yield error(
                    "alt-long", context.at("images", written[picture.file], "alt"), message, say("compose.alt.hint")
                )
