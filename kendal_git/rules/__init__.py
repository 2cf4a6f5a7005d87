"""The content rules: one a module, each a generator from a post in its context to diagnostics, in one typed tuple."""

from kendal_git.rules import (
    agenda_reference,
    alt_text,
    caption_length,
    commemoration,
    picture_needed,
    pictures,
    post_path,
    strange_files,
    vocabulary,
)
from kendal_git.rules.context import Context, Rule

RULES: tuple[Rule, ...] = (
    post_path.check,
    strange_files.check,
    vocabulary.check,
    agenda_reference.check,
    commemoration.check,
    pictures.check,
    alt_text.check,
    picture_needed.check,
    caption_length.check,
)

__all__ = ["RULES", "Context", "Rule"]
