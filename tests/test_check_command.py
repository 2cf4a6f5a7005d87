"""kendal check, as typed: words in, findings out, and the exit code of the command contract."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kendal_git.cli import main
from kendal_git.model.vocabulary import KINDS
from tests.scratch import DAY_PATH, FOLDER, POST, Repository, make

Capture = pytest.CaptureFixture[str]
SENTENCE = f"{FOLDER}/post.md:3:7: galat[value-unknown]: “lipputan” bukan pilihan untuk “kind”"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    return make(tmp_path)


@pytest.fixture
def broken(repository: Repository) -> Repository:
    repository.write(f"{FOLDER}/post.md", POST.replace("kind: liputan", "kind: lipputan"))
    return repository


@pytest.mark.usefixtures("repository")
def test_a_good_repository_ends_with_one_line_and_zero(capsys: Capture) -> None:
    """Nothing to report: one sentence on standard output, nothing on standard error, exit 0."""
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("1 kiriman dan 1 hari agenda diperiksa: semua baik\n", "")
    assert main(["check", "--all"]) == 0


@pytest.mark.usefixtures("broken")
def test_a_bad_post_ends_with_one(capsys: Capture) -> None:
    """A content problem is shown where it is, with the nearest word, and exit 1."""
    assert main(["check", FOLDER]) == 1
    assert capsys.readouterr().out.split("\n")[:7] == [
        SENTENCE,
        "  3 | kind: lipputan",
        "    |       ^^^^^^^^",
        f"  saran: maksudnya “liputan”? Yang dikenal: {', '.join(KINDS)}",
        "",
        "arti sebuah aturan: kendal check --explain value-unknown",
        "1 kiriman diperiksa: 1 galat, 0 peringatan",
    ]


def test_a_warning_alone_does_not_stop_a_post(repository: Repository, capsys: Capture) -> None:
    """A second look is asked for, and the exit code stays 0."""
    repository.write(f"{FOLDER}/post.md", POST.replace("alt: Peserta", "alt: Foto peserta"))

    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("1 kiriman dan 1 hari agenda diperiksa: 0 galat, 1 peringatan\n")


@pytest.mark.usefixtures("broken")
def test_json_has_the_shape_of_the_contract(capsys: Capture) -> None:
    """A program reads counts and diagnostics from standard output, in the language asked for."""
    assert main(["--lang", "en", "check", FOLDER, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "checked": 1,
        "errors": 1,
        "warnings": 0,
        "diagnostics": [
            {
                "code": "value-unknown",
                "severity": "error",
                "path": f"{FOLDER}/post.md",
                "line": 3,
                "column": 7,
                "message": "“lipputan” is not a choice for “kind”",
                "hint": f"did you mean “liputan”? Known: {', '.join(KINDS)}",
            }
        ],
    }


@pytest.mark.parametrize(
    ("path", "what"),
    [
        (FOLDER, "1 kiriman"),
        (f"{FOLDER}/", "1 kiriman"),
        (f"{FOLDER}/post.md", "1 kiriman"),
        (f"{FOLDER}/foto.jpg", "1 kiriman"),
        ("content", "1 kiriman"),
        ("content/2026/11", "1 kiriman"),
        (DAY_PATH, "1 hari agenda"),
        ("agenda", "1 hari agenda"),
        (".", "1 kiriman dan 1 hari agenda"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_path_is_a_post_a_day_or_what_lies_below_it(capsys: Capture, path: str, what: str) -> None:
    """A post's folder, a file in it, a day's file, or a folder above them."""
    assert main(["check", path]) == 0
    assert capsys.readouterr().out == f"{what} diperiksa: semua baik\n"


@pytest.mark.usefixtures("repository")
def test_the_same_post_is_checked_once(capsys: Capture) -> None:
    """Two paths to one post count as one."""
    assert main(["check", FOLDER, f"{FOLDER}/foto.jpg", "content"]) == 0
    assert capsys.readouterr().out == "1 kiriman diperiksa: semua baik\n"


def test_paths_are_relative_to_the_current_folder(
    broken: Repository, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From inside the post's folder a dot means that post, and findings name the path inside the repository."""
    monkeypatch.chdir(broken.root / FOLDER)

    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.split("\n")[0] == SENTENCE
    assert main(["check", "post.md"]) == 1


def test_a_fault_of_the_office_s_own_file_is_found(repository: Repository, capsys: Capture) -> None:
    """kendal.yaml is looked at in every run, and posts still have their form checked."""
    repository.write("kendal.yaml", "office: {name: Dinas}\n")

    assert main(["check", FOLDER]) == 1
    assert capsys.readouterr().out.startswith("kendal.yaml:1:1: galat[field-missing]: “roles” wajib ada\n")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["check", "tidak-ada"], "kendal: tidak ada berkas atau folder tidak-ada"),
        (["check", "catatan.txt"], "kendal: catatan.txt bukan kiriman atau hari agenda"),
        (["check", "--format", "xml"], "kendal: --format hanya menerima: text, json, github, gitlab\n"),
        (["check", "--format"], "kendal: --format membutuhkan sebuah nilai\n"),
        (["chek"], "kendal: “chek” tidak dikenal; maksudnya check?"),
        (["check", "--al"], "kendal: “--al” tidak dikenal; maksudnya --all"),
    ],
)
def test_wrong_usage_ends_with_two_and_a_sentence(
    repository: Repository, capsys: Capture, words: list[str], line: str
) -> None:
    """What was typed wrong is said on standard error, and nothing is checked."""
    repository.write("catatan.txt", "x")

    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(line)


