"""How one visible call ended: what a channel said, or that nothing can be trusted."""

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """The channel has taken it and says where it is."""

    url: str = ""
    remote: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel has documented that it will not take it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreached:
    """The call surely did not reach the channel; it may be tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer that can be trusted: it may be visible, and it may not."""

    reason: str


Outcome = Sent | Refused | Unreached | Unknown
