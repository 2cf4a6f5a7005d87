"""The desk of one person in one repository: the registries of adapters, and what a command finds before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kendal_git.files import WorkTree
from kendal_git.ledgers.git import GitLedger
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.ports import Channel, Clock, Forge
from kendal_git.reading.offices import office_of
from kendal_git.wiring.hosts import HOSTS, ForgeMaker
from kendal_git.wiring.routes import ROUTES, ChannelMaker
from kendal_git.wiring.workplace import CLOCK, login_of


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
            made[name] = maker(name, office, root)
        return made

    def forge(self, git: Git, office: Office, login: str) -> Forge:
        """The office's forge as one person. Raises Misuse when it must not or cannot be used."""
        maker = self.forges.get(office.forge)
        if maker is None:
            raise Misuse(say("forge.unsupported", name=office.forge))
        return maker(git, office, login, CLOCK)


ADAPTERS = Adapters(ROUTES, HOSTS)


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
    office = office_of(WorkTree(root))
    git = Git(root)
    if not git.text("config", "--get", "remote.origin.url", ok=(0, 1)):
        raise Misuse(say("git.no-remote"), say("git.no-remote.hint"))
    me = login_of(git, login)
    ledger = GitLedger(git, CLOCK, office.ledger_root, office.main)
    return Desk(root, office, git, adapters.forge(git, office, me), ledger, me, CLOCK)
