"""The pages of the rules: each rule has one, and every example on it is checked as it stands there."""

import ast
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kendal_git.cli import main
from kendal_git.composing.limits import DATA
from kendal_git.files import WorkTree
from kendal_git.model.diagnostic import Diagnostic, Place
from kendal_git.objects import Git
from kendal_git.rules.strays import survey
from kendal_git.verbs.check import check
from kendal_git.verbs.explain import explain
from kendal_git.verbs.since import check_since, span_since
from tests.scratch import DAY, DAY_PATH, FOLDER, OFFICE, POST, Repository, make, picture

ROOT = Path(__file__).parent.parent
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/rules").glob("*.md"))}
README = PAGES.pop("README")
BLOCK = re.compile(r"^```[a-z]+ ([a-z]+)( sebelum)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"(?:#|<!--) (error|warning): \[([a-z-]+)\]")
SAYERS = {"error", "warning", "say_it", "_say", "_refused", "_unfenced"}
TABLES = {"RULES", "SYNTAX"}  # module-level tables of rule names
WORD, NAME = re.compile(r"[a-z]+(-[a-z]+)*"), re.compile(r"[a-z]+(-[a-z]+)+")
PLACES = {"post": f"{FOLDER}/post.md", "agenda": DAY_PATH, "office": "kendal.yaml"}


def emitted() -> Iterator[str]:
    """Every rule name that the code of the check can put into a diagnostic."""
    rooms = ("reading", "rules", "verbs")
    for path in [
        ROOT / "kendal_git/frontmatter.py",
        *(p for room in rooms for p in (ROOT / "kendal_git" / room).rglob("*.py")),
    ]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).rpartition(".")[2] in SAYERS:
                yield from _names(node.args[0], WORD)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in TABLES:
                yield from (name for part in ast.walk(node.value) for name in _names(part, NAME))


def _names(node: ast.AST, form: re.Pattern[str]) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and form.fullmatch(node.value):
        yield node.value


EMITTED = sorted(set(emitted()))


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a page: what it is, its text, and the examples that say how things stood before it."""

    kind: str
    text: str
    before: tuple[tuple[str, str], ...] = ()


def examples(rule: str) -> Iterator[Example]:
    """The examples of a page; each takes those before it that are marked as earlier."""
    before: list[tuple[str, str]] = []
    for kind, earlier, text in BLOCK.findall(PAGES[rule]):
        before.append((kind, text))
        if not earlier:
            yield Example(kind, text, tuple(before[:-1]))
            before = []
    assert not before, f"{rule}: nothing comes after what stood before"


EXAMPLES = {rule: list(examples(rule)) for rule in PAGES}


def marked(text: str) -> set[tuple[int, str, str]]:
    """What the lines say that will be found in them."""
    lines = enumerate(text.split("\n"), start=1)
    return {(number, severity, rule) for number, line in lines for severity, rule in MARK.findall(line)}


def located() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (6.0, 55.0, 1.0)})
    return picture(exif=exif)


def animated() -> bytes:
    out, frames = BytesIO(), [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


DARKROOM: dict[str, Callable[[], bytes]] = {
    "berat.jpg": lambda: picture() + bytes(1_500_001),
    "bergerak.png": animated,
    "berlokasi.jpg": located,
    "isinya-png.jpg": lambda: picture(form="PNG"),
    "lebar.jpg": lambda: picture((2600, 9)),
    "rusak.jpg": lambda: picture((600, 400))[:900],
    **dict.fromkeys(("foto.jpg", *(f"foto-{number}.jpg" for number in range(1, 6))), picture),
}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make(tmp_path)
    made.write("agenda/hari-besar.yaml", (ROOT / "agenda/hari-besar.yaml").read_bytes())
    made.write("agenda/2026/11/24.yaml", DAY.replace("2026-11-25", "2026-11-24").replace("upacara", "rapat"))
    channels = re.findall(r'^    "([a-z]+)": \{', DATA.read_text(encoding="utf-8"), re.MULTILINE)
    wanted = ", ".join(f"{name}: {{via: outbox}}" for name in dict.fromkeys(("instagram", "facebook", "x", *channels)))
    made.write("kendal.yaml", re.sub(r"channels: .*", f"channels: {{{wanted}}}", OFFICE))
    return made


def checked(repository: Repository) -> tuple[Diagnostic, ...]:
    files = WorkTree(repository.root)
    seen = survey(files)
    return check(files, seen.posts, seen.days, seen.strays).diagnostics


def checked_since(repository: Repository, published: str) -> tuple[Diagnostic, ...]:
    """What is found in the work tree's change after the last commit; ``published`` names what the ledger knows."""
    with closing(Git(repository.root)) as git:
        return check_since(
            span_since(git, repository.files, "HEAD", committed=False), published.__contains__
        ).diagnostics


def commit(repository: Repository) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "sebelum")):
        subprocess.run(["git", "-C", str(repository.root), *words], check=True)


def found_in(repository: Repository, example: Example) -> set[tuple[int, str, str]]:
    """What the check finds in an example, by line; what it finds anywhere else has the line 0."""
    for kind, text in example.before:
        lay(repository, kind, text)
    if example.before:
        commit(repository)
    lines = lay(repository, example.kind, example.text)
    published = "".join(text for kind, text in example.before if kind == "repositori")
    found = checked_since(repository, published) if example.before else checked(repository)
    return {(lines(one.place), str(one.severity), one.rule) for one in found}


