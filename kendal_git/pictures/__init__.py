"""The pictures' rooms, and the only Pillow imports: ``inspecting`` for the check, ``shrinking`` for a new photo.

The names of the check's room stand here, too; ``shrinking`` is heavy and is imported by those who need it.
"""

from kendal_git.pictures.inspecting import FORMATS, Picture, UndecodableError, inspect

__all__ = ["FORMATS", "Picture", "UndecodableError", "inspect"]
