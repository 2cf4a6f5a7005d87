"""Which posts the site shows, and at which revision: from main and the ledger, or from an unverified work tree."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kendal_git.files import WorkTree
from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.message import say
from kendal_git.model.post import Amendment, Post
from kendal_git.model.trouble import OutsideFailed
from kendal_git.model.verdict import Ruling
from kendal_git.objects import Git, TreeFiles
from kendal_git.planning.book import read
from kendal_git.ports import Head
from kendal_git.reading.posts import Files, read_post
from kendal_git.rendering.values import Proof, ReadPicture, SitePost

PATH = re.compile(r"content/\d{4}/\d{2}/\d{2}-[a-z0-9]+(-[a-z0-9]+)*")
SENT = ("receipt", "found", "settled")

Revisions = Iterable[tuple[str, str]]  # (post, tree id) of every post on main
AtRevision = Callable[[str, str], Files]  # the files of a post (second) at a tree id (first)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The posts that may be shown once their time has come, and the paths of those that cannot be read."""

    posts: tuple[SitePost, ...]
    unreadable: tuple[str, ...] = ()


def from_work_tree(files: WorkTree) -> Gathered:
    """Every post as it lies on disk; the build that comes of it is unverified."""
    posts, unreadable = [], []
    for path in files.posts():
        post = read_post(files, path).post if PATH.fullmatch(path) else None
        if post is None:
            unreadable.append(path)
        else:
            posts.append(SitePost(post, _reader(files, path), withdrawn=post.withdrawn))
    return Gathered(tuple(posts), tuple(unreadable))


def from_ledger(revisions: Revisions, at: AtRevision, head: Head) -> Gathered:
    """Every post of main that the ledger lets through, each at its approved revision."""
    posts, unreadable = [], []
    owed = {(wish.post, wish.wanted, wish.channel): None for wish in head.wishes()}
    for path, revision in revisions:
        entries = head.entries(path)
        chosen = approved_revision(entries, revision)
        if chosen is None:
            continue
        files = at(chosen, path)
        post = read_post(files, path).post
        if post is None:
            unreadable.append(path)
            continue
        since = min(entry.at for entry in entries if _lets_through(entry) and entry.revision == chosen)
        withdrawn = post.withdrawn or (None if chosen == revision else _withdrawn(at(revision, path), path))
        shown, waits = proofs(entries), tuple(name for name in post.channels if (path, chosen, name) in owed)
        made = SitePost(post, _reader(files, path), since)
        posts.append(replace(made, withdrawn=withdrawn) if withdrawn else replace(made, proofs=shown, owed=waits))
    return Gathered(tuple(posts), tuple(unreadable))


def approved_revision(entries: Iterable[LedgerEntry], wanted: str) -> str | None:
    """What main has, when that was approved; otherwise the last revision that was; None when none ever was."""
    approved = [entry.revision for entry in entries if _lets_through(entry)]
    return wanted if wanted in approved else approved[-1] if approved else None


def _lets_through(entry: LedgerEntry) -> bool:
    """A verdict in favour, or a post that the office had published before the ledger began."""
    return entry.kind == "baseline" or (entry.kind == "judged" and entry.outcome == Ruling.APPROVED)


def _withdrawn(files: Files, path: str) -> Amendment | None:
    """A withdrawal holds as soon as main has it; its free text was not approved and is not shown."""
    newest: Post | None = read_post(files, path).post
    return Amendment(newest.withdrawn.reason) if newest and newest.withdrawn else None


def proofs(entries: Iterable[LedgerEntry]) -> tuple[Proof, ...]:
    """Where each channel shows what stands there now, with the moment of its receipt."""
    entries = tuple(entries)
    found = []
    for channel in dict.fromkeys(entry.channel for entry in entries if entry.channel):
        lines = [entry for entry in entries if entry.channel == channel]
        book = read(lines)
        if book.stands and book.url:
            receipts = [line.at for line in lines if line.url == book.url and line.kind in SENT]
            found.append(Proof(channel, book.url, receipts[-1]))
    return tuple(found)


def _reader(files: Files, path: str) -> ReadPicture:
    return lambda name: files.read(f"{path}/{name}")


def revisions_at(git: Git, tip: str) -> tuple[tuple[str, str], ...]:
    """Every post's folder on main with its tree id: one call, however long the archive."""
    listed = git.run("ls-tree", "-r", "-d", "-z", tip, "content/").stdout.decode(errors="replace")
    rows = (row.partition("\t") for row in listed.split("\0"))
    return tuple((path, facts.split()[2]) for facts, _, path in rows if PATH.fullmatch(path))


def tree_reader(git: Git) -> AtRevision:
    """Reads revisions from Git's objects; one that this clone lacks is an error, never a missing page."""

    def at(tree: str, path: str) -> Files:
        if git.object(tree) is None:
            raise OutsideFailed(say("site.no-revision", path=path, revision=tree[:12]), say("site.no-revision.hint"))
        return TreeFiles(git, tree, path)

    return at
