"""How sensitive a post is, and what makes it so: what is typed, the kind, its words (DESIGN §5.5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kendal_git.model.message import Message, say
from kendal_git.model.office import Policy
from kendal_git.model.post import Post
from kendal_git.model.vocabulary import SENSITIVITIES, highest

SENSITIVE = SENSITIVITIES[-1]


@dataclass(frozen=True, slots=True)
class Level:
    """One of the office's sensitivities; ``because`` is empty below the highest, which asks nobody for more."""

    value: str = "biasa"
    because: tuple[Message, ...] = ()


def level(post: Post, policy: Policy) -> Level:
    """The level of one post as it stands."""
    because = tuple(_sensitive(post, policy))
    return Level(SENSITIVE, because) if because else Level(post.sensitivity)


def highest_of(levels: tuple[Level, ...]) -> Level:
    """The highest of several, with every reason for it, each once."""
    reasons = dict.fromkeys(reason for one in levels for reason in one.because)
    return Level(highest(*(one.value for one in levels)), tuple(reasons))


def _sensitive(post: Post, policy: Policy) -> Iterator[Message]:
    """Everything that makes a post sensitive."""
    if post.sensitivity == SENSITIVE:
        yield say("gate.because.typed", post=post.path, level=SENSITIVE)
    if post.kind in policy.sensitive_kinds:
        yield say("gate.because.kind", kind=post.kind)
    found = _pattern(policy.sensitive_words).search(_public(post)) if policy.sensitive_words else None
    if found:
        yield say("gate.because.word", word=" ".join(found[0].split()), post=post.path)


def _public(post: Post) -> str:
    """Every text of a post that people will read; a word never continues from one into the next."""
    captions = (caption.text or "" for _, caption in post.captions)
    return "\n\0\n".join((post.title, post.narration, *captions, *(image.alt for image in post.images)))


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, as whole words in any case; a space in one may be any white space in the text."""
    each = (r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)
