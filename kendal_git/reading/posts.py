"""A post's folder to a Post value with its document, its pictures' names and everything wrong with its form."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from kendal_git import frontmatter
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.document import Document, Scalar
from kendal_git.model.entry import Entry
from kendal_git.model.fields import POST
from kendal_git.model.message import say
from kendal_git.model.post import Caption, Post
from kendal_git.model.values import dataclass
from kendal_git.reading.decoding import Decoder

FILE = "post.md"
FOLDER = re.compile(r"content/([0-9]{4})/([0-9]{2})/([0-9]{2})-[a-z0-9]+(-[a-z0-9]+)*")


class Files(Protocol):
    """Where files come from: a work tree, or a commit's tree. Paths are relative to the repository, with ``/``."""

    def read(self, path: str) -> bytes | None:
        """A regular file's bytes, or None."""

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What lies directly in a folder."""


@dataclass(frozen=True, slots=True)
class ReadPost:
    """A post as read. ``post`` is None when what identifies it is missing or wrong; ``trouble`` then says which.

    ``draft`` is what the rules look at, so that one run finds everything: where ``post`` is None its gaps are filled
    from the folder's name or left empty, and it is good for nothing else.
    """

    path: str
    document: Document | None
    post: Post | None
    entries: tuple[Entry, ...]
    trouble: tuple[Diagnostic, ...]
    draft: Post | None = None


def read_post(files: Files, path: str) -> ReadPost:
    """Read one post's folder, ``content/YYYY/MM/DD-slug``."""
    return read_posts([(files, path)])[0]


def read_posts(posts: Iterable[tuple[Files, str]]) -> list[ReadPost]:
    """Read some posts' folders: all from the disk, then all as YAML, then all as fields.

    In this order the processor keeps at hand what a step needs.
    """
    taken = [(path, *_taken(files, path)) for files, path in posts]
    parsed = [
        (None, [data]) if isinstance(data, Diagnostic) else frontmatter.read_post(f"{path}/{FILE}", data)
        for path, _, data in taken
    ]
    return [_decoded(path, entries, *one) for (path, entries, _), one in zip(taken, parsed, strict=True)]


def _taken(files: Files, path: str) -> tuple[tuple[Entry, ...], bytes | Diagnostic]:
    """What lies in a post's folder, and the bytes of its text, or why there are none."""
    name, entries = f"{path}/{FILE}", files.entries(path)
    if any(entry.name == FILE and entry.size > frontmatter.MAX_TEXT for entry in entries):
        return entries, frontmatter.too_large(name)
    data = files.read(name)
    if data is None:
        message, hint = say("check.post.missing", path=path), say("check.post.missing.hint")
        return entries, error("post-missing", Place(name), message, hint)
    return entries, data


def _decoded(path: str, entries: tuple[Entry, ...], document: Document | None, trouble: list[Diagnostic]) -> ReadPost:
    """The post of a document."""
    if document is None:
        return ReadPost(path, None, None, entries, tuple(trouble))
    decoder = Decoder(document.source)
    kind = document.fields.get("kind")
    values = decoder.record(document.fields, POST, kind.text if isinstance(kind, Scalar) else "")
    trouble += decoder.trouble
    post = _post(path, document, values) if {"title", "kind", "date"} <= values.keys() else None
    draft = post or _draft(path, document, values)
    return ReadPost(path, document, post, entries, tuple(trouble), draft)


def _post(path: str, document: Document, values: dict[str, Any]) -> Post:
    """The Post; gaps that do not identify it keep their defaults and their diagnostics."""
    written = (
        (name, Caption(value) if isinstance(value, str) else value) for name, value in values.get("captions", ())
    )
    return Post(path=path, narration=document.body.strip(), **{**values, "captions": tuple(written)})


def _draft(path: str, document: Document, values: dict[str, Any]) -> Post | None:
    """A stand-in for a post that cannot be identified; None when not even its folder tells the day."""
    named = FOLDER.fullmatch(path)
    try:
        day = values.get("date") or (date(int(named[1]), int(named[2]), int(named[3])) if named else None)
    except ValueError:  # a folder of the 30th of February
        day = None
    return _post(path, document, {"title": "", "kind": "", **values, "date": day}) if day else None
