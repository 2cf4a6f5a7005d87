"""photo: pictures made small and put into a post with their words, or nothing at all."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kendal_git.files import WorkTree, write
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.model.fields import FILE as PICTURE_NAME
from kendal_git.model.message import Message, say
from kendal_git.model.post import Image
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.pictures import UndecodableError
from kendal_git.pictures.shrinking import Small, shrink
from kendal_git.reading.posts import FILE
from kendal_git.rules.alt_text import OPENINGS, SHORTEST
from kendal_git.rules.pictures import HEAVIEST, LONGEST
from kendal_git.verbs.agenda import slug
from kendal_git.verbs.gallery import Gallery, require_no_new_fault, with_images
from kendal_git.verbs.typed import read_line

LONGEST_ALT, LONGEST_CREDIT = 250, 120
NEUTRAL = "Peserta upacara berbaris rapi"
HEAVIEST_SOURCE = 300_000_000  # bytes: a film is not read to find that it is no photo
REASONS = {
    "format": ("photo.format", "photo.format.hint"),
    "broken": ("photo.broken", "photo.broken.hint"),
    "animated": ("photo.animated", "photo.animated.hint"),
    "large": ("photo.large", "photo.large.hint"),
}


@dataclass(frozen=True, slots=True)
class Print:
    """One picture made small: what the person calls its file, where that lies, its bytes there, what came out."""

    name: str
    path: Path
    weight: int
    small: Small


def require_file(name: str, path: Path) -> None:
    """Raises Misuse when there is no such file, or one that is too large to be a photo."""
    if path.is_dir():
        raise Misuse(say("photo.folder", file=name), say("photo.folder.hint"))
    if not path.is_file():
        raise Misuse(say("photo.no-file", file=name), say("photo.no-file.hint"))
    if path.stat().st_size > HEAVIEST_SOURCE:
        raise Misuse(say("photo.format", file=name), say("photo.format.hint"))


def develop(name: str, path: Path, *, crisp: bool) -> Print:
    """Make one picture small in memory. Raises Misuse for a file that is no usable picture."""
    try:
        data = path.read_bytes()
    except OSError as closed:
        reason = closed.strerror or type(closed).__name__
        raise OutsideFailed(say("check.unreadable", path=name, reason=reason), say("check.unreadable.hint")) from closed
    try:
        return Print(name, path, len(data), shrink(data, LONGEST, HEAVIEST, crisp=crisp))
    except UndecodableError as undecodable:
        message, hint = REASONS[undecodable.reason]
        raise Misuse(say(message, file=name), say(hint)) from None


def places(gallery: Gallery, count: int, purpose: str, name: str) -> tuple[Image, ...]:
    """Where ``count`` pictures go: first what waits for its file, then new names; words that are known stand in it.

    Raises Misuse for a name that is taken or has no letter in it.
    """
    base = _base(name)
    waiting = tuple(
        Image(image.file, image.alt, image.credit, image.purpose or purpose or "foto")
        for image in gallery.waiting
        if re.fullmatch(PICTURE_NAME.regex, image.file)
        and image.file.endswith((".jpg", ".jpeg"))
        and (not purpose or image.purpose in ("", purpose))
        and (not base or image.file == f"{base}.jpg")
    )[:count]
    taken = {entry.name.casefold() for entry in gallery.entries} | {image.file.casefold() for image in gallery.images}
    free = (file for file in _names(base, purpose or "foto", count) if file.casefold() not in taken)
    if base and count == 1 and not waiting and f"{base}.jpg" in taken:
        raise Misuse(say("photo.taken", file=f"{base}.jpg"), say("photo.taken.hint", free=next(free)[: -len(".jpg")]))
    return waiting + tuple(Image(next(free), purpose=purpose or "foto") for _ in range(count - len(waiting)))


@dataclass(frozen=True, slots=True)
class Proof:
    """What would be written, by its name in the folder, and what a person must then settle elsewhere in the post."""

    writes: dict[str, bytes]
    told: tuple[Diagnostic, ...]


def prove(files: WorkTree, gallery: Gallery, images: tuple[Image, ...], prints: tuple[Print, ...]) -> Proof:
    """Try everything without writing; words that are not known yet are taken to be good ones.

    Raises Misuse for a picture that is there already, and when the post would have a new fault.
    """
    _require_new(files, gallery, images, prints)
    writes = {image.file: made.small.data for image, made in zip(images, prints, strict=True)}
    spoken = tuple(replace(image, alt=image.alt or NEUTRAL, credit=image.credit or NEUTRAL) for image in images)
    writes[FILE] = with_images(gallery, spoken)
    return Proof(writes, require_no_new_fault(files, gallery.path, writes))


def add(
    files: WorkTree, gallery: Gallery, images: tuple[Image, ...], prints: tuple[Print, ...]
) -> tuple[Diagnostic, ...]:
    """Write the pictures and the post that lists them; what a person must settle then.

    Raises Misuse, with nothing written, when that would do harm.
    """
    proof = prove(files, gallery, images, prints)
    writes = proof.writes
    folder = files.root / gallery.path
    taken = next((name for name in writes if name != FILE and os.path.lexists(folder / name)), None)
    if taken:  # it came while the questions were answered
        raise Misuse(say("photo.taken", file=taken), say("photo.again.hint"))
    try:
        for name, data in writes.items():  # the post comes last: what it lists is there
            write(folder / name, data)
    except BaseException as stopped:  # an interrupt, too, leaves the folder as it was
        _take_back(folder, writes)
        if isinstance(stopped, OSError):
            reason = stopped.strerror or type(stopped).__name__
            raise OutsideFailed(say("photo.write", path=gallery.path, reason=reason), say("photo.write.hint")) from None
        raise
    return proof.told


def left_behind(root: Path, gallery: Gallery, prints: tuple[Print, ...]) -> Iterator[Message]:
    """A note for each original that lies in the post's folder itself, where it does not belong."""
    folder = (root / gallery.path).resolve()
    for made in prints:
        if made.path.resolve().parent == folder:
            yield say("photo.left", file=made.name)


