"""The merge button's three kinds, and the button that brings a branch up to date."""

from dataclasses import dataclass

from kendal_git.fakes.github import movements
from kendal_git.fakes.github.errors import Refusal
from kendal_git.fakes.github.git import Commit, Signature
from kendal_git.fakes.github.people import WEB_FLOW, Identity, User
from kendal_git.fakes.github.records import ZERO, Issue, Pull
from kendal_git.fakes.github.repository import Repository

TRAILER = "Co-authored-by: "


@dataclass(frozen=True)
class Wish:
    """What the person who merges chose."""

    method: str = "merge"
    title: str = ""
    message: str | None = None


def base_of(repository: Repository, pull: Pull) -> str | None:
    """Where a pull's own commits begin."""
    if pull.merged_at:
        return pull.merge_base
    return repository.bare.merge_base(repository.bare.branch(pull.base_ref) or pull.base_sha, pull.head_sha)


def commits_of(repository: Repository, pull: Pull) -> list[str]:
    return repository.bare.between(base_of(repository, pull), pull.head_sha)


def mergeable(repository: Repository, pull: Pull) -> bool:
    tip = repository.bare.branch(pull.base_ref)
    return bool(tip and repository.bare.merged_tree(tip, pull.head_sha))


def merge(repository: Repository, issue: Issue, user: User, wish: Wish) -> str:
    """Merge an open pull that nothing blocks; the answer is the new tip of its base."""
    pull = issue.pull
    assert pull
    tip = repository.bare.branch(pull.base_ref)
    tree = tip and repository.bare.merged_tree(tip, pull.head_sha)
    if not tip or not tree:
        raise Refusal(405, "Pull Request is not mergeable")
    base = base_of(repository, pull)
    make = {"merge": _merge_commit, "squash": _squash, "rebase": _rebase}[wish.method]
    commit = make(repository, issue, user, (tip, tree, wish))
    pull.brought = frozenset(repository.bare.between(tip, commit))
    pull.base_sha, pull.merge_commit_sha = tip, commit
    movements.move(repository, pull.base_ref, commit, user, "pr_merge")
    movements.merged(repository, issue, base, commit, user)
    if repository.settings.delete_branch_on_merge and repository.bare.branch(pull.head_ref):
        movements.move(repository, pull.head_ref, ZERO, user)
    return commit


def _web(repository: Repository, author: Identity) -> tuple[Signature, Signature]:
    """Signed as on the web page: the person wrote it, GitHub committed it."""
    now = repository.clock.tick()
    return Signature(author, now), Signature(WEB_FLOW, now)


def _merge_commit(repository: Repository, issue: Issue, user: User, how: tuple[str, str, Wish]) -> str:
    tip, tree, wish = how
    pull = issue.pull
    assert pull
    title = wish.title or f"Merge pull request #{issue.number} from {repository.owner.login}/{pull.head_ref}"
    body = issue.title if wish.message is None else wish.message
    by = _web(repository, user.identity)
    return repository.bare.commit_tree(tree, (tip, pull.head_sha), f"{title}\n\n{body}".rstrip() + "\n", by)


def _squash(repository: Repository, issue: Issue, user: User, how: tuple[str, str, Wish]) -> str:
    tip, tree, wish = how
    pull = issue.pull
    assert pull
    commits = repository.bare.commits(commits_of(repository, pull))
    author = user.identity if issue.author.deleted else issue.author.identity
    subject, text = issue.title, "\n\n".join(f"* {commit.message}" for commit in commits)
    if len(commits) == 1:  # a lone commit gives its own words
        subject, _, text = commits[0].message.partition("\n")
    title = wish.title or f"{subject} (#{issue.number})"
    body = text.strip() if wish.message is None else wish.message
    trailers = "\n".join(_co_authors(commits, author))
    message = "\n\n".join(part for part in (title, body, trailers) if part)
    return repository.bare.commit_tree(tree, (tip,), message + "\n", _web(repository, author))


def _co_authors(commits: list[Commit], author: Identity) -> list[str]:
    """A trailer for everybody else who wrote one of the commits, or was named in one."""
    found: dict[str, str] = {}
    for commit in commits:
        named = [line for line in commit.message.splitlines() if line.startswith(TRAILER)]
        who = commit.author.who
        for line in [f"{TRAILER}{who.name} <{who.email}>", *named]:
            email = line.rpartition("<")[2].rstrip(">").casefold()
            if email != author.email.casefold():
                found.setdefault(email, line)
    return list(found.values())


def _rebase(repository: Repository, issue: Issue, user: User, how: tuple[str, str, Wish]) -> str:
    """Copies of every commit, each with its author and the person who merges as committer."""
    bare, onto = repository.bare, how[0]
    pull = issue.pull
    assert pull
    base = base_of(repository, pull)
    now = repository.clock.tick()
    for commit in bare.commits(bare.between(base, pull.head_sha, "--no-merges")):
        tree = _replayed(repository, commit, onto)
        if tree is None:
            raise Refusal(405, "This branch can't be rebased")
        by = commit.author, Signature(user.identity, now)
        onto = bare.commit_tree(tree, (onto,), commit.message + "\n", by)
    return onto


def _replayed(repository: Repository, commit: Commit, onto: str) -> str | None:
    """The tree of a commit's change on another tip: a merge whose base is the commit's parent, without its history."""
    bare = repository.bare
    parent = bare.out("rev-parse", f"{commit.parents[0]}^{{tree}}") if commit.parents else bare.out("mktree", input=b"")
    by = commit.author, commit.committer
    start = bare.commit_tree(parent, (), "start\n", by)
    ours = bare.commit_tree(bare.out("rev-parse", f"{onto}^{{tree}}"), (start,), "ours\n", by)
    theirs = bare.commit_tree(commit.tree, (start,), "theirs\n", by)
    return bare.merged_tree(ours, theirs)


def update_branch(repository: Repository, issue: Issue, user: User) -> None:
    """Merge the base into the branch of a pull."""
    pull = issue.pull
    assert pull
    tip = repository.bare.branch(pull.base_ref)
    if not tip or repository.bare.contains(pull.head_sha, tip):
        raise Refusal(422, "There are no new commits on the base branch.")
    tree = repository.bare.merged_tree(pull.head_sha, tip)
    if tree is None:
        raise Refusal(422, "merge conflict between base and head")
    message = f"Merge branch '{pull.base_ref}' into {pull.head_ref}\n"
    commit = repository.bare.commit_tree(tree, (pull.head_sha, tip), message, _web(repository, user.identity))
    movements.move(repository, pull.head_ref, commit, user)
