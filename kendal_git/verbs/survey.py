"""What main wants of every post that changed since the cursor or is still open, and whether it may be sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kendal_git.model.ledger import WITHDRAWN, LedgerEntry
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.model.trouble import OutsideFailed
from kendal_git.model.verdict import Ruling, Verdict
from kendal_git.objects import CommitFiles, Git
from kendal_git.planning.book import read
from kendal_git.planning.plan import Want
from kendal_git.planning.times import NEVER, DaysOf, ends, opens
from kendal_git.policy import judge
from kendal_git.ports import Forge, Head
from kendal_git.reading.calendar import read_calendar
from kendal_git.reading.posts import read_post
from kendal_git.verbs.investigate import main_tip, office_at, post_of, question


@dataclass(frozen=True, slots=True)
class Surveyed:
    """One post as main has it. ``judged`` is the verdict's line when it is new; ``why`` explains a stop to a person."""

    path: str
    revision: str
    post: Post | None
    wants: tuple[Want, ...]
    judged: LedgerEntry | None = None
    why: Message | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything that a plan needs to know about main."""

    tip: str
    office: Office
    posts: tuple[Surveyed, ...]

    @property
    def wants(self) -> tuple[Want, ...]:
        """What main wants of every delivery."""
        return tuple(want for post in self.posts for want in post.wants)

    @property
    def facts(self) -> tuple[tuple[str, LedgerEntry], ...]:
        """The verdicts that are new."""
        return tuple((post.path, post.judged) for post in self.posts if post.judged)

    def of(self, path: str) -> Surveyed | None:
        """One post."""
        return next((post for post in self.posts if post.path == path), None)


class Surveyor:
    """Surveys one repository again and again; what a commit said once is not asked twice."""

    def __init__(self, git: Git, forge: Forge, main: str, repeatable: Mapping[str, bool], run: str) -> None:
        self._git, self._forge, self._main = git, forge, main
        self._repeatable = repeatable
        self._run = run

    def survey(self, head: Head, office: Office, now: datetime) -> Survey | None:
        """The survey against the ledger at ``head``; None when the fetched main is older than the cursor."""
        tip = main_tip(self._git, office)
        if not self._git.is_ancestor(head.cursor, tip):
            return None
        office = office_at(self._git, tip)
        changed = () if tip == head.cursor else self._git.changed(head.cursor, tip, "content")
        paths = dict.fromkeys(post_of(path) for path in changed if path.count("/") >= 4)
        paths.update(dict.fromkeys(wish.post for wish in head.wishes()))
        holds = {hold.channel for hold in self._forge.holds()}
        stopped: Callable[[str], bool] = lambda channel: "" in holds or channel in holds  # noqa: E731 — one word for two sets
        return Survey(tip, office, tuple(self._one(head, path, tip, office, stopped, now) for path in paths))

    def _one(self, head: Head, path: str, tip: str, office: Office, stopped: Callable[[str], bool], now: datetime) -> Surveyed:
        entries = head.entries(path)
        revision = self._git.tree_id(tip, path) or ""
        post = read_post(CommitFiles(self._git, tip), path).post if revision else None
        if post is None:
            why = say("publish.vanished" if not revision else "publish.unreadable", path=path)
            return Surveyed(path, revision, None, self._keep(head, path, "refused"), None, why)
        if post.withdrawn:
            return Surveyed(path, revision, post, self._withdrawn(path, entries, office))
        if any(entry.kind == "baseline" and entry.revision == revision for entry in entries):
            return Surveyed(path, revision, post, tuple(Want(path, name, revision) for name in post.channels))
        verdict, judged = self._verdict(path, revision, tip, entries, now)
        stop, why = _stop(post, verdict, now, office, lambda name, year: self._days_of(tip, name, year))
        wants = []
        for channel in (name for name in post.channels if name in self._repeatable):
            refused = any(entry.kind == "refusal" and entry.channel == channel and entry.revision == revision for entry in entries)
            reason = stop or ("held" if stopped(channel) else "refused" if refused else "")
            wants.append(Want(path, channel, revision, reason, self._repeatable[channel]))
        return Surveyed(path, revision, post, (*wants, *self._dropped(path, entries, post)), judged, why)

    def _days_of(self, tip: str, name: str, year: int) -> tuple[date, ...]:
        """The dates of a commemoration in a year, from main's own calendar."""
        calendar = read_calendar(CommitFiles(self._git, tip))
        return tuple(found.date for found in calendar.in_year(name, year)) if name in calendar.ids else ()

    def _keep(self, head: Head, path: str, stop: str) -> tuple[Want, ...]:
        """The open entries of a post that cannot be read stay as they are, and nothing is sent."""
        return tuple(Want(path, wish.channel, wish.wanted, stop) for wish in head.wishes() if wish.post == path)

    def _withdrawn(self, path: str, entries: tuple[LedgerEntry, ...], office: Office) -> tuple[Want, ...]:
        channels = dict.fromkeys(entry.channel for entry in entries if entry.channel)
        return tuple(Want(path, channel, WITHDRAWN, "", self._repeatable.get(channel, False)) for channel in channels)

    def _dropped(self, path: str, entries: tuple[LedgerEntry, ...], post: Post) -> tuple[Want, ...]:
        """A channel that the post no longer names keeps its doubt until somebody ends it."""
        wants = []
        for channel in dict.fromkeys(entry.channel for entry in entries if entry.channel and entry.channel not in post.channels):
            book = read(entry for entry in entries if entry.channel == channel)
            if book.open:
                wants.append(Want(path, channel, book.open[-1].revision, "dropped"))
        return tuple(wants)

    def _verdict(self, path: str, revision: str, tip: str, entries: tuple[LedgerEntry, ...], now: datetime) -> tuple[str, LedgerEntry | None]:
        """The ruling on a revision, from the ledger when it was approved before, otherwise judged now (DESIGN §5.1)."""
        known = [entry.outcome for entry in entries if entry.kind == "judged" and entry.revision == revision]
        if Ruling.APPROVED in known:
            return Ruling.APPROVED, None
        ruling, record = self.judge(path, tip, now)
        if ruling is Ruling.UNKNOWN or ruling in known:
            return ruling, None
        judged = LedgerEntry("judged", now, revision=revision, run=self._run, main=tip, outcome=str(ruling), verdict=record)
        return ruling, judged

    def judge(self, path: str, tip: str, now: datetime) -> tuple[Ruling, dict[str, object]]:
        """Find the merged proposal that brought a post as it is and judge it anew."""
        commit = self._git.text("rev-list", "-1", "--first-parent", tip, "--", path)
        try:
            number = self._forge.proposal_of(commit)
            proposal = self._forge.proposal(number) if number else None
            if proposal is None:
                return Ruling.BLOCKED, {"commit": commit, "reason": "bypassed"}
            verdict = judge(question(self._git, proposal, self._main, now))
        except OutsideFailed:
            return Ruling.UNKNOWN, {"commit": commit}
        return verdict.ruling, as_proof(verdict, commit)


def as_proof(verdict: Verdict, commit: str) -> dict[str, object]:
    """The verdict as the ledger keeps it: who approved what, and when."""
    return {
        "proposal": verdict.proposal,
        "commit": commit,
        "digests": dict(verdict.digests),
        "authenticated": verdict.authenticated,
        "approvals": [
            {"role": need.role, "by": need.by.login, "id": need.by.id, "at": need.at.isoformat()}
            for need in verdict.requirements
            if need.by and need.at
        ],
    }


def _stop(post: Post, ruling: str, now: datetime, office: Office, days_of: DaysOf) -> tuple[str, Message | None]:
    """Why a post may not be sent now, on any channel."""
    if ruling == Ruling.UNKNOWN:
        return "unknown", say("publish.unknown", path=post.path)
    if ruling != Ruling.APPROVED:
        return "refused", say("publish.unapproved", path=post.path)
    opening, ending = opens(post, office.zone, days_of), ends(post, office.zone, days_of)
    if opening == NEVER:
        return "scheduled", say("publish.undated")
    if opening and now < opening:
        return "scheduled", say("publish.scheduled", at=opening.astimezone(office.zone))
    if ending and now >= ending:
        return "expired", say("publish.expired", at=ending.astimezone(office.zone))
    return "", None
