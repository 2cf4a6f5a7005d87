"""A proposal and a repository to a Question: what it touches, at which digests, under which office."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from kendal_git.history import ABSENT, Trees, changes_of
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.post import Post
from kendal_git.model.proposal import Proposal
from kendal_git.model.trouble import OutsideFailed
from kendal_git.objects import CommitFiles, Git
from kendal_git.policy import Question, Touched
from kendal_git.policy.level import highest_of, level
from kendal_git.reading.offices import office_of, read_office
from kendal_git.reading.posts import read_post
from kendal_git.verbs.check import check_post

MAIN = "refs/remotes/origin/"
URGENT = "serta-merta"


def office_at(git: Git, commit: str) -> Office:
    """kendal.yaml as it stands in a commit. Raises Misuse when it cannot be relied on."""
    return office_of(CommitFiles(git, commit))


def main_tip(git: Git, office: Office) -> str:
    """The newest fetched commit of main. Raises OutsideFailed when the remote has none."""
    tip = git.resolve(f"{MAIN}{office.main}")
    if tip is None:
        raise OutsideFailed(say("forge.no-main", main=office.main))
    return tip


def post_of(path: str) -> str:
    """The post that a path belongs to: ``content/2026/11/25-x/post.md`` lies in ``content/2026/11/25-x``."""
    return "/".join(path.split("/")[:4])


@dataclass(frozen=True, slots=True)
class Span:
    """What a proposal brings: from ``base``, the newest of main that it did not bring, to ``result``."""

    base: str
    fork: str
    result: str

    def commits(self, git: Git, head: str) -> tuple[str, ...]:
        """Every commit between, on main as it was merged and on the branch as it was proposed."""
        ends = dict.fromkeys((self.result, head) if git.resolve(head) else (self.result,))
        return git.commits(*ends, f"^{self.fork}")


def span(git: Git, proposal: Proposal, main: str) -> Span:
    """Where a proposal begins and ends. Raises OutsideFailed when this clone or the forge cannot tell.

    A merge begins at the tip that main had before, by the forge's own record: whether it was merged, squashed, rebased
    into several commits or fast-forwarded, and whatever was pushed along with it (DESIGN §5.2).
    """
    merge = proposal.merge
    if merge and not merge.before:
        raise OutsideFailed(say("gate.no-record", number=proposal.number), say("gate.no-record.hint"))
    base = git.resolve(merge.before if merge else f"{MAIN}{main}")
    result = git.resolve(merge.commit if merge else proposal.head)
    cut = git.text("rev-parse", "--is-shallow-repository") == "true"  # a cut history gives wrong answers, not none
    fork = git.merge_base(base, result) if base and result and not cut else None
    if base is None or result is None or fork is None:
        raise OutsideFailed(say("gate.no-history", number=proposal.number), say("gate.no-history.hint"))
    return Span(base, fork, result)


def question(git: Git, proposal: Proposal, main: str, now: datetime) -> Question:
    """The question to the judge about a proposal; ``main`` names the protected branch.

    Roles and policy come from the newest commit of main's first-parent chain that the proposal did not bring in; what
    it touches is judged over all between, commit by commit, so that an edit taken back in the next commit still shows.
    """
    found = span(git, proposal, main)
    office, trees = office_at(git, found.base), Trees(git)
    net = git.changed(found.fork, found.result)
    every = set(net).union(*changes_of(git, found.commits(git, proposal.head)).values())
    posts = tuple(sorted({post_of(path) for path in net if _is_post(path)}))
    others = tuple(sorted(path for path in every if not _is_post(path)))
    paths = (*posts, *others)
    reviewed = {one.commit for one in proposal.approvals} | {push.commit for push in proposal.pushes or ()}
    seen = {
        commit: trees.digests(commit, paths) for commit in reviewed | {proposal.head} if commit and git.resolve(commit)
    }
    touched = _touched(git, found, office, (posts, others), trees)
    if not proposal.merge:
        touched = replace(touched, findings=_findings(git, found.result, touched, office))
    return Question(proposal, office, touched, now, seen)


def _is_post(path: str) -> bool:
    return path.startswith("content/") and path.count("/") >= 4


def _touched(
    git: Git, span: Span, office: Office, paths: tuple[tuple[str, ...], tuple[str, ...]], trees: Trees
) -> Touched:
    """Sort what is touched and read the touched posts, before and after."""
    posts, others = paths
    digests = trees.digests(span.result, (*posts, *others))
    before, after = _posts(git, span.base, posts), _posts(git, span.result, posts)
    found = highest_of(tuple(level(post, office.policy) for post in (*after, *before)))
    urgent = len(after) == len(posts) > 0 and all(
        post.information == URGENT and post.kind in office.policy.fast_lane for post in after
    )
    policy = tuple(path for path in others if not path.startswith("agenda/"))
    return Touched(
        posts=posts,
        agenda=tuple(path for path in others if path.startswith("agenda/")),
        policy=policy,
        digests=digests,
        sensitivity=found.value,
        because=found.because,
        faults=(*_strange(dict(digests), posts, trees), *_beside(span, posts, trees)),
        roles="kendal.yaml" in policy and _roles(git, span.result) != office.roles,
        urgent=urgent,
    )


def _posts(git: Git, commit: str, paths: Iterable[str]) -> tuple[Post, ...]:
    files = CommitFiles(git, commit)
    return tuple(post for path in paths if (post := read_post(files, path).post))


def _roles(git: Git, commit: str) -> object:
    """The roles that a commit's kendal.yaml states; None when it states none that can be read."""
    office = read_office(CommitFiles(git, commit))[0]
    return office.roles if office else None


def _strange(digests: dict[str, str], posts: Iterable[str], trees: Trees) -> Iterator[Message]:
    """What may not lie in a post's folder, whoever approves it: links, submodules, folders, twins (DESIGN §5.11)."""
    for post in posts:
        names: dict[str, str] = {}
        for name, mode in trees.modes(digests[post]) if digests[post] != ABSENT else ():
            path = f"{post}/{name}"
            # Bytes that are no text, and marks that turn a line round, make no name either.
            if mode != "file" or not path.isprintable():
                yield say("gate.fault.link", path=path)
            other = names.setdefault(_folded(name), name)
            if other != name:
                yield say("gate.fault.twin", path=path, other=other)


def _beside(span: Span, posts: Iterable[str], trees: Trees) -> Iterator[Message]:
    """A folder that cannot stand beside another one everywhere, and one that main has changed since the branch began.

    What main would merge into such a post is no content that anybody has seen (forges.md §3 row 11).
    """
    for post in posts:
        month, _, name = post.rpartition("/")
        (_, listed), (_, digest) = trees.digests(span.result, (month, post))
        for other, _ in trees.modes(listed) if digest != ABSENT else ():
            if other != name and _folded(other) == _folded(name):
                yield say("gate.fault.twin", path=post, other=other)
        if trees.digests(span.base, (post,)) != trees.digests(span.fork, (post,)):
            yield say("gate.fault.behind", path=post)


def _folded(name: str) -> str:
    """A name as a disk that knows neither case nor Unicode forms keeps it."""
    return unicodedata.normalize("NFC", name).casefold()


def _findings(git: Git, commit: str, touched: Touched, office: Office) -> tuple[Diagnostic, ...]:
    """What the check says about the touched posts of a commit."""
    files = CommitFiles(git, commit)
    present = (path for path, digest in touched.digests if path in touched.posts and digest != ABSENT)
    return tuple(one for path in present for one in check_post(files, path, office))
