"""Every text of a post that the public may read, and the exact place of any part of it."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Place
from kendal_git.model.document import Document, Mapping, Node, Route, Scalar, Source
from kendal_git.model.values import dataclass
from kendal_git.rules.context import Context

# What a front matter value is to its reader, by the names of its route; a caption's channel and numbers are left out.
FIELDS = {
    ("title",): "title",
    ("place",): "place",
    ("images", "file"): "file",
    ("images", "alt"): "alt",
    ("images", "credit"): "credit",
    ("images", "license"): "credit",
    ("images", "source"): "credit",
    ("captions",): "caption",
    ("captions", "text"): "caption",
    ("captions", "hashtags"): "hashtag",
    ("hashtags",): "hashtag",
    ("consent", "reference"): "note",
    ("correction", "note"): "note",
    ("withdrawn", "note"): "note",
}
SPOKEN = ("title", "narration", "caption", "alt")  # whole sentences, in which days and ordinals are told


@dataclass(frozen=True, slots=True)
class Words:
    """One text: what it is to its reader, as YAML reads it, and where it was written."""

    field: str
    text: str
    source: Source
    start: int  # of the raw text in the source
    end: int
    key: Scalar | None = None  # the name above it, underlined when its characters are not those of the text

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]``: the very characters where they stand as they are, otherwise the key."""
        raw, part = self.source.text[self.start : self.end], self.text[start:end]
        found = raw.find(self.text) if raw.count(self.text) == 1 else -1
        if found >= 0:
            return self.source.place(self.start + found + start, self.start + found + end)
        if part.strip() and "\n" not in part and raw.count(part) == self.text.count(part):
            # Folding and indentation move a part, escapes change it: as many of it, in the same order, are the same.
            found = -len(part)
            for _ in range(self.text[:start].count(part) + 1):
                found = raw.find(part, found + len(part))
            return self.source.place(self.start + found, self.start + found + len(part))
        spot = (self.key.start, self.key.end) if self.key else (self.start, self.end)
        return self.source.place(*spot)


def texts(context: Context, fields: tuple[str, ...] = ()) -> Iterator[Words]:
    """The texts of a post in the order of the file; only those of ``fields`` when some are named."""
    document = context.document
    for words in (*_front(document.fields, document.source), _narration(document)):
        if not fields or words.field in fields:
            yield words


def _narration(document: Document) -> Words:
    return Words("narration", document.body, document.source, document.body_start, len(document.source.text))


def _front(node: Node, source: Source, route: Route = (), key: Scalar | None = None) -> Iterator[Words]:
    match node:
        case Scalar():
            field = FIELDS.get(_names(route), "")
            if field:
                yield Words(field, node.text, source, node.start, node.end, key)
        case Mapping(pairs=pairs):
            for name, value in pairs:
                yield from _front(value, source, (*route, name.text), name)
        case _:
            for index, item in enumerate(node.items):
                yield from _front(item, source, (*route, index), None)


def _names(route: Route) -> tuple[str, ...]:
    names = tuple(step for step in route if isinstance(step, str))
    return (names[0], *names[2:]) if names[:1] == ("captions",) else names
