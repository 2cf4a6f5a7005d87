"""Diagnostics for a person: where, how bad, which rule, what, the line with carets, and what to do next."""

import unicodedata

from kendal_git.messages import text
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic, Place, Severity
from kendal_git.model.message import say
from kendal_git.reporters.style import Style, safe

WIDEST = 100  # characters of a file's line that are shown; the part around the place of a longer one
SEVERITIES = {Severity.ERROR: ("check.severity.error", "red"), Severity.WARNING: ("check.severity.warning", "yellow")}


def diagnostics(checked: Checked, language: str, style: Style) -> str:
    """The whole report of a check, ending in one line that sums it up."""
    blocks = [diagnostic(found, language, style) for found in checked.diagnostics]
    return "\n".join([*blocks, *_explained(checked, language), summary(checked, language, style)])


def diagnostic(found: Diagnostic, language: str, style: Style) -> str:
    """One finding: the first line alone can be searched for and jumped to."""
    place, (severity, colour) = found.place, SEVERITIES[found.severity]
    where = style(safe(f"{place.path}:{place.line}:{place.column}"), "bold")
    kind = style(f"{text(say(severity), language)}[{found.rule}]", colour, "bold")
    lines = [f"{where}: {kind}: {safe(text(found.message, language))}", *_shown(place, style, colour)]
    if found.hint:
        lines.append(f"  {style(text(say('check.hint'), language), 'cyan')}: {safe(text(found.hint, language))}")
    return "\n".join(lines) + "\n"


def _explained(checked: Checked, language: str) -> list[str]:
    """Where the first error's rule is explained, once."""
    rule = next((found.rule for found in checked.diagnostics if found.severity is Severity.ERROR), "")
    return [text(say("words.explain", rule=rule), language)] if rule else []


def _shown(place: Place, style: Style, colour: str) -> list[str]:
    """The file's line and the carets below it, in columns as a terminal counts them."""
    if not place.text.strip():
        return []
    first = place.column - 1
    start = max(0, first - WIDEST // 2) if len(place.text) > WIDEST else 0
    stop = min(len(place.text), start + WIDEST)
    before = _visible(place.text[start:first])
    marked = _visible(place.text[first : min(stop, first + place.width)])
    after = _visible(place.text[first + place.width : stop])
    left, right = "…" if start else "", "…" if stop < len(place.text) else ""
    number = str(place.line)
    carets = style("^" * max(1, _columns(marked)), colour)
    return [
        f"  {style(number + ' |', 'dim')} {left}{before}{marked}{after}{right}",
        f"  {' ' * len(number)} {style('|', 'dim')} {' ' * _columns(left + before)}{carets}",
    ]


def _visible(part: str) -> str:
    """A part of a line with its tabs as one space each, so that carets need not know where it starts."""
    return safe(part.replace("\t", " "))


def _columns(text: str) -> int:
    """Terminal columns: wide characters take two; combining marks, joiners and variation selectors none."""
    return sum(0 if _weightless(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _weightless(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def summary(checked: Checked, language: str, style: Style) -> str:
    """The last line: how much was looked at, and how it stands."""
    posts, days = len(checked.posts), len(checked.days)
    if not posts and not days and not checked.diagnostics:
        return text(say("check.nothing"), language)
    what = say("check.posts.days", posts=posts, days=days) if posts and days else say("check.posts", posts=posts)
    what = say("check.days", days=days) if days and not posts else what
    if not checked.diagnostics:
        return style(text(say("check.clean", what=what), language), "green")
    message = say("check.summary", what=what, errors=checked.errors, warnings=checked.warnings)
    return style(text(message, language), "red" if checked.errors else "yellow", "bold")