def read_alt(words: str, title: str, option: str = "alt") -> str:
    """An alternative text that the check would take without a word. Raises Misuse for any other."""
    alt, hint = read_line(words, option, LONGEST_ALT), say("check.alt.hint")
    first = alt.split()[0].rstrip(":,.") if alt else ""
    if alt and alt.casefold() == title.casefold():
        raise Misuse(say("check.alt.title"), hint)
    if len(alt) < SHORTEST:
        raise Misuse(say("check.alt.short", length=len(alt), least=SHORTEST), hint)
    if first.casefold() in OPENINGS:
        raise Misuse(say("check.alt.opening", word=first), hint)
    return alt


def _base(name: str) -> str:
    """A name as typed, made safe for every system and address; empty when none was typed."""
    plain = re.sub(r"\.(jpe?g|png|webp|hei[cf])$", "", name.strip(), flags=re.IGNORECASE)
    made = slug(plain)
    if name and not made:
        raise Misuse(say("photo.name", value=name), say("typed.name.hint"))
    return made


def _names(base: str, purpose: str, count: int) -> Iterator[str]:
    """``foto-1.jpg`` and on; one flyer, infographic or named picture needs no number as long as it is alone."""
    if base or purpose != "foto":
        numbered = base and count > 1
        yield from () if numbered else (f"{base or purpose}.jpg",)
        yield from (f"{base or purpose}-{number}.jpg" for number in range(1 if numbered else 2, 100_000))
    yield from (f"foto-{number}.jpg" for number in range(1, 100_000))


def _require_new(files: WorkTree, gallery: Gallery, images: tuple[Image, ...], prints: tuple[Print, ...]) -> None:
    """No picture twice: what comes out of the same file is the same to the byte."""
    known = {
        files.read(f"{gallery.path}/{entry.name}"): entry.name
        for entry in gallery.entries
        if entry.mode == "file" and entry.size in {len(made.small.data) for made in prints}
    }
    for image, made in zip(images, prints, strict=True):
        other = known.setdefault(made.small.data, image.file)
        if other != image.file:
            raise Misuse(say("photo.same", file=made.name, other=other), say("photo.same.hint", file=made.name))


def _take_back(folder: Path, writes: dict[str, bytes]) -> None:
    """Remove what this run has written, finished or not; nothing when the post lists it already."""
    with suppress(OSError):
        if (folder / FILE).read_bytes() == writes[FILE]:
            return
    for name in writes:
        with suppress(OSError):
            for aside in folder.glob(f".{name}.{os.getpid()}.new"):
                aside.unlink()
            if name != FILE:
                (folder / name).unlink(missing_ok=True)
