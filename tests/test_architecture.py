"""The building inspector: holds the layer table of docs/development.md over every module of the package."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "kendal_git"
# The rooms of each floor, the lowest first. Arrows only go down; rooms on one floor do not know each other.
FLOORS = (
    {""},
    {"model", "fakes"},
    {
        "messages",
        "ports",
        "frontmatter",
        "yamltext",
        "files",
        "objects",
        "repository",
        "transport",
        "pictures",
        "processes",
    },
    {"reading", "composing", "history"},
    {"rules", "policy", "planning", "rendering", "pasting"},
    {"verbs", "forges", "channels", "ledgers"},
    {"wiring", "reporters"},
    {"cli"},
    {"__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
# Rooms that stand alone: only these rooms may know them, and they bring nothing from outside the standard library.
APART = {"fakes": {"cli"}}
NETWORK = ("httpx", "socket", "urllib.request", "http.client", "ssl", "smtplib")
# The one home of each outside thing: of a module that is imported, and of a name that reads the world.
MODULE_HOMES = {
    "click": {"cli"},
    "git": {"repository"},
    "PIL": {"pictures"},
    "pillow_heif": {"pictures"},
    **{name: {"transport"} for name in NETWORK},
}
NAME_HOMES = {
    **{f"os.{name}": {"wiring", "cli"} for name in ("environ", "environb", "getenv", "getenvb")},
    **{f"datetime.{name}": {"wiring"} for name in ("now", "today", "utcnow")},
    **{name: {"wiring"} for name in ("date.today", "time.time", "time.time_ns")},
}
# One line each: (module, name) and why it may use it away from its home.
EXEMPT = {
    (
        "kendal_git.objects",
        "os.environ",
    ): "git runs in our environment without the inherited GIT_ variables, taken out there",
    (
        "kendal_git.fakes.github.git",
        "os.environ",
    ): "as in objects, which a room that stands alone cannot import",
    ("kendal_git.fakes.github.clock", "datetime.now"): "the fake forge has a clock of its own, as a real one has",
}
MOST_LINES, MOST_FUNCTION_LINES = 250, 50


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


FILES = {module_name(path): path for path in sorted((ROOT / PACKAGE).rglob("*.py"))}


def room(module: str) -> str:
    return module.removeprefix(PACKAGE).lstrip(".").split(".")[0]


def imports(module: str, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every import anywhere in a module, type-only and late ones included, as (line, full dotted name)."""
    parent = module if FILES.get(module, Path()).name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = parent.rsplit(".", node.level - 1)[0] if node.level else ""
            base = ".".join(part for part in (above, node.module) if part)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in FILES:
            yield node.lineno, node.value  # a name for importlib is an import, too


def wrong_arrows(module: str, tree: ast.AST) -> Iterator[str]:
    """Imports that go up or sideways."""
    here = room(module)
    if here not in FLOOR:
        yield f"{module}: the layer table has no room called {here!r}"
        return
    for line, name in imports(module, tree):
        there = room(name) if name.split(".")[0] == PACKAGE else ""
        there = there if f"{PACKAGE}.{there}" in FILES or there in FLOOR else ""  # `from kendal_git import __version__`
        if there not in FLOOR:
            yield f"{module}:{line} imports {name}, which has no room in the layer table"
        elif there != here and here not in APART.get(there, {here}):
            yield f"{module}:{line} imports {name}: only {' and '.join(sorted(APART[there]))} may"
        elif there != here and FLOOR[there] >= FLOOR[here]:
            way = "sideways" if FLOOR[there] == FLOOR[here] else "upward"
            yield f"{module}:{line} imports {name}: that arrow goes {way}"


