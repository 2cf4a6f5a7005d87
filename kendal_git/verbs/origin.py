"""Where a post on main comes from: the merged proposal that brought it as it is, and the verdict on that proposal."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from kendal_git.model.proposal import Proposal
from kendal_git.model.trouble import OutsideFailed
from kendal_git.model.verdict import Ruling, Verdict
from kendal_git.objects import Git
from kendal_git.policy import Question, judge
from kendal_git.ports import Records
from kendal_git.verbs.charter import Charter
from kendal_git.verbs.investigate import office_at, question

CHARTER = "charter"  # why a verdict that can never change was against: its office came about without approval
Proof = dict[str, Any]  # the verdict as the ledger keeps it, a JSON object


class Origin:
    """Judges what main has; what cannot change between two looks of one run is asked once."""

    def __init__(self, git: Git, forge: Records, charter: Charter) -> None:
        self._git, self._forge, self._charter = git, forge, charter
        self._commits: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, int] = {}
        self._questions: dict[tuple[object, ...], Question] = {}

    def verdict(self, path: str, revision: str, span: tuple[str, str], now: datetime) -> tuple[Ruling, Proof]:
        """The ruling on a post as it stands at the tip, with its proof; ``unknown`` when the forge cannot tell.

        ``span`` is from the ledger's cursor to main's tip. A post that no merged proposal brought, or that was pushed
        past one, is blocked: nobody approved it here; so is one that was approved under an office that nobody approved.
        """
        since, tip = span
        commit = self._brought(path, tip)
        bypassed: Proof = {"commit": commit, "reason": "bypassed"}
        try:
            number = self._numbers.get(commit) or self._forge.proposal_of(commit)
            proposal = self._forge.proposal(number) if number else None
            if proposal is None or not self._brings(proposal, commit):
                return Ruling.BLOCKED, bypassed
            self._numbers[commit] = proposal.number
            if proposal.merge and self._charter.fault(since, proposal.merge.before or tip, now):
                return Ruling.BLOCKED, {"commit": commit, "reason": CHARTER}
            found = judge(self._question(proposal, tip, now))
        except OutsideFailed:
            return Ruling.UNKNOWN, {"commit": commit}
        if dict(found.digests).get(path) != revision:
            return Ruling.BLOCKED, bypassed
        return found.ruling, as_proof(found, commit)

    def _brought(self, path: str, tip: str) -> str:
        """The commit of main's first-parent chain that last changed a post: for one tip always the same."""
        if (path, tip) not in self._commits:
            self._commits[path, tip] = self._git.text("rev-list", "-1", "--first-parent", tip, "--", path)
        return self._commits[path, tip]

    def _brings(self, proposal: Proposal, commit: str) -> bool:
        """Whether a commit of main came with this merge; a merge without a record is left to the question."""
        merge = proposal.merge
        if merge is None:
            return False
        if not merge.before:
            return True
        return not self._git.is_ancestor(commit, merge.before) and self._git.is_ancestor(commit, merge.commit)

    def _question(self, proposal: Proposal, tip: str, now: datetime) -> Question:
        """What a merged proposal touches does not change any more; what people say about it is new each time."""
        reviewed = frozenset(one.commit for one in proposal.approvals)
        key = proposal.number, proposal.merge, proposal.head, proposal.pushes, reviewed
        if key not in self._questions:
            self._questions[key] = question(self._git, proposal, office_at(self._git, tip).main, now)
        return replace(self._questions[key], proposal=proposal, now=now)


def as_proof(verdict: Verdict, commit: str) -> Proof:
    """The verdict as the ledger keeps it: who approved what, and when."""
    return {
        "proposal": verdict.proposal,
        "commit": commit,
        "digests": dict(verdict.digests),
        "authenticated": verdict.authenticated,
        **({"fast": True} if verdict.fast else {}),
        "approvals": [
            {"role": need.role, "by": need.by.login, "id": need.by.id, "at": need.at.isoformat()}
            for need in verdict.requirements
            if need.by and need.at
        ],
    }
