"""A proposal and a repository to a Question: what it touches, at which digests, under which office."""

from collections.abc import Iterable
from datetime import datetime

from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.proposal import Proposal
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.model.vocabulary import highest
from kendal_git.objects import CommitFiles, Git
from kendal_git.policy import Question, Touched
from kendal_git.reading.offices import read_office
from kendal_git.reading.posts import read_post

MAIN = "refs/remotes/origin/"
ABSENT = "absent"  # the digest of a post that a commit does not have


def office_at(git: Git, commit: str) -> Office:
    """kendal.yaml as it stands in a commit. Raises Misuse when it cannot be relied on."""
    office, trouble = read_office(CommitFiles(git, commit))
    if office is None:
        place = trouble[0].place
        raise Misuse(
            say("cli.office", place=f"{place.path}:{place.line}", problem=trouble[0].message), say("cli.office.hint")
        )
    return office


def main_tip(git: Git, office: Office) -> str:
    """The newest fetched commit of main. Raises OutsideFailed when the remote has none."""
    tip = git.resolve(f"{MAIN}{office.main}")
    if tip is None:
        raise OutsideFailed(say("forge.no-main", main=office.main))
    return tip


def post_of(path: str) -> str:
    """The post that a path belongs to: ``content/2026/11/25-x/post.md`` lies in ``content/2026/11/25-x``."""
    return "/".join(path.split("/")[:4])


def question(git: Git, proposal: Proposal, main: str, now: datetime) -> Question:
    """The question to the judge about a proposal; ``main`` names the protected branch.

    Roles and policy come from the newest commit of main's first-parent chain that the proposal did not bring in; what
    it touches is judged over all between, commit by commit, so that an edit taken back in the next commit still shows.
    """
    result = proposal.merge.commit if proposal.merge else proposal.head
    base = git.resolve(f"{proposal.merge.commit}^1" if proposal.merge else f"{MAIN}{main}")
    fork = git.merge_base(base, result) if base else None
    if base is None or fork is None or git.resolve(result) is None:
        raise OutsideFailed(say("gate.no-history", number=proposal.number), say("gate.no-history.hint"))
    office = office_at(git, base)
    net = git.changed(fork, result)
    every = set(net).union(*(_of_commit(git, commit) for commit in git.commits(proposal.head, f"^{fork}")))
    posts = tuple(sorted({post_of(path) for path in net if _is_post(path)}))
    others = tuple(sorted(path for path in every if not _is_post(path)))
    digests = _digests(git, result, posts, others)
    reviewed = (
        {one.commit for one in proposal.approvals if one.commit}
        | {push.commit for push in proposal.pushes or ()}
        | {proposal.head}
    )
    seen = {commit: _digests(git, commit, posts, others) for commit in reviewed if git.resolve(commit)}
    touched = Touched(
        posts=posts,
        agenda=tuple(path for path in others if path.startswith("agenda/")),
        policy=tuple(path for path in others if not path.startswith("agenda/")),
        digests=digests,
        sensitivity=_sensitivity(git, (base, result), posts, office),
    )
    return Question(proposal, office, touched, now, seen)


def _is_post(path: str) -> bool:
    return path.startswith("content/") and path.count("/") >= 4


def _of_commit(git: Git, commit: str) -> tuple[str, ...]:
    """What one commit changes against its first parent; a merge of main into the branch brings nothing of its own."""
    details = git.commit(commit)
    if details is None or len(details.parents) != 1:
        return ()
    return git.changed(details.parents[0], commit)


def _digests(git: Git, commit: str, posts: Iterable[str], others: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The tree id of each post and the blob id of each other file in a commit."""
    found = []
    for path in (*posts, *others):
        entry = git.object(f"{commit}:{path}")
        found.append((path, entry[0] if entry else ABSENT))
    return tuple(found)


def _sensitivity(git: Git, commits: tuple[str, str], posts: tuple[str, ...], office: Office) -> str:
    """The highest of what is typed and what the kind sets, before the proposal and after it: a correction inherits."""
    levels = ["biasa"]
    for commit in commits:
        for path in posts:
            post = read_post(CommitFiles(git, commit), path).post
            if post:
                levels += [post.sensitivity, "sensitif" if post.kind in office.policy.sensitive_kinds else "biasa"]
    return highest(*levels)
