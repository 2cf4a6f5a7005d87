"""Small builders of the judge's values: an office of dated roles, a proposal, reviews and pushes in few words."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kendal_git.messages import text
from kendal_git.model.office import Holder, Office, Policy, Role
from kendal_git.model.proposal import Account, Approval, Dismissal, Merge, Opinion, Proposal, Push
from kendal_git.model.verdict import Requirement, Verdict
from kendal_git.policy import Question, Touched

POST = "content/2026/11/25-hari-guru-nasional"
MORNING = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # 10:00 in Kendal, the day before the post

STAFF = Account(1001, "staf-desain")
WRITER = Account(1002, "staf-narasi")
SUBKOOR = Account(1101, "subkoor-psdk")
KABID = Account(1201, "kabid-ikp")
KADIS = Account(1301, "kepala-dinas")
GUEST = Account(9001, "tamu")
BOT = Account(1201, "kabid-ikp", bot=True)


def at(minutes: float) -> datetime:
    """So many minutes into the morning."""
    return MORNING + timedelta(minutes=minutes)


def holder(account: Account, since: str = "2026-01-01", until: str = "", status: str = "definitif") -> Holder:
    last = date.fromisoformat(until) if until else None
    return Holder(account.id, account.login, date.fromisoformat(since), last, status)


def office(policy: Policy | None = None, **roles: tuple[Holder, ...]) -> Office:
    """The example office; ``kabid_ikp=(...)`` replaces a role's holders."""
    staffed = {
        "staf": (holder(STAFF), holder(WRITER)),
        "subkoor-psdk": (holder(SUBKOOR),),
        "kabid-ikp": (holder(KABID),),
        "kepala-dinas": (holder(KADIS, status="plt"),),
        **{name.replace("_", "-"): holders for name, holders in roles.items()},
    }
    titles = {"staf": "Staf", "subkoor-psdk": "SubKoor PSDK", "kabid-ikp": "Kabid IKP", "kepala-dinas": "Kepala Dinas"}
    return Office(
        roles=tuple(Role(name, titles[name], holders) for name, holders in staffed.items()), policy=policy or Policy()
    )


class Reviews:
    """Numbers reviews in the order in which a test writes them down."""

    def __init__(self) -> None:
        self.number = 0

    def _one(self, by: Account | None, opinion: Opinion, minutes: float, commit: str | None, words: str) -> Approval:
        self.number += 1
        return Approval(self.number, by, opinion, commit, at(minutes), words)

    def approve(self, by: Account | None, minutes: float = 10, commit: str | None = "head") -> Approval:
        return self._one(by, Opinion.APPROVE, minutes, commit, "")

    def changes(self, by: Account | None, minutes: float = 10, words: str = "judulnya salah") -> Approval:
        return self._one(by, Opinion.REQUEST_CHANGES, minutes, "head", words)

    def comment(self, by: Account | None, minutes: float = 10) -> Approval:
        return self._one(by, Opinion.COMMENT, minutes, "head", "bagus")


REVIEWS = Reviews()
approve, changes, comment = REVIEWS.approve, REVIEWS.changes, REVIEWS.comment


def dismissed(approval: Approval, by: Account, minutes: float = 20) -> Approval:
    return replace(approval, dismissed=Dismissal(by, at(minutes)))


def push(commit: str, minutes: float, by: Account | None = None) -> Push:
    return Push(commit, at(minutes), by)


def merge(minutes: float) -> Merge:
    return Merge("merge", at(minutes), before="before")


def proposal(*approvals: Approval, **more: Any) -> Proposal:
    """An open proposal of the staff with one push at the start of the morning."""
    usual: dict[str, Any] = {
        "author": STAFF,
        "head": "head",
        "base": "main",
        "branch": "hari-guru",
        "opened_at": at(0),
        "contributors": (STAFF,),
        "pushes": (push("head", 0),),
    }
    return Proposal(7, "Hari Guru Nasional", **{**usual, **more, "approvals": approvals})


def digest(content: str) -> tuple[tuple[str, str], ...]:
    """The digests of the one post when it holds ``content``."""
    return ((POST, content),)


def question(
    found: Proposal, known: Office | None = None, touched: Touched | None = None, seen: dict[str, str] | None = None
) -> Question:
    """A question about one post; ``seen`` says what the post held in each commit, ``final`` at the head."""
    contents = {"head": "final", **(seen or {})}
    touched = touched or Touched(posts=(POST,))
    touched = replace(touched, digests=digest(contents["head"]))
    digests = {commit: digest(content) for commit, content in contents.items()}
    return Question(found, known or office(), touched, at(120), digests)


def sentences(verdict: Verdict) -> list[str]:
    """What a person reads: what concerns the whole, then each role with its reason and who was passed over."""
    lines = [text(reason, "id") for reason in verdict.reasons]
    for need in verdict.requirements:
        lines.append(f"{need.role}: {text(need.reason, 'id')}")
        lines += [f"{need.role}: {one.by} diabaikan: {text(one.reason, 'id')}" for one in need.ignored]
    return lines


def need_of(verdict: Verdict, role: str) -> Requirement:
    """The requirement of one role."""
    return next(need for need in verdict.requirements if need.role == role)
