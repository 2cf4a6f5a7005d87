"""How one visible call ended: what a channel said, or that nothing can be trusted."""

from kendal_git.model.message import Message
from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel has taken it and says where it is."""

    url: str = ""
    remote: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel has documented that it will not take this content."""

    reason: str


@dataclass(frozen=True, slots=True)
class Denied:
    """The channel takes nothing from us: a token or right is missing, the content is not at fault."""

    reason: str


@dataclass(frozen=True, slots=True)
class Throttled:
    """Too much for now; ``wait`` is what the channel asks for, in seconds."""

    reason: str
    wait: float = 60.0


@dataclass(frozen=True, slots=True)
class Unreached:
    """The call surely did not reach the channel; it may be tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """The channel offers no way to do this; a person does it, and says so."""

    reason: str | Message


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer that can be trusted: it may be visible, and it may not."""

    reason: str


@dataclass(frozen=True, slots=True)
class Awaited:
    """The channel fetches pictures from the public site, and they are not there yet: the site is built first."""

    reason: Message


Outcome = Sent | Refused | Denied | Throttled | Unreached | ByHand | Unknown
Untaken = Refused | Denied | Throttled | Unreached | Awaited  # what surely made nothing visible
