"""Changes of a pull or issue that the API and a person on the web page make alike."""

from kendal_git.fakes.github.errors import Refusal, invalid
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.records import Issue
from kendal_git.fakes.github.repository import Repository

RESOURCE = "PullRequest"


def custom(sentence: str) -> Refusal:
    """A validation error that is a sentence."""
    error = {"resource": RESOURCE, "code": "custom", "message": sentence}
    return Refusal(422, "Validation Failed", [error])


def rename(repository: Repository, issue: Issue, title: str, user: User) -> None:
    former, issue.title = issue.title, title
    repository.note(issue, "renamed", user, rename={"from": former, "to": title})


def retarget(repository: Repository, issue: Issue, base: str, user: User) -> None:
    """Point a pull at another branch."""
    pull, tip = issue.pull, repository.bare.branch(base)
    assert pull
    if tip is None:
        raise invalid(RESOURCE, "base")
    if issue.state != "open":
        raise custom("Cannot change the base branch of a closed pull request.")
    if repository.bare.contains(tip, pull.head_sha):
        raise custom(f"There are no new commits between base branch '{base}' and head branch '{pull.head_ref}'")
    if base != pull.base_ref:
        pull.base_ref, pull.base_sha = base, tip
        repository.note(issue, "base_ref_changed", user)


def set_state(repository: Repository, issue: Issue, state: str, user: User) -> None:
    """Close a pull, or open it again when its branch still is where it was, or ahead of it."""
    pull = issue.pull
    assert pull
    if state == "closed":
        repository.close(issue, user)
        return
    tip = repository.bare.branch(pull.head_ref)
    if pull.merged_at or tip is None:
        reason = "is already merged" if pull.merged_at else f"the {pull.head_ref} branch has been deleted"
        raise invalid(RESOURCE, "state", message=f"state cannot be changed. {reason}.")
    if not repository.bare.contains(tip, pull.head_sha):
        message = f"state cannot be changed. The {pull.head_ref} branch was force-pushed or recreated."
        raise invalid(RESOURCE, "state", message=message)
    repository.reopen(issue, user)
    pull.head_sha = tip
    repository.bare.update(f"refs/pull/{issue.number}/head", tip)
