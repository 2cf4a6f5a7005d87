"""What the fake forge remembers of one repository, besides its Git objects."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kendal_git.fakes.github.people import User

Json = dict[str, Any]
ZERO = "0" * 40
LEVELS = ("none", "read", "triage", "write", "maintain", "admin")
OPINIONS = ("APPROVED", "CHANGES_REQUESTED", "DISMISSED")


@dataclass(eq=False)
class Review:
    id: int
    author: User
    state: str
    body: str
    commit_id: str | None
    submitted_at: dt.datetime | None


@dataclass(eq=False)
class Comment:
    id: int
    author: User
    body: str
    created_at: dt.datetime
    updated_at: dt.datetime


@dataclass(frozen=True)
class Event:
    """One line of a timeline; what belongs to its kind stands in `more`."""

    id: int
    event: str
    actor: User
    created_at: dt.datetime
    commit_id: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(eq=False)
class Pull:
    """The half of a pull request that an issue does not have."""

    head_ref: str
    head_sha: str
    base_ref: str
    base_sha: str
    draft: bool = False
    merged_at: dt.datetime | None = None
    merged_by: User | None = None
    merge_commit_sha: str | None = None
    merge_base: str | None = None
    """Where the pull's commits began, frozen when it was merged."""
    brought: frozenset[str] = frozenset()
    """The commits that the merge put on the base branch."""
    trial: tuple[str, str, str] | None = None
    """The last trial merge: base, head, commit."""
    reviews: list[Review] = field(default_factory=list)
    requested: list[User] = field(default_factory=list)


@dataclass(eq=False)
class Issue:
    """An issue, or with `pull` a pull request: they share numbers, labels, comments and events."""

    id: int
    number: int
    title: str
    body: str | None
    author: User
    created_at: dt.datetime
    updated_at: dt.datetime
    state: str = "open"
    state_reason: str | None = None
    closed_at: dt.datetime | None = None
    closed_by: User | None = None
    labels: list[str] = field(default_factory=list)
    assignees: list[User] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    pull: Pull | None = None


@dataclass(frozen=True)
class Activity:
    """One change of a branch, as the repository's activity page lists it."""

    id: int
    before: str
    after: str
    ref: str
    timestamp: dt.datetime
    kind: str
    actor: User


@dataclass(frozen=True)
class Status:
    id: int
    sha: str
    state: str
    context: str
    description: str | None
    target_url: str | None
    creator: User
    created_at: dt.datetime


@dataclass(frozen=True)
class Label:
    id: int
    name: str
    color: str = "ededed"
    description: str | None = None


@dataclass(eq=False)
class Run:
    """One run of a workflow."""

    id: int
    name: str
    head_sha: str
    head_branch: str
    actor: User
    created_at: dt.datetime
    status: str = "in_progress"
    conclusion: str | None = None
    event: str = "schedule"
    attempt: int = 1


@dataclass(frozen=True)
class Protection:
    """The rules of one protected branch; None and False are what GitHub sets when nobody chooses."""

    required_approving_review_count: int | None = None
    """None: no pull request is needed."""
    dismiss_stale_reviews: bool = False
    require_code_owner_reviews: bool = False
    require_last_push_approval: bool = False
    required_status_checks: tuple[str, ...] | None = None
    strict: bool = False
    enforce_admins: bool = False
    restrictions: tuple[str, ...] | None = None
    """The logins that may push; None: everybody with write access."""
    required_linear_history: bool = False
    allow_force_pushes: bool = False
    allow_deletions: bool = False
    bypass_pull_request: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ruleset:
    """A ruleset; `rules` as GitHub's API writes them. Branches are full refs, `~DEFAULT_BRANCH` or `~ALL`."""

    id: int
    name: str
    rules: tuple[Json, ...]
    enforcement: str = "active"
    include: tuple[str, ...] = ("~DEFAULT_BRANCH",)
    exclude: tuple[str, ...] = ()
    bypass_actors: tuple[Json, ...] = ()


@dataclass(frozen=True)
class Environment:
    """A deployment environment; `branches`: None for any branch, () for the protected ones, else name patterns."""

    name: str
    branches: tuple[str, ...] | None = None
    reviewers: tuple[str, ...] = ()
    wait_minutes: int = 0
    secrets: tuple[str, ...] = ()


@dataclass(eq=False)
class Settings:
    """What an administrator chooses on the settings pages; Python sets it, no request does."""

    plan: str = "free"
    protections: dict[str, Protection] = field(default_factory=dict)
    rulesets: list[Ruleset] = field(default_factory=list)
    default_workflow_permissions: str = "read"
    can_approve_pull_request_reviews: bool = False
    environments: list[Environment] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    pages: Json | None = None
    delete_branch_on_merge: bool = False
    mergeability_known: bool = True
    """False: as in the first moments after a push, `mergeable` is null and there is no trial merge."""
    activity_lag: int = 0
    """How many of the newest movements the activity does not show yet."""
    drafts: bool = True
    """False: as on plans that know no drafts in private repositories."""
    merge_methods: tuple[str, ...] = ("merge", "squash", "rebase")
