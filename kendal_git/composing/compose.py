"""One post on one channel: the caption written for it or the narration, its tags, its pictures, its count."""

import re

from kendal_git.composing.count import UNITS
from kendal_git.composing.limits import limits_of
from kendal_git.composing.plain import plain
from kendal_git.model.delivery import Payload, PayloadPicture
from kendal_git.model.post import Post

# What the platforms take for a hashtag: not the # inside an address, a word or a number alone.
HASHTAG = re.compile(r"(?<![\w&/#])#(\w*[^\W\d]\w*)")


def compose(post: Post, channel: str) -> Payload:
    """What ``channel`` gets of ``post``. Nothing is cut: a text over the limit is a diagnostic, not a surprise."""
    caption, limits = post.caption(channel), limits_of(channel)
    text = plain(post.narration) if caption.text is None else caption.text.strip()
    tags = _missing(text, post.hashtags if caption.hashtags is None else caption.hashtags)
    text = "\n\n".join(part for part in (text, tags) if part)
    length = UNITS[limits.unit](text)
    return Payload(channel, text, _pictures(post, channel, limits.pictures), length, limits.text, limits.unit)


def hashtags(text: str) -> tuple[str, ...]:
    """The hashtags in a text, without their #."""
    return tuple(HASHTAG.findall(text))


def _missing(text: str, tags: tuple[str, ...]) -> str:
    """The line of tags that the text does not hold already; case is not a difference to any platform."""
    there = {tag.casefold() for tag in hashtags(text)}
    wanted = {tag.casefold(): tag for tag in reversed(tags)}  # the first spelling of a tag stays
    return " ".join(f"#{tag}" for tag in tags if tag.casefold() not in there and wanted[tag.casefold()] == tag)


def _pictures(post: Post, channel: str, most: int) -> tuple[PayloadPicture, ...]:
    """The caption's own choice and order, otherwise the post's first pictures up to the channel's number."""
    chosen = post.caption(channel).images
    by_file = {image.file: image for image in post.images}
    names = tuple(by_file) if chosen is None else tuple(name for name in chosen if name in by_file)
    return tuple(PayloadPicture(name, by_file[name].alt) for name in (names[:most] if most else names))
