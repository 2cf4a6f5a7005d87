"""The office as kendal.yaml states it: roles and their dated holders, the review policy, the channels, the site."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from kendal_git.model.values import dataclass
from kendal_git.model.vocabulary import FETCHING, ROLES, STAYING

if TYPE_CHECKING:  # 5 ms, and the check of a post asks for no moment
    from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the office is."""

    name: str = ""
    short: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """The public site; ``url`` without a slash at its end."""

    url: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """One person in one role for a time; ``id`` is the forge's number, which a renamed account keeps.

    ``emails`` are addresses in their commits by which the forge does not find the account.
    """

    id: int
    login: str
    since: date
    until: date | None = None
    status: str = "definitif"
    emails: tuple[str, ...] = ()

    def held(self, day: date) -> bool:
        """Whether the role was theirs on ``day``; both ends belong to it (forges.md §3 row 16)."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Role:
    """One role; ``title`` is what the office calls it."""

    id: str
    title: str = ""
    holders: tuple[Holder, ...] = ()

    def held_on(self, day: date) -> tuple[Holder, ...]:
        """Who held it on ``day``."""
        return tuple(holder for holder in self.holders if holder.held(day))


@dataclass(frozen=True, slots=True)
class Policy:
    """Who verifies what (DESIGN §5.5). ``order`` is ``recorded`` or ``strict``.

    ``sensitive_words`` make a post sensitive wherever they stand in it; posts of the ``fast_lane`` kinds that are
    serta-merta need one verifier who says why (DESIGN §5.7).
    """

    order: str = "recorded"
    levels: tuple[str, ...] = ("subkoor-psdk", "kabid-ikp")
    sensitive: tuple[str, ...] = ("kepala-dinas",)
    sensitive_kinds: tuple[str, ...] = ("klarifikasi", "layanan-darurat", "ucapan-duka")
    sensitive_words: tuple[str, ...] = ("meninggal dunia", "korban jiwa", "tersangka", "hoaks")
    fast_lane: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChannelLimits:
    """What the office's own account or server allows where the usual figures do not hold; 0 is "as usual".

    ``characters`` are counted as the channel counts them, ``alt`` is the longest alternative text.
    """

    characters: int = 0
    pictures: int = 0
    alt: int = 0


USUAL = ChannelLimits()  # what an office has that sets no limits of its own


@dataclass(frozen=True, slots=True)
class Window:
    """The hours in which the office posts, in its own zone: from ``first`` on, before ``last``; equal: all day."""

    first: time = time(5)
    last: time = time(21)


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """One channel in use: ``via`` names the adapter, ``url`` its service where it has one of its own.

    ``correction`` is for what the channel cannot change in place: ``repost`` (take down, send anew), ``new`` (send
    beside it) or ``by-hand``; empty is what the route allows.
    """

    via: str
    url: str = ""
    correction: str = ""
    window: Window | None = None
    limits: ChannelLimits = USUAL

    @property
    def corrects(self) -> str:
        """How a correction goes out that cannot be made in place."""
        return self.correction or ("by-hand" if self.via in STAYING else "repost")

    @property
    def fetches(self) -> bool:
        """Whether its service fetches pictures from the public site."""
        return self.via in FETCHING


@dataclass(frozen=True, slots=True)
class Publishing:
    """Seconds: from an intent to the last moment of its call, and until a late request can no longer land."""

    deadline: int = 60
    settling: int = 120
    window: Window = Window()


@dataclass(frozen=True, slots=True)
class Office:
    """kendal.yaml as a value."""

    identity: Identity = Identity()
    language: str = "id"
    timezone: str = "Asia/Jakarta"
    main: str = "main"
    forge: str = "local"
    site: Site = Site()
    roles: tuple[Role, ...] = ()
    policy: Policy = Policy()
    officials: tuple[tuple[str, str], ...] = ()
    opd: tuple[tuple[str, str], ...] = ()
    channels: tuple[tuple[str, ChannelSettings], ...] = ()
    publishing: Publishing = Publishing()
    ledger_root: str = ""

    @property
    def zone(self) -> "ZoneInfo":
        """The office's time zone."""
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.timezone)

    def window(self, channel: str) -> Window:
        """The hours in which a channel is posted to: its own, otherwise the office's."""
        own = dict(self.channels).get(channel)
        return own.window if own and own.window else self.publishing.window

    def day(self, moment: datetime) -> date:
        """The office's calendar day of a moment."""
        return moment.astimezone(self.zone).date()

    def route(self, channel: str) -> str:
        """The adapter of a channel; empty for one that kendal.yaml does not name."""
        return next((settings.via for name, settings in self.channels if name == channel), "")

    def limits(self, channel: str) -> ChannelLimits:
        """What kendal.yaml says of a channel's limits; nothing of its own for a channel that it does not name."""
        for name, settings in self.channels:  # asked many times a post
            if name == channel:
                return settings.limits
        return USUAL

    def role(self, name: str) -> Role:
        """The role, without holders when kendal.yaml does not staff it."""
        return next((role for role in self.roles if role.id == name), Role(name))

    def roles_of(self, account: int, moment: datetime) -> tuple[str, ...]:
        """The roles that an account number held at a moment, lowest first."""
        day = self.day(moment)
        return tuple(name for name in ROLES if any(holder.id == account for holder in self.role(name).held_on(day)))

    def holder(self, login: str) -> Holder | None:
        """The holder with this login, whatever the role or the dates."""
        folded = login.casefold()
        return next((h for role in self.roles for h in role.holders if h.login.casefold() == folded), None)

    def title(self, role: str) -> str:
        """What the office calls a role."""
        return self.role(role).title or role
