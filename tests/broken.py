"""The breaker of documents: a valid one and the field definitions to every way of breaking it, each with its place.

The documents below use every field. From the shape of each field follow its violations; what a violation changes is a
tree of its own, and the line and column at which it must be found are known only because this tree was written out.
"""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import cast

import yaml

from kendal_git.model.fields import DAY, POST
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
from kendal_git.reading.decoding import PARTS

HEAVY = 10_000  # characters: a violation that is not put together with others
GOOD: dict[str, str] = {
    "post": """\
title: Upacara Hari Guru
kind: liputan
date: 2026-11-25
commemoration: hari-guru-nasional
agenda: 2026/11/25#upacara
officials: [bupati, sekda]
place: Alun-alun Kendal
opd: [disdikbud]
team: {design: staf-narasi, text: staf-narasi, photo: staf-foto}
channels: [instagram, facebook, x]
publish_at: 2026-11-25T06:00+07:00
embargo: {commemoration: hari-guru-nasional, at: "05:00"}
expires: 2026-12-25T06:00+07:00
information: berkala
sensitivity: biasa
images:
  - {file: foto.jpg, alt: Peserta upacara di alun-alun, credit: IKP, purpose: foto, license: CC-BY, source: Arsip}
consent: {children: not-recognisable, reference: arsip IKP}
captions: {facebook: {text: Khidmat., hashtags: [Guru], images: [foto.jpg]}, x: Khidmat}
hashtags: [HariGuru]
correction: {reason: ejaan, note: Ejaan nama.}
withdrawn: {reason: izin, note: Izin dicabut.}
resubmitted: content/2026/11/24-upacara
""",
    "day": """\
date: 2026-11-25
entries:
  - id: upacara
    time: "08:00"
    until: "09:00"
    title: Upacara Hari Guru
    place: Alun-alun Kendal
    officials: [{official: bupati, represents: sekda, opd: disdikbud, status: plt}]
    source: protokol
    organiser: disdikbud
    coverage: [liputan]
    incidental: {reason: Baru diketahui}
    changes: [{at: 2026-11-24T07:00+07:00, reason: Hujan, time: "09:00", place: Pendopo}]
    cancelled: {at: 2026-11-24T08:00+07:00, reason: Hujan lebat}
    dispositions: [{role: kabid-ikp, by: kabid, at: 2026-11-24T09:00+07:00, instruction: Liput}]
    assignments: [{by: kabid, at: 2026-11-24T10:00+07:00, design: staf, text: staf, photo: staf, note: Segera}]
""",
    "office": """\
office: {name: Dinas Contoh, short: Contoh, region: Kabupaten Kendal}
language: id
timezone: Asia/Jakarta
main: main
forge: local
site: {url: "https://example.go.id", title: Kegiatan}
roles:
  staf: {title: Staf, holders: [{id: 1, login: staf-narasi, from: 2026-01-01, until: 2027-01-01, status: definitif,
    emails: [staf@example.go.id]}]}
policy: {order: recorded, levels: [subkoor-psdk], sensitive: [kepala-dinas], sensitive_kinds: [ucapan-duka],
  sensitive_words: [tersangka], fast_lane: [pengumuman]}
steps: {agenda: {deadline: H-1, minutes: 30, hours: 2, title: Agenda}}
officials: {bupati: Bupati Kendal}
opd: {disdikbud: Dinas Pendidikan}
channels: {instagram: {via: outbox, url: "https://example.go.id", correction: new,
  window: {from: "05:00", until: "21:00"}, limits: {characters: 500, pictures: 8, alt: 200}}}
publishing: {deadline: 60, settling: 120, window: {from: "05:00", until: "21:00"}}
ledger: {root: ""}
""",
}
RECORDS = {"post": POST, "day": DAY, "office": OFFICE}
# What no pattern takes, what is no day, no hour and no moment.
UNFIT = ("tidak sah!", "#", "-", "a b", "/")
DAYS = ("25-11-2026", "2026-02-30", "2026-13-01", "0026-11-25", "25 November", "2026-11-25T06:00")
HOURS = ("8.00", "25:00", "08:60", "pagi", "8:00")
MOMENTS = ("besok", "2026-02-30T06:00+07:00", "2026-11-25T25:00+07:00", "2026-11-25", "0026-11-25T06:00+07:00")
EITHER = {one.name for one in POST.fields if isinstance(one.shape, Either)}  # a record is put there anew each time
Route = tuple[str | int, ...]


@dataclass(eq=False, slots=True)
class Spot:
    """Something in a document that has a place once the document is written."""

    line: int = 0
    column: int = 0


@dataclass(eq=False, slots=True)
class Leaf(Spot):
    """A scalar, as it is written."""

    raw: str = ""


