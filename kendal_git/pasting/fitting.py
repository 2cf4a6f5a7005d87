"""fitting: the events of a day's agenda that a message may be about."""

import re
from datetime import time

from kendal_git.model.agenda import AgendaEntry

# Words that every event may share.
COMMON = {
    "acara", "agenda", "contoh", "dalam", "dengan", "hari", "kabupaten", "kegiatan", "pada", "rangka", "serta", "tahun",
    "untuk",
}  # fmt: skip
ENOUGH = 0.6  # of the title's words stand in the text


def fitting(entries: tuple[AgendaEntry, ...], text: str, hour: time | None, place: str) -> tuple[AgendaEntry, ...]:
    """Those whose title the text tells; where none is told, those at its hour and place. Cancelled ones never."""
    open_ones = tuple(entry for entry in entries if not entry.cancelled)
    said = _words(text)
    told = tuple(entry for entry in open_ones if _share(_words(entry.title), said) >= ENOUGH)
    if len(told) > 1:
        best = max(_share(_words(entry.title), said) for entry in told)
        exact = tuple(entry for entry in told if entry.starts == hour)
        return exact if len(exact) == 1 else tuple(e for e in told if _share(_words(e.title), said) == best)
    return told or tuple(entry for entry in open_ones if entry.starts == hour and same_place(entry.venue, place))


def same_place(one: str, other: str) -> bool:
    """Whether two texts may mean one place: the words of the shorter all stand in the longer."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and short <= long


def _words(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {word for word in words if (len(word) > 3 or word.isdecimal()) and word not in COMMON}


def _share(wanted: set[str], said: set[str]) -> float:
    return len(wanted & said) / len(wanted) if wanted else 0.0
