"""What a person did by hand on a channel, as lines of the ledger: where the post is now, or that it is gone."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from kendal_git.model.ledger import LedgerEntry, by_hand
from kendal_git.model.message import Message, say
from kendal_git.model.office import Office
from kendal_git.model.trouble import Misuse
from kendal_git.model.verdict import Ruling
from kendal_git.objects import CommitFiles, Git
from kendal_git.planning.book import read
from kendal_git.ports import Head
from kendal_git.reading.posts import read_post
from kendal_git.reading.recent import recent
from kendal_git.verbs.investigate import main_tip

WATCHED = timedelta(days=7)  # after that nobody is asked about a kit any more


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit that is ready ``since`` and of which nobody has said yet that it was posted."""

    post: str
    channel: str
    since: datetime

    def told(self, zone: tzinfo) -> Message:
        """That it waits, and how to say that it was posted."""
        since = self.since.astimezone(zone)
        return say("kit.unrecorded", post=self.post, channel=self.channel, since=since)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person says they did: on which delivery, where it is to be seen, who says so and when, in which run.

    ``ordered``: the post's takedown has been ordered, and main may not know it yet. ``remote`` is the channel's own
    name for it, where the address tells it.
    """

    post: str
    channel: str
    url: str
    by: str
    at: datetime
    run: str
    ordered: bool = False
    remote: str = ""


def handed_off(git: Git, office: Office, head: Head, deed: Deed) -> tuple[LedgerEntry, ...]:
    """The lines that record a deed.

    A withdrawn post is gone from the channel. Otherwise main's revision stands there: ``found`` says where, under the
    intent that a run had written for it, or under one of its own, for a closing line follows its own intent. Raises
    Misuse for a delivery in doubt, for a revision that nobody approved, and without an address.
    """
    post, channel = deed.post, deed.channel
    entries = head.entries(post)
    lines = [entry for entry in entries if entry.channel == channel]
    if read(lines).open:
        raise Misuse(say("publish.handed.doubt", post=post, channel=channel), say("publish.handed.doubt.hint"))
    tip = main_tip(git, office)
    said = LedgerEntry("found", deed.at, channel, run=deed.run, url=deed.url, by=deed.by)
    found = read_post(CommitFiles(git, tip), post).post
    if lines and ((deed.ordered and not deed.url) or (found and found.withdrawn)):
        return (replace(said, kind="withdrawal"),)
    revision = git.tree_id(tip, post) or ""
    if not any((one.kind, one.revision, one.outcome) == ("judged", revision, Ruling.APPROVED) for one in entries):
        raise Misuse(say("publish.handed.unapproved", post=post, channel=channel))
    if not deed.url.startswith("https://"):
        raise Misuse(say("publish.handed.url"), say("publish.handed.url.hint", post=post, channel=channel))
    known = [one.nonce for one in lines if one.kind == "intent" and one.revision == revision]
    if known and read(lines).stands == revision:
        return (replace(said, revision=revision, nonce=known[-1], remote=deed.remote or read(lines).remote),)
    own = replace(said, kind="intent", revision=revision, nonce=secrets.token_hex(16), main=tip, until=deed.at, url="")
    return (own, replace(own, kind="found", until=None, main="", url=deed.url, remote=deed.remote))


def unrecorded(git: Git, office: Office, head: Head, now: datetime) -> tuple[Kit, ...]:
    """The kits of the last days' posts, by the dates of their folders: it costs a week, not the archive."""
    days = (office.day(now - WATCHED), office.day(now) + WATCHED)
    found, owed = [], {(wish.post, wish.channel) for wish in head.wishes()}  # of these the next run speaks itself
    for post in recent(CommitFiles(git, main_tip(git, office)), *days):
        lines = head.entries(post)
        for channel in dict.fromkeys(one.channel for one in lines if one.channel):
            own = [one for one in lines if one.channel == channel]
            if by_hand(read(own).url) and (post, channel) not in owed:
                found.append(Kit(post, channel, max(one.at for one in own if one.kind in ("receipt", "found"))))
    return tuple(sorted(found, key=lambda kit: kit.since))
