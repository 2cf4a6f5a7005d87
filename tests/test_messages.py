"""The catalogue's keeper: every sentence exists in both languages, is said with its values, and is said at all."""

import ast
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest

import kendal_git.messages
from kendal_git.cli.app import COMMANDS, EXITS, kendal
from kendal_git.composing.count import UNITS
from kendal_git.messages import LANGUAGES, room, text
from kendal_git.model import vocabulary as words
from kendal_git.model.diagnostic import Severity
from kendal_git.model.fields import DAY, POST
from kendal_git.model.finding import State
from kendal_git.model.message import say
from kendal_git.model.office_fields import OFFICE
from kendal_git.model.proposal import Opinion
from kendal_git.model.shapes import Either, ListOf, Record, Shape, Table
from kendal_git.model.verdict import Ruling
from kendal_git.reporters.verdicts import NEEDS

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "kendal_git").rglob("*.py"))
ROOMS = [found.name for found in pkgutil.iter_modules(kendal_git.messages.__path__)]
CATALOGUE = {f"{name}.{key}": texts for name in ROOMS for key, texts in room(name).items()}
SAYERS = ("say", "words", "translate")


def described(shape: Shape, seen: dict[str, Record]) -> dict[str, Record]:
    """Every record of the schema that lies in ``shape``, by its name."""
    match shape:
        case Record(name=name, fields=fields) if name not in seen:
            seen[name] = shape
            for one in fields:
                described(one.shape, seen)
        case ListOf(item=below) | Table(value=below):
            described(below, seen)
        case Either(scalar=scalar, record=record):
            described(scalar, seen)
            described(record, seen)
        case _:
            pass
    return seen


RECORDS = described(OFFICE, described(DAY, described(POST, {})))

# A key that is put together at run time, and everything that may stand in its gap.
FORMED: dict[str, tuple[str, ...]] = {
    "agenda.ask.{}": ("date", "time", "title", "place", "officials", "source", "incidental"),
    "agenda.status.{}": words.HOLDER_STATUS,
    "agenda.task.{}": ("design", "text", "photo"),
    "check.severity.{}": tuple(Severity),
    "cli.exit.{}": tuple(map(str, EXITS)),
    "cli.group.{}": (*COMMANDS, "ledger"),
    "dates.month.{}": tuple(str(number) for number in range(1, 13)),
    "dates.weekday.{}": tuple(str(number) for number in range(7)),
    **{f"comment.{part}.{{}}": tuple(Ruling) for part in ("title", "summary", "how")},
    "comment.list.{}": ("blocking", "ignored"),
    "demo.attack.{}": ("self", "edit", "roles"),
    "demo.office.{}": ("local", "github"),
    "demo.end.{}": ("site", "preview", "outbox", "ledger", "repository"),
    "demo.step.{}": ("office", "agenda", "disposition", "production", "verification", "attack", "publication"),
    **{
        f"settings.{word}.{{}}": tuple(
            key.split(".", 2)[2] for key in (f"settings.{name}" for name in room("settings")) if f".{word}." in key
        )
        for word in ("ok", "missing", "hint")
    },
    "doctor.{}": ("git", "yaml", "roles", "remote", "ledger", "files"),
    "doctor.state.{}": tuple(State),
    "doctor.hint.{}": ("git", "yaml", "roles", "remote", "ledger", "files"),
    "doctor.{}.{}": ("git.old", "yaml.slow", "roles.empty", "remote.none", "ledger.none", "files.stale"),
    "fields.{}": ("post", "day", "office"),
    "fields.{}.{}": tuple(f"{name}.{one.name}" for name, record in RECORDS.items() for one in record.fields),
    "gate.need.{}": NEEDS,
    "gate.ruling.{}": tuple(Ruling),
    "help.{}": tuple(name for names in COMMANDS.values() for name in names),
    "new.next.{}": ("picture", "check", "submit"),
    "paste.proposed.{}": ("title", "kind", "date", "place", "officials", "opd", "agenda", "commemoration"),
    "publish.handed.{}": ("found", "withdrawal"),
    "publish.{}": ("scheduled", "missed", "expired"),
    "publish.state.{}": (
        *("delivered", "already", "scheduled", "owed", "held", "missed", "expired", "refused", "in-doubt"),
        *("withdrawn", "handed-off", "baseline", "unknown"),
    ),
    "publish.stop.{}": ("held", "refused", "unknown", "throttled", "scheduled", "expired", "dropped"),
    "publish.settle.{}": ("sent", "not-sent", "gone"),
    "publish.unrecorded.{}": ("sent", "not-sent"),
    "publish.watch.{}": ("standing", "unsent"),
    "review.done.{}": tuple(Opinion),
    "schema.{}": ("field", "form", "meaning"),
    "site.kind.{}": words.KINDS,
    "site.preview.{}": tuple(
        {
            key
            for page in (ROOT / "templates/preview").glob("*.html")
            for key in re.findall(r"""\bt\(\s*["']([a-z.-]+)["']""", page.read_text(encoding="utf-8"))
        }
    ),
    "site.preview.unit.{}": tuple(UNITS),
    "kit.{}": (
        *("open", "open-whatsapp-channel", "correction", "picture", "pictures", "paste", "alt", "look", "record"),
        *re.findall(r't\([\'"]([a-z-]+)', (ROOT / "templates/kit/kit.html").read_text(encoding="utf-8")),
    ),
    "site.reason.{}": tuple(dict.fromkeys((*words.CORRECTION_REASONS, *words.WITHDRAWAL_REASONS))),
}


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of say(…), words(…) or translate(…) in the package, with its place."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in SAYERS:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def pattern(key: ast.JoinedStr) -> str:
    """``f"check.{field}"`` as ``check.{}``."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in key.values)


def formed(sources: list[Path]) -> Iterator[tuple[str, str]]:
    """Every f-string in the package that begins like a key of the catalogue, with its place."""
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr) and re.fullmatch(
                rf"({'|'.join(ROOMS)})\.[a-z.]*{{}}(\.{{}})?", pattern(node)
            ):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", pattern(node)


def full(key: str, value: str) -> str:
    """The entry's key: a value fills one gap, or two when it is written with a dot."""
    return key.replace("{}.{}", "{}").format(value)


