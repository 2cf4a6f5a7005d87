"""Click in the office's language: commands and options whose help is a key of the catalogue."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kendal_git.files import find_root
from kendal_git.messages import LANGUAGES, text
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import Misuse
from kendal_git.model.values import dataclass
from kendal_git.reporters.style import Style, folded

if TYPE_CHECKING:  # the adapters are heavy, and a check or a help text needs none of them
    from kendal_git.verbs.looking import Looking
    from kendal_git.wiring.desk import Adapters, Desk

WIDEST_NAME = 28  # columns of the names in a list of the help; what is longer has a line to itself
Decorated = TypeVar("Decorated", bound=Callable[..., Any] | click.Command)


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command: its language, its folder, its colours and the adapters that it may build.

    ``looking`` is the look at the repository, where one has begun already.
    """

    language: str = "id"
    folder: Path = Path()
    colour: bool = False
    adapters: "Adapters | None" = None
    width: int = 0
    looking: "Looking | None" = None

    @property
    def style(self) -> Style:
        """Paints for standard output."""
        return Style(self.colour, self.width)

    @property
    def root(self) -> Path:
        """The content repository. Raises Misuse outside of one."""
        found = find_root(self.folder.resolve())
        if found is None:
            raise Misuse(say("cli.no-repository", folder=self.folder), say("cli.no-repository.hint"))
        return found

    def relative(self, typed: str) -> str:
        """A path as typed, from the folder of ``-C``, made relative to the repository. Raises Misuse outside."""
        return relative(self.root, str(self.folder.resolve() / typed))

    @property
    def registry(self) -> "Adapters":
        """What ``via:`` and ``forge:`` may name."""
        from kendal_git.wiring.desk import ADAPTERS

        return self.adapters or ADAPTERS

    def desk(self, login: str = "", root: Path | None = None) -> "Desk":
        """The desk of one person in this repository, or in ``root``. Raises Misuse when it cannot be set up."""
        from kendal_git.wiring.desk import desk

        return desk(self.registry, root or self.root, login)

    def words(self, key: str, **values: object) -> str:
        """A catalogue sentence in this session's language."""
        return text(say(key, **values), self.language)

    def brief(self, key: str) -> str:
        """The first paragraph of a help text, for a list of commands."""
        return self.words(key).split("\n\n")[0]

    def say(self, message: Message) -> None:
        """One sentence to standard output, as it is: a command in it can be copied in one piece."""
        click.echo(text(message, self.language))

    def tell(self, message: Message, opening: str = "", *, err: bool = False) -> None:
        """One sentence behind its opening, folded to the terminal between its words."""
        lines = folded(text(message, self.language), self.width, opening, " " * max(2, len(opening)))
        click.echo("\n".join(lines), err=err)

    def hint(self, message: Message | None, *, err: bool = False) -> None:
        """What to do next, below what went wrong."""
        if message:
            self.tell(message, f"  {self.words('check.hint')}: ", err=err)


def session(context: click.Context) -> Session:
    """The session of a click context."""
    found: Session = context.find_root().obj
    return found


pass_session = click.make_pass_decorator(Session)


class Translated(click.Command):
    """A command whose ``help`` is a catalogue key; headings and short help follow the session's language."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line with its heading."""
        now = session(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = pieces.replace("[OPTIONS]", now.words("cli.options.placeholder"))
        pieces = pieces.replace("COMMAND [ARGS]...", now.words("cli.command.placeholder")).replace("...", "…")
        formatter.write_usage(now.style(ctx.command_path, "bold"), pieces, prefix=now.words("cli.usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The command's own words, an empty line before each paragraph."""
        with formatter.indentation():
            for paragraph in session(ctx).words(self.help or "").split("\n\n"):
                formatter.write_paragraph()
                formatter.write_text(paragraph)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a translated heading; what an argument is stands in the command's own words."""
        records = [record for parameter in self.get_params(ctx) if (record := parameter.get_help_record(ctx))]
        write_list(ctx, formatter, "cli.options", [(name, words) for name, words in records if words])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` itself, with our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = session(ctx).words("cli.help")
        return option


class Option(click.Option):
    """An option whose ``help`` is a catalogue key."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option's line in the help, translated; its default in brackets of ours."""
        record = super().get_help_record(ctx)
        if record is None or not self.help:
            return record
        now, words = session(ctx), record[1]
        default = now.words("cli.default", value=self.default)
        words = words.replace(self.help, now.words(self.help), 1).replace(f"  [default: {self.default}]", default)
        return record[0], words


def write_list(ctx: click.Context, formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]]) -> None:
    """Names and what they mean under a translated heading; nothing for no rows."""
    now = session(ctx)
    if rows:
        with formatter.section(now.style(now.words(heading), "bold")):
            formatter.write_dl([(now.style(name, "cyan"), words) for name, words in rows], col_max=WIDEST_NAME)


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """``click.option`` with a translated help."""
    return click.option(*names, cls=Option, **settings)


def verb(name: str) -> Callable[[Callable[..., Any]], Translated]:
    """A command called ``name`` with the help ``help.NAME``."""
    return click.command(name, cls=Translated, help=f"help.{name}")


format_option = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="help.option.format",
)


def relative(root: Path, path: str) -> str:
    """A full path made relative to the repository. Raises Misuse for one outside."""
    full = Path(os.path.normpath(path))  # a link stays a link: what was typed is what is meant
    try:
        return full.relative_to(root).as_posix()
    except ValueError:
        raise Misuse(say("cli.outside", path=path, root=root)) from None


def guess_language(words: list[str], environment: str, folder: Path) -> str:
    """``--lang``, else KENDAL_LANG, else ``language:`` of kendal.yaml, else Indonesian; known before click starts."""
    for index, word in enumerate(words):
        if word == "--lang" and index + 1 < len(words) and words[index + 1] in LANGUAGES:
            return words[index + 1]
        if word.startswith("--lang=") and word[7:] in LANGUAGES:
            return word[7:]
    if environment in LANGUAGES:
        return environment
    root = find_root(folder)
    lines = (root / "kendal.yaml").read_text(encoding="utf-8", errors="replace").splitlines() if root else []
    return "en" if any(line.split()[:2] == ["language:", "en"] for line in lines) else "id"


def width() -> int:
    """The columns of the terminal that standard output is; 0 for a pipe or a file, where nothing is folded."""
    if not sys.stdout.isatty():
        return 0
    from shutil import get_terminal_size  # it brings every format of archives along

    return get_terminal_size().columns


def wants_colour(environment: dict[str, str]) -> bool:
    """Colour on a terminal, unless NO_COLOR says no; FORCE_COLOR says yes anywhere."""
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (sys.stdout.isatty() and environment.get("TERM") != "dumb")
