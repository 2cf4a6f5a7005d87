"""submit: a post's folder, or files of the agenda, to a branch and a proposal; work tree and index stay untouched."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from kendal_git.files import WorkTree
from kendal_git.frontmatter import read_post
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.objects import CommitFiles, Git, PushRejected
from kendal_git.ports import Forge
from kendal_git.reading.posts import FILE
from kendal_git.yamltext import put

TEXTS = (".md", ".yaml", ".yml", ".txt")


@dataclass(frozen=True, slots=True)
class Submitted:
    """The proposal, and whether anything new was sent."""

    number: int
    branch: str
    head: str
    new: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be submitted: a path in the work tree, the proposal's title and text, and who is asked to look."""

    path: str
    title: str
    main: str
    body: str = ""
    reviewers: tuple[str, ...] = ()


def branch_of(path: str) -> str:
    """The branch of a post or a file: ``content/2026/11/25-x`` goes to ``kiriman/2026-11-25-x``."""
    parts = PurePosixPath(path).with_suffix("").parts
    if parts[0] == "content":
        return "kiriman/" + "-".join(parts[1:4])
    return "agenda/" + "-".join(parts[1:]) if parts[0] == "agenda" else "kebijakan/" + "-".join(parts)


def submit(git: Git, forge: Forge, files: WorkTree, order: Order, now: datetime) -> Submitted:
    """Send what lies at the order's path; repeating it with nothing changed sends nothing.

    Raises Misuse for a path that holds nothing, OutsideFailed when the remote does not take it.
    """
    branch = branch_of(order.path)
    tip = git.resolve(f"refs/remotes/origin/{branch}")
    base = git.resolve(f"refs/remotes/origin/{order.main}")
    parent = tip if tip and base and not git.is_ancestor(tip, base) else base
    if parent is None:
        raise OutsideFailed(say("forge.no-main", main=order.main))
    change = _change(files, CommitFiles(git, parent), order.path)
    if not change and parent == base:
        raise Misuse(say("submit.nothing", path=order.path))
    head = parent
    if change:
        head = git.write_commit(parent, change, order.title, now, forge.author())
        _push(git, head, branch)
    number = forge.submit(branch, order.title, head, order.body, order.reviewers)
    return Submitted(number, branch, head, bool(change))


def _push(git: Git, head: str, branch: str) -> None:
    try:
        git.push("origin", f"{head}:refs/heads/{branch}")
    except PushRejected:
        raise OutsideFailed(say("submit.moved", branch=branch), say("submit.moved.hint")) from None


def _change(files: WorkTree, before: CommitFiles, path: str) -> dict[str, bytes | None]:
    """What must be set or removed so that the commit holds exactly what lies at ``path``."""
    names = _all(files, path)
    if not names:
        raise Misuse(say("cli.no-path", path=path))
    wanted = {name: _normal(name, files.read(name) or b"") for name in names}
    change: dict[str, bytes | None] = {name: data for name, data in wanted.items() if before.read(name) != data}
    change.update({name: None for name in _all(before, path) if name not in wanted})
    return change


def _all(files: WorkTree | CommitFiles, path: str) -> list[str]:
    """Every regular file at or below a path."""
    if files.read(path) is not None:
        return [path]
    found = []
    for entry in files.entries(path):
        below = f"{path}/{entry.name}"
        if entry.mode in ("link", "other"):
            raise Misuse(say("submit.link", path=below))
        found += _all(files, below) if entry.mode == "folder" else [below]
    return found


def _normal(name: str, data: bytes) -> bytes:
    """Text with LF, whatever the laptop writes, so that the same words have the same digest."""
    return data.replace(b"\r\n", b"\n") if name.endswith(TEXTS) else data


def resubmitted(files: WorkTree, path: str, reason: str) -> bytes:
    """The post's file with ``resubmitted:`` saying why: a new digest, and so a new proposal (DESIGN §2).

    Raises Misuse without a reason, or for what is no post.
    """
    data = files.read(f"{path}/{FILE}")
    if data is None:
        raise Misuse(say("submit.not-a-post", path=path))
    if not reason.strip():
        raise Misuse(say("submit.reason"), say("submit.reason.hint", path=path))
    document, _ = read_post(f"{path}/{FILE}", data)
    if document is None:
        raise Misuse(say("submit.unreadable", path=path), say("submit.unreadable.hint", path=path))
    return put(document.source.text, document.fields, "resubmitted", " ".join(reason.split())).encode()
