"""markup: what a messenger shows bold, in italics or as a list, in Markdown; what only looks like Markdown, escaped.

Every pattern is bounded: a message of nothing but asterisks takes no longer than any other.
"""

import re
from itertools import pairwise

_LINK = r"(?:https?://|www\.)[^\s<>*`]{0,2000}[^\s<>*`_~.,;:!?)\]}'\"”’]"
_SPECIAL = r"[\\`*_\]<&]"
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"  # a mark stands at the edge of a word
TOKEN = re.compile(
    r"```(?P<mono>[^`\n]{1,2000})```|`(?P<code>[^`\n]{1,2000})`"
    rf"|(?P<link>{_LINK})"
    rf"|{_BEFORE}(?<!\*)\*\*(?P<strong>(?=\S)[^*\n]{{1,2000}}(?<=\S))\*\*(?!\*){_AFTER}"
    rf"|{_BEFORE}(?<!\*)\*(?P<bold>(?=\S)[^*\n]{{1,2000}}(?<=\S))\*(?!\*){_AFTER}"
    rf"|{_BEFORE}(?<!_)_(?P<italic>(?=[^\s_])[^\n]{{0,1000}}?(?<=[^\s_]))_(?!_){_AFTER}"
    rf"|{_BEFORE}(?<!~)~(?P<strike>(?=\S)[^~\n]{{1,1000}}(?<=\S))~(?!~){_AFTER}"
    rf"|(?P<special>{_SPECIAL})"
)
MONO = re.compile(r"```(.+?)```", re.DOTALL)
RAW = re.compile(r"[\\`<&*\[\]]|(?<!\w)_|_(?!\w)")  # inside code a caption would show these otherwise than the site
TAG = re.compile(r"<[A-Za-z/!?]")
ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
BULLET = re.compile(r" *(?:[-*] +|[•●▪◦‣∙⁃·][\ufe0e\ufe0f]? *)(?=\S)")
NUMBER = re.compile(r" *(\d{1,9})\. +(?=\S)")
RULED = re.compile(r"[|:=\- ]*[|=-][|:=\- ]*")  # a line that would make a heading, a rule or a table of its neighbours
OPENING = re.compile(r"[#>\[]|[+-](?=\s|$)")  # a bracket may begin the address of a link, over several lines
COUNTED = re.compile(r"^(\d+)(\.(?:\s|$))")
SPECIAL = re.compile(_SPECIAL)
DROPPED = re.compile(r"[~`]")  # marks that do not stay in the Markdown
BREAK = "  \n"  # Markdown joins lines otherwise


def markdown(text: str) -> str:
    """A cleaned message as Markdown: the same words, lines and paragraphs."""
    lines = _single(text).split("\n")
    listed = _listed(lines)
    blocks: list[list[tuple[str, str]]] = [[]]
    for number, line in enumerate(lines):
        if line.strip():
            blocks[-1].append((_kind(line, number in listed), line))
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join(part for block in blocks for part in _parts(block))


def shown(text: str) -> str:
    """The text as the messenger shows it, without the marks."""
    return TOKEN.sub(_bare, _single(text))


def standing(text: str) -> str:
    """What is shown and not crossed out."""
    return shown(TOKEN.sub(lambda found: "" if found["strike"] else found[0], text))


def struck(text: str) -> tuple[str, ...]:
    """The words that were crossed out, which plain text cannot show."""
    return tuple(shown(found["strike"]) for found in TOKEN.finditer(text) if found["strike"])


def emphasised(line: str) -> str:
    """The words of a line that is bold from end to end, otherwise nothing; emoji around them do not count."""
    found = [(one, one["bold"] or one["strong"]) for one in TOKEN.finditer(line) if one["bold"] or one["strong"]]
    if len(found) != 1:
        return ""
    bold, words = found[0]
    outside = line[: bold.start()] + line[bold.end() :]
    return "" if any(character.isalnum() for character in outside) else shown(words)


def _single(text: str) -> str:
    """Monospaced lines each marked by itself."""
    return MONO.sub(lambda found: re.sub(r"[^`\n]*[^`\s][^`\n]*", r"```\g<0>```", found[1]), text)


def _bare(found: re.Match[str]) -> str:
    name = found.lastgroup or ""
    return found[0] if name in ("link", "special") else TOKEN.sub(_bare, found[name])


