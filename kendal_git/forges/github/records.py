"""GitHub's own record of what happened when: pushes, merges and runs, and the commits that they name."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from kendal_git.forges.github import reading
from kendal_git.forges.github.api import Api, Record
from kendal_git.model.proposal import Merge, Proposal, Push
from kendal_git.model.trouble import OutsideFailed
from kendal_git.objects import Git
from kendal_git.ports import Clock

PULLS = "refs/kendal/pull"
PERIODS = (("day", 1), ("week", 7), ("month", 30), ("quarter", 90), ("year", 365))  # what the activity can be asked for
AROUND = timedelta(hours=1)  # between a push past the page and the moment at which GitHub sees the merge in it
MOST_ALONE = 20  # commits fetched one by one when they cannot be had together


class Records:
    """The activity of one repository and the clone that follows it."""

    def __init__(self, git: Git, api: Api, main: str, clock: Clock) -> None:
        self._git, self._api, self._main, self._clock = git, api, main, clock

    def pushes(self, pull: Record, proposal: Proposal) -> tuple[Push, ...] | None:
        """The record of the proposal's branch; None for a branch of another repository, whose record is not ours."""
        source = pull.get("head", {}).get("repo") or {}
        if source.get("full_name", "").casefold() != self._api.address.repository.casefold():
            return None
        activity = self._api.pages("activity", ref=f"refs/heads/{proposal.branch}")
        return reading.pushes(activity, proposal.opened_at, proposal.merge.at if proposal.merge else None)

    def fetch(self, proposal: Proposal) -> None:
        """Bring main, the proposal's head and every commit that was reviewed or pushed; old ones may be gone."""
        number = proposal.number
        self._git.fetch("origin", self._refspec(), f"+refs/pull/{number}/head:{PULLS}/{number}")
        wanted = {one.commit for one in proposal.approvals} | {push.commit for push in proposal.pushes or ()}
        if proposal.merge:
            wanted.add(proposal.merge.commit)
        missing = sorted(commit for commit in wanted if commit and self._git.resolve(commit) is None)
        if missing and not self._fetched(*missing):
            for commit in missing[:MOST_ALONE]:
                self._fetched(commit)

    def _fetched(self, *commits: str) -> bool:
        try:
            self._git.fetch("origin", *commits)
        except OutsideFailed:
            return False
        return True

    def fetch_main(self) -> None:
        """Bring main alone."""
        self._git.fetch("origin", self._refspec())

    def _refspec(self) -> str:
        return f"+refs/heads/{self._main}:refs/remotes/origin/{self._main}"

    def with_merge(self, proposal: Proposal) -> Proposal:
        """The proposal with the tip that main had before its merge, from the record of main."""
        if proposal.merge is None:
            return proposal
        return replace(proposal, merge=replace(proposal.merge, before=self._before(proposal.merge)))

    def without_earlier(self, proposal: Proposal, base: str) -> Proposal:
        """The proposal without the pushes of an earlier one that had the same branch: their commits are on main."""
        pushes = proposal.pushes or ()
        known = [push.commit for push in pushes if self._git.resolve(push.commit)]
        if not known or not self._git.resolve(base):
            return proposal
        new = set(self._git.commits(*known, f"^{base}"))
        first = next((place for place, push in enumerate(pushes) if push.commit in new or push.commit not in known), 0)
        return replace(proposal, pushes=pushes[first:])

    def _before(self, merge: Merge) -> str:
        """Main's tip before a merge, also one that somebody pushed together with other commits; empty if unknown.

        The first time counts: a main that was set back and forward again meets the merge on another tip later.
        """
        exact, near = "", list[Record]()
        for one in self._since(merge.at - AROUND):
            if one.get("after") == merge.commit:
                exact = _tip(one)
            elif reading.moment(one, "timestamp") <= merge.at + AROUND:
                near.append(one)
        return exact or next((_tip(one) for one in reversed(near) if self._contains(one, merge.commit)), "")

    def _since(self, moment: datetime) -> Iterator[Record]:
        """What happened to main since a moment, the newest first."""
        age = (self._clock.now() - moment).days + 1
        period = next(({"time_period": name} for name, days in PERIODS if age <= days), {})
        for one in self._api.walk("activity", ref=f"refs/heads/{self._main}", **period):
            if reading.moment(one, "timestamp") < moment:
                return
            yield one

    def _contains(self, one: Record, commit: str) -> bool:
        before, after = _tip(one), str(one.get("after"))
        return bool(before) and self._git.is_ancestor(commit, after) and not self._git.is_ancestor(commit, before)

    def run_ended(self, run: str) -> bool | None:
        """Whether a run ``github:ID:ATTEMPT`` has ended: it is completed, or a later attempt has begun."""
        _, number, attempt = run.split(":")
        found = self._api.find(f"actions/runs/{number}")
        if found is None:
            return None
        later = int(reading.need(found, "run_attempt")) > int(attempt)
        return later or reading.need(found, "status") == "completed"


def _tip(one: Record) -> str:
    before = str(one.get("before") or reading.NOBODY)
    return "" if before == reading.NOBODY else before
