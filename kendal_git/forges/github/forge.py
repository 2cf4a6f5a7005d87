"""GitHub as the forge: pull requests become proposals with everything that the judge asks for."""

from dataclasses import replace
from functools import cached_property

from kendal_git.forges.github import issues, reading, showing
from kendal_git.forges.github.api import Api, Refused
from kendal_git.forges.github.people import with_people
from kendal_git.forges.github.records import Records
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.proposal import Account, Announcement, Hold, Look, Opinion, Order, Proposal
from kendal_git.model.trouble import Misuse
from kendal_git.objects import Git
from kendal_git.ports import Clock
from kendal_git.processes import run_ended

EVENTS = {Opinion.APPROVE: "APPROVE", Opinion.REQUEST_CHANGES: "REQUEST_CHANGES", Opinion.COMMENT: "COMMENT"}


class GitHubForge:
    """The repository that ``origin`` names, asked with one token."""

    name = "github"

    def __init__(self, git: Git, office: Office, login: str, clock: Clock, api: Api) -> None:
        self._git, self._office, self._login, self._api = git, office, login, api
        self._records = Records(git, api, office.main, clock)

    @cached_property
    def me(self) -> Account:
        """Whose token this is. Raises Refused for one that is nobody's, such as a workflow's own."""
        found = reading.account(self._api.get("/user"))
        assert found
        return found

    def author(self) -> str:
        """The account's own address at GitHub, which keeps its number; without a token as kendal.yaml knows it."""
        holder = self._office.holder(self._login) if not self._api.token else None
        who = Account(holder.id, holder.login) if holder else self.me
        return f"{who.login} <{who.id}+{who.login}@users.noreply.{self._api.address.host}>"

    # ---- what it tells -----------------------------------------------------------------------------------------------

    def proposal(self, number: int) -> Proposal | None:
        """One proposal with reviews, pushes and people; its commits are fetched beside it."""
        pull = self._api.find(f"pulls/{number}")
        if pull is None:
            return None
        found = reading.proposal(pull)
        reviews = self._api.pages(f"pulls/{number}/reviews")
        events = self._api.pages(f"issues/{number}/events")
        found = replace(
            found,
            approvals=reading.approvals(reviews, events),
            retargeted_at=reading.retargeted_at(events),
            pushes=self._records.pushes(pull, found),
        )
        self._records.fetch(found)
        found = self._records.with_merge(found)
        base = found.merge.before if found.merge else f"refs/remotes/origin/{self._office.main}"
        found = self._records.without_earlier(found, base)
        return with_people(found, self._git, self._api, self._office, base)

    def proposal_of(self, commit: str) -> int | None:
        """The merged pull request into main that a commit came with."""
        pulls = self._api.find(f"commits/{commit}/pulls", per_page=100) or []
        merged = [
            one for one in pulls if one.get("merged_at") and reading.need(one, "base", "ref") == self._office.main
        ]
        exact = [one for one in merged if one.get("merge_commit_sha") == commit]
        chosen = max(exact or merged, key=lambda one: reading.moment(one, "merged_at"), default=None)
        return int(reading.need(chosen, "number")) if chosen else None

    def open_proposals(self, head: str = "") -> tuple[int, ...]:
        """The open ones, oldest first; one commit may head two of them (forges.md §3 row 33)."""
        pulls = self._api.pages("pulls", state="open", base=self._office.main, sort="created", direction="asc")
        found = (one for one in pulls if head in ("", reading.need(one, "head", "sha")))
        return tuple(int(reading.need(one, "number")) for one in found)

    def link(self, commit: str, path: str) -> str:
        """The raw file at one commit; whoever may read the repository sees it."""
        return self._api.address.raw(commit, path)

    def run_ended(self, run: str) -> bool | None:
        """Whether a workflow run, or a process of this machine, has ended."""
        return self._records.run_ended(run) if run.startswith("github:") else run_ended(run)

    # ---- what it is told ---------------------------------------------------------------------------------------------

    def submit(self, branch: str, title: str, head: str, body: str = "", reviewers: tuple[str, ...] = ()) -> int:
        """Open a pull request of a branch that has been pushed, or find the open one; then ask for the reviews."""
        number = self._open_pull(branch)
        if number is None:
            wanted = {"title": title, "head": branch, "base": self._office.main, "body": body}
            try:
                number = int(reading.need(self._api.send("POST", "pulls", wanted), "number"))
            except Refused as refused:
                number = self._open_pull(branch) if refused.status == 422 else None
                if number is None:
                    raise
        self._ask(number, reviewers)
        return number

    def _open_pull(self, branch: str) -> int | None:
        owner = self._api.address.repository.split("/")[0]
        found = self._api.get("pulls", state="open", head=f"{owner}:{branch}", base=self._office.main)
        return int(reading.need(found[0], "number")) if found else None

    def _ask(self, number: int, reviewers: tuple[str, ...]) -> None:
        """Request reviews; who is no collaborator, or proposed it, cannot be asked and must not stop the others."""
        path = f"pulls/{number}/requested_reviewers"
        try:
            if reviewers:
                self._api.send("POST", path, {"reviewers": list(reviewers)})
        except Refused:
            for one in reviewers if len(reviewers) > 1 else ():
                self._ask(number, (one,))

    def review(self, number: int, opinion: Opinion, text: str, commit: str) -> None:
        """Submit a review of the head that was seen. Raises Misuse when the proposal has moved on or is not open."""
        found = self._current(number)
        if found.state == "closed" or (found.state == "merged" and opinion is Opinion.APPROVE):
            raise Misuse(say("forge.not-open", number=number))
        if found.state == "open" and found.head != commit:
            raise Misuse(say("forge.moved", number=number), say("forge.moved.hint", number=number))
        self._api.send("POST", f"pulls/{number}/reviews", {"event": EVENTS[opinion], "body": text, "commit_id": commit})

    def merge(self, number: int, head: str) -> str:
        """Merge with a merge commit, only if the head is still the one that was judged; the new tip of main."""
        if self._current(number).state != "open":
            raise Misuse(say("forge.not-open", number=number))
        try:
            done = self._api.send("PUT", f"pulls/{number}/merge", {"sha": head, "merge_method": "merge"})
        except Refused as refused:
            if refused.status == 409:
                raise Misuse(say("forge.moved", number=number), say("forge.moved.hint", number=number)) from None
            if refused.status == 405:
                raise Misuse(say("github.unmergeable", number=number, problem=refused.message)) from None
            raise
        self._records.fetch_main()
        return str(reading.need(done, "sha"))

    def _current(self, number: int) -> Proposal:
        pull = self._api.find(f"pulls/{number}")
        if pull is None:
            raise Misuse(say("forge.no-proposal", number=number), say("forge.no-proposal.hint"))
        return reading.proposal(pull)

    def announce(self, proposal: Proposal, announcement: Announcement) -> None:
        """A status at the head, and the one comment of whoever set it."""
        showing.announce(self._api, proposal, announcement)

    # ---- issues that stop and ask ------------------------------------------------------------------------------------

    def holds(self) -> tuple[Hold, ...]:
        """Every open issue with the stop's label: stopping is easier than starting."""
        return issues.holds(self._api, tuple(name for name, _ in self._office.channels))

    def hold(self, channel: str, reason: str) -> None:
        """Open such an issue. Raises Misuse for who holds no role."""
        self._must_hold_a_role()
        issues.hold(self._api, channel, reason)

    def unhold(self, channel: str) -> None:
        """Close it."""
        self._must_hold_a_role()
        issues.unhold(self._api, channel, tuple(name for name, _ in self._office.channels))

    def orders(self) -> tuple[Order, ...]:
        """The open issues with the takedown's label."""
        return issues.orders(self._api)

    def order(self, post: str, reason: str, text: str) -> Order:
        """Open such an issue."""
        self._must_hold_a_role()
        return issues.order(self._api, post, reason, text)

    def _must_hold_a_role(self) -> None:
        if not any(holder.id == self.me.id for role in self._office.roles for holder in role.holders):
            raise Misuse(say("forge.no-role", login=self.me.login))

    def ask_look(self, look: Look, title: str, text: str) -> None:
        """An issue of its own for each look, found again by its mark."""
        issues.ask_look(self._api, look, title, text)

    def looks(self) -> tuple[Look, ...]:
        """The newest hundred."""
        return issues.looks(self._api)

    def reopen_look(self, look: Look, text: str) -> None:
        """Reopen the issue with a comment."""
        issues.reopen(self._api, look.number, text)
