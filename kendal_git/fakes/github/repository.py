"""One repository of the fake forge: who may do what, its issues and pulls, and the notes that changes leave."""

import datetime as dt
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from kendal_git.fakes.github.clock import Clock
from kendal_git.fakes.github.git import Bare
from kendal_git.fakes.github.people import People, User
from kendal_git.fakes.github.records import (
    LEVELS,
    Activity,
    Comment,
    Event,
    Issue,
    Label,
    Pull,
    Review,
    Run,
    Settings,
    Status,
)


@dataclass(eq=False)
class Repository:
    """State and bare repository together; whoever changes it holds `lock`."""

    id: int
    owner: User
    name: str
    bare: Bare
    people: People
    clock: Clock
    numbers: Iterator[int]
    lock: threading.RLock
    private: bool = True
    default_branch: str = "main"
    access: dict[int, str] = field(default_factory=dict)
    issues: dict[int, Issue] = field(default_factory=dict)
    activity: list[Activity] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    labels: dict[str, Label] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)
    settings: Settings = field(default_factory=Settings)
    created_at: dt.datetime = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)

    @property
    def full_name(self) -> str:
        return f"{self.owner.login}/{self.name}"

    def new_id(self) -> int:
        return next(self.numbers)

    def grant(self, login: str, level: str) -> None:
        """Give somebody a permission level, or with `none` take it away."""
        if level not in LEVELS:
            raise ValueError(f"no permission level is called {level}")
        with self.lock:
            self.access[self.person(login).id] = level

    def person(self, login: str) -> User:
        """A person whom a test names."""
        user = self.people.by_login(login)
        if user is None:
            raise ValueError(f"nobody is called {login}")
        return user

    def level(self, user: User) -> str:
        """What somebody may do here."""
        if user.deleted:
            return "none"
        own = "admin" if user is self.owner else self.access.get(user.id, "none")
        return "read" if own == "none" and not self.private else own

    def may(self, user: User, level: str) -> bool:
        return LEVELS.index(self.level(user)) >= LEVELS.index(level)

    def collaborators(self) -> list[User]:
        """Who was given access, the owner among them when that is a person."""
        given = {number for number, level in self.access.items() if level != "none"}
        known = given | ({self.owner.id} if self.owner.type == "User" else set())
        return [user for user in self.people if user.id in known]

    @property
    def protectable(self) -> bool:
        """Whether the plan knows protected branches for this repository."""
        return not self.private or self.settings.plan != "free"

    def pull(self, number: int) -> tuple[Issue, Pull]:
        issue = self.issues[number]
        if issue.pull is None:
            raise KeyError(number)
        return issue, issue.pull

    def pulls(self, state: str = "") -> Iterator[tuple[Issue, Pull]]:
        for issue in list(self.issues.values()):
            if issue.pull and state in ("", issue.state):
                yield issue, issue.pull

    def add_issue(self, author: User, title: str, body: str | None) -> Issue:
        now = self.clock.tick()
        number = max(self.issues, default=0) + 1
        issue = Issue(self.new_id(), number, title, body, author, now, now)
        self.new_id()  # a pull has one of its own, the next
        self.issues[number] = issue
        return issue

    def note(self, issue: Issue, kind: str, actor: User, commit_id: str | None = None, **more: Any) -> Event:
        """Write one line into the timeline of an issue or pull."""
        event = Event(self.new_id(), kind, actor, self.clock.tick(), commit_id, more)
        issue.events.append(event)
        issue.updated_at = event.created_at
        return event

    def close(self, issue: Issue, actor: User, reason: str | None = None) -> None:
        event = self.note(issue, "closed", actor)
        issue.state, issue.closed_at, issue.closed_by, issue.state_reason = "closed", event.created_at, actor, reason

    def reopen(self, issue: Issue, actor: User) -> None:
        self.note(issue, "reopened", actor)
        issue.state, issue.closed_at, issue.closed_by = "open", None, None
        issue.state_reason = None if issue.pull else "reopened"

    def comment(self, issue: Issue, author: User, body: str) -> Comment:
        now = self.clock.tick()
        comment = Comment(self.new_id(), author, body, now, now)
        issue.comments.append(comment)
        issue.updated_at = now
        return comment

    def label(self, name: str, color: str = "ededed", description: str | None = None) -> Label:
        """The label of this name, made when there is none."""
        key = name.casefold()
        if key not in self.labels:
            self.labels[key] = Label(self.new_id(), name, color, description)
        return self.labels[key]

    def set_labels(self, issue: Issue, names: list[str], actor: User) -> None:
        wanted = [self.label(name) for name in names]
        keys = [label.name.casefold() for label in wanted]
        for key in [key for key in issue.labels if key not in keys]:
            issue.labels.remove(key)
            self.note(issue, "unlabeled", actor, label=self.labels[key])
        for label in wanted:
            if label.name.casefold() not in issue.labels:
                issue.labels.append(label.name.casefold())
                self.note(issue, "labeled", actor, label=label)

    def assign(self, issue: Issue, users: list[User], actor: User) -> None:
        """Add people to an issue; GitHub knows at most ten and forgets the rest."""
        for user in users:
            if user not in issue.assignees and len(issue.assignees) < 10:
                issue.assignees.append(user)
                self.note(issue, "assigned", actor, assignee=user, assigner=actor)

    def dismiss(self, issue: Issue, review: Review, actor: User, message: str | None, **more: str) -> None:
        """Take the force from an opinion: its state changes, and the timeline says what it was."""
        former, review.state = review.state.lower(), "DISMISSED"
        dismissed = {"state": former, "review_id": review.id, "dismissal_message": message, **more}
        self.note(issue, "review_dismissed", actor, dismissed_review=dismissed)

    def add_run(self, name: str, *, actor: str, sha: str = "", **more: Any) -> Run:
        """Register a run of a workflow, on the default branch's tip unless a commit is named."""
        with self.lock:
            head = sha or self.bare.branch(self.default_branch) or ""
            when = self.clock.tick()
            run = Run(self.new_id(), name, head, self.default_branch, self.person(actor), when)
            self.runs[run.id] = replace(run, **more)
            return self.runs[run.id]
