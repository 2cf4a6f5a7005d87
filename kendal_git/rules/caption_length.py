"""caption-long, caption-hashtags, caption-links: what a channel gets fits the channel, counted in its own unit."""

from collections.abc import Iterator

from kendal_git.composing import Limits, compose, hashtags, limits_of, links
from kendal_git.model.delivery import Payload
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Text, hashtags and links of every chosen channel are within its limits."""
    for channel in context.post.channels:
        limits = limits_of(channel, context.office)
        if not (limits.texts or limits.hashtags or limits.links):
            continue
        payload = compose(context.post, channel, context.office)
        yield from _length(context, payload)
        yield from _parts(context, payload, limits)


def _written(context: Context, channel: str) -> bool:
    """Whether the channel has a caption of its own."""
    return context.post.caption(channel).text is not None


def _place(context: Context, channel: str) -> Place:
    """Where the text is chosen: the channel's own caption, otherwise its name among the channels."""
    if _written(context, channel):
        return context.document.key_place("captions", channel)
    return context.at("channels", next(index for index, name in context.items("channels") if name == channel))


def _length(context: Context, payload: Payload) -> Iterator[Diagnostic]:
    """Where several units are exceeded, the tightest is named: who mends that one has mended them all."""
    over = payload.length - payload.most
    if payload.most and over > 0:
        sizes = {"length": payload.length, "most": payload.most, "over": over}
        message = say("check.caption.long", channel=payload.channel, **sizes)
        if payload.unit == "bytes":
            message = say("compose.long.bytes", channel=payload.channel, **sizes)
        key = "check.caption.shorten" if _written(context, payload.channel) else "check.caption.write"
        yield error("caption-long", _place(context, payload.channel), message, say(key, channel=payload.channel))


def _parts(context: Context, payload: Payload, limits: Limits) -> Iterator[Diagnostic]:
    channel = payload.channel
    tags = len(hashtags(payload.text)) if limits.hashtags else 0
    if tags > limits.hashtags:
        message = say("check.caption.hashtags", channel=channel, count=tags, most=limits.hashtags)
        hint = say("check.caption.hashtags.hint", channel=channel)
        yield error("caption-hashtags", _place(context, channel), message, hint)
    if limits.links:
        found = {payload.text[start:end] for start, end in links(payload.text)}
        if len(found) > limits.links:
            message = say("compose.links", channel=channel, count=len(found), most=limits.links)
            yield error("caption-links", _place(context, channel), message, say("compose.links.hint", channel=channel))
