"""What a template sees of a post: words, addresses and safe HTML, nothing that still needs deciding."""

import base64
from dataclasses import dataclass

from kendal_git.model.office import Office
from kendal_git.model.post import Amendment, Image
from kendal_git.rendering import narration, words
from kendal_git.rendering.sizes import media_type, size
from kendal_git.rendering.values import Proof, Shown, SitePost

CREDITS = {"foto": "Foto", "flyer": "Desain", "infografis": "Desain"}


@dataclass(frozen=True, slots=True)
class Link:
    """A name that leads to a page; ``address`` from the root of the site."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its place: its address (from the root of the site, or its own data), its words, its size."""

    file: str
    address: str
    alt: str
    credit: str
    width: int
    height: int

    @property
    def tall(self) -> bool:
        """Whether it stands like a poster."""
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Note:
    """A correction or a withdrawal in words."""

    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownProof:
    """A channel's link; ``at`` says when the channel took it."""

    channel: str
    url: str
    at: str


@dataclass(frozen=True, slots=True)
class View:
    """One post for the templates. ``html`` is safe; everything else is text."""

    title: str
    address: str
    day: str
    iso: str
    kind: Link
    officials: tuple[Link, ...]
    opd: tuple[Link, ...]
    place: str
    pictures: tuple[Picture, ...]
    html: str
    summary: str
    hashtags: tuple[str, ...]
    proofs: tuple[ShownProof, ...]
    correction: Note | None
    withdrawn: Note | None
    until: str
    ended: bool
    updated: str

    @property
    def cover(self) -> Picture | None:
        """The picture that stands for the post."""
        return self.pictures[0] if self.pictures else None


def view(shown: Shown, office: Office, *, embed: bool = False, level: int = 2) -> View:
    """The view of one post. ``embed`` carries the pictures inside the page, for a preview in one file."""
    item, post = shown.item, shown.item.post
    pictures = (
        () if item.withdrawn else tuple(found for image in post.images if (found := _picture(item, image, embed)))
    )
    inside = {picture.file: picture.address if embed else picture.file for picture in pictures}
    html = "" if item.withdrawn else narration.as_html(post.narration, inside, level)
    return View(
        title="Kiriman ditarik" if item.withdrawn else post.title,
        address=item.folder,
        day=words.long_day(post.date),
        iso=post.date.isoformat(),
        kind=Link(words.kind(post.kind), f"jenis/{post.kind}/"),
        officials=_links(post.officials, office.officials, "pejabat"),
        opd=_links(post.opd, office.opd, "opd"),
        place=post.place,
        pictures=pictures,
        html=html,
        summary=narration.summary(html),
        hashtags=post.hashtags,
        proofs=tuple(_proof(proof, office) for proof in item.proofs if proof.url.startswith(("https://", "http://"))),
        correction=_note(post.correction),
        withdrawn=_note(item.withdrawn),
        until=words.moment(shown.until.astimezone(office.zone)) if shown.until else "",
        ended=shown.ended,
        updated=words.short_day(shown.updated.astimezone(office.zone).date()),
    )


def _picture(item: SitePost, image: Image, embed: bool) -> Picture | None:
    """The picture, when its file is there and is one; what a page cannot show is left out."""
    data = item.read(image.file)
    kind = media_type(data) if data else ""
    if not data or not kind:
        return None
    width, height = size(data)
    address = f"data:{kind};base64,{base64.b64encode(data).decode()}" if embed else item.folder + image.file
    origin = [image.credit and f"{CREDITS.get(image.purpose, 'Foto')}: {image.credit}", image.source, image.license]
    return Picture(image.file, address, image.alt, " · ".join(part for part in origin if part), width, height)


def _links(codes: tuple[str, ...], known: tuple[tuple[str, str], ...], folder: str) -> tuple[Link, ...]:
    titles = dict(known)
    return tuple(Link(titles.get(code, code), f"{folder}/{code}/") for code in codes)


def _proof(proof: Proof, office: Office) -> ShownProof:
    at = words.moment(proof.at.astimezone(office.zone)) if proof.at else ""
    return ShownProof(words.channel(proof.channel), proof.url, at)


def _note(amendment: Amendment | None) -> Note | None:
    return Note(words.reason(amendment.reason), amendment.note.strip()) if amendment else None
