"""YAML that people keep: values written so that they read back equal, additions that leave every other byte alone."""

import re
import unicodedata
from collections.abc import Mapping as Pairs
from collections.abc import Sequence as Items
from datetime import date, datetime, time
from typing import TypeAlias

import yaml

from kendal_git.model.document import Mapping, Node, Scalar, Sequence

Value: TypeAlias = "str | date | time | Items[Value] | Pairs[str, Value]"

# What may stand without quotes inside a flow collection, whatever surrounds it; all else is quoted.
PLAIN = re.compile(r"\w(?:[\w ./()+%;&'“”‘’!=…–—-]|:(?=\w)|(?<=\w)#(?=\w))*(?<! )")
NUMERIC = re.compile(r"(?=.*\d)[\d.:_eExXoO+-]+|[yYnN]")  # a number to some YAML reader, or a truth value to an old one
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Control, surrogate, unassigned, line and paragraph separators; bidi marks hide among the format characters (Cf).
UNSEEN = ("Cc", "Cs", "Cn", "Zl", "Zp")
BYTE_ORDER_MARK, JOINERS = "\ufeff", "\u200c\u200d"


def scalar(text: str) -> str:
    """A text as a YAML scalar that any reader gives back as this text; plain where that is safe.

    Raises ValueError for a lone surrogate, which no file can hold.
    """
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise ValueError("a lone surrogate cannot be written")
    if PLAIN.fullmatch(text) and not NUMERIC.fullmatch(text) and not _resolved(text):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def flow(value: Value) -> str:
    """A value on one line; moments with their offset and days without quotes, times of day always quoted."""
    match value:
        case str():
            return scalar(value)
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case time():
            return f'"{value:%H:%M}"'
        case Pairs():
            return "{" + ", ".join(f"{key}: {flow(below)}" for key, below in value.items()) + "}"
        case _:
            return "[" + ", ".join(flow(below) for below in value) + "]"


def tall(value: Pairs[str, Value]) -> list[str]:
    """A mapping as a list item: a key a line, a list of mappings an item a line, all else on its key's line."""
    lines: list[str] = []
    for key, below in value.items():
        if isinstance(below, Items) and not isinstance(below, str) and below and isinstance(below[0], Pairs):
            lines += [f"{key}:", *(f"  - {flow(item)}" for item in below)]
        else:
            lines.append(f"{key}: {flow(below)}")
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def append(text: str, owner: Mapping, key: str, item: list[str], short: str) -> str:
    """``text`` with one more item at the end of the list under ``key`` of ``owner``, which begins here if need be.

    ``item`` are the item's lines for a block list, ``short`` the same in flow style, for a list written with brackets.
    Raises ValueError when what stands there is no list.
    """
    listed, flowing = owner.get(key), _flows(text, owner)
    if listed is None:
        return _begin_flow(text, owner, key, short) if flowing else _begin(text, owner, key, item)
    if isinstance(listed, Sequence) and _flows(text, listed):
        if listed.items or flowing or text[listed.start : listed.end].strip("[] \t"):
            at, comma = (_end(text, listed.items[-1]), ", ") if listed.items else (listed.start + 1, "")
            return text[:at] + comma + short + text[at:]
        return _fill(text, owner, listed, item)
    if isinstance(listed, Sequence):
        column = _column(text, listed.start)
        return _insert(text, _after(text, listed, column), item, column)
    if isinstance(listed, Scalar) and listed.nothing:
        if flowing:
            return text[: listed.start] + f" [{short}]" + text[listed.end :]
        return _fill(text, owner, listed, item)
    raise ValueError(f"{key} is not a list")


def put(text: str, owner: Mapping, key: str, value: Value) -> str:
    """``text`` with ``key: value`` in the block mapping ``owner``: in place of what stands there, else below."""
    old, line = owner.get(key), f"{key}: {flow(value)}"
    if old is not None:
        return f"{text[: old.start]}{'' if old.end > old.start else ' '}{flow(value)}{text[_end(text, old) :]}"
    column = _column(text, owner.pairs[0][0].start) if owner.pairs else 0
    return _insert(text, _after(text, owner, column), [line], column)


def _resolved(text: str) -> bool:
    """Whether YAML would read the plain text as something that is no text: a truth value, a number, a date, nothing."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return any(pattern.match(text) for _, pattern in resolvers)


def _escaped(character: str) -> str:
    known = ESCAPES.get(character)
    if known:
        return known
    category = unicodedata.category(character)
    hidden = category == "Cf" and character not in JOINERS
    if category not in UNSEEN and not hidden and character != BYTE_ORDER_MARK:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _begin(text: str, owner: Mapping, key: str, item: list[str]) -> str:
    """A new key with its first item below the last line of a block mapping."""
    column = _column(text, owner.pairs[0][0].start) if owner.pairs else 0
    return _insert(text, _after(text, owner, column), [f"{key}:", *(f"  {line}" for line in item)], column)


def _begin_flow(text: str, owner: Mapping, key: str, short: str) -> str:
    """A new key behind the last value of a mapping in braces."""
    at, comma = (_end(text, owner.pairs[-1][1]), ", ") if owner.pairs else (owner.start + 1, "")
    return f"{text[:at]}{comma}{key}: [{short}]{text[at:]}"


def _fill(text: str, owner: Mapping, empty: Scalar | Sequence, item: list[str]) -> str:
    """The first item below a key that held ``[]``, ``~`` or nothing; a comment on the key's line stays."""
    before, after = text[: empty.start], text[empty.end :]
    if not after.split("\n", 1)[0].strip():
        before = before.rstrip(" \t")
    column = _column(text, owner.pairs[0][0].start)
    return _insert(before + after, _line_end(before + after, len(before)), item, column + 2)


def _insert(text: str, at: int, lines: list[str], column: int) -> str:
    """Whole lines at ``at``, in the file's own kind of line end."""
    ending = "\r\n" if "\r\n" in text else "\n"
    first = "" if at == 0 or text[at - 1] == "\n" else ending
    return text[:at] + first + "".join(f"{' ' * column}{line}{ending}" for line in lines) + text[at:]


def _after(text: str, node: Node, column: int) -> int:
    """The start of the line below a block node and the comments that belong to it.

    A comment belongs to it when it stands at ``column`` or deeper; at the left margin, when no empty line parts them.
    """
    at = _line_end(text, _end(text, node))
    kept, parted = at, False
    while at < len(text):
        end = _next_line(text, at)
        line = text[at:end]
        bare = line.strip()
        if bare.startswith("#") and len(line) - len(line.lstrip()) >= column and (column or not parted):
            kept = end
        elif bare:
            break
        else:
            parted = True
        at = end
    return kept


def _end(text: str, node: Node) -> int:
    """Where a node's own text ends; YAML's mark of a block collection lies behind the comments that follow it."""
    while not isinstance(node, Scalar) and not _flows(text, node):
        node = node.items[-1] if isinstance(node, Sequence) else node.pairs[-1][1]
    return node.end


def _flows(text: str, node: Mapping | Sequence) -> bool:
    """Whether a collection is written with brackets or braces."""
    empty = not (node.items if isinstance(node, Sequence) else node.pairs)
    return text[node.start : node.start + 1] in ("[", "{") and (not empty or node.end > node.start)


def _line_end(text: str, at: int) -> int:
    """The start of the next line; ``at`` itself when it already is one."""
    return at if at and text[at - 1] == "\n" else _next_line(text, at)


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _column(text: str, at: int) -> int:
    return len(text[text.rfind("\n", 0, at) + 1 : at].removeprefix(BYTE_ORDER_MARK))
