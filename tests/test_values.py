"""Our frozen values against the standard library's: the same promise, made cheaply."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from kendal_git.model import (
    agenda,
    delivery,
    diagnostic,
    document,
    ledger,
    message,
    office,
    outcome,
    post,
    proposal,
    shapes,
    verdict,
)
from kendal_git.model.diagnostic import Place
from kendal_git.model.post import Image, Post

MODULES = (agenda, delivery, diagnostic, document, ledger, message, office, outcome, post, proposal, shapes, verdict)
VALUES = [
    found
    for module in MODULES
    for found in vars(module).values()
    if isinstance(found, type) and found.__module__ == module.__name__ and "__match_args__" in found.__dict__
]


def standard(cls: Any) -> Any:
    """The same class as the standard decorator makes it."""
    space = {name: cls.__init__.__globals__.get(f"_default_{name}", dataclasses.MISSING) for name in cls.__match_args__}
    fields = [
        (name, Any) if default is dataclasses.MISSING else (name, Any, dataclasses.field(default=default))
        for name, default in space.items()
    ]
    return dataclasses.make_dataclass(cls.__qualname__, fields, frozen=True, slots=True)


def filled(cls: Any, value: object = 1) -> Any:
    """An instance with every field set."""
    return cls(**dict.fromkeys(cls.__match_args__, value))


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
def test_a_value_behaves_as_the_standard_one(cls: Any) -> None:
    """Names, defaults, equality, hash, words and slots are those of a frozen, slotted dataclass."""
    twin = standard(cls)
    ours, theirs = filled(cls), filled(twin)

    assert repr(theirs) == repr(ours)
    assert twin.__match_args__ == cls.__match_args__
    assert twin.__slots__ == cls.__slots__
    assert filled(cls) == ours
    assert (filled(cls, 2) != ours) == bool(cls.__match_args__)
    assert hash(theirs) == hash(ours)
    assert ours != theirs
    assert [one.name for one in dataclasses.fields(theirs)] == [one.name for one in dataclasses.fields(ours)]


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
def test_a_value_cannot_be_changed(cls: Any) -> None:
    """Setting, deleting and adding are refused as the standard library refuses them."""
    ours = filled(cls)
    name = (*cls.__match_args__, "anything")[0]

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(ours, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(ours, name)
    with pytest.raises(AttributeError):
        ours.something_else = 1


def test_replace_asdict_copy_and_pickle_work() -> None:
    """A changed copy leaves the original as it was, and a value survives a journey."""
    image = Image("flyer.jpg", alt="Buku")

    assert dataclasses.replace(image, alt="Pena") == Image("flyer.jpg", alt="Pena")
    assert image == Image("flyer.jpg", alt="Buku")
    assert dataclasses.asdict(image)["file"] == "flyer.jpg"
    assert copy.deepcopy(image) == image
    assert pickle.loads(pickle.dumps(image)) == image


def test_patterns_match_by_position() -> None:
    """``case Place(path, line)`` reads the fields in their order."""
    match Place("a.md", 3):
        case Place(path, line):
            assert (path, line) == ("a.md", 3)
        case _:
            pytest.fail("did not match")


def test_a_missing_word_is_told_by_its_name() -> None:
    """A field without a default must be given."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'date'"):
        Post("content/2026/11/25-a", "A", "liputan")  # type: ignore[call-arg]
