"""A sentence before it has a language: the key of a catalogue entry and the values that go into it."""

from kendal_git.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence to a person. ``key`` is ``room.name`` in the catalogue; values may be messages themselves."""

    key: str
    values: tuple[tuple[str, object], ...] = ()


def say(key: str, /, **values: object) -> Message:
    """A message with its values; which key takes which values is held by tests/test_messages.py."""
    return Message(key, tuple(values.items()))
