"""schema: the one field definition as JSON Schema (draft 2020-12) for editors, and as a reference page for people."""

from collections.abc import Iterator
from typing import Any

from kendal_git.messages import text
from kendal_git.model.fields import DAY, POST
from kendal_git.model.message import Message, say
from kendal_git.model.office_fields import OFFICE
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
from kendal_git.reading.posts import Files

RECORDS = {"post": POST, "agenda": DAY, "office": OFFICE}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY_FORM = r"^\d{4}-\d{2}-\d{2}$"
HOUR_FORM = r"^([01]\d|2[0-3]):[0-5]\d$"
MOMENT_FORM = r"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$"


def schema(what: str, language: str) -> dict[str, Any]:
    """The JSON Schema of ``post``, ``agenda`` or ``office``, described in one language."""
    record = RECORDS[what]
    described = text(say(f"fields.{record.name}"), language)
    return {"$schema": DIALECT, "title": what, "description": described, **_record(record, language)}


def modeline(files: Files, what: str, path: str) -> str:
    """The comment by which an editor finds the schema of a file at ``path``; none where the repository keeps none."""
    kept = f"schemas/{what}.schema.json"
    return "" if files.read(kept) is None else f"# yaml-language-server: $schema={'../' * path.count('/')}{kept}"


def _record(record: Record, language: str) -> dict[str, Any]:
    """An object with the record's fields and no others; what a kind needs, it needs by a condition."""
    properties = {field.name: _property(record, field, language) for field in record.fields}
    made: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [field.name for field in record.fields if field.needed is True]
    if required:
        made["required"] = required
    conditions = list(_conditions(record))
    if conditions:
        made["allOf"] = conditions
    return made


def _property(record: Record, field: Field, language: str) -> dict[str, Any]:
    """A field with its meaning; one that is not always needed may also stand empty, which means that it is absent."""
    made = _shape(field.shape, language)
    if field.needed is not True:
        made = {"anyOf": [made, {"type": "null"}]}
    return {"description": text(say(f"fields.{record.name}.{field.name}"), language), **made}


def _conditions(record: Record) -> Iterator[dict[str, Any]]:
    kinds = dict.fromkeys(kind for field in record.fields if isinstance(field.needed, tuple) for kind in field.needed)
    for kind in kinds:
        needed = [field.name for field in record.fields if isinstance(field.needed, tuple) and kind in field.needed]
        same = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        yield {"if": same, "then": {"required": needed}}


def _shape(shape: Shape, language: str) -> dict[str, Any]:
    match shape:
        case ListOf():
            return {
                "type": "array",
                "items": _shape(shape.item, language),
                "uniqueItems": shape.unique,
                "minItems": shape.least,
            }
        case Table():
            values = _shape(shape.value, language)
            return {
                "type": "object",
                "patternProperties": {f"^(?:{shape.keys.regex})$": values},
                "additionalProperties": False,
            }
        case Record():
            return _record(shape, language)
        case Either():
            return {"anyOf": [_shape(shape.scalar, language), _record(shape.record, language)]}
        case _:
            return _scalar(shape)


def _scalar(shape: Shape) -> dict[str, Any]:
    match shape:
        case Text():
            return {"type": "string", "maxLength": shape.most}
        case Pattern():
            return {"type": "string", "pattern": f"^(?:{shape.regex})$"}
        case Choice():
            return {"enum": list(shape.options)}
        case Day():
            return {"type": "string", "format": "date", "pattern": DAY_FORM}
        case Hour():
            return {"type": "string", "pattern": HOUR_FORM}
        case Moment():
            return {"type": "string", "pattern": MOMENT_FORM}
        case Whole():
            return {"type": "integer", "minimum": shape.least, "maximum": shape.most}
        case _:
            raise TypeError(type(shape).__name__)


# ---- the reference page -------------------------------------------------------------------------------------


def reference(what: str, language: str) -> str:
    """The reference in Markdown: a table for the record and one for every record inside it."""
    found: dict[str, Record] = {}
    _collect(RECORDS[what], found)
    title = text(say("schema.title", what=what), language)
    tables = "\n".join(_table(record, language) for record in found.values())
    generated = text(say("schema.generated", what=what), language)
    return f"# {title}\n\n{tables}\n<!-- {generated} -->\n"


def _collect(shape: Shape, found: dict[str, Record]) -> None:
    """Every record below a shape, each once, in the order of the file."""
    match shape:
        case Record():
            if shape.name not in found:
                found[shape.name] = shape
                for field in shape.fields:
                    _collect(field.shape, found)
        case ListOf():
            _collect(shape.item, found)
        case Table():
            _collect(shape.value, found)
        case Either():
            _collect(shape.record, found)
        case _:
            pass


def _table(record: Record, language: str) -> str:
    head = " | ".join(text(say(f"schema.{name}"), language) for name in ("field", "form", "meaning"))
    rows = [f"## {record.name}", "", f"| {head} |", "|---|---|---|"]
    for field in record.fields:
        meaning = " ".join(
            part for part in (text(say(f"fields.{record.name}.{field.name}"), language), _need(field, language)) if part
        )
        rows.append(f"| `{field.name}` | {text(_form(field.shape), language)} | {meaning} |")
    return "\n".join((*rows, ""))


def _need(field: Field, language: str) -> str:
    if field.needed is True:
        return f"**{text(say('schema.needed'), language)}**"
    return f"**{text(say('schema.needed-for', kinds=field.needed), language)}**" if field.needed else ""


def _form(shape: Shape) -> Message:
    """A shape in words."""
    match shape:
        case ListOf():
            return say("schema.form.list", item=_form(shape.item))
        case Table():
            return say("schema.form.table", key=f"`{shape.keys.example}`", value=_form(shape.value))
        case Record():
            return say("schema.form.record", names=tuple(f"`{field.name}`" for field in shape.fields))
        case Either():
            return say("schema.form.either", scalar=_form(shape.scalar), record=_form(shape.record))
        case _:
            return _scalar_form(shape)


def _scalar_form(shape: Shape) -> Message:
    match shape:
        case Text():
            return say("schema.form.text", most=shape.most)
        case Pattern():
            return say("schema.form.pattern", example=f"`{shape.example}`")
        case Choice():
            return say("schema.form.choice", options=tuple(f"`{option}`" for option in shape.options))
        case Day():
            return say("schema.form.day")
        case Hour():
            return say("schema.form.hour")
        case Moment():
            return say("schema.form.moment")
        case Whole():
            return say("schema.form.whole", least=shape.least, most=shape.most)
        case _:
            raise TypeError(type(shape).__name__)
