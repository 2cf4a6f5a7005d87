"""The forges of kendal.yaml: from ``forge:`` and the environment's tokens to a forge that answers for one person."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from kendal_git.files import WorkTree
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.ports import Clock, Forge, Inspector
from kendal_git.wiring.routes import ROUTE_SECRETS

if TYPE_CHECKING:
    from kendal_git.forges.github.api import Api

# Any one of these beside the embedded forge would let an unauthenticated verdict reach the public.
CREDENTIALS = (
    "META_PAGE_TOKEN", "THREADS_TOKEN", "X_ACCESS_TOKEN", "X_ACCESS_TOKEN_SECRET", "TELEGRAM_BOT_TOKEN",
    "MASTODON_TOKEN", "BSKY_APP_PASSWORD", "TIKTOK_REFRESH_TOKEN", "YT_REFRESH_TOKEN",
)  # fmt: skip

# A person's own token first, then what GitHub gives to a workflow or its own command to a terminal.
GITHUB_TOKENS = ("KENDAL_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN")

ForgeMaker = Callable[[Git, Office, str, Clock], Forge]


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


HOSTS: Mapping[str, ForgeMaker] = {"local": _local, "github": _github}
