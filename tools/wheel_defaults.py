"""The wheel's packing room: puts the default templates, calendar, example post and rule pages beside the code.

A checkout has them at its top level, where the office edits them; only a built wheel carries copies.
An editable install gets none, so that it can never show an old copy.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DEFAULTS = {
    "templates": "kendal_git/defaults/templates",
    "agenda/hari-besar.yaml": "kendal_git/defaults/agenda/hari-besar.yaml",
    "requirements/run.txt": "kendal_git/defaults/requirements/run.txt",
    "docs/rules": "kendal_git/defaults/docs/rules",
    "content/2026/11/25-hari-guru-nasional": "kendal_git/defaults/examples/hari-guru-nasional",
}


class WheelDefaults(BuildHookInterface[Any]):
    """Adds the defaults to a standard wheel and nothing to an editable one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        build_data["force_include"] |= {str(Path(self.root, source)): target for source, target in DEFAULTS.items()}
