"""A post to what each channel gets: text, tags, pictures and counts; pure, the same for check, preview and sending."""

from kendal_git.composing.compose import chosen_pictures, compose, hashtags
from kendal_git.composing.limits import Limits, limits_of
from kendal_git.composing.links import links

__all__ = ["Limits", "chosen_pictures", "compose", "hashtags", "limits_of", "links"]
