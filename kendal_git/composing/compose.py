"""One post on one channel: the caption written for it or the narration, its tags, its pictures, its counts."""

import re

from kendal_git.composing.count import count
from kendal_git.composing.limits import Limit, limits_of
from kendal_git.composing.plain import plain
from kendal_git.composing.whatsapp import whatsapp
from kendal_git.model.delivery import Count, Payload, PayloadPicture
from kendal_git.model.office import Office
from kendal_git.model.post import Post

# What the platforms take for a hashtag: not the # inside an address, a word or a number alone.
HASHTAG = re.compile(r"#(?<![\w&/#]#)(\w*[^\W\d]\w*)")
UNLIMITED = (Limit(0, "characters"),)


def compose(post: Post, channel: str, office: Office | None = None) -> Payload:
    """What ``channel`` gets of ``post``. Nothing is cut: a text over the limit is a diagnostic, not a surprise.

    The ``office`` may have limits of its own for the channel; without it the usual ones are meant.
    """
    caption, limits = post.caption(channel), limits_of(channel, office)
    text = _words(post.narration, limits.markup) if caption.text is None else caption.text.strip()
    tags = _missing(text, post.hashtags if caption.hashtags is None else caption.hashtags)
    text = "\n\n".join(part for part in (text, tags) if part)
    pictures = chosen_pictures(post, channel)
    kept = pictures[: limits.pictures] if limits.pictures else pictures
    wanted = limits.of_text(bool(kept)) or UNLIMITED
    counts = tuple(Count(count(limit.unit, text), limit.most, limit.unit) for limit in wanted)
    tightest = max(counts, key=lambda one: one.length / one.most if one.most else 0)
    return Payload(channel, text, kept, tightest.length, tightest.most, tightest.unit, counts)


def _words(narration: str, markup: str) -> str:
    """The narration with the marks that the channel knows."""
    return whatsapp(narration) if markup == "whatsapp" else plain(narration)


def hashtags(text: str) -> tuple[str, ...]:
    """The hashtags in a text, without their #."""
    return tuple(HASHTAG.findall(text))


def chosen_pictures(post: Post, channel: str) -> tuple[PayloadPicture, ...]:
    """The caption's own choice and order, otherwise the post's pictures; not yet cut to the channel's number."""
    chosen = post.caption(channel).images
    by_file = {image.file: image for image in post.images}
    names = tuple(by_file) if chosen is None else tuple(name for name in chosen if name in by_file)
    return tuple(PayloadPicture(name, by_file[name].alt) for name in names)


def _missing(text: str, tags: tuple[str, ...]) -> str:
    """The line of tags that the text does not hold already; case is not a difference to any platform."""
    there = {tag.casefold() for tag in hashtags(text)}
    wanted = {tag.casefold(): tag for tag in reversed(tags)}  # the first spelling of a tag stays
    return " ".join(f"#{tag}" for tag in tags if tag.casefold() not in there and wanted[tag.casefold()] == tag)
