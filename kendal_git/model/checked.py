"""The result of a check: what was looked at and what was found, before anyone tells of it."""

from kendal_git.model.diagnostic import Diagnostic, Severity
from kendal_git.model.message import Message
from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what was found, in the order of the files."""

    posts: tuple[str, ...]
    days: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    notes: tuple[Message, ...] = ()  # why more was looked at than was asked for; not a finding

    @property
    def errors(self) -> int:
        """How many findings stop a post."""
        return sum(found.severity is Severity.ERROR for found in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many ask for a second look."""
        return len(self.diagnostics) - self.errors
