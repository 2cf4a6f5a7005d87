"""What the site and the preview are made of: posts as shown, the whole site, and a page that is made when asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kendal_git.model.office import Office
from kendal_git.model.post import Amendment, Post

ReadPicture = Callable[[str], bytes | None]  # a file of the post's folder, by its name


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a channel shows the post: the receipt's address, and when it was given."""

    channel: str
    url: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SitePost:
    """One post at the revision that the site shows. ``withdrawn``: a tombstone; ``since``: when it was let through.

    ``owed`` are the channels that the ledger still owes this very revision to.
    """

    post: Post
    read: ReadPicture
    since: datetime | None = None
    proofs: tuple[Proof, ...] = ()
    withdrawn: Amendment | None = None
    owed: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """Its place on the site, ``2026/11/25-slug/``; a published address never changes."""
        return self.post.path.removeprefix("content/") + "/"


@dataclass(frozen=True, slots=True)
class Shown:
    """A post that may be seen now. ``updated`` stamps it in the feed; ``ended``: its information has expired.

    ``fetching`` are the channels whose service comes for the pictures.
    """

    item: SitePost
    updated: datetime
    until: datetime | None = None
    ended: bool = False
    fetching: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site: the office, and what may be seen now, oldest first. ``verified``: a ledger vouches for it."""

    office: Office
    posts: tuple[Shown, ...]
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One file of the site: its path, and its bytes once somebody asks; None when there turn out to be none."""

    path: str
    make: Callable[[], bytes | None]
