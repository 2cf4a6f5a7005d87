"""The check's breakwater: whatever lies in a repository, the answer is a list of located sentences, soon."""

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kendal_git import files
from kendal_git.reading.calendar import PATH, read_calendar
from kendal_git.reporters import machine, text
from kendal_git.reporters.style import Style
from kendal_git.verbs.check import check
from tests.scratch import CALENDAR, DAY, DAY_PATH, FOLDER, OFFICE, POST, Repository, make, mutated

GOOD = {f"{FOLDER}/post.md": POST, "kendal.yaml": OFFICE, DAY_PATH: DAY, PATH: CALENDAR}
SECONDS = 2


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make(tmp_path)


def assert_survives(repository: Repository) -> None:
    """Check everything, show it in both formats, and find every place inside its file."""
    began = time.process_time()
    checked = check(repository.files, [FOLDER], [DAY_PATH])
    shown = text.diagnostics(checked, "id", Style())
    json.loads(machine.diagnostics(checked, "en"))

    assert time.process_time() - began < SECONDS
    assert all(
        character.isprintable() or character in "\n\u200c\u200d\u3000\xa0" or not character.isascii()
        for character in shown
    )
    for found in checked.diagnostics:
        data = repository.files.read(found.place.path) or b""
        assert 1 <= found.place.line <= data.count(b"\n") + 1
        assert 1 <= found.place.column <= max(len(line) for line in data.split(b"\n")) + 1


@pytest.mark.parametrize("seed", range(400))
def test_mutated_files_end_in_sentences(repository: Repository, seed: int) -> None:
    """A good post, office, agenda or calendar after a few accidents is checked without an exception."""
    dice = random.Random(seed)
    path = dice.choice(list(GOOD))
    repository.write(path, mutated(GOOD[path], dice))
    read_calendar(repository.files)

    assert_survives(repository)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), fenced=st.booleans())
def test_arbitrary_bytes_end_in_sentences(repository: Repository, data: bytes, fenced: bool) -> None:
    """Any bytes as a post, alone or between fences, are checked without an exception."""
    repository.write(f"{FOLDER}/post.md", b"---\n" + data + b"\n---\n" + data if fenced else data)

    assert_survives(repository)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.text(max_size=40), number=st.integers(2, 18))
def test_arbitrary_values_end_in_sentences(repository: Repository, value: str, number: int) -> None:
    """Any text as the value of any field is checked without an exception."""
    lines = POST.split("\n")
    key = lines[number - 1].partition(":")[0]
    lines[number - 1] = f"{key}: {json.dumps(value)}"
    repository.write(f"{FOLDER}/post.md", "\n".join(lines).encode("utf-8", "replace"))

    assert_survives(repository)


@pytest.mark.parametrize(
    "front",
    [
        "a: " + "[" * 10_000,
        "a: " + "[" * 10_000 + "]" * 10_000,
        "a: " + "{b: " * 10_000,
        "- " * 10_000 + "x",
        "".join(" " * depth + "k:\n" for depth in range(600)),
        "title: " + "x" * 1_000_000,
        "title: " + "x" * 240_000,
        "x" * 240_000,
        '"' + "x" * 240_000,
        "a: &a [x]\n" + "".join(f"b{number}: [*a, *a]\n" for number in range(1000)),
        "a: 1\n" * 40_000,
        "".join(f"k{number}: 1\n" for number in range(20_000)),
        "channels: [" + "x, " * 60_000 + "]",
        "officials:\n" + "- bupati\n" * 25_000,
        "images:\n" + "- {file: foto.jpg}\n" * 10_000,
        "captions:\n" + "".join(f"  k{number}: x\n" for number in range(15_000)),
        "\u2028" * 60_000,
        "\r" * 200_000,
        "\x01" * 200_000,
        "'" * 200_000,
        "? " * 100_000,
        "!" * 200_000,
        "%" * 200_000,
        "\t" * 200_000,
    ],
    ids=lambda front: f"{front[:12]!r}x{len(front)}",
)
def test_bombs_cost_no_time(repository: Repository, front: str) -> None:
    """Nesting, repetition and giant lines are answered within two seconds of work."""
    good = POST.replace("---\n", "", 1)
    for content in (f"---\n{front}\n---\nIsi.\n", f"---\n{front}\n{good}"):
        repository.write(f"{FOLDER}/post.md", content)

        assert_survives(repository)


@pytest.mark.parametrize("body", ["**b ", "<!--", "[a](", "\u2028", "a.b ", "👨‍👩‍👧", "#a ", "\n", " \n", "_", "x"])
def test_a_narration_of_any_kind_costs_no_time(repository: Repository, body: str) -> None:
    """A hundred thousand characters of one thing are composed and counted for every channel in time."""
    repository.write(f"{FOLDER}/post.md", POST + body * (200_000 // len(body.encode())))

    assert_survives(repository)


@pytest.mark.parametrize("size", [0, 1, 4, 5, 99])
def test_a_file_that_has_changed_since_is_read_whole(tmp_path: Path, size: int) -> None:
    """The size that a file had at the first look decides nothing: an editor may write between two looks."""
    (tmp_path / "post.md").write_bytes(b"baru\n")

    assert files.content(str(tmp_path / "post.md"), size) == b"baru\n"
