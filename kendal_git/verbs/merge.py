"""merge: an approved proposal to main, and nothing else."""

from datetime import datetime

from kendal_git.model.office import Office
from kendal_git.objects import Git
from kendal_git.ports import Forge
from kendal_git.verbs.gate import Gated, gate


def merge(git: Git, forge: Forge, number: int, office: Office, now: datetime, since: str = "") -> tuple[Gated, str]:  # noqa: PLR0913, PLR0917
    """Judge, then merge the very head that was judged: the verdict, and the new tip of main or nothing."""
    found = gate(git, forge, number, office, now, since)
    return found, forge.merge(number, found.verdict.head) if found.verdict.approved else ""
