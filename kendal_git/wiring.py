"""The only reader of environment and secrets: builds the adapters asked for, and refuses what must not meet."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kendal_git import processes
from kendal_git.files import WorkTree
from kendal_git.ledgers.git import GitLedger
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings, Office
from kendal_git.model.secret import Secret
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.ports import Channel, Clock, Forge, Inspector
from kendal_git.reading.offices import read_office

if TYPE_CHECKING:
    from kendal_git.forges.github.api import Api

# Any one of these beside the embedded forge would let an unauthenticated verdict reach the public.
CREDENTIALS = (
    "META_PAGE_TOKEN", "IG_TOKEN", "THREADS_TOKEN", "X_ACCESS_TOKEN", "X_ACCESS_TOKEN_SECRET", "TELEGRAM_BOT_TOKEN",
    "MASTODON_TOKEN", "BSKY_APP_PASSWORD", "TIKTOK_REFRESH_TOKEN", "YT_REFRESH_TOKEN",
)  # fmt: skip

# The secrets that a route of kendal.yaml needs; the outbox needs none.
ROUTE_SECRETS: Mapping[str, tuple[str, ...]] = {
    "outbox": (),
    "bluesky": ("BSKY_SERVICE", "BSKY_HANDLE", "BSKY_APP_PASSWORD"),
    "mastodon": ("MASTODON_BASE_URL", "MASTODON_TOKEN"),
    "telegram": ("TELEGRAM_BOT_TOKEN", "TELEGRAM_CHAT_ID"),
    "x": ("X_API_KEY", "X_API_SECRET", "X_ACCESS_TOKEN", "X_ACCESS_TOKEN_SECRET"),
    "facebook": ("META_PAGE_ID", "META_PAGE_TOKEN"),
}

ADDRESSES = ("BSKY_SERVICE", "MASTODON_BASE_URL")

# A person's own token first, then what GitHub gives to a workflow or its own command to a terminal.
GITHUB_TOKENS = ("KENDAL_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN")


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """The wall clock."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Seconds that also pass while the machine sleeps, where the system counts them."""
        return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.monotonic()


ChannelMaker = Callable[[str, ChannelSettings, Path], Channel]
ForgeMaker = Callable[[Git, Office, str, Clock], Forge]


def _outbox(name: str, _settings: ChannelSettings, root: Path) -> Channel:
    from kendal_git.channels.outbox import Outbox

    folder = os.environ.get("KENDAL_OUTBOX")
    return Outbox(name, Path(folder) if folder else root / "outbox")


def _secrets(name: str, via: str) -> tuple[str, ...]:
    """The secrets of a channel's route, in their order. Raises Misuse, naming those that are missing."""
    found = {one: os.environ.get(one, "").strip() for one in ROUTE_SECRETS[via]}
    missing = tuple(one for one, word in found.items() if not word)
    if missing:
        hint = say("publish.no-secret.hint", channel=name, via=via)
        raise Misuse(say("publish.no-secret", channel=name, via=via, names=missing), hint)
    odd = tuple(one for one, word in found.items() if not word.isascii() or len(word.split()) > 1)
    if odd:  # no header takes it, and the library that says so repeats a part of it
        raise Misuse(say("publish.odd-secret", names=odd), say("publish.odd-secret.hint"))
    bare = tuple(one for one in found if one in ADDRESSES and not _safe(found[one]))
    if bare:
        raise Misuse(say("publish.bare-address", names=bare), say("publish.bare-address.hint"))
    return tuple(found.values())


