"""What a channel itself calls a post, read from the address that a person gives: no network, no credential."""

from collections.abc import Callable


def remote_of(via: str, url: str, pictures: int | None) -> str:
    """A route's name of the post at ``url``, of which the channel got so many ``pictures``; None: nobody knows.

    Empty where the address does not tell it: then a correction or a take-down of the post is done by hand.
    """
    if not url or (via in ALBUMS and (pictures is None or pictures > 1)):
        return ""
    reader = READERS.get(via)
    return reader(url) if reader else ""


def _bluesky(url: str) -> str:
    from kendal_git.channels.bluesky import payload

    return payload.remote_of(url)


def _mastodon(url: str) -> str:
    from kendal_git.channels.mastodon import payload

    return payload.remote_of(url)


def _telegram(url: str) -> str:
    from kendal_git.channels.telegram import payload

    return payload.remote_of(url)


def _x(url: str) -> str:
    from kendal_git.channels.x import payload

    return payload.remote_of(url)


def _facebook(url: str) -> str:
    from kendal_git.channels.facebook import payload

    return payload.remote_of(url)


READERS: dict[str, Callable[[str], str]] = {
    "bluesky": _bluesky, "mastodon": _mastodon, "telegram": _telegram, "x": _x, "facebook": _facebook,
}  # fmt: skip
# An album is as many messages as pictures, and its address names one: taking that down would leave the others.
ALBUMS = ("telegram",)
