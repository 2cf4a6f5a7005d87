"""What a field may hold: shapes as plain values, read by the decoder, the JSON Schema and the scaffold alike."""

from collections.abc import Callable

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Free text of at most ``most`` characters; ``lines`` allows line breaks."""

    most: int = 200
    lines: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text that matches ``regex`` as a whole; ``example`` is shown when it does not."""

    regex: str
    example: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed vocabulary; ``refused`` are known words that may not be used, with their own sentence."""

    options: tuple[str, ...]
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """A date ``YYYY-MM-DD``; becomes ``datetime.date``."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day ``HH:MM`` in the office's own zone; becomes ``datetime.time``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time with its offset, ``2026-11-25T06:00+07:00``; becomes an aware ``datetime``."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between ``least`` and ``most``, both included."""

    least: int = 0
    most: int = 2**53


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; becomes a tuple. A repeated scalar is an error when ``unique``."""

    item: "Shape"
    unique: bool = True
    least: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with free keys that match ``keys``; becomes a tuple of pairs in the order of the file."""

    keys: Pattern
    value: "Shape"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record. ``needed``: always, never, or for the kinds named; ``attribute``: its name in Python."""

    name: str
    shape: "Shape"
    needed: bool | tuple[str, ...] = False
    attribute: str = ""

    @property
    def python_name(self) -> str:
        """The constructor's keyword for this field."""
        return self.attribute or self.name


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys; ``make`` takes them as keywords, absent ones left to its defaults."""

    name: str
    fields: tuple[Field, ...]
    make: Callable[..., object]


@dataclass(frozen=True, slots=True)
class Either:
    """A scalar of one shape, or a record: the person writes the short form when it is enough."""

    scalar: "Shape"
    record: Record


Shape = Text | Pattern | Choice | Day | Hour | Moment | Whole | ListOf | Table | Record | Either
