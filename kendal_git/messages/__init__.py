"""The catalogue: every sentence that a person may read, Indonesian and English side by side, one module a room."""

from importlib import import_module

from kendal_git.model.message import Message

LANGUAGES = ("id", "en")
Texts = dict[str, tuple[str, str]]


def room(name: str) -> Texts:
    """One room's sentences, keyed without the room's name."""
    texts: Texts = import_module(f"kendal_git.messages.{name}").TEXTS
    return texts


def text(message: Message, language: str) -> str:
    """The sentence in one language. Raises KeyError for a key that no room has: a bug, held by a test."""
    name, _, key = message.key.partition(".")
    template = room(name)[key][LANGUAGES.index(language)]
    return template.format(**{name: _value(value, language) for name, value in message.values})


def _value(value: object, language: str) -> object:
    if isinstance(value, Message):
        return text(value, language)
    if isinstance(value, tuple | list):
        return ", ".join(str(_value(item, language)) for item in value)
    return value
