"""identity-number: no NIK, KK or NIP in anything that the public can read (sop.md DP01, DP03; UU 27/2022)."""

from collections.abc import Iterator

from kendal_git.model.diagnostic import Diagnostic, error
from kendal_git.model.message import say
from kendal_git.rules.context import Context
from kendal_git.rules.wording.numbers import identity_numbers, shielded


def check(context: Context) -> Iterator[Diagnostic]:
    """Texts, alternative texts, credits, hashtags and the names of pictures hold none; none is repeated in full."""
    for words in context.texts:
        for found in identity_numbers(words.text):
            place = shielded(words.place(found.start, found.end))
            key = "words.identity.nip" if found.kind == "nip" else "words.identity.nik"
            hint = say("words.number.file.hint") if words.field == "file" else say("words.identity.hint")
            yield error("identity-number", place, say(key, shown=found.shown), hint)
