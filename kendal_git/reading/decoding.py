"""Located nodes and a shape in, a value and diagnostics out; nothing is lost and nothing is guessed."""

import re
from datetime import date, datetime, time
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
from kendal_git.reading import mending
from kendal_git.reading.mending import SHOWN, suggest

MISSING = object()  # what a value is when its node was wrong; the diagnostic is already in the list
MOST = 100  # diagnostics of one document: whoever has more has the wrong file, not a hundred mistakes
PARTS = 500  # items of a list, or keys of a table: no office is larger, and every rule goes through them
YEARS = range(1945, 2101)  # a year outside is a slip of the keyboard, and overflows when zones are applied
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?")
WHOLE = re.compile(r"[0-9]{1,16}")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # YAML's escapes can write what no text holds


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
            elif field.needed and _needed(field, kind) and _blank(value, field):
                self._empty(key, "hints.short" if isinstance(value, Mapping) else "hints.empty")
            elif not (isinstance(value, Scalar) and value.nothing):
                decoded = self.value(value, field.shape, key)
                if decoded is not MISSING:
                    values[field.python_name] = decoded
        written = {key.text for key, _ in node.pairs}
        for field in record.fields:
            if field.needed and field.name not in written and _needed(field, kind):
                self._missing(node, field, kind)
        return values

    def value(self, node: Node, shape: Shape, name: Scalar) -> Any:
        """The value of one node, or MISSING after a diagnostic. ``name`` is the key above, for the sentence."""
        match shape:
            case Record():
                return self._record(node, shape, name)
            case Table():
                return self._table(node, shape, name)
            case ListOf():
                return self._list(node, shape, name)
            case Either():
                return self.value(node, shape.record if isinstance(node, Mapping) else shape.scalar, name)
            case _ if isinstance(node, Scalar):
                return self._scalar(node, shape, name)
            case _:
                return self._wrong(node, name, "check.shape.text", "hints.text")

    def _record(self, node: Node, shape: Record, name: Scalar) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, name, "check.shape.mapping", "hints.mapping")
        values = self.record(node, shape)
        complete = all(field.python_name in values for field in shape.fields if field.needed)
        return shape.make(**values) if complete else MISSING

    def _table(self, node: Node, shape: Table, name: Scalar) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong(node, name, "check.shape.mapping", "hints.mapping")
        if len(node.pairs) > PARTS:
            return self._many(name, len(node.pairs))
        pairs = []
        for key, value in node.pairs:
            if not _compiled(shape.keys.regex).fullmatch(key.text):
                message = say("check.pattern", value=_shown(key.text), example=shape.keys.example)
                self._say("value-invalid", key, message, mending.of_pattern(key.text, shape.keys))
            elif isinstance(value, Scalar) and value.nothing:
                self._empty(key)
            else:
                decoded = self.value(value, shape.value, key)
                if decoded is not MISSING:
                    pairs.append((key.text, decoded))
        return tuple(pairs)

    def _list(self, node: Node, shape: ListOf, name: Scalar) -> Any:
        if not isinstance(node, Sequence):
            return self._wrong(node, name, "check.shape.list", "hints.list")
        if len(node.items) < shape.least:
            message = say("check.list.short", field=name.text, least=shape.least)
            return self._say("value-invalid", name, message, say("hints.short", field=name.text))
        if len(node.items) > PARTS:
            return self._many(name, len(node.items))
        items, seen = [], set()
        for item in node.items:
            decoded = self.value(item, shape.item, name)
            if isinstance(item, Scalar) and shape.unique and item.text in seen:
                message = say("check.list.repeated", value=_shown(item.text), field=name.text)
                self._say("value-repeated", item, message, say("check.yaml.repeated.hint"))
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
                message = say("check.pattern", value=_shown(node.text), example=shape.example)
                return self._say("value-invalid", node, message, mending.of_pattern(node.text, shape))
            case Choice():
                return self._choice(node, shape, name)
            case Whole():
                if WHOLE.fullmatch(node.text) and shape.least <= int(node.text) <= shape.most:
                    return int(node.text)
                message = say("check.whole", field=name.text, least=shape.least, most=shape.most)
                return self._say("value-invalid", node, message, say("hints.whole"))
            case Day() | Hour() | Moment():
                return self._moment(node, shape)
            case _:  # value() has sent the collections elsewhere
                raise AssertionError(shape)

    def _text(self, node: Scalar, shape: Text, name: Scalar) -> Any:
        if len(node.text) > shape.most:
            message = say("check.text.long", field=name.text, most=shape.most, length=len(node.text))
            return self._say("value-long", node, message, say("hints.long", over=len(node.text) - shape.most))
        if not shape.lines and "\n" in node.text.strip("\n"):
            return self._say("value-invalid", node, say("check.text.lines", field=name.text), say("hints.lines"))
        control = CONTROL.search(node.text)
        if control:
            message = say("check.hidden", name=f"U+{ord(control[0]):04X}")
            return self._say("character-hidden", node, message, say("check.hidden.hint"))
        return node.text if shape.lines else node.text.strip()

    def _choice(self, node: Scalar, shape: Choice, name: Scalar) -> Any:
        if node.text in shape.options:
            return node.text
        if node.text in shape.refused:
            message = say("check.choice.refused", value=node.text, field=name.text)
            return self._say("value-refused", node, message, mending.of_refused(shape))
        message = say("check.choice", value=_shown(node.text), field=name.text)
        return self._say("value-unknown", node, message, suggest(node.text, shape.options))

    def _moment(self, node: Scalar, shape: Day | Hour | Moment) -> Any:
        """A date, a time of day or a moment; 2026-02-30 has the right form and is no day."""
        value = _shown(node.text)
        try:
            when = _parsed(node.text, shape)
        except ValueError:
            key = {Day: "check.day", Hour: "check.hour", Moment: "check.moment"}[type(shape)]
            return self._say("value-invalid", node, say(key, value=value), mending.of_time(node.text, shape))
        if isinstance(when, date) and when.year not in YEARS:
            hint = say("hints.year", first=YEARS[0], last=YEARS[-1])
            return self._say("value-invalid", node, say("check.year", year=f"{when.year:04}"), hint)
        if isinstance(when, datetime) and when.tzinfo is None:
            message = say("check.moment.naive", value=value)
            return self._say("time-naive", node, message, say("check.moment.hint", value=value))
        return when

    def _empty(self, key: Scalar, hint: str = "hints.empty") -> None:
        self._say("field-empty", key, say("check.field.empty", field=key.text), say(hint, field=key.text))

    def _unknown(self, key: Scalar, known: tuple[str, ...]) -> None:
        if len(self.trouble) < MOST:
            message = say("check.field.unknown", field=_shown(key.text))
            self._say("field-unknown", key, message, suggest(key.text, known))

    def _missing(self, node: Mapping, field: Field, kind: str) -> None:
        message = say("check.field.missing", field=field.name)
        if not isinstance(field.needed, bool):
            message = say("check.field.missing.kind", field=field.name, kind=kind)
        hint = say("check.field.missing.hint", field=field.name)
        self._say("field-missing", Scalar("", node.start, node.start + 1), message, hint)

    def _wrong(self, node: Node, name: Scalar, wanted: str, hint: str) -> object:
        spot = node if isinstance(node, Scalar) and node.text else name
        message = say("check.shape", field=name.text, wanted=say(wanted))
        return self._say("value-invalid", spot, message, say(hint, field=name.text))

    def _many(self, name: Scalar, count: int) -> object:
        message = say("check.parts", field=name.text, count=count, most=PARTS)
        return self._say("value-long", name, message, say("hints.parts"))

    def _say(self, rule: str, spot: Scalar, message: Message, hint: Message | None = None) -> object:
        if len(self.trouble) < MOST:
            self.trouble.append(error(rule, self.source.place(spot.start, spot.end), message, hint))
        return MISSING


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN else value[:SHOWN] + "…"


def _needed(field: Field, kind: str) -> bool:
    return field.needed if isinstance(field.needed, bool) else kind in field.needed


def _blank(node: Node, field: Field) -> bool:
    """Whether a needed field says nothing; a list or mapping without a value only where a kind asks for the field."""
    if isinstance(node, Scalar):
        return node.nothing or not node.text.strip()
    parts = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
    said = (isinstance(node, Sequence) or not (isinstance(part, Scalar) and part.nothing) for part in parts)
    return not any(said) and not isinstance(field.needed, bool)


def _parsed(text: str, shape: Day | Hour | Moment) -> date | time | datetime:
    """Raises ValueError."""
    match shape:
        case Day() if DAY.fullmatch(text):
            return date.fromisoformat(text)
        case Hour() if HOUR.fullmatch(text):
            return time.fromisoformat(text)
        case Moment() if MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
        case _:
            raise ValueError(text)
