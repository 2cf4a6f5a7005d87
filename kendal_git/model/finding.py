"""What the doctor finds: one thing that should be so, and whether it is."""

from enum import StrEnum

from kendal_git.model.message import Message
from kendal_git.model.values import dataclass


class State(StrEnum):
    """``unavailable``: the plan does not offer it. ``unknown``: nobody told us, which is never taken for ``ok``."""

    OK = "ok"
    MISSING = "missing"
    UNKNOWN = "unknown"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Finding:
    """``message`` says how it stands, ``hint`` how to set it, ``link`` where; ``channel`` is whose it is, if any's."""

    name: str
    state: State
    message: Message
    hint: Message | None = None
    link: str = ""
    channel: str = ""


def exit_code(findings: tuple[Finding, ...]) -> int:
    """3 when something cannot be told, 1 when something is missing, otherwise 0."""
    states = {one.state for one in findings}
    return 3 if State.UNKNOWN in states else 1 if states & {State.MISSING, State.UNAVAILABLE} else 0
