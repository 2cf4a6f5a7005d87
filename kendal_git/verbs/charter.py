"""Whether the office that a commit states came about by the office's own rules (DESIGN §5.4).

A push past the page can make anybody a holder. So a change of roles, of the review policy or of the ledger's root
counts only when its merged proposal was approved under the office before it. What the ledger's cursor has passed was
looked at when it was passed, and the first office on a forge that proves who people are is the genesis.
"""

from datetime import datetime

from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.objects import CommitFiles, Git
from kendal_git.policy import judge
from kendal_git.ports import Ledger, Records
from kendal_git.reading.offices import PATH, read_office
from kendal_git.verbs.investigate import question


def trusted(office: Office, ledger: Ledger) -> str:
    """The commit of main up to which the ledger has looked; empty where there is none, or nobody proves anything."""
    head = None if office.forge == "local" else ledger.fetch()
    return head.cursor if head else ""


class Charter:
    """The changes of kendal.yaml on main; each is asked about once in a run."""

    def __init__(self, git: Git, forge: Records) -> None:
        self._git, self._forge = git, forge
        self._known: dict[str, bool] = {}

    def fault(self, since: str, base: str, now: datetime) -> Message | None:
        """What is wrong with the office at ``base``; None when every change after ``since`` was approved or taken back.

        ``since`` is a commit of main whose office is trusted. Raises OutsideFailed when the forge cannot tell.
        """
        if not since or self._git.is_ancestor(base, since):
            return None
        last, broken = self._office(since), ""
        for commit in self._changes(since, base):
            stated = self._office(commit)
            if last is not None and stated is not None and _same(last, stated):
                last, broken = stated, ""
            elif not broken and stated is not None and (_learning(last) or self._approved(commit, stated, now)):
                last = stated
            else:
                broken = broken or commit
        return say("gate.charter", commit=broken[:12]) if broken else None

    def _changes(self, since: str, base: str) -> tuple[str, ...]:
        """The commits of main's first-parent chain that changed kendal.yaml, oldest first."""
        return tuple(self._git.text("rev-list", "--first-parent", "--reverse", f"{since}..{base}", "--", PATH).split())

    def _office(self, commit: str) -> Office | None:
        return read_office(CommitFiles(self._git, commit))[0]

    def _approved(self, commit: str, stated: Office, now: datetime) -> bool:
        """Whether the change came with a merged proposal that its office approved."""
        if commit not in self._known:
            number = self._forge.proposal_of(commit)
            proposal = self._forge.proposal(number) if number else None
            merge = proposal.merge if proposal else None
            inside = merge is not None and self._git.is_ancestor(commit, merge.commit)
            inside = inside and not (merge is not None and self._git.is_ancestor(commit, merge.before))
            self._known[commit] = bool(
                proposal and inside and judge(question(self._git, proposal, stated.main, now)).approved
            )
        return self._known[commit]


def _learning(office: Office | None) -> bool:
    """Whether the office before was still on the embedded forge, where nobody proves who they are."""
    return office is not None and office.forge == "local"


def _same(before: Office, after: Office) -> bool:
    """Whether nothing changed that says who may approve, or which ledger is ours."""
    root = before.ledger_root in ("", after.ledger_root)
    return (before.roles, before.policy, before.main, before.forge) == (
        after.roles,
        after.policy,
        after.main,
        after.forge,
    ) and root
