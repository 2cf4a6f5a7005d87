"""What follows when a branch moves, whoever moved it: activity, heads of pulls, indirect merges."""

from dataclasses import dataclass

from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.protections import demands
from kendal_git.fakes.github.records import ZERO, Activity, Issue, Pull
from kendal_git.fakes.github.repository import Repository

HEADS = "refs/heads/"


@dataclass(frozen=True)
class Movement:
    """One branch from one commit to another; forty zeros stand for no branch."""

    ref: str
    before: str
    after: str

    @property
    def branch(self) -> str:
        return self.ref.removeprefix(HEADS)


def move(repository: Repository, branch: str, after: str, actor: User, kind: str = "") -> Movement:
    """Set a branch, or with forty zeros delete it, and do all that follows."""
    ref = HEADS + branch
    movement = Movement(ref, repository.bare.branch(branch) or ZERO, after)
    if after == ZERO:
        repository.bare.delete(ref)
    else:
        repository.bare.update(ref, after)
    record(repository, movement, actor, kind)
    return movement


def compare(before: dict[str, str], after: dict[str, str]) -> list[Movement]:
    """The movements between two listings of the branches."""
    names = sorted(before.keys() | after.keys())
    moved = [Movement(name, before.get(name, ZERO), after.get(name, ZERO)) for name in names]
    return [movement for movement in moved if movement.before != movement.after]


def kind_of(repository: Repository, movement: Movement) -> str:
    if movement.before == ZERO:
        return "branch_creation"
    if movement.after == ZERO:
        return "branch_deletion"
    return "push" if repository.bare.contains(movement.after, movement.before) else "force_push"


def record(repository: Repository, movement: Movement, actor: User, kind: str = "") -> None:
    """Write a movement that has happened into the activity, and bring the pulls up to date."""
    kind = kind or kind_of(repository, movement)
    repository.activity.append(
        Activity(
            repository.new_id(),
            movement.before,
            movement.after,
            movement.ref,
            repository.clock.tick(),
            kind,
            actor,
        )
    )
    for issue, pull in repository.pulls():
        if pull.head_ref == movement.branch:
            _head_moved(repository, issue, movement, actor)
    for issue, pull in repository.pulls("open"):
        if pull.base_ref == movement.branch:
            _base_moved(repository, issue, movement, actor)


def _head_moved(repository: Repository, issue: Issue, movement: Movement, actor: User) -> None:
    pull = issue.pull
    assert pull
    if movement.after == ZERO:
        if pull.head_sha == movement.before:
            repository.note(issue, "head_ref_deleted", actor)
        if issue.state == "open":
            repository.close(issue, actor)
    elif issue.state == "open":
        forced = not repository.bare.contains(movement.after, pull.head_sha)
        pull.head_sha = movement.after
        tip = repository.bare.branch(pull.base_ref)
        pull.base_sha = tip or pull.base_sha
        repository.bare.update(f"refs/pull/{issue.number}/head", movement.after)
        issue.updated_at = repository.clock.now()
        if forced:
            repository.note(issue, "head_ref_force_pushed", actor, movement.after)
        _dismiss_stale(repository, issue, pull, actor)
        if tip and repository.bare.contains(tip, movement.after):
            repository.close(issue, actor)  # nothing is left that the pull would bring


def _dismiss_stale(repository: Repository, issue: Issue, pull: Pull, actor: User) -> None:
    if any(rules.dismiss_stale for rules in demands(repository, pull.base_ref)):
        for review in pull.reviews:
            if review.state == "APPROVED":
                repository.dismiss(issue, review, actor, None, dismissal_commit_id=pull.head_sha)


def _base_moved(repository: Repository, issue: Issue, movement: Movement, actor: User) -> None:
    """A pull whose head has come into its base is merged, also when nobody pressed the button."""
    pull = issue.pull
    assert pull
    if movement.after == ZERO:
        _base_lost(repository, issue, movement, actor)
    elif pull.merge_commit_sha == movement.after:
        return  # the button is merging this one
    elif movement.before != ZERO and not repository.bare.contains(movement.after, movement.before):
        repository.note(issue, "base_ref_force_pushed", actor, movement.after)
    elif movement.before != ZERO:
        fresh = repository.bare.between(movement.before, movement.after)
        if pull.head_sha in fresh:
            base = repository.bare.merge_base(movement.before, pull.head_sha)
            pull.brought = frozenset(repository.bare.between(movement.before, pull.head_sha))
            merged(repository, issue, base, movement.after, actor)


def _base_lost(repository: Repository, issue: Issue, movement: Movement, actor: User) -> None:
    """A pull whose base is deleted goes on to where that branch was merged; without such a place it is closed."""
    merged_into = [
        pull.base_ref for _, pull in repository.pulls() if pull.head_ref == movement.branch and pull.merged_at
    ]
    tip = repository.bare.branch(merged_into[-1]) if merged_into else None
    if issue.pull and tip:
        issue.pull.base_ref, issue.pull.base_sha = merged_into[-1], tip
        repository.note(issue, "automatic_base_change_succeeded", actor)
    else:
        repository.close(issue, actor)


def merged(repository: Repository, issue: Issue, base: str | None, commit: str, actor: User) -> None:
    """Mark a pull as merged."""
    pull = issue.pull
    assert pull
    pull.merge_base, pull.merge_commit_sha, pull.merged_by = base, commit, actor
    pull.merged_at = repository.note(issue, "merged", actor, commit).created_at
    repository.close(issue, actor)
    issue.closed_at = pull.merged_at
