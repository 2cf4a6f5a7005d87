"""merge: an approved proposal to main, and nothing else."""

from datetime import datetime

from kendal_git.model.verdict import Verdict
from kendal_git.objects import Git
from kendal_git.ports import Forge
from kendal_git.verbs.gate import gate


def merge(git: Git, forge: Forge, number: int, main: str, now: datetime) -> tuple[Verdict, str]:
    """Judge, then merge the very head that was judged: the verdict, and the new tip of main or nothing."""
    proposal, verdict = gate(git, forge, number, main, now)
    if not verdict.approved:
        return verdict, ""
    return verdict, forge.merge(number, proposal.head)
