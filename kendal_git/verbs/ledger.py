"""ledger: start it, verify it line by line, and take in what a person saw on a channel."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from kendal_git.model.ledger import Book, Intent, LedgerEntry
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.objects import CommitFiles, Git, tree_entries
from kendal_git.planning.book import read
from kendal_git.ports import Clock, Forge, Head
from kendal_git.reading.posts import read_post
from kendal_git.verbs.clerk import Clerk

ENDS = ("release", "receipt", "found", "void", "refusal", "settled")


@dataclass(frozen=True, slots=True)
class Doubt:
    """An intent without an end: somebody must look at the channel."""

    post: str
    channel: str
    intent: Intent


def baseline(git: Git, commit: str, office: Office, now: datetime) -> dict[str, tuple[LedgerEntry, ...]]:
    """The lines of every post that a commit already has: known, standing, and never sent."""
    files, lines = CommitFiles(git, commit), {}
    for path in posts_of(git, commit):
        post, revision = read_post(files, path).post, git.tree_id(commit, path) or ""
        channels = (post.channels if post else tuple(name for name, _ in office.channels)) or ("",)  # the site alone
        lines[path] = tuple(LedgerEntry("baseline", now, channel, revision, main=commit) for channel in channels)
    return lines


def posts_of(git: Git, commit: str, below: str = "content") -> Iterator[str]:
    """The folders of a commit that hold files below ``content/``."""
    found = git.object(f"{commit}:{below}")
    entries = tree_entries(found[2]) if found and found[1] == "tree" else []
    if below != "content" and any(mode != 0o040000 for mode, _, _ in entries):
        yield below
    for mode, name, _ in entries:
        if mode == 0o040000:
            yield from posts_of(git, commit, f"{below}/{name}")


def books(head: Head, post: str) -> dict[str, Book]:
    """What a post's lines add up to, by channel."""
    entries = head.entries(post)
    channels = dict.fromkeys(entry.channel for entry in entries if entry.channel)
    return {channel: read(entry for entry in entries if entry.channel == channel) for channel in channels}


def doubts(head: Head, posts: Iterable[str]) -> tuple[Doubt, ...]:
    """Every open intent."""
    return tuple(
        Doubt(post, channel, intent)
        for post in posts
        for channel, book in books(head, post).items()
        for intent in book.open
    )


def verify(head: Head, posts: Iterable[str]) -> tuple[Message, ...]:
    """What is wrong with the lines themselves: an end without its intent, two open intents, a nonce used twice."""
    wrong = []
    for post in posts:
        intents: dict[tuple[str, str], LedgerEntry] = {}
        for number, entry in enumerate(head.entries(post), 1):
            key = entry.channel, entry.nonce
            if entry.kind == "intent" and key in intents:
                wrong.append(say("ledger.wrong.nonce", post=post, line=number, nonce=entry.nonce))
            elif entry.kind == "intent":
                intents[key] = entry
            elif entry.kind in ENDS and key not in intents:
                wrong.append(say("ledger.wrong.own-intent", post=post, line=number, kind=entry.kind))
        wrong += [
            say("ledger.wrong.one-open", post=post, channel=channel)
            for channel, book in books(head, post).items()
            if len(book.open) > 1
        ]
    return tuple(wrong)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person says about one delivery: ``sent`` (and where it is, under which name there) or ``not-sent``."""

    post: str
    channel: str
    outcome: str
    by: str
    url: str = ""
    remote: str = ""
    reason: str = ""


def settle(statement: Statement, clerk: Clerk, head: Head, forge: Forge, clock: Clock) -> LedgerEntry:
    """Take a statement into the ledger. Raises Misuse when there is no doubt, or ``not-sent`` comes too early.

    ``sent`` is taken at any time; ``not-sent`` only when the run has ended and ``until`` has passed, for until then its
    request may still arrive (tests/protocol/README.md, rule 22).
    """
    book = books(head, statement.post).get(statement.channel)
    if book is None or not book.open:
        raise Misuse(say("ledger.no-doubt", post=statement.post, channel=statement.channel))
    intent = book.open[-1]
    if statement.outcome == "not-sent":
        _fence(intent, forge.run_ended, clock.now())
    entry = LedgerEntry(
        "settled", clock.now(), statement.channel, intent.revision, intent.nonce, intent.run,
        url=statement.url, remote=statement.remote, by=statement.by, outcome=statement.outcome, reason=statement.reason,
    )  # fmt: skip
    clerk.record(statement.post, entry)
    return entry


def _fence(intent: Intent, run_ended: Callable[[str], bool | None], now: datetime) -> None:
    ended = run_ended(intent.run)
    if not ended:
        raise Misuse(
            say("ledger.run-lives" if ended is False else "ledger.run-unknown", run=intent.run),
            say("ledger.run-lives.hint"),
        )
    if intent.until and now <= intent.until:
        raise Misuse(say("ledger.too-early", until=intent.until), say("ledger.too-early.hint"))
