"""What is wrong with content, and exactly where: trouble as a value that every reporter can show."""

from enum import StrEnum

from kendal_git.model.message import Message
from kendal_git.model.values import dataclass


class Severity(StrEnum):
    """An error stops a post; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line. ``line`` and ``column`` count from 1, ``width`` in characters (code points)."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1
    text: str = ""  # the whole line, for the carets; empty when there is no line to show


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: ``rule`` names the module, its test, its page and the link on screen."""

    rule: str
    severity: Severity
    place: Place
    message: Message
    hint: Message | None = None


def error(rule: str, place: Place, message: Message, hint: Message | None = None) -> Diagnostic:
    """A diagnostic that stops the post."""
    return Diagnostic(rule, Severity.ERROR, place, message, hint)


def warning(rule: str, place: Place, message: Message, hint: Message | None = None) -> Diagnostic:
    """A diagnostic that asks for a second look."""
    return Diagnostic(rule, Severity.WARNING, place, message, hint)