CALLS = list(calls())


def test_each_sentence_is_there_in_both_languages() -> None:
    """Neither language is empty, and both take the same values."""
    for key, (indonesian, english) in CATALOGUE.items():
        assert indonesian.strip(), key
        assert english.strip(), key
        assert placeholders(indonesian) == placeholders(english), key
        assert all(name.isidentifier() for name in placeholders(english)), key


def test_each_call_names_an_entry_and_passes_its_values() -> None:
    """A sentence that nobody wrote, a value that is missing and one too many are found here and not on a screen."""
    faults = [fault for place, call in CALLS if (fault := wrong(place, call))]

    assert not faults, "\n".join(faults)


def wrong(place: str, call: ast.Call) -> str:
    """What is wrong with one call, or nothing; keys that are no constant are other tests' matter."""
    key = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
    if not isinstance(key, str) or (key.partition(".")[0] not in ROOMS and not isinstance(call.func, ast.Name)):
        return ""
    if key not in CATALOGUE:
        return f"{place} says {key}, which is not in the catalogue"
    given, wanted = {keyword.arg for keyword in call.keywords}, placeholders(CATALOGUE[key][0])
    if given == wanted or (None in given and given - {None} <= wanted):
        return ""
    return f"{place} says {key} with {given or 'nothing'}, it takes {wanted or 'nothing'}"


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("say('check.nichts')", "which is not in the catalogue"),
        ("say('nowhere.x')", "which is not in the catalogue"),
        ("say('check.timezone')", "it takes {'value'}"),
        ("say('check.timezone', value=1, name=2)", "it takes {'value'}"),
        ("now.words('check.nichts')", "which is not in the catalogue"),
        ("say('check.timezone', value=1)", ""),
        ("say('check.timezone', **values)", ""),
    ],
)
def test_the_keeper_sees_a_wrong_call(source: str, fault: str) -> None:
    """A key without an entry and values that do not fit are named, what fits is not."""
    call = ast.parse(source, mode="eval").body
    assert isinstance(call, ast.Call)

    assert fault in wrong("here", call) if fault else not wrong("here", call)


def helps(command: click.Command) -> Iterator[str]:
    """The help keys of a command, of its options and of the commands below it."""
    yield command.help or ""
    yield from (parameter.help or "" for parameter in command.params if isinstance(parameter, click.Option))
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, name
            yield from helps(below)


def test_each_command_and_option_has_its_help() -> None:
    """Every word that can be typed is explained in both languages."""
    missing = [key for key in helps(kendal) if key not in CATALOGUE]

    assert not missing, f"without help: {', '.join(missing)}"


def test_each_formed_key_is_listed_with_its_values() -> None:
    """A key that is put together at run time has all its values in FORMED, and each of them an entry."""
    for place, key in formed(SOURCES):
        assert key in FORMED, f"{place} forms {key}: list its values in FORMED"
        missing = [value for value in FORMED[key] if full(key, value) not in CATALOGUE]

        assert not missing, f"{place} forms {key} and the catalogue lacks {missing}"


def test_no_entry_is_unused() -> None:
    """A sentence that nobody says is taken out."""
    said = {full(key, value) for _, key in formed(SOURCES) for value in FORMED.get(key, ())} | set(helps(kendal))
    for path in SOURCES:
        if path.parent.name != "messages":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            said |= {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    pages = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "templates").rglob("*.html"))
    in_rooms = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.parent.name == "messages")
    unused = [key for key in CATALOGUE if key not in said and f'"{key}"' not in pages + in_rooms]

    assert not unused, f"nobody says: {', '.join(unused)}"


def test_values_may_be_sentences_and_lists() -> None:
    """A message inside a message follows the language, a list is joined, and braces in a value stay."""
    message = say("check.shape", field="{x}", wanted=say("check.shape.list"))

    assert [text(message, language) for language in LANGUAGES] == [
        "“{x}” harus berupa daftar, misalnya [satu, dua]",
        "“{x}” must be a list, as [one, two]",
    ]
    assert text(say("check.known", known=("a", "b")), "id") == "yang dikenal: a, b"
