"""What a person did by hand on a channel, as a line of the ledger: where it is now, or that it is gone."""

from datetime import UTC, datetime

from kendal_git.model.ledger import LedgerEntry
from kendal_git.model.message import say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.objects import CommitFiles, Git
from kendal_git.planning.book import read
from kendal_git.ports import Head
from kendal_git.reading.posts import read_post
from kendal_git.verbs.investigate import main_tip

EPOCH = datetime.fromtimestamp(0, UTC)


def handed_off(git: Git, office: Office, head: Head, delivery: tuple[str, str], url: str) -> LedgerEntry:
    """The line that records it; moment and person are added by whoever writes it.

    A withdrawn post is gone from the channel; otherwise ``found`` says where the person put the revision that main
    has. Raises Misuse for an unknown delivery, for one in doubt, which is settled instead, and without an address.
    """
    post, channel = delivery
    lines = [entry for entry in head.entries(post) if entry.channel == channel]
    book = read(lines)
    if not lines:
        raise Misuse(say("ledger.no-delivery", post=post, channel=channel))
    if book.open:
        raise Misuse(say("publish.handed.doubt", post=post, channel=channel), say("publish.handed.doubt.hint"))
    tip = main_tip(git, office)
    found = read_post(CommitFiles(git, tip), post).post
    if found and found.withdrawn:
        return LedgerEntry("withdrawal", EPOCH, channel, url=url)
    if not url.startswith("https://"):
        raise Misuse(say("publish.handed.url"), say("publish.handed.url.hint", post=post, channel=channel))
    newest = [entry for entry in lines if entry.kind == "intent"][-1:]
    if not newest:
        raise Misuse(say("ledger.no-delivery", post=post, channel=channel))
    return LedgerEntry("found", EPOCH, channel, newest[0].revision, newest[0].nonce, url=url, remote=book.remote)
