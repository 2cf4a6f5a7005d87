"""Located nodes and a shape in, a value and diagnostics out; nothing is lost and nothing is guessed."""

import re
from datetime import date, datetime, time
from difflib import get_close_matches
from functools import cache
from typing import Any

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.document import Mapping, Node, Scalar, Sequence, Source
from kendal_git.model.message import Message, say
from kendal_git.model.shapes import (
    Choice,
    Day,
    Either,
    Field,
    Hour,
    ListOf,
    Moment,
    Pattern,
    Record,
    Shape,
    Table,
    Text,
    Whole,
)

MISSING = object()  # what a value is when its node was wrong; the diagnostic is already in the list
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
WHOLE = re.compile(r"[0-9]{1,16}")


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


class Decoder:
    """Decodes one document's nodes; ``trouble`` collects everything that was wrong, in the order of the file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.trouble: list[Diagnostic] = []

    def record(self, node: Mapping, record: Record, kind: str = "") -> dict[str, Any]:
        """The record's fields as constructor keywords; ``kind`` decides which of them are needed."""
        known = {field.name: field for field in record.fields}
        values: dict[str, Any] = {}
        for key, value in node.pairs:
            field = known.get(key.text)
            if field is None:
                self._unknown(key, tuple(known))
                continue
            if isinstance(value, Scalar) and value.nothing:
                if _needed(field, kind):
                    self._say("field-empty", key, say("check.field.empty", field=key.text))
                continue
            decoded = self.value(value, field.shape, key)
            if decoded is not MISSING:
                values[field.python_name] = decoded
        for field in record.fields:
            if _needed(field, kind) and node.get(field.name) is None:
                self._missing(node, field, kind)
        return values

    def value(self, node: Node, shape: Shape, name: Scalar) -> Any:
        """The value of one node, or MISSING after a diagnostic. ``name`` is the key above, for the sentence."""
        match shape:
            case Record() | Table():
                return self._mapping(node, shape, name)
            case ListOf():
                return self._list(node, shape, name)
            case Either():
                return self.value(node, shape.record if isinstance(node, Mapping) else shape.scalar, name)
            case _ if isinstance(node, Scalar):
                return self._scalar(node, shape, name)
            case _:
                return self._wrong(node, name, "text")

    def _mapping(self, node: Node, shape: Record | Table, name: Scalar) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, name, "mapping")
        if isinstance(shape, Record):
            errors = len(self.trouble)
            values = self.record(node, shape)
            complete = all(field.python_name in values for field in shape.fields if field.needed)
            return shape.make(**values) if complete or len(self.trouble) == errors else MISSING
        pairs = []
        for key, value in node.pairs:
            if not _compiled(shape.keys.regex).fullmatch(key.text):
                self._say("value-invalid", key, say("check.pattern", value=key.text, example=shape.keys.example))
                continue
            decoded = self.value(value, shape.value, key)
            if decoded is not MISSING:
                pairs.append((key.text, decoded))
        return tuple(pairs)

    def _list(self, node: Node, shape: ListOf, name: Scalar) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node, name, "list")
        if len(node.items) < shape.least:
            self._say("value-invalid", name, say("check.list.short", field=name.text, least=shape.least))
            return MISSING
        items, seen = [], set()
        for item in node.items:
            decoded = self.value(item, shape.item, name)
            if isinstance(item, Scalar) and shape.unique and item.text in seen:
                self._say("value-repeated", item, say("check.list.repeated", value=item.text, field=name.text))
                continue
            if isinstance(item, Scalar):
                seen.add(item.text)
            if decoded is not MISSING:
                items.append(decoded)
        return tuple(items)

    def _scalar(self, node: Scalar, shape: Shape, name: Scalar) -> Any:
        match shape:
            case Text():
                return self._text(node, shape, name)
            case Pattern():
                if _compiled(shape.regex).fullmatch(node.text):
                    return node.text
                return self._say("value-invalid", node, say("check.pattern", value=node.text, example=shape.example))
            case Choice():
                return self._choice(node, shape, name)
            case Whole():
                if WHOLE.fullmatch(node.text) and shape.least <= int(node.text) <= shape.most:
                    return int(node.text)
                return self._say("value-invalid", node, say("check.whole", field=name.text, least=shape.least, most=shape.most))
            case Day() | Hour() | Moment():
                return self._moment(node, shape)
            case _:  # a record, table or list where the person wrote one word
                return self._wrong(node, name, "list" if isinstance(shape, ListOf) else "mapping")

    def _text(self, node: Scalar, shape: Text, name: Scalar) -> Any:
        if len(node.text) > shape.most:
            return self._say("value-long", node, say("check.text.long", field=name.text, most=shape.most, length=len(node.text)))
        if not shape.lines and "\n" in node.text.strip("\n"):
            return self._say("value-invalid", node, say("check.text.lines", field=name.text))
        return node.text if shape.lines else node.text.strip()

    def _choice(self, node: Scalar, shape: Choice, name: Scalar) -> Any:
        if node.text in shape.options:
            return node.text
        if node.text in shape.refused:
            return self._say("value-refused", node, say("check.choice.refused", value=node.text, field=name.text))
        message = say("check.choice", value=node.text, field=name.text)
        return self._say("value-unknown", node, message, suggest(node.text, shape.options))

    def _moment(self, node: Scalar, shape: Day | Hour | Moment) -> Any:
        try:
            if isinstance(shape, Day) and DAY.fullmatch(node.text):
                return date.fromisoformat(node.text)
            if isinstance(shape, Hour) and HOUR.fullmatch(node.text):
                return time.fromisoformat(node.text)
            if isinstance(shape, Moment) and MOMENT.fullmatch(node.text):
                moment = datetime.fromisoformat(node.text)
                if moment.tzinfo is None:
                    return self._say("time-naive", node, say("check.moment.naive", value=node.text), say("check.moment.hint", value=node.text))
                return moment
        except ValueError:
            pass  # 2026-02-30 has the right form and is no day
        key = {Day: "check.day", Hour: "check.hour", Moment: "check.moment"}[type(shape)]
        return self._say("value-invalid", node, say(key, value=node.text))

    def _unknown(self, key: Scalar, known: tuple[str, ...]) -> None:
        self._say("field-unknown", key, say("check.field.unknown", field=key.text), suggest(key.text, known))

    def _missing(self, node: Mapping, field: Field, kind: str) -> None:
        message = say("check.field.missing", field=field.name)
        if not isinstance(field.needed, bool):
            message = say("check.field.missing.kind", field=field.name, kind=kind)
        self._say("field-missing", Scalar("", node.start, node.start + 1), message, say("check.field.missing.hint", field=field.name))

    def _wrong(self, node: Node, name: Scalar, wanted: str) -> object:
        spot = node if isinstance(node, Scalar) and node.text else name
        return self._say("value-invalid", spot, say("check.shape", field=name.text, wanted=say(f"check.shape.{wanted}")))

    def _say(self, rule: str, spot: Scalar, message: Message, hint: Message | None = None) -> object:
        self.trouble.append(error(rule, self.source.place(spot.start, spot.end), message, hint))
        return MISSING


def suggest(word: str, known: tuple[str, ...]) -> Message | None:
    """“Did you mean …”, the known words when nothing is near, or nothing when nothing is known."""
    if not known:
        return None
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return say("check.did-you-mean", word=near[0], known=known) if near else say("check.known", known=known)


def _needed(field: Field, kind: str) -> bool:
    return field.needed if isinstance(field.needed, bool) else kind in field.needed
