"""What stops a command: misuse, or the outside world; content trouble is never one of these but a Diagnostic."""

from kendal_git.model.message import Message


class Trouble(Exception):
    """A command cannot go on. ``message`` says why, ``hint`` what to do next; ``code`` is the exit code (DESIGN §4)."""

    code = 70

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.key)
        self.message = message
        self.hint = hint


class Misuse(Trouble):
    """Wrong usage or configuration: exit 2."""

    code = 2


class OutsideFailed(Trouble):
    """The outside world failed; the same command may work later: exit 3."""

    code = 3


class InDoubt(Trouble):
    """Something may have happened that we cannot see; a person must look: exit 4."""

    code = 4
