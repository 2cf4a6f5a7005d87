"""The routes of kendal.yaml: from ``via:`` and the environment's secrets to a channel that is ready to send."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.secret import Secret
from kendal_git.model.trouble import Misuse
from kendal_git.ports import Channel
from kendal_git.wiring.workplace import CLOCK

# The secrets that a route of kendal.yaml needs; the outbox needs none.
ROUTE_SECRETS: Mapping[str, tuple[str, ...]] = {
    "outbox": (),
    "bluesky": ("BSKY_SERVICE", "BSKY_HANDLE", "BSKY_APP_PASSWORD"),
    "mastodon": ("MASTODON_BASE_URL", "MASTODON_TOKEN"),
    "telegram": ("TELEGRAM_BOT_TOKEN", "TELEGRAM_CHAT_ID"),
    "x": ("X_API_KEY", "X_API_SECRET", "X_ACCESS_TOKEN", "X_ACCESS_TOKEN_SECRET"),
    "facebook": ("META_PAGE_ID", "META_PAGE_TOKEN"),
    "instagram": ("META_IG_USER_ID", "META_PAGE_TOKEN"),
}

ADDRESSES = ("BSKY_SERVICE", "MASTODON_BASE_URL")

ChannelMaker = Callable[[str, Office, Path], Channel]  # the channel's name, its office, the repository


def _outbox(name: str, office: Office, root: Path) -> Channel:
    from kendal_git.channels.outbox.channel import Outbox

    folder = os.environ.get("KENDAL_OUTBOX")
    return Outbox(name, Path(folder) if folder else root / "outbox", root / "templates", office.language)


def secrets_of(via: str) -> dict[str, str]:
    """The secrets of a route by their names, as the environment has them; empty words for those that it lacks."""
    return {name: os.environ.get(name, "").strip() for name in ROUTE_SECRETS[via]}


def absent(found: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the secrets that are not there."""
    return tuple(name for name, word in found.items() if not word)


def odd(found: Mapping[str, str]) -> tuple[str, ...]:
    """The names of those that no header takes; the library that would say so repeats a part of them."""
    return tuple(name for name, word in found.items() if not word.isascii() or len(word.split()) > 1)


def bare(found: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the addresses to which a token must not travel."""
    return tuple(name for name, word in found.items() if name in ADDRESSES and word and not _safe(word))


def _secrets(name: str, office: Office) -> tuple[str, ...]:
    """The secrets of a channel's route, in their order. Raises Misuse, naming those that are missing."""
    via = dict(office.channels)[name].via
    found = secrets_of(via)
    if names := absent(found):
        hint = say("publish.no-secret.hint", channel=name, via=via)
        raise Misuse(say("publish.no-secret", channel=name, via=via, names=names), hint)
    if names := odd(found):
        raise Misuse(say("publish.odd-secret", names=names), say("publish.odd-secret.hint"))
    if names := bare(found):
        raise Misuse(say("publish.bare-address", names=names), say("publish.bare-address.hint"))
    return tuple(found.values())


def _safe(address: str) -> bool:
    """Whether a token may travel there: encrypted, or within this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"))


def _bluesky(name: str, office: Office, _root: Path) -> Channel:
    from kendal_git.channels.bluesky.channel import Bluesky
    from kendal_git.channels.bluesky.service import Service

    service, handle, password = _secrets(name, office)
    return Bluesky(name, Service(service, handle.removeprefix("@"), Secret(password)))


def _mastodon(name: str, office: Office, _root: Path) -> Channel:
    from kendal_git.channels.mastodon.channel import Mastodon
    from kendal_git.channels.mastodon.service import Service

    address, token = _secrets(name, office)
    return Mastodon(name, Service(address, Secret(token)))


def _telegram(name: str, office: Office, _root: Path) -> Channel:
    from kendal_git.channels.telegram.channel import Bot, Telegram

    return Telegram(name, Bot(*_secrets(name, office)))


def _x(name: str, office: Office, _root: Path) -> Channel:
    from kendal_git.channels.x.channel import Account, X
    from kendal_git.channels.x.signing import Keys

    return X(name, Account(Keys(*_secrets(name, office)), CLOCK.now))


def _facebook(name: str, office: Office, _root: Path) -> Channel:
    from kendal_git.channels.facebook.channel import Facebook, Page

    return Facebook(name, Page(*_secrets(name, office)))


def _instagram(name: str, office: Office, _root: Path) -> Channel:
    from kendal_git.channels.instagram.channel import Account, Instagram

    return Instagram(name, Account(*_secrets(name, office)), CLOCK.now)


ROUTES: Mapping[str, ChannelMaker] = {
    "outbox": _outbox, "bluesky": _bluesky, "mastodon": _mastodon,
    "telegram": _telegram, "x": _x, "facebook": _facebook, "instagram": _instagram,
}  # fmt: skip