def _listed(lines: list[str]) -> set[int]:
    """The lines that are items of a counted list: the number before or behind theirs stands in the next such line."""
    counted = [(number, int(found[1])) for number, line in enumerate(lines) if (found := NUMBER.match(line))]
    return {line for one, two in pairwise(counted) if two[1] == one[1] + 1 for line in (one[0], two[0])}


def _kind(line: str, counted: bool) -> str:
    if counted:
        return "number"
    if RULED.fullmatch(shown(line)):
        return "rule"
    return "bullet" if BULLET.match(line) else "text"


def _parts(block: list[tuple[str, str]]) -> list[str]:
    """Lines without an empty one among them, cut where Markdown needs an empty line: around lists and rules."""
    items = [number for number, (kind, _) in enumerate(block) if kind in ("bullet", "number")]
    first, last = (items[0], items[-1]) if items else (len(block), len(block))
    told = any(kind == "text" for kind, _ in block[first:last])  # items of several lines: so is the last one
    parts: list[str] = []
    before = ""
    for number, (kind, line) in enumerate(block):
        inside = kind == "text" and number > first and (number < last or told or line.startswith(" "))
        inside = inside and before != "rule"
        new = _item(kind, line, before) if kind in ("bullet", "number") else _line(line)
        if number and _joined(kind, before, inside):
            parts[-1] += ("\n" if kind in ("bullet", "number") else BREAK) + new
        else:
            parts.append(new)
        if not inside:
            before = kind if (kind, before) != ("bullet", "number") else "number"
    return parts


def _joined(kind: str, before: str, inside: bool) -> bool:
    """Whether a line belongs to the part above it."""
    if kind in ("bullet", "number"):
        return before == kind or (kind, before) == ("bullet", "number")
    return inside or (kind == before == "text")


def _item(kind: str, line: str, before: str) -> str:
    """An item of a list; one with a point below a counted one belongs to it."""
    found = (NUMBER if kind == "number" else BULLET).match(line)
    assert found
    marker = f"{found[1]}. " if kind == "number" else "    - " if before == "number" else "- "
    return marker + _line(line[found.end() :])


def _line(line: str) -> str:
    """One line's words in Markdown, its beginning harmless."""
    done = _inline(line, strict=bool(DROPPED.search(line))).strip()
    if RULED.fullmatch(done):
        return done.replace("-", "\\-", 1)
    if OPENING.match(done):
        return "\\" + done
    return COUNTED.sub(r"\1\\\2", done, count=1)


def _inline(text: str, *, strict: bool, inner: bool = False) -> str:
    """Marks inside a line; those inside others are underscores, which asterisks cannot be mistaken for."""
    one = "_" if inner else "*"

    def turned(found: re.Match[str]) -> str:
        name = found.lastgroup or ""
        match name:
            case "mono" | "code":
                raw = RAW.search(found[name]) or not found[name].strip()
                return _escaped(found[name], strict=True) if raw else f"`{found[name]}`"
            case "bold" | "strong":
                return f"{one * 2}{_inline(found[name], strict=strict, inner=True)}{one * 2}"
            case "italic":
                mark = "_" if found.string[: found.start()].endswith("*") else one
                return f"{mark}{_inline(found[name], strict=strict, inner=True)}{mark}"
            case "strike":
                return _inline(found[name], strict=True, inner=inner)
            case "link":
                cut = found.string[found.end() :].startswith(";")  # an entity's end that the link left out
                return _escaped(found[0], strict=strict or cut)
            case _:
                return _escape(found, strict)

    return TOKEN.sub(turned, text)


def _escaped(text: str, *, strict: bool) -> str:
    """A text in which nothing is a mark."""
    return SPECIAL.sub(lambda found: _escape(found, strict), text)


def _escape(found: re.Match[str], strict: bool) -> str:
    """One character that may mean something to Markdown, harmless; left alone where it means nothing.

    ``strict`` is for places where marks vanish: what stood apart in the message may come to stand together.
    """
    text, at, mark = found.string, found.start(), found[0]
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    match mark:
        case "<":
            return "&lt;" if strict or TAG.match(text, at) else mark
        case "&":
            return "&amp;" if strict or ENTITY.match(text, at) else mark
        case "_":
            return mark if before.isalnum() and after.isalnum() else "\\_"
        case "]":
            return "\\]" if strict or after in ("(", "[") else mark
        case _:
            return "\\" + mark
