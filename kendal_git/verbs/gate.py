"""gate: one proposal to its verdict."""

from datetime import datetime

from kendal_git.model.message import say
from kendal_git.model.proposal import Proposal
from kendal_git.model.trouble import Misuse
from kendal_git.model.verdict import Verdict
from kendal_git.objects import Git
from kendal_git.policy import judge
from kendal_git.ports import Forge
from kendal_git.verbs.investigate import question


def gate(git: Git, forge: Forge, number: int, main: str, now: datetime) -> tuple[Proposal, Verdict]:
    """The verdict on proposal ``number``. Raises Misuse when there is none, OutsideFailed when there is no answer."""
    proposal = forge.proposal(number)
    if proposal is None:
        raise Misuse(say("forge.no-proposal", number=number), say("forge.no-proposal.hint"))
    return proposal, judge(question(git, proposal, main, now))
