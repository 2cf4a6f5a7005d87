"""Text with located parts: the raw form of a YAML file or of a post, before any field has a meaning."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Place
from kendal_git.model.values import dataclass

Route = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file's path inside the repository and its text; the only thing that turns an offset into a Place.

    Lines end at LF alone, as Git and editors count them; a CR, U+0085 or U+2028 inside a line does not start a new one.
    """

    path: str
    text: str

    def place(self, start: int, end: int | None = None) -> Place:
        """The place from ``start`` to ``end`` (offsets in characters), cut at the end of its line."""
        start = min(start, len(self.text))
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", start)
        line_end = len(self.text) if line_end < 0 else line_end
        stop = min(line_end, start + 1 if end is None else end)
        line = self.text[line_start:line_end].rstrip("\r")
        return Place(self.path, self.text.count("\n", 0, start) + 1, start - line_start + 1, max(1, stop - start), line)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A YAML scalar as the person wrote it: ``no``, ``12:30`` and ``1.10`` stay text."""

    text: str
    start: int
    end: int
    quoted: bool = False
    block: bool = False  # written with | or >, on the lines below its key

    @property
    def nothing(self) -> bool:
        """An empty value, or YAML's own word for one."""
        return not self.quoted and not self.block and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list."""

    items: "tuple[Node, ...]"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping with its keys in the order of the file; keys are unique."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    start: int
    end: int

    def get(self, name: str) -> "Node | None":
        """The value under ``name``, or None."""
        for key, value in self.pairs:
            if key.text == name:
                return value
        return None

    def key(self, name: str) -> Scalar | None:
        """The key itself, which has a place of its own."""
        return next((key for key, _ in self.pairs if key.text == name), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its YAML mapping and, for a post, the Markdown below it."""

    source: Source
    fields: Mapping
    body: str = ""
    body_start: int = 0

    def place(self, *route: str | int) -> Place:
        """The place of the value at ``route``; of the nearest thing above it when there is none."""
        node: Node = self.fields
        found = Scalar("", self.fields.start, self.fields.start + 3)
        for step in route:
            below = _step(node, step)
            if below is None:
                break
            node, found = below
        return self.source.place(found.start, found.end)

    def key_place(self, *route: str) -> Place:
        """The place of the last key of ``route`` itself."""
        node: Node | None = self.fields
        for step in route[:-1]:
            node = node.get(step) if isinstance(node, Mapping) else None
        key = node.key(route[-1]) if isinstance(node, Mapping) else None
        return self.source.place(key.start, key.end) if key else self.place(*route)

    def body_place(self, start: int, end: int | None = None) -> Place:
        """A place in the narration; offsets count from the start of the body."""
        return self.source.place(self.body_start + start, None if end is None else self.body_start + end)


def _step(node: Node, step: str | int) -> tuple[Node, Scalar] | None:
    """One step down: the node there, and what to underline (a scalar itself, otherwise its key or first character)."""
    if isinstance(node, Mapping) and isinstance(step, str):
        key, value = node.key(step), node.get(step)
        if key is None or value is None:
            return None
        return value, value if isinstance(value, Scalar) and value.text and not value.block else key
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        item = node.items[step]
        return item, item if isinstance(item, Scalar) else Scalar("", item.start, item.start + 1)
    return None


def scalars(node: Node, route: Route = ()) -> Iterator[tuple[Route, Scalar]]:
    """Every scalar value below ``node`` with its route, in the order of the file."""
    match node:
        case Scalar():
            yield route, node
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from scalars(item, (*route, index))
        case Mapping(pairs=pairs):
            for key, value in pairs:
                yield from scalars(value, (*route, key.text))
