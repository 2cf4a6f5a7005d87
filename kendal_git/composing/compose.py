"""One post on one channel: the caption written for it or the narration, its tags, its pictures, its count."""

from kendal_git.composing.count import UNITS
from kendal_git.composing.limits import limits_of
from kendal_git.composing.plain import plain
from kendal_git.model.delivery import Payload, PayloadPicture
from kendal_git.model.post import Post


def compose(post: Post, channel: str) -> Payload:
    """What ``channel`` gets of ``post``. Nothing is cut: a text over the limit is a diagnostic, not a surprise."""
    caption, limits = post.caption(channel), limits_of(channel)
    text = plain(post.narration) if caption.text is None else caption.text.strip()
    tags = post.hashtags if caption.hashtags is None else caption.hashtags
    wanted = " ".join(f"#{tag}" for tag in tags if f"#{tag.casefold()}" not in text.casefold())
    text = "\n\n".join(part for part in (text, wanted) if part)
    length = UNITS[limits.unit](text)
    return Payload(channel, text, _pictures(post, channel, limits.pictures), length, limits.text, limits.unit)


def _pictures(post: Post, channel: str, most: int) -> tuple[PayloadPicture, ...]:
    """The caption's own choice and order, otherwise the post's first pictures up to the channel's number."""
    chosen = post.caption(channel).images
    by_file = {image.file: image for image in post.images}
    names = tuple(by_file) if chosen is None else tuple(name for name in chosen if name in by_file)
    return tuple(PayloadPicture(name, by_file[name].alt) for name in (names[:most] if most else names))
