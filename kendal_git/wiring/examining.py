"""The doctor's eyes on the channels: from ``via:`` and the environment's secrets to one account that can be asked."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from kendal_git.model.finding import Finding, State
from kendal_git.model.message import Message, say
from kendal_git.model.office import ChannelSettings
from kendal_git.model.secret import Secret
from kendal_git.ports import ChannelInspector, Clock
from kendal_git.verbs.examine import Account
from kendal_git.wiring.routes import ROUTE_SECRETS, absent, bare, odd, secrets_of
from kendal_git.wiring.workplace import CLOCK

if TYPE_CHECKING:
    from kendal_git.channels.graph_token import Graph

# Words that everybody may see: they say whom to ask, and a finding is clearer with them.
OPEN = ("BSKY_SERVICE", "BSKY_HANDLE", "MASTODON_BASE_URL", "TELEGRAM_CHAT_ID", "META_PAGE_ID", "META_IG_USER_ID")
APP = ("META_APP_ID", "META_APP_SECRET")  # only the doctor uses them, and without them it says what it cannot tell
HIDDEN = "•••"

Words = Mapping[str, str]
InspectorMaker = Callable[[Words], ChannelInspector]


def account(name: str, settings: ChannelSettings) -> Account:
    """One channel of kendal.yaml: what its secrets lack, all of it, or eyes that have what they need."""
    via = settings.via
    if via not in ROUTE_SECRETS:
        message = say("publish.no-route", channel=name, via=via, known=tuple(ROUTE_SECRETS))
        return Account(name, settings, (Finding("route", State.MISSING, message, say("examine.route.hint")),))
    words = secrets_of(via)
    if not words:
        return Account(name, settings)
    if gaps := tuple(_gaps(name, via, words)):
        return Account(name, settings, gaps)
    there = (Finding("secrets", State.OK, say("examine.secrets", names=tuple(words))),)
    return Account(name, settings, there, _Covered(INSPECTORS[via](words), _hidden(words)))


def _gaps(name: str, via: str, words: Words) -> Iterator[Finding]:
    """Everything that is wrong with a route's secrets, by their names alone."""
    if names := absent(words):
        hint = say("publish.no-secret.hint", channel=name, via=via)
        yield Finding("secrets", State.MISSING, say("examine.secrets.missing", names=names), hint)
    if names := odd(words):
        hint = say("examine.secrets.odd.hint", via=via)
        yield Finding("secrets", State.MISSING, say("publish.odd-secret", names=names), hint)
    if names := bare(words):
        hint = say("examine.secrets.bare.hint", via=via)
        yield Finding("secrets", State.MISSING, say("publish.bare-address", names=names), hint)


def _hidden(words: Words) -> tuple[str, ...]:
    """The words that no finding may show, also as an address would write them."""
    kept = [word for name, word in words.items() if name not in OPEN]
    kept += [word] if (word := os.environ.get(APP[1], "").strip()) else []
    return tuple(sorted({one for word in kept for one in (word, quote(word, safe=""))}, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Covered:
    """Eyes around eyes: whatever a service repeats, a secret does not come out."""

    eyes: ChannelInspector
    words: tuple[str, ...] = field(repr=False)

    def findings(self, settings: ChannelSettings, clock: Clock) -> Iterator[Finding]:
        """The same, covered."""
        for one in self.eyes.findings(settings, clock):
            hint = self._message(one.hint) if one.hint else None
            yield replace(one, message=self._message(one.message), hint=hint, link=str(self._value(one.link)))

    def _message(self, message: Message) -> Message:
        return Message(message.key, tuple((name, self._value(value)) for name, value in message.values))

    def _value(self, value: object) -> object:
        if isinstance(value, Message):
            return self._message(value)
        if isinstance(value, tuple):
            return tuple(self._value(one) for one in value)
        if isinstance(value, str):
            for word in self.words:
                value = value.replace(word, HIDDEN)
        return value


def _bluesky(words: Words) -> ChannelInspector:
    from kendal_git.channels.bluesky.inspecting import Inspector

    handle = words["BSKY_HANDLE"].removeprefix("@")
    return Inspector(words["BSKY_SERVICE"], handle, Secret(words["BSKY_APP_PASSWORD"]))


def _mastodon(words: Words) -> ChannelInspector:
    from kendal_git.channels.mastodon.inspecting import Inspector

    return Inspector(words["MASTODON_BASE_URL"], Secret(words["MASTODON_TOKEN"]))


def _telegram(words: Words) -> ChannelInspector:
    from kendal_git.channels.telegram.channel import Bot
    from kendal_git.channels.telegram.inspecting import Inspector

    return Inspector(Bot(words["TELEGRAM_BOT_TOKEN"], words["TELEGRAM_CHAT_ID"]))


def _x(words: Words) -> ChannelInspector:
    from kendal_git.channels.x.channel import Account as XAccount
    from kendal_git.channels.x.inspecting import Inspector
    from kendal_git.channels.x.signing import Keys

    return Inspector(XAccount(Keys(*(words[name] for name in ROUTE_SECRETS["x"])), CLOCK.now))


def _graph(via: str, words: Words) -> "Graph":
    from kendal_git.channels.facebook.channel import API
    from kendal_git.channels.graph_token import App, Graph

    app = App(*(os.environ.get(name, "").strip() for name in APP))
    return Graph(via, API, words["META_PAGE_TOKEN"], app)


def _facebook(words: Words) -> ChannelInspector:
    from kendal_git.channels.facebook.inspecting import Inspector

    return Inspector(words["META_PAGE_ID"], _graph("facebook", words))


def _instagram(words: Words) -> ChannelInspector:
    from kendal_git.channels.instagram.inspecting import Inspector

    return Inspector(words["META_IG_USER_ID"], _graph("instagram", words))


INSPECTORS: Mapping[str, InspectorMaker] = {
    "bluesky": _bluesky, "mastodon": _mastodon, "telegram": _telegram,
    "x": _x, "facebook": _facebook, "instagram": _instagram,
}  # fmt: skip
