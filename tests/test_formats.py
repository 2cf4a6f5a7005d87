"""The formats that code hosts read: GitHub's workflow commands, GitLab's code quality report, pre-commit's hook."""

import json
import re
from pathlib import Path

import pytest
import yaml

from kendal_git.cli import main
from kendal_git.model.checked import Checked
from kendal_git.model.diagnostic import Diagnostic, Place, error, warning
from kendal_git.model.message import say
from kendal_git.reporters import github, gitlab
from tests.scratch import FOLDER, POST, make

ROOT = Path(__file__).parent.parent
Capture = pytest.CaptureFixture[str]


def finding(value: str = "x", line: int = 3, path: str = "content/a/post.md", shown: str = "") -> Diagnostic:
    return error("value-invalid", Place(path, line, 7, 4, shown), say("check.day", value=value))


def commands(*found: Diagnostic) -> list[str]:
    """The lines of GitHub's report without the summary."""
    return github.diagnostics(Checked(("a",), (), found), "en").split("\n")[:-1]


def issues(*found: Diagnostic, language: str = "en") -> list[dict[str, object]]:
    made: list[dict[str, object]] = json.loads(gitlab.diagnostics(Checked(("a",), (), found), language))
    return made


def test_a_bad_post_becomes_an_annotation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """One command a finding with file, line, column and rule, a summary line for the log, and exit 1."""
    monkeypatch.chdir(tmp_path)
    make(tmp_path).write(f"{FOLDER}/post.md", POST.replace("kind: liputan", "kind: lipputan"))

    assert main(["check", FOLDER, "--format", "github"]) == 1
    command, last = capsys.readouterr().out.rstrip("\n").split("\n")
    assert command.startswith(
        f"::error file={FOLDER}/post.md,line=3,col=7,endColumn=15,title=value-unknown::"
        "“lipputan” bukan pilihan untuk “kind”%0Asaran: maksudnya “liputan”?"
    )
    assert last == "1 kiriman diperiksa: 1 galat, 0 peringatan"


def test_a_warning_is_githubs_warning() -> None:
    """The severity is the command's name."""
    found = warning("picture-unlisted", Place("a"), say("check.picture.unlisted", name="x.jpg"))

    assert commands(found)[0].startswith("::warning file=a,")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("100%", "100%25"),
        ("a\n::error::b", "a\\u000a::error::b"),
        ("a\r\nb", "a\\u000d\\u000ab"),
        ("a%0Ab", "a%250Ab"),
        ("a: b, c", "a: b, c"),
        ("\x1b[31m", "\\u001b[31m"),
        ("\udce9", "\\udce9"),
    ],
)
def test_no_text_of_a_post_becomes_a_command(value: str, shown: str) -> None:
    """What a person wrote stays inside its one line, and a percent sign is not read as an escape."""
    (line,) = commands(finding(value))

    assert shown in line.partition("title=value-invalid::")[2]
    line.encode()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("content/a,b/post.md", "content/a%2Cb/post.md"),
        ("content/a:b/post.md", "content/a%3Ab/post.md"),
        ("content/100%/post.md", "content/100%25/post.md"),
        ("content/a\nb/post.md", "content/a\\u000ab/post.md"),
    ],
)
def test_a_path_cannot_add_a_property(path: str, shown: str) -> None:
    """Commas, colons, percent signs and line ends of a file's name are escaped."""
    assert commands(finding(path=path))[0].startswith(f"::error file={shown},line=3,col=7,endColumn=11,title=")


def test_gitlab_gets_the_shape_it_documents() -> None:
    """A list of objects with exactly the documented fields, of the documented types and words."""
    places = [finding("a"), finding("b", 9), warning("w", Place("c"), say("check.day", value="c"))]
    for issue in issues(*places):
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(issue[name], str) and issue[name] for name in issue.keys() - {"location"})
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert re.fullmatch("[0-9a-f]{64}", str(issue["fingerprint"]))
        location = issue["location"]
        assert isinstance(location, dict)
        assert location.keys() == {"path", "lines"}
        assert not str(location["path"]).startswith(("/", "./"))
        assert location["lines"].keys() == {"begin"}
        assert location["lines"]["begin"] >= 1
    assert [issue["severity"] for issue in issues(*places)] == ["critical", "critical", "minor"]


def test_nothing_found_is_an_empty_list() -> None:
    """GitLab compares reports: a good run is a report, too."""
    assert issues() == []


def test_a_fingerprint_follows_the_finding_and_not_its_line() -> None:
    """Lines added above, and another language, leave it; another value, file or rule changes it."""
    (kept,) = issues(finding(shown="date: x"))
    moved = issues(finding(line=40, shown="  date: x"), language="id")[0]
    others = [
        finding("y", shown="date: x"),
        finding(path="content/b/post.md", shown="date: x"),
        finding(shown="kind: x"),
    ]

    assert moved["fingerprint"] == kept["fingerprint"]
    assert len({issue["fingerprint"] for issue in issues(finding(shown="date: x"), *others)}) == 4


def test_twins_have_two_fingerprints() -> None:
    """The same mistake twice in a file is two findings for GitLab."""
    assert len({issue["fingerprint"] for issue in issues(finding(), finding(line=8))}) == 2


@pytest.mark.parametrize("form", ["github", "gitlab"])
def test_names_that_are_no_unicode_can_be_reported(form: str) -> None:
    """A lone surrogate in a value or a path is written, not feared."""
    found = Checked((), (), (finding("\udce9", path="content/\udce9"),))
    report = {"github": github.diagnostics, "gitlab": gitlab.diagnostics}[form]

    assert report(found, "id").encode()


def test_pre_commit_finds_the_hook() -> None:
    """The hook's command exists, and its pattern takes what a check can read and leaves the rest."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    files = re.compile(hook["files"])

    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook["entry"] == "kendal check"
    assert all(files.search(path) for path in (f"{FOLDER}/post.md", "agenda/2026/11/25.yaml", "kendal.yaml"))
    assert not any(files.search(path) for path in ("README.md", "docs/content/x.md", "contoh/kendal.yaml"))


def test_the_hook_s_words_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """The files of a commit, given one by one, are checked as their posts and days."""
    monkeypatch.chdir(tmp_path)
    make(tmp_path)

    assert main(["check", f"{FOLDER}/foto.jpg", f"{FOLDER}/post.md", "agenda/hari-besar.yaml", "kendal.yaml"]) == 0
    assert capsys.readouterr().out == "1 kiriman diperiksa: semua baik\n"
