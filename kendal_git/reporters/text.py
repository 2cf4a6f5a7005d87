"""Diagnostics for a person: where, how bad, which rule, what, the line with carets, and what to do next."""

from kendal_git.messages import text
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic, Place, Severity
from kendal_git.model.message import say
from kendal_git.reporters.style import Style, columns, folded, safe

WIDEST = 100  # characters of a file's line that are shown; the part around the place of a longer one
NARROWEST = 20  # and however narrow the terminal is, this much of it
SEVERITIES = {Severity.ERROR: ("check.severity.error", "red"), Severity.WARNING: ("check.severity.warning", "yellow")}


def diagnostics(checked: Checked, language: str, style: Style) -> str:
    """The whole report of a check, ending in one line that sums it up."""
    blocks = [diagnostic(found, language, style) for found in checked.diagnostics]
    return "\n".join([*blocks, *_explained(checked, language), summary(checked, language, style)])


def diagnostic(found: Diagnostic, language: str, style: Style) -> str:
    """One finding: the first line alone can be searched for and jumped to; a narrow terminal has it in two."""
    place, (severity, colour) = found.place, SEVERITIES[found.severity]
    where = safe(f"{place.path}:{place.line}:{place.column}:")
    kind = f"{text(say(severity), language)}[{found.rule}]"
    told = f"{kind}: {safe(text(found.message, language))}"
    if style.width and columns(f"{where} {told}") > style.width:
        first, *more = folded(told, style.width, "  ", "    ")
        lines = [style(where, "bold"), first.replace(kind, style(kind, colour, "bold"), 1), *more]
    else:
        lines = [f"{style(where, 'bold')} {told.replace(kind, style(kind, colour, 'bold'), 1)}"]
    lines += _shown(place, style, colour)
    if found.hint:
        word = text(say("check.hint"), language)
        first, *more = folded(safe(text(found.hint, language)), style.width, f"  {word}: ", " " * (len(word) + 4))
        lines += [first.replace(word, style(word, "cyan"), 1), *more]
    return "\n".join(lines) + "\n"


def _explained(checked: Checked, language: str) -> list[str]:
    """Where the first error's rule is explained, once."""
    rule = next((found.rule for found in checked.diagnostics if found.severity is Severity.ERROR), "")
    return [text(say("words.explain", rule=rule), language)] if rule else []


def _shown(place: Place, style: Style, colour: str) -> list[str]:
    """The file's line and the carets below it, in columns as a terminal counts them."""
    if not place.text.strip():
        return []
    number = str(place.line)
    widest = min(WIDEST, max(NARROWEST, style.width - len(number) - 7)) if style.width else WIDEST
    first, line = place.column - 1, place.text
    start = max(0, first - widest // 2) if first + place.width > widest else 0
    stop = min(len(line), start + widest)
    while style.width and stop > first + 1 and columns(_visible(line[start:stop])) > widest:
        start, stop = (start + 1, stop) if start < first - widest // 4 else (start, stop - 1)
    before = _visible(line[start:first])
    marked = _visible(line[first : min(stop, first + place.width)])
    after = _visible(line[first + place.width : stop])
    left, right = "…" if start else "", "…" if stop < len(line) else ""
    carets = style("^" * max(1, columns(marked)), colour)
    return [
        f"  {style(number + ' |', 'dim')} {left}{before}{marked}{after}{right}",
        f"  {' ' * len(number)} {style('|', 'dim')} {' ' * columns(left + before)}{carets}",
    ]


def _visible(part: str) -> str:
    """A part of a line with its tabs as one space each, so that carets need not know where it starts."""
    return safe(part.replace("\t", " "))


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
