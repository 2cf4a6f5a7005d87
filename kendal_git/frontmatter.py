"""YAML and front matter to located nodes: no anchors, no tags, no repeated keys, bounded in size and depth."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from kendal_git.model.diagnostic import Diagnostic, Place, error
from kendal_git.model.document import Document, Mapping, Node, Scalar, Sequence, Source
from kendal_git.model.message import say

# libyaml is about eight times faster than the pure loader; both give the same events.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NODES = (yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.ScalarEvent, yaml.AliasEvent)
QUOTES, BLOCKS = ("'", '"'), ("|", ">")
MAX_TEXT = 250_000  # bytes; Facebook, the most patient channel, takes 63,206 characters
DEPTH = 12  # the deepest field of the schema lies at 6; a bomb of brackets ends here
MOST = 20  # repeated keys or hidden characters told of one file: more say nothing new
FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
# YAML ends a line at these too, and Git and editors do not; libyaml drops a byte order mark and counts on without it.
HIDDEN = re.compile(CONTROL.pattern + r"|[\x85\u2028\u2029\ufeff]|\r(?!\n)")

# libyaml's words for what is wrong, our rule and sentence, and whether the place that matters is where it began.
SYNTAX = (
    ("could not find expected ':'", "yaml-syntax", "check.yaml.colon", True),
    ("mapping values are not allowed", "yaml-syntax", "check.yaml.value", False),
    ("found unexpected end of stream", "yaml-syntax", "check.yaml.quote", True),
    ("found unexpected document indicator", "yaml-syntax", "check.yaml.quote", True),
    ("did not find expected ',' or ']'", "yaml-syntax", "check.yaml.bracket", True),
    ("did not find expected ',' or '}'", "yaml-syntax", "check.yaml.bracket", True),
    ("did not find expected alphabetic or numeric", "yaml-anchor", "check.yaml.anchor", True),
    ("cannot start any token", "yaml-syntax", "check.yaml.start", False),
    ("tab character", "yaml-syntax", "check.yaml.tab", False),
    ("did not find expected", "yaml-syntax", "check.yaml.indent", False),
    ("block sequence entries are not allowed", "yaml-syntax", "check.yaml.indent", False),
    ("tag", "yaml-tag", "check.yaml.tag", True),
    ("", "yaml-syntax", "check.yaml.syntax", False),
)
QUOTABLE = ("check.yaml.value", "check.yaml.start", "check.yaml.anchor", "check.yaml.tag")


def decode(path: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """A file's bytes as a Source; UTF-8 is the only encoding, NUL is not text, and what is too large is not read."""
    if len(data) > MAX_TEXT:
        return None, [too_large(path)]
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


