"""kendal check --since: what changed after a revision, what it can break, and nothing else is looked at."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kendal_git.cli import main
from tests.scratch import CALENDAR, DAY, DAY_PATH, FOLDER, OFFICE, POST, Repository, make

Capture = pytest.CaptureFixture[str]
OTHER = "content/2026/11/20-panen"
OTHER_POST = (
    POST.replace("agenda: 2026/11/25#upacara\n", "").replace("2026-11-25", "2026-11-20").replace("liputan", "program")
)
SURE = DAY.replace(
    "source: protokol\n",
    "source: protokol\n"
    "    changes: [{at: 2026-11-20T07:00+07:00, time: '09:00', reason: hujan}]\n"
    "    dispositions: [{role: staf, by: staf-foto, at: 2026-11-21T07:00+07:00, instruction: Liput}]\n"
    "    assignments: [{by: staf-foto, at: 2026-11-22T07:00+07:00, text: staf-narasi}]\n",
)


@dataclass(frozen=True, slots=True)
class Work:
    """A content repository in Git, with two posts that are good and committed."""

    content: Repository
    capsys: Capture

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", *words], cwd=self.content.root, capture_output=True, check=True, encoding="utf-8")
        return done.stdout.strip()

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "x", "--allow-empty")

    def check(self, *words: str) -> dict[str, object]:
        """The JSON of a check since HEAD, or since what the words say."""
        self.capsys.readouterr()
        main(["check", *(words or ("--since", "HEAD")), "--format", "json"])
        found: dict[str, object] = json.loads(self.capsys.readouterr().out)
        return found

    def codes(self, *words: str) -> list[str]:
        found = self.check(*words)["diagnostics"]
        assert isinstance(found, list)
        return [f"{one['code']} {one['path']}:{one['line']}" for one in found]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Work:
    monkeypatch.chdir(tmp_path)
    content = make(tmp_path)
    content.write(DAY_PATH, SURE)
    content.write(f"{OTHER}/post.md", OTHER_POST)
    content.write(f"{OTHER}/foto.jpg", (tmp_path / FOLDER / "foto.jpg").read_bytes())
    made = Work(content, capsys)
    made.git("init", "-q", "-b", "main")
    made.commit()
    assert main(["check"]) == 0, capsys.readouterr().out
    return made


@pytest.mark.usefixtures("work")
def test_nothing_changed_is_nothing_to_check(capsys: Capture) -> None:
    """A clean work tree at the revision itself checks no post, and says so."""
    assert main(["check", "--since", "HEAD"]) == 0
    assert capsys.readouterr().out.endswith("tidak ada yang diperiksa\n")


@pytest.mark.parametrize("where", ["commit", "index", "work tree", "untracked"])
def test_a_change_is_seen_wherever_it_is(work: Work, where: str) -> None:
    """Committed, staged, only edited or new: the changed post is checked, and the other is not."""
    folder = "content/2026/11/21-baru" if where == "untracked" else OTHER
    work.content.write(f"{folder}/post.md", OTHER_POST.replace("kind: program", "kind: x"))
    if where in ("commit", "index"):
        work.git("add", "-A")
    if where == "commit":
        work.commit()
    found = work.check("--since", "HEAD~1" if where == "commit" else "HEAD")

    assert found["checked"] == 1
    assert f"value-unknown {folder}/post.md:3" in work.codes("--since", "HEAD~1" if where == "commit" else "HEAD")


def test_a_new_picture_alone_concerns_its_post(work: Work) -> None:
    """A file beside post.md belongs to the post, also when it is gone."""
    (work.content.root / OTHER / "foto.jpg").unlink()

    assert work.codes() == [f"picture-missing {OTHER}/post.md:13"]


def test_only_what_is_committed_counts_when_asked(work: Work) -> None:
    """With --committed the commits are read as objects, whatever lies in the work tree."""
    work.content.write(f"{OTHER}/post.md", OTHER_POST.replace("kind: program", "kind: x"))
    work.commit()
    work.content.write(f"{OTHER}/post.md", OTHER_POST)
    work.content.write(f"{FOLDER}/post.md", "x")

    assert work.codes("--since", "HEAD~1", "--committed") == [f"value-unknown {OTHER}/post.md:3"]


def test_what_is_not_committed_is_left_out_and_a_line_says_so(work: Work, capsys: Capture) -> None:
    """Since a revision before HEAD only posts of commits are looked at; how to find the rest is told every time."""
    work.content.write(f"{OTHER}/post.md", OTHER_POST + "Lagi.\n")
    work.commit()
    work.content.write(f"{FOLDER}/post.md", "x")

    assert work.codes("--since", "HEAD~1") == []
    capsys.readouterr()
    assert main(["check", "--since", "HEAD~1"]) == 0
    assert capsys.readouterr().err == (
        "yang belum di-commit di luar itu tidak dicari; mencarinya: kendal check --since HEAD\n"
    )
    assert work.codes("--since", "HEAD") == [f"front-matter {FOLDER}/post.md:1"]


def test_a_committed_post_is_read_as_it_lies_in_the_work_tree(work: Work, capsys: Capture) -> None:
    """Who mends a committed post sees it mended before the next commit; --committed reads the commit, with no note."""
    work.content.write(f"{OTHER}/post.md", OTHER_POST.replace("kind: program", "kind: x"))
    work.commit()
    work.content.write(f"{OTHER}/post.md", OTHER_POST)

    assert work.codes("--since", "HEAD~1") == []
    capsys.readouterr()
    assert main(["check", "--since", "HEAD~1", "--committed"]) == 1
    assert capsys.readouterr().err == ""


def test_a_changed_day_reaches_the_posts_that_refer_to_it(work: Work) -> None:
    """A cancelled event is an error in the post that reports on it, and other posts of those days are left alone."""
    cancelled = "source: protokol\n    cancelled: {at: 2026-11-24T07:00+07:00, reason: hujan}\n"
    work.content.write(DAY_PATH, SURE.replace("source: protokol\n", cancelled))

    assert work.check()["checked"] == 1
    assert work.codes() == [f"agenda-reference {FOLDER}/post.md:5"]


def test_a_deleted_day_is_an_edit_and_breaks_its_posts(work: Work) -> None:
    """Past agenda facts cannot be removed with their file, and the post that refers to it is told of, too."""
    (work.content.root / DAY_PATH).unlink()

    assert work.codes() == [f"agenda-edited {DAY_PATH}:1", f"agenda-reference {FOLDER}/post.md:5"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: Upacara Hari Guru", "title: Upacara lain", 5),
        ('time: "08:00"', 'time: "08:30"', 4),
        ("time: '09:00'", "time: '10:00'", 7),
        ("reason: hujan}]", "reason: panas}]", 7),
        ("instruction: Liput", "instruction: Jangan liput", 8),
        ("text: staf-narasi", "text: staf-foto", 9),
        ("    dispositions: [{role: staf, by: staf-foto, at: 2026-11-21T07:00+07:00, instruction: Liput}]\n", "", 3),
        (", cancelled: {at: 2026-11-24T09:00+07:00, reason: hujan}", "", 10),
    ],
)
def test_a_recorded_fact_stays_as_it_was(work: Work, old: str, new: str, line: int) -> None:
    """An entry's fact, a change, a disposition, an assignment or a cancellation that is another or gone is told."""
    assert SURE.count(old) == 1
    work.content.write(DAY_PATH, SURE.replace(old, new))

    assert f"agenda-edited {DAY_PATH}:{line}" in work.codes()
    work.commit()
    assert f"agenda-edited {DAY_PATH}:{line}" in work.codes("--since", "HEAD~1")


