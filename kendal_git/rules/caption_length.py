"""caption-long: what a channel gets fits the channel, counted in its own unit."""

from collections.abc import Iterator

from kendal_git.composing import compose, hashtags, limits_of
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Text and hashtags of every chosen channel are within its limits."""
    numbers = {channel: index for index, channel in reversed([*context.items("channels")])}
    for channel in context.post.channels:
        limits = limits_of(channel)
        if not (limits.text or limits.hashtags):
            continue
        payload = compose(context.post, channel)
        written = context.post.caption(channel).text is not None
        place = context.document.key_place("captions", channel) if written else context.at("channels", numbers[channel])
        over = payload.length - payload.most
        if payload.most and over > 0:
            hint = say("check.caption.shorten" if written else "check.caption.write", channel=channel)
            sizes = {"length": payload.length, "most": payload.most, "over": over}
            yield error("caption-long", place, say("check.caption.long", channel=channel, **sizes), hint)
        tags = len(hashtags(payload.text))
        if limits.hashtags and tags > limits.hashtags:
            message = say("check.caption.hashtags", channel=channel, count=tags, most=limits.hashtags)
            yield error("caption-hashtags", place, message, say("check.caption.hashtags.hint", channel=channel))