@dataclass(eq=False, slots=True)
class Listing(Spot):
    """A list."""

    items: "list[Tree]" = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Mapped(Spot):
    """A mapping; its keys are leaves."""

    pairs: "list[tuple[Leaf, Tree]]" = field(default_factory=list)

    def find(self, name: str | int) -> tuple[Leaf, "Tree"]:
        return next((key, value) for key, value in self.pairs if key.raw == name)


Tree = Leaf | Listing | Mapped


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must come: its rule at a spot, some characters into it, and a word of its hint."""

    rule: str
    spot: Spot
    into: int = 0
    hint: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        return self.rule, self.spot.line, self.spot.column + self.into


@dataclass(frozen=True, slots=True)
class Violation:
    """One way of breaking one field; ``apply`` breaks a tree there and says what must be found."""

    document: str
    route: Route
    name: str
    apply: Callable[[Mapped], Expected]
    kind: str = "liputan"
    heavy: bool = False

    def __str__(self) -> str:
        return f"{self.document}:{'.'.join(map(str, self.route))} {self.name} ({self.kind})"


def tree(source: str) -> Mapped:
    """A document as a tree."""
    return cast("Mapped", _tree(cast("yaml.Node", yaml.compose(source)), source))


def _tree(node: yaml.Node, source: str) -> Tree:
    match node:
        case yaml.MappingNode(value=pairs):
            return Mapped(pairs=[(Leaf(raw=key.value), _tree(value, source)) for key, value in pairs])
        case yaml.SequenceNode(value=items):
            return Listing(items=[_tree(item, source) for item in items])
        case _:
            return Leaf(raw=source[node.start_mark.index : node.end_mark.index])


def write(root: Mapped, first: int = 1) -> str:
    """The document, one key or item on a line; every spot learns its place. ``first`` is its first line's number."""
    lines = [""]

    def here(spot: Spot) -> None:
        spot.line, spot.column = first + len(lines) - 2, len(lines[-1]) + 1

    def put(node: Tree, indent: int) -> None:
        parts = node.pairs if isinstance(node, Mapped) else node.items if isinstance(node, Listing) else ()
        if not parts:
            lines[-1] += "" if isinstance(node, Leaf) and not node.raw else " "
            here(node)
            lines[-1] += "{}" if isinstance(node, Mapped) else "[]" if isinstance(node, Listing) else node.raw
            return
        for number, part in enumerate(parts):
            lines.append(" " * indent)
            if not number:
                here(node)
            key, value = part if isinstance(part, tuple) else (Leaf(raw="-"), part)
            here(key)
            lines[-1] += key.raw if key.raw == "-" else f"{key.raw}:"
            put(value, indent + 2)

    put(root, 0)
    return "\n".join(lines[1:]) + "\n" if root.pairs else "{}\n"


def at(root: Mapped, route: Route) -> tuple[Leaf, Tree, Mapped | Listing]:
    """The last key on the way to a node, the node, and what holds it."""
    key, node, above = Leaf(), cast("Tree", root), cast("Mapped | Listing", root)
    for step in route:
        assert isinstance(node, Mapped | Listing)
        above = node
        if isinstance(node, Mapped):
            key, node = node.find(step)
        else:
            node = node.items[int(step)]
    return key, node, above


def put(root: Mapped, route: Route, new: Tree) -> Leaf:
    """Put a node into the place of another; the key above it."""
    key, old, above = at(root, route)
    if isinstance(above, Mapped):
        above.pairs = [(one, new if value is old else value) for one, value in above.pairs]
    else:
        above.items = [new if item is old else item for item in above.items]
    return key


def violations(document: str) -> Iterator[Violation]:
    """Every violation of every field of a document, each of its kinds asking for its own fields."""
    record = RECORDS[document]
    yield from _of_record(document, (), record)
    for one in record.fields:
        for kind in one.needed if isinstance(one.needed, tuple) else ():
            yield from _absence(document, (one.name,), one, kind)


def _of_record(document: str, route: Route, record: Record) -> Iterator[Violation]:
    for one in record.fields:
        here = (*route, one.name)
        if one.needed is True:
            yield from _absence(document, here, one)
        yield Violation(document, here, "unknown key nearby", _stranger(here))
        yield Violation(document, here, "duplicate key", _twice(here))
        yield from _of_shape(document, here, one.shape)


