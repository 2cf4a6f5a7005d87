"""The doctor's findings for people and for programs."""

import re
from collections import Counter

from kendal_git.messages import text
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.reporters.style import Style, columns, folded, safe

PAINT = re.compile(r"\x1b\[[0-9;]*m")
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


def heading(name: str, via: str, style: Style) -> str:
    """A channel as kendal.yaml writes it, before it is examined: who waits sees for whom."""
    return f"{style(safe(name), 'bold')} {style(f'via: {safe(via)}', 'dim')}"


def beneath(one: Finding, language: str, style: Style) -> str:
    """The same as ``line`` under a channel's heading, folded to the terminal; an address stays in one piece."""
    mark, colour = MARKS[one.state]
    state = "" if one.state is State.OK else f"{text(say(f'doctor.state.{one.state}'), language)}: "
    lines = _under(safe(text(one.message, language)), f"  {style(mark, colour)} {style(state, colour)}", style)
    if one.hint:
        how = text(say("doctor.how"), language)
        lines += _under(safe(text(one.hint, language)), f"      {style(how, 'cyan')}: ", style)
    if one.link:
        lines.append(f"      {style(safe(one.link), 'dim')}")
    return "\n".join(lines)


def _under(words: str, opening: str, style: Style) -> list[str]:
    """A paragraph behind a painted opening, whose paint takes no columns."""
    plain = PAINT.sub("", opening)
    first, *rest = folded(words, style.width, plain, " " * (6 if plain.startswith("      ") else 4))
    return [opening + first.removeprefix(plain), *rest]


def verdicts(found: tuple[Finding, ...], language: str, style: Style) -> str:
    """One line a channel: ready, or how much is missing and unknown."""
    names = tuple(dict.fromkeys(one.channel for one in found))
    widest = max((columns(name) for name in names), default=0)
    lines = []
    for name in names:
        counts = Counter(one.state for one in found if one.channel == name)
        gaps, doubts = counts[State.MISSING] + counts[State.UNAVAILABLE], counts[State.UNKNOWN]
        parts = [style(text(say("examine.gaps", number=gaps), language), "red")] if gaps else []
        parts += [style(text(say("examine.doubts", number=doubts), language), "yellow")] if doubts else []
        ready = style(text(say("examine.ready"), language), "green")
        lines.append(f"{safe(name)}{' ' * (widest - columns(name))}  {', '.join(parts) or ready}")
    return "\n".join(lines)


def summary(found: tuple[Finding, ...], language: str) -> str:
    """How many of each."""
    counts = Counter(one.state for one in found)
    return text(say("doctor.sum", **{state.value: counts[state] for state in State}), language)


def as_json(found: tuple[Finding, ...], language: str) -> dict[str, object]:
    """``{"findings": [{"name", "state", "message", "hint", "link", "channel"}]}`` and the counts."""
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
                "channel": one.channel or None,
            }
            for one in found
        ],
    }
