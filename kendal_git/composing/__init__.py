"""A post to what each channel gets: text, tags, pictures and count; pure, the same for check, preview and sending."""

from kendal_git.composing.compose import compose, hashtags
from kendal_git.composing.limits import Limits, limits_of

__all__ = ["Limits", "compose", "hashtags", "limits_of"]
