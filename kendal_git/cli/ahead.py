"""What a command will ask of Git in any case is asked before click is imported, which takes as long as the answer."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kendal_git.verbs.looking import Looking


def look(words: list[str]) -> "Looking | None":
    """The look of a ``check`` of everything, which has begun; None for any other words."""
    folder, rest = (words[1], words[2:]) if len(words) > 1 and words[0] == "-C" else ("", words)
    if rest not in (["check"], ["check", "--all"]):
        return None
    from kendal_git.files import find_root
    from kendal_git.verbs.looking import Looking

    with suppress(OSError, RuntimeError):  # what is wrong with the folder, a loop of links for instance, is told later
        root = find_root(Path(folder).resolve())
        return Looking(root) if root else None
    return None
