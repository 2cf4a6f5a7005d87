"""Every text of a post that the public may read, and the exact place of any part of it."""

from kendal_git.model.diagnostic import Place
from kendal_git.model.document import Document, Mapping, Node, Scalar, Source
from kendal_git.model.values import dataclass

CHANNEL = ""  # stands for any name below captions
# What a front matter value is to its reader, by the names above it; a number in a list is no name.
FIELDS = {
    ("title",): "title",
    ("place",): "place",
    ("images", "file"): "file",
    ("images", "alt"): "alt",
    ("images", "credit"): "credit",
    ("images", "license"): "credit",
    ("images", "source"): "credit",
    ("captions",): "caption",
    ("captions", CHANNEL): "caption",
    ("captions", CHANNEL, "text"): "caption",
    ("captions", CHANNEL, "hashtags"): "hashtag",
    ("hashtags",): "hashtag",
    ("consent", "reference"): "note",
    ("correction", "note"): "note",
    ("withdrawn", "note"): "note",
}
HEADS = frozenset(names[0] for names in FIELDS)
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


def public_texts(document: Document) -> tuple[Words, ...]:
    """The texts of a post in the order of the file."""
    found: list[Words] = []
    for name, value in document.fields.pairs:
        if name.text in HEADS:
            _collect(value, (name.text,), name, document.source, found)
    end = len(document.source.text)
    return (*found, Words("narration", document.body, document.source, document.body_start, end))


def _collect(node: Node, names: tuple[str, ...], key: Scalar | None, source: Source, found: list[Words]) -> None:
    """The texts at and below a node that stands under ``names``."""
    if isinstance(node, Scalar):
        field = FIELDS.get(names)
        if field:
            found.append(Words(field, node.text, source, node.start, node.end, key))
    elif isinstance(node, Mapping):
        for name, value in node.pairs:
            below = CHANNEL if names == ("captions",) else name.text
            _collect(value, (*names, below), name, source, found)
    else:
        for item in node.items:
            _collect(item, names, None, source, found)
