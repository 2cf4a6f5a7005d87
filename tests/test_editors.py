"""What editors read: every file that a command begins names its schema, and no later command takes that line away."""

import json
from pathlib import Path

import pytest

from kendal_git.cli import main
from kendal_git.files import WorkTree
from kendal_git.verbs.schema import modeline, schema
from tests.bookroom import TEACHERS_DAY, Keyboard, make_office, read

DAY = "agenda/2026/11/26.yaml"
LINE = "# yaml-language-server: $schema="
SCHEMAS = {f"schemas/{what}.schema.json": json.dumps(schema(what, "id")) for what in ("agenda", "post")}
EVENT = ("--date", "2026-11-26", "--time", "8.00", "--title", "Rapat", "--source", "opd")


def named(root: Path, path: str) -> Path:
    """The schema file that the first comment of a file leads to."""
    line = next(line for line in (root / path).read_text(encoding="utf-8").split("\n") if line.startswith(LINE))
    return (root / path).parent.joinpath(line.removeprefix(LINE)).resolve()


@pytest.fixture
def keyboard(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return Keyboard(make_office(tmp_path, SCHEMAS), capsys, monkeypatch)


def test_a_new_office_names_its_schema(tmp_path: Path) -> None:
    """kendal.yaml begins with the line, keeps it when the ledger is pinned, and the schema lies where it says."""
    assert main(["init", str(tmp_path / "kantor")]) == 0
    text = (tmp_path / "kantor/kendal.yaml").read_text(encoding="utf-8")

    assert text.startswith(f"{LINE}schemas/office.schema.json\n")
    assert "ledger: {root: null}" not in text
    assert json.loads(named(tmp_path / "kantor", "kendal.yaml").read_text(encoding="utf-8"))["title"] == "office"


def test_a_new_day_names_its_schema(keyboard: Keyboard) -> None:
    """The first event's file begins with the line, and it leads to the agenda's schema from three folders down."""
    assert keyboard.type("agenda", "add", *EVENT)[0] == 0
    first = read(keyboard.files, DAY).split("\n")

    assert first[0] == f"{LINE}../../../schemas/agenda.schema.json"
    assert first[1].startswith("# Agenda Kamis, 26 November 2026.")
    assert named(keyboard.files.root, DAY) == keyboard.files.root.resolve() / "schemas/agenda.schema.json"


def test_later_entries_and_assignments_keep_the_line(keyboard: Keyboard) -> None:
    """A further event and an assignment are appended below; all that stood above is there byte for byte."""
    keyboard.type("agenda", "add", *EVENT)
    before = read(keyboard.files, DAY)

    assert keyboard.type("agenda", "add", *EVENT)[0] == 0
    assert keyboard.type("assign", "2026/11/26#rapat-2", "--text", "staf-narasi", "--by", "subkoor-psdk")[0] == 0
    after = read(keyboard.files, DAY)
    assert after.startswith(before)
    assert after.count(LINE) == 1


def test_a_day_without_the_line_gets_none(tmp_path: Path, keyboard: Keyboard) -> None:
    """A file that a person began in another way stays as that person wished."""
    (tmp_path / "agenda/2026/11").mkdir(parents=True)
    (tmp_path / "agenda/2026/11/25.yaml").write_text(TEACHERS_DAY, encoding="utf-8", newline="\n")

    assert keyboard.type("agenda", "add", "--date", "2026-11-25", *EVENT[2:])[0] == 0
    assert read(keyboard.files, "agenda/2026/11/25.yaml").startswith(TEACHERS_DAY)


def test_a_new_post_names_its_schema(keyboard: Keyboard) -> None:
    """The line stands inside the front matter, where it is a comment to everything else."""
    code, said = keyboard.type("new", "--kind", "program", "--title", "Pasar Murah", "--date", "2026-11-26")
    path = "content/2026/11/26-pasar-murah/post.md"

    assert (code, said.split("\n")[0]) == (0, f"Dibuat: {path}")
    assert read(keyboard.files, path).startswith(f"---\n{LINE}../../../../schemas/post.schema.json\n#")
    assert named(keyboard.files.root, path) == keyboard.files.root.resolve() / "schemas/post.schema.json"


def test_without_a_schema_there_is_no_line(tmp_path: Path) -> None:
    """A repository that keeps no schemas is not sent to one: its editors would complain in every file."""
    files = make_office(tmp_path)

    assert [modeline(files, what, "kendal.yaml") for what in ("post", "agenda", "office")] == ["", "", ""]
    assert modeline(WorkTree(Path(__file__).parents[1]), "office", "kendal.yaml") == f"{LINE}schemas/office.schema.json"