def test_an_entry_that_is_gone_is_told(work: Work) -> None:
    """A whole event that was recorded cannot disappear."""
    work.content.write(DAY_PATH, "".join(line for line in SURE.splitlines(keepends=True) if "ziarah" not in line))

    assert work.codes() == [f"agenda-edited {DAY_PATH}:2"]


def test_what_is_appended_is_fine(work: Work) -> None:
    """A further change, disposition, assignment, cancellation or entry takes nothing away."""
    more = SURE.replace("reason: hujan}]\n", "reason: hujan}, {at: 2026-11-23T07:00+07:00, reason: banjir}]\n", 1)
    more = more.replace("text: staf-narasi}]", "text: staf-narasi}, {by: staf-foto, at: 2026-11-23T07:00+07:00}]")
    more += '  - {id: doa, time: "11:00", title: Doa bersama, source: opd}\n'
    work.content.write(DAY_PATH, more)

    assert work.codes() == []


def test_an_office_that_lost_a_name_reaches_every_post(work: Work, capsys: Capture) -> None:
    """A name taken out of kendal.yaml is missed by posts that nobody touched, and a line says why they were checked."""
    work.content.write("kendal.yaml", OFFICE.replace("bupati: Bupati Kendal, ", ""))

    assert work.check()["checked"] == 2
    assert [code.split(":")[0] for code in work.codes()] == [
        f"name-unknown {OTHER}/post.md",
        f"name-unknown {FOLDER}/post.md",
    ]
    capsys.readouterr()
    main(["check", "--since", "HEAD"])
    assert capsys.readouterr().err == "kendal.yaml berubah: semua kiriman diperiksa\n"


def test_a_comment_in_the_office_s_file_reaches_nobody(work: Work) -> None:
    """What changes no value of kendal.yaml breaks no post."""
    work.content.write("kendal.yaml", OFFICE + "# catatan\n")

    assert work.check()["checked"] == 0


def test_a_day_taken_from_the_calendar_reaches_its_posts(work: Work) -> None:
    """A commemoration that is renamed is missed by the post that names it, and by no other."""
    work.content.write(f"{OTHER}/post.md", OTHER_POST.replace("place:", "commemoration: hari-guru-nasional\nplace:"))
    work.commit()
    work.content.write("agenda/hari-besar.yaml", CALENDAR.replace("hari-guru-nasional", "hari-guru"))

    assert work.check()["checked"] == 1
    assert any(code.startswith(f"commemoration-unknown {OTHER}") for code in work.codes())


