"""caption-long, caption-hashtags, caption-links: what a channel gets fits the channel, counted in its own unit."""

from collections.abc import Iterator

from kendal_git.composing import Limits, compose, hashtags, limits_of, links
from kendal_git.model.delivery import Payload
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context


def check(context: Context) -> Iterator[Diagnostic]:
    """Text, hashtags and links of every chosen channel are within its limits."""
    numbers = {channel: index for index, channel in reversed([*context.items("channels")])}
    for channel in context.post.channels:
        limits = limits_of(channel, context.office)
        if not (limits.texts or limits.hashtags or limits.links):
            continue
        payload = compose(context.post, channel, context.office)
        written = context.post.caption(channel).text is not None
        place = context.document.key_place("captions", channel) if written else context.at("channels", numbers[channel])
        yield from _length(payload, place, written)
        yield from _parts(payload, limits, place)


def _length(payload: Payload, place: Place, written: bool) -> Iterator[Diagnostic]:
    """Where several units are exceeded, the tightest is named: who mends that one has mended them all."""
    over = payload.length - payload.most
    if payload.most and over > 0:
        sizes = {"length": payload.length, "most": payload.most, "over": over}
        message = say("check.caption.long", channel=payload.channel, **sizes)
        if payload.unit == "bytes":
            message = say("compose.long.bytes", channel=payload.channel, **sizes)
        hint = say("check.caption.shorten" if written else "check.caption.write", channel=payload.channel)
        yield error("caption-long", place, message, hint)


def _parts(payload: Payload, limits: Limits, place: Place) -> Iterator[Diagnostic]:
    channel = payload.channel
    tags = len(hashtags(payload.text))
    if limits.hashtags and tags > limits.hashtags:
        message = say("check.caption.hashtags", channel=channel, count=tags, most=limits.hashtags)
        yield error("caption-hashtags", place, message, say("check.caption.hashtags.hint", channel=channel))
    if limits.links:
        found = {payload.text[start:end] for start, end in links(payload.text)}
        if len(found) > limits.links:
            message = say("compose.links", channel=channel, count=len(found), most=limits.links)
            yield error("caption-links", place, message, say("compose.links.hint", channel=channel))