def _absence(document: str, route: Route, one: Field, kind: str = "liputan") -> Iterator[Violation]:
    """A needed field that is not there, and one that says nothing."""

    def missing(root: Mapped) -> Expected:
        above = at(root, route)[2]
        assert isinstance(above, Mapped)
        above.pairs = [(key, value) for key, value in above.pairs if key.raw != one.name]
        return Expected("field-missing", above, hint=one.name)

    def empty(raw: str) -> Callable[[Mapped], Expected]:
        return lambda root: Expected("field-empty", put(root, route, Leaf(raw=raw)), hint=one.name)

    yield Violation(document, route, "missing when needed", missing, kind)
    for raw in ("", "null", '""', '"  "', *(["[]"] if isinstance(one.needed, tuple) else [])):
        yield Violation(document, route, f"empty as {raw or 'nothing'}", empty(raw), kind)


def _stranger(route: Route) -> Callable[[Mapped], Expected]:
    def apply(root: Mapped) -> Expected:
        above, key = at(root, route)[2], Leaf(raw=f"{route[-1]}x")
        assert isinstance(above, Mapped)
        above.pairs.append((key, Leaf(raw="satu")))
        return Expected("field-unknown", key, hint=f"“{route[-1]}”")

    return apply


def _twice(route: Route) -> Callable[[Mapped], Expected]:
    def apply(root: Mapped) -> Expected:
        key, node, above = at(root, route)
        assert isinstance(above, Mapped)
        again = Leaf(raw=key.raw)
        above.pairs.append((again, copy.deepcopy(node)))
        return Expected("yaml-repeated-key", again)

    return apply


def _of_shape(document: str, route: Route, shape: Shape) -> Iterator[Violation]:
    """What a shape's own form, and everything below it, can miss."""
    for name, rule, raw, hint in _wrong_scalars(shape):
        heavy = len(raw) > HEAVY
        yield Violation(document, route, f"{name} {raw[:20]}".strip(), _instead(route, rule, raw, hint), heavy=heavy)
    if not isinstance(shape, Record | Table | ListOf | Either):
        yield Violation(document, route, "a list instead", _kind(route, "[satu]"))
        yield Violation(document, route, "a mapping instead", _kind(route, "{satu: dua}"))
        yield Violation(document, route, "invisible character", _instead(route, "character-hidden", "a\u2028b", into=1))
    match shape:
        case Record():
            yield Violation(document, route, "a value instead", _instead(route, "value-invalid", "satu"))
            yield Violation(document, route, "a list instead", _kind(route, "[satu]"))
            yield from _of_record(document, route, shape)
        case Table():
            yield from _of_table(document, route, shape)
        case ListOf():
            yield from _of_list(document, route, shape)
        case Either():
            yield from _of_either(document, route, shape)
        case _:
            pass


def _wrong_scalars(shape: Shape) -> Iterator[tuple[str, str, str, str]]:
    """Of each shape of one value: the violation, its rule, the value as written and a word of the hint."""
    match shape:
        case Text():
            yield "too long", "value-long", "x" * (shape.most + 1), "1"
            yield "invisible escape", "character-hidden", r'"a\ab"', ""
            yield from [] if shape.lines else [("two lines", "value-invalid", r'"a\nb"', "")]
        case Pattern():
            for word in (word for word in UNFIT if not re.fullmatch(shape.regex, word)):
                yield "wrong pattern", "value-invalid", f'"{word}"', ""
        case Choice():
            yield from _wrong_choices(shape)
        case Day() | Hour():
            for word in DAYS if isinstance(shape, Day) else HOURS:
                yield "no day" if isinstance(shape, Day) else "no hour", "value-invalid", f'"{word}"', ""
        case Moment():
            yield "naive time", "time-naive", "2026-11-25T06:00", "2026-11-25T06:00+07:00"
            yield from (("no moment", "value-invalid", word, "") for word in MOMENTS)
        case Whole():
            for word in (
                "satu",
                "1.5",
                "-1",
                "1e3",
                str(shape.most + 1),
                *([str(shape.least - 1)] * (shape.least > 0)),
            ):
                yield "no such number", "value-invalid", word, ""
        case _:
            pass


def _wrong_choices(shape: Choice) -> Iterator[tuple[str, str, str, str]]:
    yield "unknown choice", "value-unknown", "zzz", shape.options[0]
    for option in shape.options:
        if (near := option[:-1]) and near not in shape.options:
            yield "near miss", "value-unknown", near, f"“{option}”" if len(option) > 3 else ""
    for word in shape.refused:
        yield "refused choice", "value-refused", word, shape.options[0]


def _instead(route: Route, rule: str, raw: str, hint: str = "", into: int = 0) -> Callable[[Mapped], Expected]:
    """Another value, found where it stands."""

    def apply(root: Mapped) -> Expected:
        leaf = Leaf(raw=raw)
        put(root, route, leaf)
        return Expected(rule, leaf, into, hint)

    return apply