def test_a_post_that_the_ledger_knows_stays_in_its_place(work: Work) -> None:
    """A published post that is deleted or renamed is an error; one that was never sent may go."""
    tree = work.git("mktree")
    blob = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=work.content.root, input=b"{}\n", capture_output=True, check=True
    )
    line = f"100644 blob {blob.stdout.decode().strip()}\tposts/2026/11/20-panen.jsonl\n"
    environment = {**os.environ, "GIT_INDEX_FILE": str(work.content.root / ".git/ledger-index")}
    for words, data in ((["read-tree", tree], ""), (["update-index", "--index-info"], line)):
        subprocess.run(["git", *words], cwd=work.content.root, env=environment, input=data, text=True, check=True)
    written = subprocess.run(
        ["git", "write-tree"], cwd=work.content.root, env=environment, capture_output=True, check=True, text=True
    ).stdout.strip()
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    (work.content.root / OTHER).rename(work.content.root / "content/2026/11/20-panen-raya")
    assert work.codes() == []

    work.git("update-ref", "refs/remotes/origin/ledger", work.git(*author, "commit-tree", "-m", "x", written))
    assert work.codes() == [f"post-moved {OTHER}/post.md:1"]


def test_a_stray_that_came_with_the_change_is_told(work: Work) -> None:
    """A file that nobody reads is told of when it is new, and old strays are not told again."""
    work.content.write("content/2026/11/lama.txt", "x")
    work.commit()
    work.content.write("content/2026/11/baru.txt", "x")
    work.content.write("agenda/2026/11/26.yml", "x")

    assert work.codes() == ["agenda-stray agenda/2026/11/26.yml:1", "content-stray content/2026/11/baru.txt:1"]


def test_what_others_merged_meanwhile_is_not_ours(work: Work) -> None:
    """The revision is taken where the two lines parted: a day that main has gained was not deleted by us."""
    work.git("checkout", "-qb", "usul")
    work.git("checkout", "-q", "main")
    work.content.write("agenda/2026/11/26.yaml", DAY.replace("2026-11-25", "2026-11-26"))
    work.commit()
    work.git("checkout", "-q", "usul")

    assert work.codes("--since", "main") == []


def test_paths_narrow_it(work: Work) -> None:
    """With a path, changes elsewhere are left alone."""
    for folder in (OTHER, FOLDER):
        work.content.write(f"{folder}/post.md", POST + "Lagi.\n")

    assert work.check("--since", "HEAD")["checked"] == 2
    assert work.check(FOLDER, "--since", "HEAD")["checked"] == 1
    assert work.check(".", "--since", "HEAD")["checked"] == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "tidak-ada"], "kendal: tidak-ada bukan revisi yang ada di sini\n"),
        (["--since", "--output=x"], "kendal: --output=x bukan revisi yang ada di sini\n"),
        (["--since", ""], "kendal:  bukan revisi yang ada di sini\n"),
        (["--since", "HEAD", "--all"], "kendal: --since dan --all tidak bisa bersama-sama\n"),
        (["--committed"], "kendal: --committed hanya bersama --since\n"),
    ],
)
@pytest.mark.usefixtures("work")
def test_wrong_words_end_with_two(capsys: Capture, words: list[str], said: str) -> None:
    """An unknown revision, whatever it looks like, and words that contradict each other are wrong usage."""
    capsys.readouterr()
    assert main(["check", *words]) == 2
    assert capsys.readouterr().err.startswith(said)


def test_without_git_it_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """A folder that is no Git repository has no revisions."""
    monkeypatch.chdir(tmp_path)
    make(tmp_path)

    assert main(["check", "--since", "HEAD"]) == 2
    assert "HEAD bukan revisi" in capsys.readouterr().err


def test_a_content_repository_inside_another_is_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """Below a larger repository the paths are those of the content, and what lies beside it does not count."""
    inner = tmp_path / "isi"
    inner.mkdir()
    outer, content = Work(Repository(tmp_path), capsys), make(inner)
    outer.git("init", "-q", "-b", "main")
    outer.commit()
    content.write(DAY_PATH, DAY.replace("title: Upacara", "title: Upacara lain"))
    outer.content.write("content/2026/11/x.txt", "x")
    monkeypatch.chdir(inner)

    assert outer.codes() == [f"agenda-edited {DAY_PATH}:5"]
    outer.commit()
    assert outer.codes("--since", "HEAD~1", "--committed") == [f"agenda-edited {DAY_PATH}:5"]


def test_gitpython_is_not_needed(work: Work) -> None:
    """Git is asked by plumbing: the library that costs a tenth of a second is not imported."""
    probe = "import sys; from kendal_git.cli import main; main(sys.argv[1:]); sys.exit('git' in sys.modules)"
    words = [sys.executable, "-c", probe, "check", "--since", "HEAD"]
    root = Path(__file__).parent.parent
    done = subprocess.run(words, cwd=work.content.root, env={**os.environ, "PYTHONPATH": str(root)}, check=False)

    assert done.returncode == 0
