"""The commands, each imported only when it is called, and the one place where an outcome becomes an exit code."""

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kendal_git import __version__
from kendal_git.cli.base import Option, Session, guess_language, session, wants_colour, width, write_list
from kendal_git.cli.groups import Group
from kendal_git.messages import text
from kendal_git.model.message import Message, say
from kendal_git.model.trouble import Trouble
from kendal_git.reporters.style import Style

if TYPE_CHECKING:
    from kendal_git.verbs.looking import Looking
    from kendal_git.wiring.desk import Adapters

# In the order of the procedure; the module of a command has its name.
COMMANDS = {
    "daily": ("agenda", "assign", "new", "photo", "check", "preview", "submit", "status"),
    "approval": ("review", "gate", "merge"),
    "publication": ("build", "publish", "ledger", "hold", "unhold", "withdraw"),
    "setup": ("init", "doctor", "schema", "demo"),
}
EXITS = (0, 1, 2, 3, 4, 70)


class Lazy(Group):
    """The ``kendal`` command: knows its commands' names without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the procedure."""
        return [name for names in COMMANDS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None for a name that is not ours."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"kendal_git.cli.{cmd_name}")
        found: click.Command = module.command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in groups, a line each; their modules are not needed for that."""
        now = session(ctx)
        for group, names in COMMANDS.items():
            write_list(ctx, formatter, f"cli.group.{group}", [(name, now.brief(f"help.{name}")) for name in names])
        write_list(ctx, formatter, "cli.exits", [(str(code), now.words(f"cli.exit.{code}")) for code in EXITS])
        formatter.write_paragraph()
        formatter.write_text(now.words("cli.more"))


@click.command("kendal", cls=Lazy, help="help.kendal", no_args_is_help=True)
@click.option("-C", "folder", cls=Option, metavar="DIR", type=click.Path(), help="help.option.folder")
@click.option("--lang", cls=Option, type=click.Choice(["id", "en"]), help="help.option.lang")
@click.version_option(
    __version__, prog_name="kendal", message="%(prog)s %(version)s", help="help.option.version", cls=Option
)
def kendal(folder: str | None, lang: str | None) -> None:
    """``-C`` and ``--lang`` are read before click starts, so that even the help follows them."""


def run(words: list[str], adapters: "Adapters | None" = None, looking: "Looking | None" = None) -> int:
    """Run one command line and return its exit code; no traceback for content, usage or the outside world."""
    environment = dict(os.environ)
    folder = _folder(words)
    language = guess_language(words, environment.get("KENDAL_LANG", ""), folder)
    now = Session(language, folder, wants_colour(environment), adapters, width(), looking)
    try:
        result = kendal.main(words, prog_name="kendal", standalone_mode=False, obj=now, color=now.colour)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as asked:
        click.echo(asked.ctx.get_help(), err=True, color=now.colour)
        return 2
    except click.UsageError as wrong:
        _complain(now, _usage(wrong), say("cli.see-help", command=wrong.ctx.command_path if wrong.ctx else "kendal"))
        return 2
    except Trouble as trouble:
        _complain(now, trouble.message, trouble.hint)
        return trouble.code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception:  # noqa: BLE001 — a bug, whatever it is, becomes exit 70 and a report here and nowhere else
        _complain(now, say("cli.bug"), say("cli.bug.hint"))
        click.echo(_report(words), err=True)
        return 70


def _folder(words: list[str]) -> Path:
    """The folder of ``-C DIR``, otherwise the current one."""
    here = Path.cwd()
    return here / words[words.index("-C") + 1] if "-C" in words[:-1] else here


def _complain(now: Session, message: Message, hint: Message | None) -> None:
    style = Style(now.colour and sys.stderr.isatty())
    click.echo(f"{style('kendal:', 'red', 'bold')} {text(message, now.language)}", err=True)
    if hint:
        click.echo(f"  {style(now.words('check.hint'), 'cyan')}: {text(hint, now.language)}", err=True)


def _usage(wrong: click.UsageError) -> Message:
    """Click's complaint as a sentence of ours."""
    match wrong:
        case click.NoSuchOption(option_name=name, possibilities=near):
            return say("cli.no-such.near", name=name, near=tuple(near)) if near else say("cli.no-such", name=name)
        case click.MissingParameter():
            return say("cli.missing", name=_typed_name(wrong.param))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=known)) as param):
            return say("cli.bad.choice", name=_typed_name(param), known=tuple(known))
        case click.BadParameter(param=click.Parameter(type=click.types.IntParamType()) as param):
            return say("cli.bad.number", name=_typed_name(param))
        case click.BadParameter():
            return say("cli.bad", name=_typed_name(wrong.param), problem=wrong.message)
        case click.BadOptionUsage(option_name=name):
            return say("cli.no-value", name=name)
        case _:
            return say("cli.usage-error", problem=wrong.format_message())


def _typed_name(param: click.Parameter | None) -> str:
    """A parameter as a person types it: ``--format``, and not the word that the program has for it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else "?"


def _report(words: list[str]) -> str:
    """What a developer needs to find the bug: versions, the command, the traceback."""
    import platform
    import traceback

    versions = f"kendal {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    return f"```\n{versions}\nkendal {' '.join(words[:1])} …\n{traceback.format_exc()}```"