def _kind(route: Route, raw: str, rule: str = "value-invalid") -> Callable[[Mapped], Expected]:
    """A collection that is not wanted there, found at the key above it."""
    return lambda root: Expected(rule, put(root, route, Leaf(raw=raw)))


def _of_table(document: str, route: Route, shape: Table) -> Iterator[Violation]:
    def bad_key(root: Mapped) -> Expected:
        table, key = at(root, route)[1], Leaf(raw="Tidak Sah")
        assert isinstance(table, Mapped)
        table.pairs.append((key, copy.deepcopy(table.pairs[0][1])))
        return Expected("value-invalid", key)

    def emptied(root: Mapped) -> Expected:
        table = at(root, route)[1]
        assert isinstance(table, Mapped)
        return Expected("field-empty", put(root, (*route, table.pairs[0][0].raw), Leaf()), hint=table.pairs[0][0].raw)

    yield Violation(document, route, "a value instead", _instead(route, "value-invalid", "satu"))
    yield Violation(document, route, "a list instead", _kind(route, "[satu]"))
    yield Violation(document, route, "a key of the wrong pattern", bad_key)
    yield Violation(document, route, "a key without a value", emptied)
    many = "{" + ", ".join(f"k{number}: satu" for number in range(PARTS + 1)) + "}"
    yield Violation(document, route, "too many keys", _kind(route, many, "value-long"))
    table = at(tree(GOOD[document]), route)[1]
    assert isinstance(table, Mapped)
    here = (*route, table.pairs[0][0].raw)
    yield Violation(document, here, "duplicate key", _twice(here))
    yield from _of_shape(document, here, shape.value)


def _of_list(document: str, route: Route, shape: ListOf) -> Iterator[Violation]:
    def repeated(root: Mapped) -> Expected:
        listing = at(root, route)[1]
        assert isinstance(listing, Listing)
        again = copy.deepcopy(listing.items[0])
        listing.items.append(again)
        return Expected("value-repeated", again)

    def short(root: Mapped) -> Expected:
        key = put(root, route, Listing())
        needed = next((one.needed for one in RECORDS[document].fields if route == (one.name,)), False)
        return Expected("field-empty" if isinstance(needed, tuple) else "value-invalid", key, hint=key.raw)

    yield Violation(document, route, "a value instead", _instead(route, "value-invalid", "satu"))
    yield Violation(document, route, "a mapping instead", _kind(route, "{satu: dua}"))
    if shape.least:
        yield Violation(document, route, "list too short", short)
    if shape.unique and not isinstance(shape.item, Record):
        yield Violation(document, route, "repeated list item", repeated)
    many = "[" + ", ".join(f"k{number}" for number in range(PARTS + 1)) + "]"
    yield Violation(document, route, "too many items", _kind(route, many, "value-long"))
    yield from _of_shape(document, (*route, 0), shape.item)


def _of_either(document: str, route: Route, shape: Either) -> Iterator[Violation]:
    """The short form's violations, and the record's; the document shows one of the two, the other is put there."""
    shown = at(tree(GOOD[document]), route)[1]
    yield Violation(document, route, "a list instead", _kind(route, "[satu]"))
    for violation in _of_shape(document, route, shape.scalar):
        if violation.name != "a mapping instead":  # that would be the record
            yield violation
    record = shown if isinstance(shown, Mapped) else tree('{commemoration: hari-guru-nasional, at: "05:00"}')

    def within(violation: Violation) -> Callable[[Mapped], Expected]:
        def apply(root: Mapped) -> Expected:
            put(root, route, copy.deepcopy(record))
            return violation.apply(root)

        return apply

    for one in _of_record(document, route, shape.record):
        yield Violation(document, one.route, one.name, within(one), heavy=one.heavy)


def broken(document: str, *chosen: Violation) -> tuple[str, list[Expected]]:
    """The good document with the chosen violations, and what must be found in it."""
    root = tree(GOOD[document])
    if document == "post":
        put(root, ("kind",), Leaf(raw=chosen[0].kind if chosen else "liputan"))
    expected = [violation.apply(root) for violation in chosen]
    text = write(root, 2 if document == "post" else 1)
    return f"---\n{text}---\nUpacara berlangsung khidmat.\n" if document == "post" else text, expected


def apart(one: Violation, other: Violation) -> bool:
    """Whether two violations can be in one document: neither is inside the other, and the kind does not hide one."""
    steps = 1 if one.route[0] in EITHER else min(len(one.route), len(other.route))
    if one.route[:steps] == other.route[:steps] or one.kind != other.kind:
        return False
    absent = ("missing", "empty", "list too short")  # which of them is an error is asked of the kind
    return ("kind",) not in (one.route, other.route) or not (
        one.name.startswith(absent) or other.name.startswith(absent)
    )
