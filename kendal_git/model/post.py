"""A post as the office means it: the validated front matter and the narration, without a place or a file handle."""

from datetime import date, datetime, time

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """One picture of a post; ``license`` and ``source`` where it is not the office's own."""

    file: str
    alt: str = ""
    credit: str = ""
    purpose: str = "foto"
    license: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What one channel gets instead of the narration's text, tags and pictures; None where it follows the post."""

    text: str | None = None
    hashtags: tuple[str, ...] | None = None
    images: tuple[str, ...] | None = None


NONE_WRITTEN = Caption()


@dataclass(frozen=True, slots=True)
class Team:
    """Who made it: handles of the office's staff."""

    design: str = ""
    text: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """Children in the pictures: ``none``, ``written`` (``reference`` says where it is kept) or ``not-recognisable``."""

    children: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """A moment that follows a commemorative day: on its date, ``at`` that time in the office's zone."""

    commemoration: str
    at: time


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction or a withdrawal: a reason from the closed list and a note for the reader."""

    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One post. ``path`` is its folder, ``content/YYYY/MM/DD-slug``; moments are aware datetimes."""

    path: str
    title: str
    kind: str
    date: date
    narration: str = ""
    commemoration: str = ""
    agenda: str = ""
    officials: tuple[str, ...] = ()
    place: str = ""
    opd: tuple[str, ...] = ()
    team: Team = Team()
    channels: tuple[str, ...] = ()
    publish_at: datetime | Timed | None = None
    embargo: datetime | Timed | None = None
    expires: datetime | Timed | None = None
    information: str = ""
    sensitivity: str = "biasa"
    images: tuple[Image, ...] = ()
    consent: Consent = Consent()
    captions: tuple[tuple[str, Caption], ...] = ()
    hashtags: tuple[str, ...] = ()
    correction: Amendment | None = None
    withdrawn: Amendment | None = None
    resubmitted: str = ""

    def caption(self, channel: str) -> Caption:
        """The caption written for ``channel``; an empty one when it follows the narration."""
        return next((caption for name, caption in self.captions if name == channel), NONE_WRITTEN)

    @property
    def slug(self) -> str:
        """The folder's last part without the day: ``hari-guru-nasional``."""
        return self.path.rsplit("/", 1)[-1].partition("-")[2]