def strangers(module: str, tree: ast.AST) -> Iterator[str]:
    """Foreign modules, environment and clock used away from their one home."""
    brought = [(line, name) for line, name in imports(module, tree) if name.split(".")[0] != PACKAGE]
    read = [(node.lineno, ast.unparse(node)) for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    found = [
        (line, name, known) for line, name in brought for known in MODULE_HOMES if f"{name}.".startswith(f"{known}.")
    ]
    found += [
        (line, name, known) for line, name in brought + read for known in NAME_HOMES if f".{name}".endswith(f".{known}")
    ]
    for line, name in brought:
        if room(module) in APART and name.split(".")[0] not in sys.stdlib_module_names:
            yield f"{module}:{line} imports {name}: {room(module)} has the standard library only"
    for line, name, known in found:
        homes = (MODULE_HOMES | NAME_HOMES)[known]
        if room(module) not in homes and (module, known) not in EXEMPT:
            yield f"{module}:{line} uses {name}: only {' and '.join(sorted(homes))} may"


def oversize(module: str, tree: ast.Module, lines: int) -> Iterator[str]:
    """A module or function above its budget, and a module that does not say whose room it is."""
    if lines > MOST_LINES:
        yield f"{module}: {lines} lines, {MOST_LINES} are allowed"
    if not ast.get_docstring(tree):
        yield f"{module}:1 has no docstring that says whose room it is"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_FUNCTION_LINES:
                yield f"{module}:{node.lineno} {node.name} has {length} lines, {MOST_FUNCTION_LINES} are allowed"


def faults(module: str, source: str) -> list[str]:
    tree = ast.parse(source)
    found = [wrong_arrows(module, tree), strangers(module, tree), oversize(module, tree, source.count("\n"))]
    return [sentence for sentences in found for sentence in sentences]


@pytest.mark.parametrize("module", FILES)
def test_module_keeps_the_house_rules(module: str) -> None:
    """A module imports only what lies below it, leaves foreign things to their home, and stays small."""
    sentences = faults(module, FILES[module].read_text(encoding="utf-8"))

    assert not sentences, "\n".join(sentences)


def test_no_import_cycle() -> None:
    """No two modules of the package need each other, not even for types."""
    graph = {module: known_modules(module) - {module} for module in FILES}
    while leaves := {module for module, needs in graph.items() if not needs & graph.keys()}:
        graph = {module: needs for module, needs in graph.items() if module not in leaves}

    assert not graph, f"these modules stand on or below an import cycle: {', '.join(sorted(graph))}"


def known_modules(module: str) -> set[str]:
    """The package's own modules that a module imports: the longest known name for each import."""
    tree = ast.parse(FILES[module].read_text(encoding="utf-8"))
    names = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for _, name in imports(module, node)
    }
    return {known for name in names for known in (name, name.rpartition(".")[0]) if known in FILES} & FILES.keys()


@pytest.mark.parametrize(
    ("module", "source", "sentence"),
    [
        ("model.post", "from kendal_git.rules import one", "that arrow goes upward"),
        ("files", "import kendal_git.frontmatter", "that arrow goes sideways"),
        ("rules.one", "from ..planning import owed", "that arrow goes sideways"),
        ("verbs.check", "if TYPE_CHECKING:\n    from kendal_git.forges.local import Local", "that arrow goes sideways"),
        ("attic", "", "no room called 'attic'"),
        ("verbs.check", "from kendal_git.fakes.github import Server", "only cli may"),
        ("fakes.github.server", "from kendal_git.model.post import Post", "that arrow goes sideways"),
        ("fakes.github.server", "import httpx", "fakes has the standard library only"),
        ("verbs.check", "import click", "uses click: only cli may"),
        ("verbs.check", "from urllib import request", "uses urllib.request: only transport may"),
        ("verbs.check", "home = os.environ['HOME']", "uses os.environ: only cli and wiring may"),
        ("verbs.check", "from os import getenv", "uses os.getenv"),
        ("verbs.check", "now = dt.datetime.now(tz)", "uses dt.datetime.now: only wiring may"),
        ("verbs.check", "from time import time", "uses time.time"),
        ("verbs.check", "def long():" + "\n    pass" * 50, "long has 51 lines"),
        ("verbs.check", "\n" * 251, "251 lines"),
    ],
)
def test_inspector_sees(module: str, source: str, sentence: str) -> None:
    """Each house rule, broken on purpose, is named in a sentence."""
    assert any(sentence in found for found in faults(f"{PACKAGE}.{module}", source))


@pytest.mark.parametrize(
    "source",
    [
        '"""Room."""\nfrom kendal_git import __version__\nfrom kendal_git.model.post import Post\nimport urllib.parse',
        '"""Room."""\nfrom .other import thing\nfrom kendal_git.verbs.other import thing',
        '"""Room."""\nstarted = post.date.time\nhead = git.commit(socket.name)',
    ],
)
def test_inspector_lets_pass(source: str) -> None:
    """What lies below, a neighbour in the same room, and harmless relatives of guarded names are allowed."""
    assert not faults(f"{PACKAGE}.verbs.check", source)
