"""A post to what each channel gets: text, tags, pictures and their count, pure and the same for check, preview and sending."""

from kendal_git.composing.compose import compose
from kendal_git.composing.limits import Limits, limits_of

__all__ = ["Limits", "compose", "limits_of"]
