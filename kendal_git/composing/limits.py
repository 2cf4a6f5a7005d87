"""The channels' limits, read once from the dated data file beside this module."""

from functools import cache
from pathlib import Path

from kendal_git.model.values import dataclass

DATA = Path(__file__).with_name("limits.json")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel accepts; 0 means no limit that we know. ``unit`` names the way its text is counted."""

    text: int = 0
    unit: str = "characters"
    pictures: int = 0
    needs_picture: bool = False
    hashtags: int = 0
    source: str = ""


@cache
def _table() -> dict[str, Limits]:
    import json

    loaded = json.loads(DATA.read_text(encoding="utf-8"))
    return {name: Limits(**row) for name, row in loaded["channels"].items()}


def limits_of(channel: str) -> Limits:
    """The limits of a channel; none for one that the table does not know."""
    return _table().get(channel, Limits())