def too_large(path: str) -> Diagnostic:
    """The diagnostic of a text file that nobody wrote by hand."""
    return error("file-large", Place(path), say("check.file.large", most=MAX_TEXT // 1000), say("hints.large"))


def read_post(path: str, data: bytes) -> tuple[Document | None, list[Diagnostic]]:
    """A post.md: front matter between ``---`` lines, then the narration."""
    source, trouble = decode(path, data)
    if source is None:
        return None, trouble
    opening = FENCE.match(source.text)
    if not opening:
        return None, [_unfenced(source, source.place(0), "check.front-matter.missing")]
    closing = CLOSING.search(source.text, opening.end())
    if not closing:
        return None, [_unfenced(source, source.place(0, 3), "check.front-matter.open")]
    fields, trouble = _mapping(source, opening.end(), closing.start())
    trouble += _hidden(source, CONTROL, closing.end(), len(source.text))
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


def _unfenced(source: Source, place: Place, key: str) -> Diagnostic:
    """No front matter; when the first line ends in a way that Git does not see, that is why."""
    hidden = HIDDEN.search(source.text, 1)
    if hidden and "\n" not in source.text[: hidden.start()]:
        return _strange(source, hidden)
    return error("front-matter", place, say(key), say("check.front-matter.hint"))


def _mapping(source: Source, start: int, end: int) -> tuple[Mapping | None, list[Diagnostic]]:
    """The mapping between two offsets, or None with the reason.

    A hidden character is told of and read as a space, so that every offset stays and the rest is still checked.
    """
    hidden = _hidden(source, HIDDEN, start, end)
    text = source.text[start:end]
    builder = _Builder(source, start)
    try:
        node = builder.build(HIDDEN.sub(" ", text) if hidden else text)
    except (yaml.YAMLError, ValueError) as broken:  # ValueError: the pure loader's, for an escape beyond Unicode
        return None, [*builder.trouble, *(hidden or [_syntax(source, start, end, broken)])]
    except _RefusedError as refused:
        return None, [*builder.trouble, *hidden, refused.diagnostic]
    trouble = [*builder.trouble, *hidden]
    if node is None or (isinstance(node, Scalar) and not node.text):
        return Mapping((), start, start), trouble
    if not isinstance(node, Mapping):
        message, hint = say("check.yaml.not-mapping"), say("check.yaml.mapping.hint")
        return None, [*trouble, error("yaml-syntax", source.place(node.start, node.end), message, hint)]
    return node, trouble


def _hidden(source: Source, pattern: re.Pattern[str], start: int, end: int) -> list[Diagnostic]:
    """What stands in a text and cannot be seen there, the first of them each at its place."""
    if source.text[start:end].replace("\n", "").isprintable():  # as nearly all are, and far sooner known
        return []
    found = pattern.finditer(source.text, start, end)
    return [_strange(source, one) for one, _ in zip(found, range(MOST), strict=False)]


def _strange(source: Source, found: re.Match[str]) -> Diagnostic:
    message = say("check.hidden", name=f"U+{ord(found[0]):04X}")
    return error("character-hidden", source.place(*found.span()), message, say("check.hidden.hint"))


def _syntax(source: Source, start: int, end: int, broken: Exception) -> Diagnostic:
    """YAML's own complaint as a located diagnostic in our words; some of them carry no mark."""
    problem = str(getattr(broken, "problem", None) or broken)
    rule, key, began = next((r, k, b) for part, r, k, b in SYNTAX if part in problem)
    names = ("context_mark", "problem_mark") if began else ("problem_mark", "context_mark")
    mark: yaml.Mark | None = next((one for one in (getattr(broken, name, None) for name in names) if one), None)
    place = source.place(start + min(mark.index, max(0, end - start - 1)) if mark else start)
    message = say(key, problem=problem) if key == "check.yaml.syntax" else say(key)
    hint = say("check.yaml.quotes.hint" if key in QUOTABLE else "check.yaml.syntax.hint")
    return error(rule, place, message, hint)


class _RefusedError(Exception):
    """A construct that YAML allows and we do not."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.rule)
        self.diagnostic = diagnostic


class _Open:
    """A collection whose end has not come yet; ``names`` are a mapping's keys, ``key`` the one without a value yet."""

    __slots__ = ("is_mapping", "key", "names", "parts", "start")

    def __init__(self, start: int, *, is_mapping: bool) -> None:
        self.start, self.is_mapping = start, is_mapping
        self.parts: list[Any] = []
        self.names: dict[str, Scalar] = {}
        self.key: Any = None  # a Scalar: nothing else is let in as a key


class _Builder:
    """Nodes from YAML events with a stack of our own: nesting cannot exhaust the interpreter's."""

    def __init__(self, source: Source, base: int) -> None:
        self.source = source
        self.base = base
        self.trouble: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def build(self, text: str) -> Node | None:
        """The one document's node; None when it is empty. Raises yaml.YAMLError and _RefusedError."""
        loader = LOADER(text)
        try:
            self._build(iter(loader.get_event, None))
        finally:
            loader.dispose()
        return self.root

    def _build(self, events: Iterator[Any]) -> None:
        """Take one event after the other; the last is followed by None."""
        base, scalar = self.base, yaml.ScalarEvent
        for event in events:
            kind = type(event)  # events have their very class, and sixty of them a post are too many for a match
            if kind is scalar and not event.anchor and not event.tag:
                start, end, style = base + event.start_mark.index, base + event.end_mark.index, event.style
                self._add(Scalar(event.value, start, end, style in QUOTES, style in BLOCKS))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._close(base + event.end_mark.index)
            elif kind in NODES:
                if event.anchor:
                    raise self._refused(event, "yaml-anchor", "check.yaml.anchor", "check.yaml.quotes.hint")
                if event.tag:
                    raise self._refused(event, "yaml-tag", "check.yaml.tag", "check.yaml.quotes.hint")
                self._open(event, is_mapping=kind is yaml.MappingStartEvent)
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                raise self._refused(event, "yaml-syntax", "check.yaml.second-document", "hints.document")

    def _refused(self, event: Any, rule: str, key: str, hint: str) -> _RefusedError:
        place = self.source.place(self.base + event.start_mark.index, self.base + event.end_mark.index)
        return _RefusedError(error(rule, place, say(key), say(hint)))

    def _open(self, event: Any, *, is_mapping: bool) -> None:
        start = self.base + event.start_mark.index
        if len(self.stack) >= DEPTH:
            message = say("check.yaml.depth", most=DEPTH)
            raise _RefusedError(error("yaml-depth", self.source.place(start), message, say("hints.depth")))
        if self.stack and self.stack[-1].is_mapping and self.stack[-1].key is None:
            place = self.source.place(start, start + 1)
            raise _RefusedError(error("yaml-syntax", place, say("check.yaml.key"), say("check.yaml.quotes.hint")))
        self.stack.append(_Open(start, is_mapping=is_mapping))

    def _close(self, end: int) -> None:
        done = self.stack.pop()
        parts = tuple(done.parts)
        self._add(Mapping(parts, done.start, end) if done.is_mapping else Sequence(parts, done.start, end))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        key = top.key
        if not top.is_mapping:
            top.parts.append(node)
        elif key is None:
            top.key = node
        else:
            top.key = None
            first = top.names.setdefault(key.text, key)
            if first is key:
                top.parts.append((key, node))
            else:
                self._repeated(first, key)

    def _repeated(self, first: Scalar, key: Scalar) -> None:
        if len(self.trouble) < MOST:
            line = self.source.place(first.start).line
            message = say("check.yaml.repeated", field=key.text, line=line)
            place = self.source.place(key.start, key.end)
            self.trouble.append(error("yaml-repeated-key", place, message, say("check.yaml.repeated.hint")))
