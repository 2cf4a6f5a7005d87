"""doctor --channels: whether each channel would take what we send, asked of the services without sending anything."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings, Office
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.ports import ChannelInspector, Clock


@dataclass(frozen=True, slots=True)
class Account:
    """A channel as the doctor finds it: what its secrets lack, and eyes when they lack nothing.

    Without either it is a channel where a person posts by hand.
    """

    name: str
    settings: ChannelSettings
    secrets: tuple[Finding, ...] = ()
    inspector: ChannelInspector | None = None


def chosen(office: Office, names: tuple[str, ...]) -> tuple[tuple[str, ChannelSettings], ...]:
    """The office's channels, or those that are named, in the office's order. Raises Misuse for one that it lacks."""
    known = dict(office.channels)
    for name in names:
        if name not in known:
            raise Misuse(say("publish.no-channel", name=name), say("examine.channels", names=tuple(known) or "-"))
    return tuple((name, settings) for name, settings in office.channels if name in names or not names)


def examine(account: Account, clock: Clock) -> Iterator[Finding]:
    """One channel's findings, each under its name; however it fails, the next channel is the caller's to examine."""
    for found in _findings(account, clock):
        yield replace(found, channel=account.name)


def _findings(account: Account, clock: Clock) -> Iterator[Finding]:
    yield from account.secrets
    if account.inspector:
        try:
            yield from account.inspector.findings(account.settings, clock)
        except OutsideFailed as failed:
            yield Finding("account", State.UNKNOWN, failed.message, failed.hint)
    elif not account.secrets:
        yield Finding("account", State.OK, say("examine.by-hand"))
