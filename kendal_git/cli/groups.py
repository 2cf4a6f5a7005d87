"""Commands that are a group of commands: what is in them, a line each, and a sentence for a word that is not."""

from collections.abc import Callable
from typing import Any

import click

from kendal_git.cli.base import Translated, session, write_list


class Group(Translated, click.Group):
    """A group whose commands are listed under ``heading`` and find their help below the group's own."""

    def __init__(self, name: str, heading: str = "", **settings: Any) -> None:
        super().__init__(name, **settings)
        self.heading = heading

    def part(self, name: str) -> Callable[[Callable[..., Any]], click.Command]:
        """One more command, with the help ``help.GROUP.NAME``."""
        return self.command(name, cls=Translated, help=f"{self.help}.{name}")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which people need them."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands, a line each."""
        rows = [(name, session(ctx).brief(f"{self.help}.{name}")) for name in self.list_commands(ctx)]
        write_list(ctx, formatter, self.heading, rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options first, then commands."""
        Translated.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of the first word, or a sentence with the nearest one."""
        if args and self.get_command(ctx, args[0]) is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            raise click.NoSuchOption(args[0], possibilities=near, ctx=ctx)
        return super().resolve_command(ctx, args)
