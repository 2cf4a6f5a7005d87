"""picture-needed: a channel that shows no text alone gets at least one picture."""

from collections.abc import Iterator

from kendal_git.composing import compose, limits_of
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Instagram without a picture is refused before the platform refuses it."""
    for index, channel in enumerate(context.post.channels):
        if limits_of(channel).needs_picture and not compose(context.post, channel).pictures:
            yield error("picture-needed", context.at("channels", index), say("check.channel.picture", channel=channel))
