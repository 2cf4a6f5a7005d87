"""What people do on the web page: no request of the API, and some of it is possible nowhere else."""

from kendal_git.fakes.github import changes, movements
from kendal_git.fakes.github.git import Signature
from kendal_git.fakes.github.people import WEB_FLOW, User
from kendal_git.fakes.github.protections import push_refusals
from kendal_git.fakes.github.records import ZERO, Issue, Pull, Review
from kendal_git.fakes.github.repository import Repository


def first_commit(
    repository: Repository, files: dict[str, str | bytes], by: str, message: str = "Initial commit"
) -> str:
    """Begin the default branch of an empty repository."""
    with repository.lock:
        user, now = repository.person(by), repository.clock.tick()
        contents: dict[str, bytes | None] = {path: _bytes(text) for path, text in files.items()}
        signed = Signature(user.identity, now), Signature(WEB_FLOW, now)
        commit = repository.bare.commit_tree(repository.bare.tree_with(None, contents), (), f"{message}\n", signed)
        movements.move(repository, repository.default_branch, commit, user)
        return commit


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def mark_ready(repository: Repository, number: int, by: str) -> None:
    _draft(repository, number, by, draft=False)


def convert_to_draft(repository: Repository, number: int, by: str) -> None:
    _draft(repository, number, by, draft=True)


def _draft(repository: Repository, number: int, by: str, *, draft: bool) -> None:
    with repository.lock:
        issue, pull = repository.pull(number)
        if pull.draft != draft:
            pull.draft = draft
            repository.note(issue, "convert_to_draft" if draft else "ready_for_review", repository.person(by))


def edit_file(repository: Repository, branch: str, files: dict[str, str | bytes | None], by: str) -> str:
    """Write files in the web editor (None deletes one): the person is the author, GitHub the committer."""
    path = next(iter(files))
    word = "Delete" if files[path] is None else "Update"
    with repository.lock:
        return _commit(repository, branch, files, (repository.person(by), f"{word} {path.rpartition('/')[2]}\n"))


def accept_suggestion(
    repository: Repository, number: int, files: dict[str, str | bytes | None], *, suggested_by: str, by: str
) -> str:
    """Press "Commit suggestion": the one who presses is the author, the one who suggested becomes a co-author."""
    with repository.lock:
        _, pull = repository.pull(number)
        helper = repository.person(suggested_by)
        who = helper.identity
        message = f"Update {next(iter(files))}\n\nCo-authored-by: {who.name} <{who.email}>\n"
        return _commit(repository, pull.head_ref, files, (repository.person(by), message))


def _commit(repository: Repository, branch: str, files: dict[str, str | bytes | None], said: tuple[User, str]) -> str:
    user, message = said
    tip = repository.bare.branch(branch)
    if tip is None:
        raise ValueError(f"there is no branch {branch}")
    for when, sentence in push_refusals(repository, f"refs/heads/{branch}", tip, user):
        if when == "always":
            raise ValueError(sentence)
    contents = {path: text if text is None else _bytes(text) for path, text in files.items()}
    now = repository.clock.tick()
    by = Signature(user.identity, now), Signature(WEB_FLOW, now)
    commit = repository.bare.commit_tree(repository.bare.tree_with(tip, contents), (tip,), message, by)
    movements.move(repository, branch, commit, user)
    return commit


def retarget(repository: Repository, number: int, base: str, by: str) -> None:
    with repository.lock:
        changes.retarget(repository, repository.pull(number)[0], base, repository.person(by))


def rename_account(repository: Repository, login: str, new: str) -> None:
    with repository.lock:
        repository.people.rename(repository.person(login), new)


def delete_account(repository: Repository, login: str) -> None:
    with repository.lock:
        repository.people.delete(repository.person(login))


def roll_forward(repository: Repository, number: int, review: int, commit: str = "") -> None:
    """Let a review name a newer commit than the one that was looked at, as GitHub does to some; its time stays."""
    with repository.lock:
        _, pull = repository.pull(number)
        _review(pull, review).commit_id = commit or pull.head_sha


def lose_commit(repository: Repository, number: int, review: int) -> None:
    """Let a review's commit be collected: GitHub then says null."""
    with repository.lock:
        _review(repository.pull(number)[1], review).commit_id = None


def _review(pull: Pull, number: int) -> Review:
    return next(one for one in pull.reviews if one.id == number)


def delete_branch(repository: Repository, branch: str, by: str) -> None:
    with repository.lock:
        movements.move(repository, branch, ZERO, repository.person(by))


def restore_branch(repository: Repository, number: int, by: str) -> None:
    """Press "Restore branch" below a pull whose branch was deleted."""
    with repository.lock:
        issue, pull = repository.pull(number)
        if repository.bare.branch(pull.head_ref):
            raise ValueError(f"the branch {pull.head_ref} exists")
        movements.move(repository, pull.head_ref, pull.head_sha, repository.person(by))
        repository.note(issue, "head_ref_restored", repository.person(by))


def set_state(repository: Repository, number: int, state: str, by: str) -> Issue:
    """Close a pull or open it again."""
    with repository.lock:
        issue, _ = repository.pull(number)
        changes.set_state(repository, issue, state, repository.person(by))
        return issue