def _safe(address: str) -> bool:
    """Whether a token may travel there: encrypted, or within this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"))


def _bluesky(name: str, settings: ChannelSettings, _root: Path) -> Channel:
    from kendal_git.channels.bluesky.channel import Bluesky
    from kendal_git.channels.bluesky.service import Service

    service, handle, password = _secrets(name, settings.via)
    return Bluesky(name, Service(service, handle.removeprefix("@"), Secret(password)))


def _mastodon(name: str, settings: ChannelSettings, _root: Path) -> Channel:
    from kendal_git.channels.mastodon.channel import Mastodon
    from kendal_git.channels.mastodon.service import Service

    address, token = _secrets(name, settings.via)
    return Mastodon(name, Service(address, Secret(token)))


def _telegram(name: str, settings: ChannelSettings, _root: Path) -> Channel:
    from kendal_git.channels.telegram.channel import Bot, Telegram

    return Telegram(name, Bot(*_secrets(name, settings.via)))


def _x(name: str, settings: ChannelSettings, _root: Path) -> Channel:
    from kendal_git.channels.x.channel import Account, X
    from kendal_git.channels.x.signing import Keys

    return X(name, Account(Keys(*_secrets(name, settings.via)), CLOCK.now))


def _facebook(name: str, settings: ChannelSettings, _root: Path) -> Channel:
    from kendal_git.channels.facebook.channel import Facebook, Page

    return Facebook(name, Page(*_secrets(name, settings.via)))


def _local(git: Git, office: Office, login: str, clock: Clock) -> Forge:
    from kendal_git.forges.local import LocalForge

    present = tuple(name for name in CREDENTIALS if os.environ.get(name))
    if present:
        raise Misuse(say("forge.credentials", names=present), say("forge.credentials.hint"))
    return LocalForge(git, office, login, clock)


def _github(git: Git, office: Office, login: str, clock: Clock) -> Forge:
    from kendal_git.forges.github.forge import GitHubForge

    return GitHubForge(git, office, login, clock, _github_api(git))


def _github_api(git: Git) -> "Api":
    from kendal_git.forges.github.address import address_of
    from kendal_git.forges.github.api import Api

    token = next((found for name in GITHUB_TOKENS if (found := os.environ.get(name))), "")
    remote = git.text("config", "--get", "remote.origin.url", ok=(0, 1))
    api = os.environ.get("KENDAL_GITHUB_API") or os.environ.get("GITHUB_API_URL", "")
    return Api(address_of(remote, api), token)


def inspector(git: Git, office: Office) -> Inspector | None:
    """The eyes on the office's forge; None where there is nothing to look at. Raises Misuse for no address."""
    if office.forge != "github":
        return None
    from kendal_git.forges.github.minutes import COSTS
    from kendal_git.forges.github.settings import Inspector as GitHubInspector

    tree = WorkTree(git.folder)
    flows = {name: (tree.read(f".github/workflows/{name}.yml") or b"").decode(errors="replace") for name in COSTS}
    needed = dict.fromkeys(name for _, channel in office.channels for name in ROUTE_SECRETS.get(channel.via, ()))
    return GitHubInspector(_github_api(git), tuple(needed), flows)


def pages_of_forge(office: Office, day: date) -> dict[str, bytes]:
    """The files that the forge itself reads: owners and forms. An office that practises has them ready, too."""
    if office.forge == "gitlab":
        return {}
    from kendal_git.forges.github.pages import pages

    return pages(office, day)


@dataclass(frozen=True, slots=True)
class Adapters:
    """The registries: what ``via:`` and ``forge:`` of kendal.yaml may name."""

    channels: Mapping[str, ChannelMaker]
    forges: Mapping[str, ForgeMaker]

    def channel_map(self, office: Office, root: Path) -> dict[str, Channel]:
        """The office's channels, ready to send. Raises Misuse for a route that is not there."""
        made = {}
        for name, settings in office.channels:
            maker = self.channels.get(settings.via)
            if maker is None:
                raise Misuse(say("publish.no-route", channel=name, via=settings.via, known=tuple(self.channels)))
            made[name] = maker(name, settings, root)
        return made

    def forge(self, git: Git, office: Office, login: str) -> Forge:
        """The office's forge as one person. Raises Misuse when it must not or cannot be used."""
        maker = self.forges.get(office.forge)
        if maker is None:
            raise Misuse(say("forge.unsupported", name=office.forge))
        return maker(git, office, login, CLOCK)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a command on one repository may need, built once."""

    root: Path
    office: Office
    git: Git
    forge: Forge
    ledger: GitLedger
    login: str
    clock: Clock


def desk(adapters: Adapters, root: Path, login: str = "") -> Desk:
    """The desk of one person in one repository. Raises Misuse without a remote or a kendal.yaml to rely on."""
    office, trouble = read_office(WorkTree(root))
    if office is None:
        place = trouble[0].place
        raise Misuse(
            say("cli.office", place=f"{place.path}:{place.line}", problem=trouble[0].message), say("cli.office.hint")
        )
    git = Git(root)
    if not git.text("config", "--get", "remote.origin.url", ok=(0, 1)):
        raise Misuse(say("git.no-remote"), say("git.no-remote.hint"))
    me = login_of(git, login)
    ledger = GitLedger(git, CLOCK, office.ledger_root, office.main)
    return Desk(root, office, git, adapters.forge(git, office, me), ledger, me, CLOCK)


CLOCK = SystemClock()
CHANNELS: Mapping[str, ChannelMaker] = {
    "outbox": _outbox, "bluesky": _bluesky, "mastodon": _mastodon,
    "telegram": _telegram, "x": _x, "facebook": _facebook,
}  # fmt: skip
ADAPTERS = Adapters(CHANNELS, {"local": _local, "github": _github})


def login_of(git: Git, given: str) -> str:
    """Who is at the keyboard: ``--as``, then KENDAL_LOGIN, then ``git config kendal.login``; empty when nobody said."""
    return given or os.environ.get("KENDAL_LOGIN", "") or git.text("config", "--get", "kendal.login", ok=(0, 1))


def run_name() -> str:
    """Our own name as a publishing run: the CI's for it, otherwise host and process number."""
    job = os.environ.get("GITHUB_RUN_ID")
    if job:
        return f"github:{job}:{os.environ.get('GITHUB_RUN_ATTEMPT', '1')}"
    return processes.run_name()