def lay(repository: Repository, kind: str, text: str) -> Callable[[Place], int]:
    """Make what an example shows; the answer tells the example's line of a place in the repository, or 0."""
    if kind == "repositori":
        return lay_tree(repository, text)
    path = PLACES[kind]
    repository.write(path, text)
    if kind == "agenda":  # a day is looked at alone: a post that refers to it would be found wrong with it
        shutil.rmtree(repository.root / "content", ignore_errors=True)
    if kind == "post":
        (repository.root / FOLDER / "foto.jpg").unlink()
        for name in re.findall(r"file: ([a-z0-9-]+\.(?:jpg|png))", text):
            if name in DARKROOM:
                repository.write(f"{FOLDER}/{name}", DARKROOM[name]())
    return lambda place: place.line if place.path == path else 0


def lay_tree(repository: Repository, text: str) -> Callable[[Place], int]:
    """Files made as a list says; what is found in them, or in a folder of the list, is found in their lines."""
    numbers: dict[str, int] = {}
    for number, line in enumerate(text.rstrip("\n").split("\n"), start=1):
        path, _, note = line.split("  #")[0].strip().partition(" (")
        numbers[path] = number
        match note.rstrip(")").partition(" ke "):
            case ("dipindah", _, target):
                (repository.root / path).rename(repository.root / target)
            case ("tidak ada", _, _):
                (repository.root / path).unlink()
            case ("UTF-16", _, _):
                repository.write(path, POST.encode("utf-16"))
            case ("300 kB", _, _):
                repository.write(path, POST + "a" * 300_000)
            case _ if not (repository.root / path).exists():
                repository.write(path, picture() if path.endswith(".jpg") else "halo\n")
    return lambda place: numbers.get(place.path, numbers.get(place.path.rpartition("/")[0], 0))


def test_each_rule_has_its_page_and_each_page_its_rule() -> None:
    """Whoever is told of a rule can read about it, and no page speaks of a rule that is gone."""
    assert list(PAGES) == EMITTED


@pytest.mark.parametrize(("rule", "number"), [(rule, at) for rule in PAGES for at in range(len(EXAMPLES[rule]))])
def test_each_example_gets_what_its_lines_say(repository: Repository, rule: str, number: int) -> None:
    """The marked lines, and no others, get exactly the findings that are written beside them."""
    example = EXAMPLES[rule][number]

    assert marked(example.text) == found_in(repository, example)


@pytest.mark.parametrize("rule", PAGES)
def test_each_page_shows_what_is_wrong_and_what_is_right(rule: str) -> None:
    """A page has its rule's name, a sentence, a reason, a marked example and one in which nothing is wrong."""
    page = PAGES[rule]
    before, after = page.split("## Benar")

    assert page.startswith(f"# {rule}\n\n")
    assert "\n**Mengapa.** " in before
    assert not marked(after)
    assert rule in {name for _, _, name in marked(before)}
    assert BLOCK.search(after)
    assert page.count("```") == 2 * len(BLOCK.findall(page))


def test_only_what_was_there_before_makes_a_change(repository: Repository) -> None:
    """An example without an earlier one is looked at as it lies there; with one, only the step between them is."""
    day = DAY.replace("08:00", "09:00")

    assert found_in(repository, Example("agenda", day)) == set()
    assert found_in(repository, Example("agenda", day, (("agenda", DAY),))) == {(4, "error", "agenda-edited")}


def test_the_index_lists_each_page_with_its_first_sentence() -> None:
    """docs/rules/README.md is the list of the pages, no more and no less."""
    lines = [f"| [{rule}]({rule}.md) | {page.split(chr(10))[2]} |" for rule, page in PAGES.items()]

    assert lines == re.findall(r"^\| \[.*$", README, re.MULTILINE)


def test_a_rule_is_explained_as_plain_text(capsys: pytest.CaptureFixture[str]) -> None:
    """``--explain`` folds the page to a terminal, shows its examples as they stand, and needs no repository."""
    assert main(["-C", "/", "check", "--explain", "time-naive"]) == 0
    assert capsys.readouterr().out.startswith(
        "time-naive\n"
        "==========\n\n"
        "Waktu menyebut zonanya, misalnya +07:00.\n\n"
        "Mengapa. Tanpa zona, komputer di tempat lain menayangkannya pada jam yang salah.\n\n"
        "Salah\n"
        "-----\n\n"
        "    ---\n"
        "    title: Jadwal Layanan\n"
    )


@pytest.mark.parametrize("rule", PAGES)
def test_no_explanation_is_wider_than_a_terminal(rule: str) -> None:
    """What is folded stays within 80 columns and holds no markup; only an example may be longer."""
    lines = [line for line in explain(rule).split("\n") if not line.startswith("    ")]

    assert not [line for line in lines if len(line) > 80 or "**" in line or "`" in line]


@pytest.mark.parametrize(
    ("typed", "hint"), [("day-nam", "maksudnya “day-name”?"), ("../README", "yang dikenal: "), ("README", "maksudnya")]
)
def test_an_unknown_rule_is_wrong_usage(capsys: pytest.CaptureFixture[str], typed: str, hint: str) -> None:
    """A mistyped rule ends with 2 and the nearest one, and no file outside of the pages can be read."""
    assert main(["check", "--explain", typed]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"kendal: tidak ada aturan “{typed}”\n")
    assert hint in err or typed == "README"


def test_errors_say_once_where_rules_are_explained(
    repository: Repository, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Above the summary stands how to read about the first error's rule; without an error nothing does."""
    repository.write(f"{FOLDER}/post.md", POST.replace("kind: liputan", "kind: lipputan").replace("x]", "y]"))
    monkeypatch.chdir(repository.root)

    assert main(["check"]) == 1
    lines = capsys.readouterr().out.split("\n")
    assert [lines[-3]] == [line for line in lines if "--explain" in line]
    assert lines[-3] == "arti sebuah aturan: kendal check --explain value-unknown"
    repository.write(f"{FOLDER}/post.md", POST)
    assert main(["check"]) == 0
    assert "--explain" not in capsys.readouterr().out
