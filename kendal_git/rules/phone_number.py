"""phone-number: no mobile number and no Kendal landline but those of public services (sop.md DP02)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kendal_git.model.diagnostic import Diagnostic, warning
from kendal_git.model.message import say
from kendal_git.rules.context import Context
from kendal_git.rules.wording.numbers import phone_numbers, shielded

DATA = Path(__file__).with_name("service-numbers.json")


def check(context: Context) -> Iterator[Diagnostic]:
    """A number may be a citizen's own; whoever publishes it makes sure that it is a service's."""
    for words in context.texts:
        for found in phone_numbers(words.text, _services):
            place = shielded(words.place(found.start, found.end))
            key = "words.phone.landline" if found.kind == "landline" else "words.phone.mobile"
            hint = say("words.number.file.hint") if words.field == "file" else say("words.phone.hint")
            yield warning("phone-number", place, say(key, shown=found.shown), hint)


@cache
def _services() -> frozenset[str]:
    """The numbers that are meant to be published, as they are dialled at home."""
    import json

    return frozenset(row["number"] for row in json.loads(DATA.read_text(encoding="utf-8"))["numbers"])
