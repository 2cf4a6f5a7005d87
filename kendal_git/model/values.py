"""Frozen values made cheaply: what ``dataclasses`` promises for ``frozen=True, slots=True``, for a tenth of the time.

The standard decorator compiles six functions for each class, half a millisecond each whenever a command starts, and the
check of a post needs some sixty classes. Here a class compiles its ``__init__`` and shares the rest. Type checkers see
the standard one; tests/test_values.py holds the two against each other.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 — exported on purpose
else:

    def dataclass(*, frozen: bool, slots: bool) -> Any:
        """The decorator; both words must be True and stand there for the reader."""
        assert frozen
        assert slots
        return _made


def _made(cls: type) -> Any:
    """The class again, with slots, a constructor and the shared methods."""
    names = tuple(cls.__annotations__)
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    kept = {name: part for name, part in cls.__dict__.items() if name not in (*names, "__dict__", "__weakref__")}
    parts: dict[str, Any] = {**kept, **SHARED, "__slots__": names, "__match_args__": names}
    made: Any = type(cls)(cls.__name__, cls.__bases__, parts)
    made.__init__ = _constructor(made, defaults)
    return made


def _constructor(made: Any, defaults: dict[str, Any]) -> Any:
    """``def __init__(self, a, b=…)``; the names are a class body's own, so there is nothing foreign to compile.

    Each slot is filled by its own setter, which is half as quick again as ``object.__setattr__`` with a name.
    """
    names: tuple[str, ...] = made.__slots__
    words = "".join(f", {name}" + (f"=_default_{name}" if name in defaults else "") for name in names)
    body = "; ".join(f"_set_{name}(self, {name})" for name in names) or "pass"
    space: dict[str, Any] = {f"_set_{name}": vars(made)[name].__set__ for name in names}
    space |= {f"_default_{name}": one for name, one in defaults.items()}
    exec(f"def __init__(self{words}): {body}", space)  # noqa: S102 — as dataclasses and namedtuple do it
    return space["__init__"]


def _equal(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return all(getattr(self, name) == getattr(other, name) for name in self.__match_args__)


def _hash(self: Any) -> int:
    return hash(tuple(getattr(self, name) for name in self.__match_args__))


def _shown(self: Any) -> str:
    parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({parts})"


def _refuse(_self: Any, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change {name!r}")


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


class _Fields:
    """``dataclasses.replace``, ``fields`` and ``asdict`` ask for this; it is made when they do."""

    def __get__(self, value: object, cls: type) -> Any:
        from dataclasses import make_dataclass

        annotations = cls.__annotations__
        twin = make_dataclass(cls.__name__, [(name, annotations[name]) for name in annotations], frozen=True)
        return vars(twin)["__dataclass_fields__"]


SHARED: dict[str, Any] = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _shown,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _reduce,
    "__dataclass_fields__": _Fields(),
}
