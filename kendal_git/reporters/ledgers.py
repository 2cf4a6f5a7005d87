"""The ledger for a person: what stands where, since when, by whose approval; and line by line for one post."""

from kendal_git.ledgers.git import GitHead
from kendal_git.messages import text
from kendal_git.model.ledger import LedgerEntry, as_record
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.values import dataclass
from kendal_git.planning.book import read
from kendal_git.reporters.style import Style, safe


@dataclass(frozen=True, slots=True)
class Manner:
    """How to tell it: whose titles and clock, in which language, in which colours."""

    office: Office
    language: str
    style: Style


def shown(head: GitHead, posts: tuple[str, ...], manner: Manner, *, lines: bool) -> str:
    """All posts in brief, or with every line."""
    if not posts:
        return text(say("ledger.empty"), manner.language)
    return "\n".join(row for post in posts for row in _post(head, post, manner, lines=lines))


def _post(head: GitHead, post: str, manner: Manner, *, lines: bool) -> list[str]:
    entries, style = head.entries(post), manner.style
    rows = [style(post, "bold")]
    for channel in dict.fromkeys(entry.channel for entry in entries if entry.channel):
        book = read(entry for entry in entries if entry.channel == channel)
        if book.open:
            state = style(text(say("ledger.doubt", run=book.open[-1].run or "?"), manner.language), "red")
        elif book.stands:
            state = style(f"{book.stands[:12]}  {safe(book.url)}", "green")
        else:
            state = "–"
        rows.append(f"  {channel:<12} {state}")
    if lines:
        rows += [f"  {_line(entry, manner)}" for entry in entries]
    return rows


def _line(entry: LedgerEntry, manner: Manner) -> str:
    when = entry.at.astimezone(manner.office.zone).strftime("%d-%m-%Y %H:%M:%S")
    detail = entry.url or entry.outcome or entry.reason or entry.nonce[:8]
    approvals = (entry.verdict or {}).get("approvals", [])
    people = ", ".join(f"{one['role']}={one['by']}" for one in approvals)
    what = f"{entry.kind:<10} {entry.channel:<12} {entry.revision[:12]:<12}"
    return f"{manner.style(when, 'dim')}  {what}  {safe(detail)} {safe(people)}".rstrip()


def as_json(head: GitHead, posts: tuple[str, ...]) -> dict[str, object]:
    """Everything, for a program."""
    return {
        "head": head.commit,
        "root": head.root,
        "cursor": head.cursor,
        "posts": {post: [as_record(entry) for entry in head.entries(post)] for post in posts},
        "open": [{"post": wish.post, "channel": wish.channel, "wanted": wish.wanted} for wish in head.wishes()],
    }
