"""A post's list of pictures: entries that wait for their file, and a new text of the post that changes nothing else."""

from collections import Counter
from collections.abc import Mapping as Pairs
from dataclasses import dataclass

from kendal_git import frontmatter
from kendal_git.model.diagnostic import Diagnostic, Severity
from kendal_git.model.document import Document, Mapping, Node, Route, Scalar, Sequence, scalars
from kendal_git.model.entry import Entry
from kendal_git.model.message import Message, say
from kendal_git.model.post import Image
from kendal_git.model.trouble import Misuse
from kendal_git.reading.offices import read_office
from kendal_git.reading.posts import FILE, Files
from kendal_git.verbs.check import check_post
from kendal_git.verbs.daybook import broken
from kendal_git.yamltext import append, flow, scalar, tall

WORDS = ("alt", "credit", "purpose")  # what is filled in beside ``file``
# An honest alternative text must stand: the consent that it calls for is written in another field.
ELSEWHERE = ("children-consent",)


@dataclass(frozen=True, slots=True)
class Gallery:
    """A post's folder and its document as they lie there; ``images`` are the listed ones in the file's order."""

    path: str
    document: Document
    entries: tuple[Entry, ...]
    images: tuple[Image, ...]
    title: str

    @property
    def waiting(self) -> tuple[Image, ...]:
        """The listed pictures whose file is not there yet."""
        there = {entry.name for entry in self.entries}
        return tuple({image.file: image for image in self.images if image.file and image.file not in there}.values())


def open_gallery(files: Files, path: str) -> Gallery:
    """Read a post's folder. Raises Misuse when its file is missing or is no valid YAML."""
    name = f"{path}/{FILE}"
    data = files.read(name)
    if data is None:
        raise Misuse(say("check.post.missing", path=path), say("check.post.missing.hint"))
    document = _document(name, data)
    title = document.fields.get("title")
    images = tuple(_image(node) for node in _listed(document))
    return Gallery(path, document, files.entries(path), images, title.text if isinstance(title, Scalar) else "")


def with_images(gallery: Gallery, images: tuple[Image, ...]) -> bytes:
    """The post's file with these pictures: a waiting entry is filled in, all others are appended.

    Raises Misuse when the list is written in a way that cannot be added to without changing something else.
    """
    document = gallery.document
    name = f"{gallery.path}/{FILE}"
    for image in images:
        nodes = _listed(document)
        index = next((number for number, node in enumerate(nodes) if _image(node).file == image.file), len(nodes))
        node = nodes[index] if index < len(nodes) else None
        try:
            text = _filled(document.source.text, node, image) if isinstance(node, Mapping) else _added(document, image)
        except ValueError:
            raise _unsafe(name) from None
        after = _document(name, text.encode())
        if not _kept(document, after, index):
            raise _unsafe(name)
        document = after
    return document.source.text.encode()


def require_no_new_fault(files: Files, path: str, writes: Pairs[str, bytes]) -> tuple[Diagnostic, ...]:
    """What ``writes`` (by name in the folder) would bring to light elsewhere in the post, for a person to settle.

    Raises Misuse for an error that they would bring themselves. What the post has already is no hindrance.
    """
    office, _ = read_office(files)
    known = Counter(_fault(one) for one in check_post(files, path, office))
    told: list[Diagnostic] = []
    for one in check_post(_Proposed(files, path, writes), path, office):
        known[_fault(one)] -= 1
        if known[_fault(one)] >= 0:
            continue
        if one.severity is Severity.ERROR and one.rule not in ELSEWHERE:
            raise Misuse(say("photo.harm", problem=one.message), one.hint)
        told.append(one)
    return tuple(told)


class _Proposed:
    """A work tree as it would be with some files of one folder written."""

    def __init__(self, files: Files, folder: str, writes: Pairs[str, bytes]) -> None:
        self._files, self._folder, self._writes = files, folder, writes

    def read(self, path: str) -> bytes | None:
        """The proposed bytes, or the work tree's."""
        folder, _, name = path.rpartition("/")
        return self._writes[name] if folder == self._folder and name in self._writes else self._files.read(path)

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What would lie in a folder."""
        found = {entry.name: entry for entry in self._files.entries(path)}
        if path == self._folder:
            found |= {name: Entry(name, "file", len(data)) for name, data in self._writes.items()}
        return tuple(sorted(found.values(), key=lambda entry: entry.name))


def _document(name: str, data: bytes) -> Document:
    document, trouble = frontmatter.read_post(name, data)
    if document is None:
        raise broken(name, tuple(trouble))
    return document


def _listed(document: Document) -> tuple[Node, ...]:
    images = document.fields.get("images")
    return images.items if isinstance(images, Sequence) else ()


def _image(node: Node) -> Image:
    """An entry's words as they stand there; empty where it has none."""
    found = {key: node.get(key) for key in ("file", *WORDS)} if isinstance(node, Mapping) else {}
    words = {key: part.text.strip() for key, part in found.items() if isinstance(part, Scalar) and not part.nothing}
    return Image(**({"file": "", "purpose": ""} | words))


def _added(document: Document, image: Image) -> str:
    record = {"file": image.file, "alt": image.alt, "credit": image.credit, "purpose": image.purpose}
    return append(document.source.text, document.fields, "images", tall(record), flow(record))


def _filled(text: str, entry: Mapping, image: Image) -> str:
    """The entry with its words put in where they are missing or differ, from the last to the first; remarks stay."""
    edits: list[tuple[int, int, str]] = []
    absent = [key for key in WORDS if entry.get(key) is None]
    for key, node in entry.pairs:
        if key.text not in WORDS or not isinstance(node, Scalar):
            continue
        value = getattr(image, key.text)
        if node.nothing and node.start == node.end:
            colon = text.index(":", key.end) + 1
            bare = text[colon:].lstrip(" ")
            stop = len(text) - len(bare) if bare[:1] in (",", "}") else colon
            edits.append((colon, stop, f" {scalar(value)}"))
        elif node.text.strip() != value:
            edits.append((node.start, node.end, scalar(value)))
    file = entry.get("file")
    if absent and file is not None:
        braces = text[entry.start] == "{"
        at = file.end if braces else text.index("\n", file.end) + 1
        column = entry.pairs[0][0].start - (text.rfind("\n", 0, entry.pairs[0][0].start) + 1)
        ending = "\r\n" if "\r\n" in text else "\n"
        pairs = [f"{key}: {scalar(getattr(image, key))}" for key in absent]
        lines = (f", {pair}" if braces else f"{' ' * column}{pair}{ending}" for pair in pairs)
        edits.append((at, at, "".join(lines)))
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _kept(before: Document, after: Document, index: int) -> bool:
    """Whether all that was said is said still, but for the one entry; and the narration to the letter."""
    old, new = (_values(document, index) for document in (before, after))
    return old == new and before.body == after.body


def _values(document: Document, index: int) -> dict[Route, str]:
    found = scalars(document.fields)
    return {
        route: node.text.rstrip("\n") if node.block else node.text
        for route, node in found
        if not node.nothing and route[:2] != ("images", index)
    }


def _unsafe(name: str) -> Misuse:
    return Misuse(
        say("agenda.unsafe", path=name, problem=say("agenda.unsafe.moved")), say("agenda.unsafe.hint", path=name)
    )


def _fault(one: Diagnostic) -> tuple[str, Message]:
    return one.rule, one.message
