"""Diagnostics for a person: where, how bad, which rule, what, the line with carets, and what to do next."""

import unicodedata

from kendal_git.messages import text
from kendal_git.model.diagnostic import Diagnostic, Place, Severity
from kendal_git.model.message import say
from kendal_git.reporters.style import Style, safe
from kendal_git.verbs.check import Checked

WIDEST = 100  # columns of a file's line that are shown; the part around the place of a longer one


def diagnostics(checked: Checked, language: str, style: Style) -> str:
    """The whole report of a check, ending in one line that sums it up."""
    blocks = [diagnostic(found, language, style) for found in checked.diagnostics]
    return "\n".join([*blocks, _summary(checked, language, style)])


def diagnostic(found: Diagnostic, language: str, style: Style) -> str:
    """One finding: the first line alone can be searched for and jumped to."""
    place, colour = found.place, "red" if found.severity is Severity.ERROR else "yellow"
    where = f"{place.path}:{place.line}:{place.column}"
    kind = text(say(f"check.severity.{found.severity}"), language)
    head = f"{style(where, 'bold')}: {style(f'{kind}[{found.rule}]', colour, 'bold')}: {safe(text(found.message, language))}"
    lines = [head, *_shown(place, style, colour)]
    if found.hint:
        lines.append(f"  {style(text(say('check.hint'), language), 'cyan')}: {safe(text(found.hint, language))}")
    return "\n".join(lines) + "\n"


def _shown(place: Place, style: Style, colour: str) -> list[str]:
    """The file's line and the carets below it, in columns as a terminal counts them."""
    if not place.text.strip():
        return []
    start = max(0, place.column - 1 - WIDEST // 2) if len(place.text) > WIDEST else 0
    cut = safe(place.text[start : start + WIDEST].replace("\t", " "))
    before = safe(place.text[start : place.column - 1].replace("\t", " "))
    marked = safe(place.text[place.column - 1 : place.column - 1 + place.width].replace("\t", " "))
    room = max(1, min(_columns(marked), _columns(cut) - _columns(before)))
    number = str(place.line)
    return [
        f"  {style(number + ' |', 'dim')} {cut}",
        f"  {' ' * len(number)} {style('|', 'dim')} {' ' * _columns(before)}{style('^' * room, colour)}",
    ]


def _columns(text: str) -> int:
    """Terminal columns: wide characters take two, combining marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _summary(checked: Checked, language: str, style: Style) -> str:
    if not checked.posts and not checked.days and not checked.diagnostics:
        return text(say("check.nothing"), language)
    if not checked.diagnostics:
        return style(text(say("check.clean", checked=len(checked.posts)), language), "green")
    message = say("check.summary", checked=len(checked.posts), errors=checked.errors, warnings=checked.warnings)
    return style(text(message, language), "red" if checked.errors else "yellow", "bold")