def test_a_path_outside_the_repository_is_wrong_usage(
    repository: Repository, capsys: Capture, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Nothing outside is read."""
    outside = tmp_path_factory.mktemp("lain")

    assert main(["check", str(outside)]) == 2
    assert capsys.readouterr().err == f"kendal: {outside} berada di luar repositori {repository.root}\n"


def test_outside_of_a_repository_the_way_in_is_shown(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No kendal.yaml here or above: exit 2, and how to name a folder."""
    monkeypatch.chdir(tmp_path)

    assert main(["check"]) == 2
    err = capsys.readouterr().err
    assert "bukan bagian dari repositori konten" in err
    assert "kendal -C FOLDER" in err


def test_another_folder_is_checked_with_c(
    repository: Repository, capsys: Capture, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``-C DIR`` works as if the command had been started there, paths included."""
    monkeypatch.chdir(tmp_path_factory.mktemp("lain"))

    assert main(["-C", str(repository.root), "check"]) == 0
    assert capsys.readouterr().out == "1 kiriman dan 1 hari agenda diperiksa: semua baik\n"
    assert main(["-C", str(repository.root), "check", FOLDER]) == 0
    assert capsys.readouterr().out == "1 kiriman diperiksa: semua baik\n"


@pytest.mark.parametrize(
    "case",
    [
        ([], "", "", "1 kiriman diperiksa: semua baik\n"),
        (["--lang", "en"], "", "", "1 post(s) checked: all good\n"),
        (["--lang=en"], "id", "", "1 post(s) checked: all good\n"),
        ([], "en", "", "1 post(s) checked: all good\n"),
        ([], "", "en", "1 post(s) checked: all good\n"),
        ([], "id", "en", "1 kiriman diperiksa: semua baik\n"),
        (["--lang", "id"], "en", "en", "1 kiriman diperiksa: semua baik\n"),
        ([], "de", "", "1 kiriman diperiksa: semua baik\n"),
    ],
)
def test_the_language_is_the_typed_one_then_the_environment_s_then_the_office_s(
    repository: Repository, capsys: Capture, monkeypatch: pytest.MonkeyPatch, case: tuple[list[str], str, str, str]
) -> None:
    """``--lang`` before ``KENDAL_LANG`` before ``language:`` before Indonesian."""
    words, environment, setting, line = case
    monkeypatch.setenv("KENDAL_LANG", environment)
    if setting:
        office = repository.root / "kendal.yaml"
        office.write_text(f"language: {setting}\n{office.read_text(encoding='utf-8')}", encoding="utf-8")

    assert main([*words, "check", FOLDER]) == 0
    assert capsys.readouterr().out == line


@pytest.mark.usefixtures("repository")
def test_a_bug_is_ours_and_comes_with_a_report(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program error ends with 70, says that it is not the person's, and gives what a maintainer needs."""

    def fails(*_: object) -> None:
        raise ZeroDivisionError("rusak")

    monkeypatch.setattr("kendal_git.cli.check.check", fails)

    assert main(["check", FOLDER]) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kendal: terjadi kesalahan di dalam program ini, bukan di pekerjaan Anda\n")
    assert "ZeroDivisionError: rusak" in err
    assert "kendal check …" in err


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter there")
@pytest.mark.usefixtures("repository")
def test_a_closed_file_is_the_outside_world_s_failure(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program holds closed ends with 3 and a way out, not with a traceback."""
    opened = os.open

    def closed(path: str, flags: int, *mode: int) -> int:
        if path.endswith("kendal.yaml"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, flags, *mode)

    monkeypatch.setattr("kendal_git.files.os.open", closed)

    assert main(["check"]) == 3
    assert capsys.readouterr().err == (
        "kendal: kendal.yaml tidak bisa dibaca: Permission denied\n"
        "  saran: tutup program yang sedang membukanya, periksa izin berkasnya, lalu ulangi\n"
    )


def test_names_that_are_no_unicode_are_named_and_not_feared(repository: Repository, capsys: Capture) -> None:
    """A file whose name is no text is refused in both formats without an error of encoding."""
    if sys.platform != "linux":
        return  # other systems have no such names
    (repository.root / FOLDER / "caf\udce9.jpg").write_bytes(b"")

    assert main(["check"]) == 0
    assert "caf\\udce9.jpg:1:1: peringatan[picture-unlisted]" in capsys.readouterr().out
    assert main(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["warnings"] == 1


def test_the_module_is_the_command(repository: Repository) -> None:
    """``python -m kendal_git`` in a process of its own answers as the command does."""
    done = subprocess.run(
        [sys.executable, "-m", "kendal_git", "check", FOLDER],
        cwd=repository.root,
        env={"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1", "SYSTEMROOT": "C:\\Windows"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "1 kiriman diperiksa: semua baik\n", "")
