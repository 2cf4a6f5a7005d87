"""caption-long: what a channel gets fits the channel, counted in its own unit."""

from collections.abc import Iterator

from kendal_git.composing import compose, hashtags, limits_of
from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Text and hashtags of every chosen channel are within its limits."""
    for index, channel in context.items("channels"):
        if channel not in context.post.channels:
            continue
        payload, limits = compose(context.post, channel), limits_of(channel)
        written = context.post.caption(channel).text is not None
        place = context.document.key_place("captions", channel) if written else context.at("channels", index)
        over = payload.length - payload.most
        if payload.most and over > 0:
            hint = say("check.caption.shorten" if written else "check.caption.write", channel=channel)
            sizes = {"length": payload.length, "most": payload.most, "over": over}
            yield error("caption-long", place, say("check.caption.long", channel=channel, **sizes), hint)
        tags = len(hashtags(payload.text))
        if limits.hashtags and tags > limits.hashtags:
            message = say("check.caption.hashtags", channel=channel, count=tags, most=limits.hashtags)
            yield error("caption-hashtags", place, message, say("check.caption.hashtags.hint", channel=channel))
