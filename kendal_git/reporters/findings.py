"""The doctor's findings for people and for programs."""

from collections import Counter

from kendal_git.messages import text
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.reporters.style import Style, safe

MARKS = {State.OK: ("✓", "green"), State.MISSING: ("✗", "red"), State.UNKNOWN: ("?", "yellow")}
MARKS |= {State.UNAVAILABLE: ("–", "yellow")}


def line(one: Finding, language: str, style: Style) -> str:
    """How it stands; when it is not well also how to set it, and where."""
    mark, colour = MARKS[one.state]
    state = "" if one.state is State.OK else f"{text(say(f'doctor.state.{one.state}'), language)}: "
    words = [f"{style(mark, colour)} {state}{safe(text(one.message, language))}"]
    if one.hint:
        words.append(f"    {style(text(say('doctor.how'), language), 'cyan')}: {safe(text(one.hint, language))}")
    if one.link:
        words.append(f"    {one.link}")
    return "\n".join(words)


def summary(found: tuple[Finding, ...], language: str) -> str:
    """How many of each."""
    counts = Counter(one.state for one in found)
    return text(say("doctor.sum", **{state.value: counts[state] for state in State}), language)


def as_json(found: tuple[Finding, ...], language: str) -> dict[str, object]:
    """``{"findings": [{"name", "state", "message", "hint", "link"}]}`` and the counts."""
    counts = Counter(one.state for one in found)
    return {
        **{state.value: counts[state] for state in State},
        "findings": [
            {
                "name": one.name,
                "state": one.state.value,
                "message": text(one.message, language),
                "hint": text(one.hint, language) if one.hint else None,
                "link": one.link or None,
            }
            for one in found
        ],
    }
