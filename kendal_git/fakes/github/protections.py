"""What protected branches and rulesets ask of a push or a merge into one branch."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.records import ZERO, Protection, Pull, Ruleset
from kendal_git.fakes.github.repository import Repository

ROLE_NUMBERS = {2: "maintain", 4: "write", 5: "admin"}
PULL_NEEDED = "Changes must be made through a pull request."


@dataclass(frozen=True)
class Demands:
    """What one source of rules asks of one person; a person who may bypass it is asked nothing."""

    pull: bool = False
    approvals: int = 0
    dismiss_stale: bool = False
    contexts: tuple[str, ...] = ()
    strict: bool = False
    pushers: tuple[str, ...] | None = None
    force: bool = True
    deletion: bool = True
    linear: bool = False


def demands(repository: Repository, branch: str, user: User | None = None) -> list[Demands]:
    """Everything that holds for a branch; for a person, without what that person may bypass."""
    if not repository.protectable:
        return []
    found = []
    protection = protection_of(repository, branch)
    if protection and (user is None or protection.enforce_admins or not repository.may(user, "admin")):
        found.append(_protected(protection, user))
    ruled = [one for one in rulesets(repository, branch) if user is None or not _bypasses(repository, one, user)]
    return found + [_ruled(ruleset) for ruleset in ruled]


def protection_of(repository: Repository, branch: str) -> Protection | None:
    return repository.settings.protections.get(branch) if repository.protectable else None


def rulesets(repository: Repository, branch: str) -> Iterator[Ruleset]:
    """The active rulesets that hold for a branch."""
    ref = f"refs/heads/{branch}"

    def named(patterns: tuple[str, ...]) -> bool:
        default = branch == repository.default_branch and "~DEFAULT_BRANCH" in patterns
        return default or "~ALL" in patterns or any(fnmatchcase(ref, pattern) for pattern in patterns)

    if repository.protectable:
        for ruleset in repository.settings.rulesets:
            if ruleset.enforcement == "active" and named(ruleset.include) and not named(ruleset.exclude):
                yield ruleset


def _protected(rules: Protection, user: User | None) -> Demands:
    bypass = user is not None and user.login in rules.bypass_pull_request
    needs_pull = rules.required_approving_review_count is not None and not bypass
    return Demands(
        pull=needs_pull,
        approvals=(rules.required_approving_review_count or 0) if needs_pull else 0,
        dismiss_stale=rules.dismiss_stale_reviews,
        contexts=rules.required_status_checks or (),
        strict=rules.strict,
        pushers=rules.restrictions,
        force=rules.allow_force_pushes,
        deletion=rules.allow_deletions,
        linear=rules.required_linear_history,
    )


def _ruled(ruleset: Ruleset) -> Demands:
    rules = {rule["type"]: rule.get("parameters", {}) for rule in ruleset.rules}
    pull, checks = rules.get("pull_request", {}), rules.get("required_status_checks", {})
    return Demands(
        pull="pull_request" in rules,
        approvals=pull.get("required_approving_review_count", 0),
        dismiss_stale=pull.get("dismiss_stale_reviews_on_push", False),
        contexts=tuple(check["context"] for check in checks.get("required_status_checks", [])),
        strict=checks.get("strict_required_status_checks_policy", False),
        pushers=() if "update" in rules else None,
        force="non_fast_forward" not in rules,
        deletion="deletion" not in rules,
        linear="required_linear_history" in rules,
    )


def _bypasses(repository: Repository, ruleset: Ruleset, user: User) -> bool:
    for actor in ruleset.bypass_actors:
        if actor["actor_type"] == "RepositoryRole" and repository.may(user, ROLE_NUMBERS[actor["actor_id"]]):
            return True
        if actor["actor_type"] in ("User", "Integration") and actor["actor_id"] == user.id:
            return True
    return False


def missing_context(repository: Repository, sha: str, contexts: tuple[str, ...]) -> str | None:
    """The first required status that is not green on a commit."""
    for context in contexts:
        states = [one.state for one in repository.statuses if (one.sha, one.context) == (sha, context)]
        if not states or states[-1] != "success":
            return context
    return None


def push_refusals(repository: Repository, ref: str, new: str, user: User) -> Iterator[tuple[str, str]]:
    """What the update hook must refuse on a branch: (always, force or delete; the sentence)."""
    branch = ref.removeprefix("refs/heads/")
    if branch == ref:
        return
    for rules in demands(repository, branch, user):
        if not rules.deletion:
            yield "delete", "Cannot delete this protected branch"
        if not rules.force:
            yield "force", "Cannot force-push to this protected branch"
        if new == ZERO:
            continue
        if rules.pushers is not None and user.login not in rules.pushers:
            yield "always", "You're not authorized to push to this branch."
        if rules.pull:
            yield "always", PULL_NEEDED
        if context := missing_context(repository, new, rules.contexts):
            yield "always", f'Required status check "{context}" is expected.'


def merge_block(repository: Repository, pull: Pull, user: User) -> str | None:
    """The sentence with which the forge refuses a merge that the rules do not allow yet."""
    approved, objecting = opinions(repository, pull)
    for rules in demands(repository, pull.base_ref, user):
        if rules.pushers is not None and user.login not in rules.pushers:
            return "You're not authorized to push to this branch."
        if rules.pull and objecting:
            return "Changes have been requested on this pull request."
        if approved < rules.approvals:
            return f"At least {rules.approvals} approving review is required by reviewers with write access."
        if context := missing_context(repository, pull.head_sha, rules.contexts):
            return f'Required status check "{context}" is expected.'
        tip = repository.bare.branch(pull.base_ref)
        if rules.strict and tip and not repository.bare.contains(pull.head_sha, tip):
            return "Head branch is out of date. Review and try the merge again."
    return None


def opinions(repository: Repository, pull: Pull) -> tuple[int, int]:
    """How many people with write access approve, and how many ask for changes: each person's latest opinion counts."""
    latest = {
        review.author.id: review.state
        for review in pull.reviews
        if review.state not in ("COMMENTED", "PENDING") and repository.may(review.author, "write")
    }
    states = list(latest.values())
    return states.count("APPROVED"), states.count("CHANGES_REQUESTED")
