"""What a writer probably meant: a wrong value to the right one where only one thing can be meant, otherwise advice."""

import re
from calendar import monthrange

from kendal_git.model.message import Message, say
from kendal_git.model.shapes import Choice, Day, Hour, Moment, Pattern

SHOWN = 60  # characters of a wrong value that are looked at, and that a sentence repeats
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})")
_HOUR = re.compile(r"(?:pukul |jam )?([0-9]{1,2})(?:[.:]([0-9]{2}))?(?::[0-9]{2})?(?: ?wib)?", re.IGNORECASE)


def of_pattern(text: str, shape: Pattern) -> Message:
    """The same word in the wanted form, or what that form looks like."""
    word = text.strip().removeprefix("#") if len(text) <= SHOWN else ""
    for one in (word, word.lower()):
        for gap in ("-", "", "_"):
            candidate = re.sub(r"[\s_-]+", gap, one)
            if candidate != text and re.fullmatch(shape.regex, candidate):
                return say("hints.meant", value=candidate)
    return say("hints.pattern", example=shape.example)


def of_time(text: str, shape: Day | Hour | Moment) -> Message:
    """The day or the hour in our order, that the month is shorter, or what the form looks like."""
    text = text.strip()[:SHOWN]
    if isinstance(shape, Hour):
        found = _HOUR.fullmatch(text)
        if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
            return say("hints.meant", value=f"{int(found[1]):02}:{found[2] or '00'}")
        return say("hints.hour")
    first = _DAY_FIRST.match(text) if isinstance(shape, Day) else None
    parts = first and (first[3], first[2], first[1])
    found = _YEAR_FIRST.match(text)
    year, month, day = map(int, parts or (found.groups() if found else ("0", "0", "0")))
    if year and 1 <= month <= 12:
        last = monthrange(year, month)[1]
        if day > last:
            return say("hints.day.none", last=last)
        whole = (first or found).end() == len(text)  # type: ignore[union-attr]
        if isinstance(shape, Day) and day and whole:
            return say("hints.meant", value=f"{year:04}-{month:02}-{day:02}")
    return say("hints.day" if isinstance(shape, Day) else "hints.moment")


def of_refused(shape: Choice) -> Message:
    """What may be chosen instead of a word that is never allowed."""
    return say("hints.refused", known=shape.options)


def suggest(word: str, known: tuple[str, ...]) -> Message | None:
    """“Did you mean …”, the known words when nothing is near, or nothing when nothing is known."""
    if not known:
        return None
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(word[:SHOWN].casefold(), known, n=1, cutoff=0.6)
    return say("check.did-you-mean", word=near[0], known=known) if near else say("check.known", known=known)
