"""A post's folder to a Post value with its document, its pictures' names and everything wrong with its form."""

from dataclasses import dataclass
from typing import Any, Protocol

from kendal_git import frontmatter
from kendal_git.files import Entry
from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.document import Document, Scalar
from kendal_git.model.fields import POST
from kendal_git.model.message import say
from kendal_git.model.post import Caption, Post
from kendal_git.reading.decoding import MISSING, Decoder

FILE = "post.md"


class Files(Protocol):
    """Where files come from: a work tree, or a commit's tree. Paths are relative to the repository, with ``/``."""

    def read(self, path: str) -> bytes | None:
        """A regular file's bytes, or None."""

    def entries(self, path: str) -> tuple[Entry, ...]:
        """What lies directly in a folder."""


@dataclass(frozen=True, slots=True)
class ReadPost:
    """A post as read. ``post`` is None when a needed field is missing or wrong; ``trouble`` then says which."""

    path: str
    document: Document | None
    post: Post | None
    entries: tuple[Entry, ...]
    trouble: tuple[Diagnostic, ...]


def read_post(files: Files, path: str) -> ReadPost:
    """Read one post's folder, ``content/YYYY/MM/DD-slug``."""
    entries = files.entries(path)
    data = files.read(f"{path}/{FILE}")
    if data is None:
        place = Place(f"{path}/{FILE}")
        return ReadPost(path, None, None, entries, (error("post-missing", place, say("check.post.missing", path=path), say("check.post.missing.hint")),))
    document, trouble = frontmatter.read_post(f"{path}/{FILE}", data)
    if document is None:
        return ReadPost(path, None, None, entries, tuple(trouble))
    decoder = Decoder(document.source)
    kind = document.fields.get("kind")
    values = decoder.record(document.fields, POST, kind.text if isinstance(kind, Scalar) else "")
    post = _post(path, document, values)
    return ReadPost(path, document, post, entries, (*trouble, *decoder.trouble))


def _post(path: str, document: Document, values: dict[str, Any]) -> Post | None:
    """The Post, when what identifies it is there; other gaps keep their defaults and their diagnostics."""
    if any(values.get(name, MISSING) is MISSING for name in ("title", "kind", "date")):
        return None
    captions = tuple((name, Caption(value) if isinstance(value, str) else value) for name, value in values.pop("captions", ()))
    return Post(path=path, narration=document.body.strip(), captions=captions, **values)
