"""The templates' room: the repository's own first, file by file, then the package's; all escaped, all in a sandbox."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


class Templates:
    """Files looked up in several ``templates`` folders, and the Jinja environment over them."""

    def __init__(self, *folders: Path) -> None:
        self.folders = folders

    def data(self, name: str) -> bytes | None:
        """A file's bytes from the first folder that has it."""
        for folder in self.folders:
            try:
                return (folder / name).read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                continue
        return None

    def names(self, folder: str, endings: Iterable[str]) -> tuple[str, ...]:
        """The files of a folder of all templates, by their endings."""
        found = {
            path.name for root in self.folders for path in (root / folder).glob("*") if path.suffix in tuple(endings)
        }
        return tuple(f"{folder}/{name}" for name in sorted(found))

    @cached_property
    def environment(self) -> "Environment":
        """Jinja with everything escaped, nothing undefined let through, and no way from a template into Python."""
        from jinja2 import FunctionLoader, StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        return ImmutableSandboxedEnvironment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=FunctionLoader(self._source),
        )

    def _source(self, name: str) -> str | None:
        data = self.data(name)
        return None if data is None else data.decode()

    def render(self, name: str, **values: Any) -> str:
        """One template with its values."""
        return self.environment.get_template(name).render(**values)
