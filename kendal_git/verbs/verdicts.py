"""The store of verdicts: what was found in each post and day, under which stamps; a broken store is an empty one."""

import json
import os
import sys
from datetime import date, datetime, time
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kendal_git import __version__
from kendal_git.files import write
from kendal_git.model.diagnostic import Diagnostic, Place, Severity
from kendal_git.model.message import Message

LIBRARIES = ("yaml", "PIL", "regex")  # whose next release may read a post or a picture in another way
TYPES: dict[str, Any] = {"date": date, "datetime": datetime, "time": time}


def load(path: Path, sign: str) -> dict[str, Any]:
    """A file of the store; empty when it is absent, broken, or of another version of the rules."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        if head.decode() != _head(body, sign):
            return {}
        found = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def save(path: Path, sign: str, content: dict[str, Any]) -> None:
    """Write a file of the store aside and rename it into place; a store that cannot be written is no trouble."""
    body = json.dumps(content, separators=(",", ":")).encode()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, _head(body, sign).encode() + b"\n" + body)
    except OSError:
        return


def _head(body: bytes, sign: str) -> str:
    return f"kendal-check 1 {sign} {blake2b(body, digest_size=16).hexdigest()}"


def signature() -> str:
    """Of everything that makes a verdict besides the files: our own code and data, Python, and the libraries."""
    here = Path(__file__).resolve().parent.parent
    facts: list[object] = [__version__, sys.version, sys.platform, str(here), *_sources(str(here))]
    for name in LIBRARIES:
        found = find_spec(name)
        info = os.stat(found.origin) if found and found.origin else None  # noqa: PTH116 — it is no path of ours
        facts.append((name, info and (info.st_size, info.st_mtime_ns)))
    return blake2b(repr(facts).encode(), digest_size=16).hexdigest()


def _sources(folder: str) -> list[tuple[str, int, int]]:
    facts = []
    with os.scandir(folder) as found:
        for item in sorted(found, key=lambda item: item.name):
            if item.is_dir():
                facts += _sources(item.path) if item.name != "__pycache__" else []
            else:
                info = item.stat()
                facts.append((item.path, info.st_size, info.st_mtime_ns))
    return facts


def packed(found: list[Diagnostic]) -> list[Any] | None:
    """Findings as JSON; None when one holds a value that JSON would not give back."""
    try:
        return [_packed(one) for one in found]
    except TypeError:
        return None


def _packed(one: Diagnostic) -> list[Any]:
    place = one.place
    where = [place.path, place.line, place.column, place.width, place.text]
    return [one.rule, str(one.severity), where, _plain(one.message), _plain(one.hint)]


def _plain(value: object) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case str() if type(value) is str:
            return value
        case Message(key=key, values=values):
            return {"key": key, "values": [[name, _plain(one)] for name, one in values]}
        case tuple() | list():
            return {"type": type(value).__name__, "items": [_plain(one) for one in value]}
        case datetime() | date() | time():
            return {"type": type(value).__name__, "iso": value.isoformat()}
        case _:
            raise TypeError(value)


def unpacked(found: list[Any]) -> list[Diagnostic]:
    """Findings again."""
    return [
        Diagnostic(rule, Severity(severity), Place(*place), _value(message), _value(hint))
        for rule, severity, place, message, hint in found
    ]


def _value(plain: Any) -> Any:
    if not isinstance(plain, dict):
        return plain
    if "key" in plain:
        return Message(plain["key"], tuple((name, _value(one)) for name, one in plain["values"]))
    if "iso" in plain:
        return TYPES[plain["type"]].fromisoformat(plain["iso"])
    items = [_value(one) for one in plain["items"]]
    return tuple(items) if plain["type"] == "tuple" else items
