"""The content rules: one a module, each a generator from a post in its context to diagnostics, in one typed tuple."""

from kendal_git.rules import (
    agenda_reference,
    alt_text,
    caption_length,
    children_consent,
    commemoration,
    day_name,
    identity_number,
    ordinal,
    phone_number,
    picture_needed,
    picture_room,
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
    picture_room.check,
    caption_length.check,
    identity_number.check,
    phone_number.check,
    children_consent.check,
    day_name.check,
    ordinal.check,
)

__all__ = ["RULES", "Context", "Rule"]
