"""picture-needed: a channel that shows no text alone gets at least one picture."""

from collections.abc import Iterator

from kendal_git.composing import limits_of
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Instagram without a picture is refused before the platform refuses it."""
    listed = any(context.items("images", key="file"))
    for index, channel in context.items("channels"):
        chosen = context.post.caption(channel).images
        if limits_of(channel, context.office).needs_picture and not (listed if chosen is None else chosen):
            yield error("picture-needed", context.at("channels", index), say("check.channel.picture", channel=channel))
