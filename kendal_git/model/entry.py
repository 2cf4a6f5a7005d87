"""What lies in a folder, whether the folder is on disk or in a commit."""

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a folder. ``mode`` is ``file``, ``folder``, ``link`` or ``other``; ``size`` in bytes."""

    name: str
    mode: str
    size: int = 0
