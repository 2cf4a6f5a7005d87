"""YAML and front matter to located nodes: positions from marks, no anchors, no tags, no repeated keys, bounded depth."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.document import Document, Mapping, Node, Scalar, Sequence, Source
from kendal_git.model.message import say

# libyaml is about eight times faster than the pure loader; both give the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH = 12  # the deepest field of the schema lies at 6; a bomb of brackets ends here
FENCE = re.compile(r"(?:\ufeff)?---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)


def decode(path: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """A file's bytes as a Source; UTF-8 is the only encoding, and NUL is not text."""
    try:
        source = Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as broken:
        before = Source(path, data[: broken.start].decode("utf-8"))
        place = before.place(len(before.text))
        return None, [error("encoding", place, say("check.encoding"), say("check.encoding.hint"))]
    nul = source.text.find("\x00")
    if nul >= 0:
        return None, [error("encoding", source.place(nul), say("check.encoding.nul"), say("check.encoding.hint"))]
    return source, []


def read_post(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """A post.md: front matter between ``---`` lines, then the narration."""
    source, trouble = decode(path, data)
    if source is None:
        return None, trouble
    opening = FENCE.match(source.text)
    if not opening:
        return None, [error("front-matter", source.place(0), say("check.front-matter.missing"), say("check.front-matter.hint"))]
    closing = CLOSING.search(source.text, opening.end())
    if not closing:
        return None, [error("front-matter", source.place(0, 3), say("check.front-matter.open"), say("check.front-matter.hint"))]
    fields, trouble = _mapping(source, opening.end(), closing.start())
    if fields is None:
        return None, trouble
    return Document(source, fields, source.text[closing.end() :], closing.end()), trouble


def read_yaml(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """A YAML file that holds one mapping."""
    source, trouble = decode(path, data)
    if source is None:
        return None, trouble
    start = 1 if source.text.startswith("\ufeff") else 0
    fields, trouble = _mapping(source, start, len(source.text))
    return (None if fields is None else Document(source, fields)), trouble


def _mapping(source: Source, start: int, end: int) -> tuple[Mapping | None, list[Diagnostic]]:
    """The mapping between two offsets, or None with the reason."""
    builder = _Builder(source, start)
    try:
        node = builder.build(source.text[start:end])
    except yaml.YAMLError as broken:
        return None, [*builder.trouble, _syntax(source, start, end, broken)]
    except _Refused as refused:
        return None, [*builder.trouble, refused.diagnostic]
    if node is None or (isinstance(node, Scalar) and not node.text):
        return Mapping((), start, start), builder.trouble
    if not isinstance(node, Mapping):
        place = source.place(node.start, node.end)
        return None, [error("yaml-syntax", place, say("check.yaml.not-mapping"), say("check.yaml.mapping.hint"))]
    return node, builder.trouble


def _syntax(source: Source, start: int, end: int, broken: yaml.YAMLError) -> Diagnostic:
    """YAML's own complaint as a located diagnostic; some of them carry no mark."""
    mark = getattr(broken, "problem_mark", None) or getattr(broken, "context_mark", None)
    offset = start + min(mark.index, max(0, end - start - 1)) if mark else start + int(getattr(broken, "position", 0) or 0)
    problem = getattr(broken, "problem", None) or getattr(broken, "reason", None) or str(broken).splitlines()[0]
    return error("yaml-syntax", source.place(offset), say("check.yaml.syntax", problem=problem), say("check.yaml.syntax.hint"))


class _Refused(Exception):
    """A construct that YAML allows and we do not."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    start: int
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    names: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None


class _Builder:
    """Nodes from YAML events with a stack of our own: nesting cannot exhaust the interpreter's."""

    def __init__(self, source: Source, base: int) -> None:
        self.source = source
        self.base = base
        self.trouble: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def build(self, text: str) -> Node | None:
        """The one document's node; None when it is empty. Raises yaml.YAMLError and _Refused."""
        for event in self._events(text):
            start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
            if getattr(event, "anchor", None):
                raise _Refused(error("yaml-anchor", self.source.place(start, end), say("check.yaml.anchor"), say("check.yaml.anchor.hint")))
            if getattr(event, "tag", None):
                raise _Refused(error("yaml-tag", self.source.place(start, end), say("check.yaml.tag"), say("check.yaml.tag.hint")))
            match event:
                case yaml.ScalarEvent():
                    self._add(Scalar(event.value, start, end, quoted=event.style in ("'", '"'), block=event.style in ("|", ">")))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self._open(start, isinstance(event, yaml.MappingStartEvent))
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close(end)
                case yaml.DocumentStartEvent() if self.root is not None:
                    raise _Refused(error("yaml-syntax", self.source.place(start, end), say("check.yaml.second-document")))
                case _:
                    pass
        return self.root

    def _events(self, text: str) -> Iterator[yaml.Event]:
        loader = LOADER(text)
        try:
            while loader.check_event():
                yield loader.get_event()
        finally:
            loader.dispose()

    def _open(self, start: int, is_mapping: bool) -> None:
        if len(self.stack) >= DEPTH:
            raise _Refused(error("yaml-depth", self.source.place(start), say("check.yaml.depth", most=DEPTH)))
        if self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            raise _Refused(error("yaml-syntax", self.source.place(start), say("check.yaml.key")))
        self.stack.append(_Open(start, is_mapping))

    def _close(self, end: int) -> None:
        done = self.stack.pop()
        node: Node
        if done.is_mapping:
            node = Mapping(tuple(done.pairs), done.start, end)
        else:
            node = Sequence(tuple(done.items), done.start, end)
        self._add(node)

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.key is None:
            assert isinstance(node, Scalar)  # _open has refused anything else as a key
            top.key = node
        else:
            self._pair(top, top.key, node)
            top.key = None

    def _pair(self, top: _Open, key: Scalar, value: Node) -> None:
        first = top.names.setdefault(key.text, key)
        if first is key:
            top.pairs.append((key, value))
            return
        line = self.source.place(first.start).line
        message = say("check.yaml.repeated", key=key.text, line=line)
        self.trouble.append(error("yaml-repeated-key", self.source.place(key.start, key.end), message, say("check.yaml.repeated.hint")))
