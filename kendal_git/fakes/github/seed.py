"""Accounts and repositories from one JSON file, for a fake forge in a process of its own."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from kendal_git.fakes.github.records import Environment, Protection, Ruleset, Settings
from kendal_git.fakes.github.state import State

LISTS: dict[str, Any] = {"environments": Environment, "rulesets": Ruleset}


def plant(state: State, file: Path) -> None:
    """Read {"now", "users": [{"login", "id", …}], "repositories": [{"owner", "name", "access", "settings", …}]}."""
    found = json.loads(file.read_text(encoding="utf-8"))
    if "now" in found:
        state.clock.set(dt.datetime.fromisoformat(found["now"]))
    for user in found.get("users", []):
        state.add_user(**user)
    for words in found.get("repositories", []):
        settings = words.pop("settings", {})
        state.add_repository(**words).settings = settings_from(settings)


def settings_from(found: dict[str, Any]) -> Settings:
    """Settings from plain JSON, their lists as the frozen records want them."""
    made: dict[str, Any] = dict(found)
    for name, record in LISTS.items():
        if name in found:
            made[name] = [record(**_frozen(words)) for words in found[name]]
    if "protections" in found:
        made["protections"] = {branch: Protection(**_frozen(words)) for branch, words in found["protections"].items()}
    return Settings(**made)


def _frozen(words: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in words.items()}
