"""kendal check --at: a commit's files as objects, whatever lies in the work tree, and in a clone without its blobs."""

import json
import subprocess
from pathlib import Path

import pytest

from kendal_git.cli import main
from kendal_git.rules.pictures import HEAVIEST
from tests.scratch import CALENDAR, DAY, DAY_PATH, FOLDER, OFFICE, POST, picture
from tests.test_since import OTHER, OTHER_POST, SURE, Capture, Work, work

__all__ = ["work"]


def proposed(work: Work) -> str:
    """Leave HEAD as it is, and put what lies in the work tree into a commit beside it; its id."""
    base = work.git("rev-parse", "HEAD")
    work.commit()
    head = work.git("rev-parse", "HEAD")
    work.git("reset", "-q", "--hard", base)
    return head


def test_the_proposed_commit_is_read_and_not_the_work_tree(work: Work) -> None:
    """What is checked out, good or bad, plays no part."""
    work.content.write(f"{OTHER}/post.md", OTHER_POST.replace("kind: program", "kind: x"))
    head = proposed(work)
    work.content.write(f"{FOLDER}/post.md", "x")

    assert work.codes("--since", "HEAD", "--at", head) == [f"value-unknown {OTHER}/post.md:3"]
    assert work.codes("--at", head) == [f"value-unknown {OTHER}/post.md:3"]
    assert work.check("--at", head)["checked"] == 2
    assert work.check("--at", head, FOLDER)["checked"] == 1


def test_the_exit_codes_are_those_of_check(work: Work) -> None:
    """0 without an error, 1 with one, and the same JSON."""
    assert main(["check", "--since", "HEAD", "--at", "HEAD"]) == 0
    work.content.write(f"{OTHER}/post.md", OTHER_POST.replace("kind: program", "kind: x"))
    head = proposed(work)

    assert main(["check", "--since", "HEAD", "--at", head]) == 1
    assert set(work.check("--since", "HEAD", "--at", head)) == {"checked", "errors", "warnings", "diagnostics"}


def test_what_main_gained_meanwhile_is_not_the_proposal_s(work: Work) -> None:
    """The two are compared from where they parted."""
    work.content.write(f"{OTHER}/post.md", OTHER_POST.replace("Alun-alun", "Lapangan"))
    head = proposed(work)
    work.content.write(f"{FOLDER}/post.md", POST.replace("kind: liputan", "kind: x"))
    work.commit()

    assert work.check("--since", "HEAD", "--at", head)["checked"] == 1
    assert work.codes("--since", "HEAD", "--at", head) == []


def test_a_heavy_picture_is_measured_in_the_commit(work: Work) -> None:
    """Sizes come from the objects: what no work tree has ever held is weighed all the same."""
    work.content.write(f"{OTHER}/foto.jpg", picture() + b"\0" * HEAVIEST)
    head = proposed(work)

    assert work.codes("--since", "HEAD", "--at", head) == work.codes("--at", head) != []
    assert work.codes("--at", head)[0].startswith("picture-heavy")


def test_a_changed_day_is_compared_with_the_old_one(work: Work) -> None:
    """Recorded facts are held in commits as they are in files."""
    work.content.write(DAY_PATH, SURE.replace("title: Upacara Hari Guru", "title: Upacara lain"))

    assert work.codes("--since", "HEAD", "--at", proposed(work)) == [f"agenda-edited {DAY_PATH}:5"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--at", "tidak-ada"], "kendal: tidak-ada bukan revisi yang ada di sini\n"),
        (["--at", "--output=x"], "kendal: --output=x bukan revisi yang ada di sini\n"),
        (["--since", "tidak-ada", "--at", "HEAD"], "kendal: tidak-ada bukan revisi yang ada di sini\n"),
        (["--since", "HEAD", "--at", "HEAD", "--committed"], "kendal: --at membaca satu commit;"),
        (["--since", "HEAD", "--at", "HEAD", FOLDER], "kendal: --at membaca satu commit;"),
    ],
)
@pytest.mark.usefixtures("work")
def test_wrong_words_end_with_two(capsys: Capture, words: list[str], said: str) -> None:
    """An unknown revision, whatever it looks like, and words that contradict each other are wrong usage."""
    capsys.readouterr()
    assert main(["check", *words]) == 2
    assert capsys.readouterr().err.startswith(said)


@pytest.fixture
def blobless(work: Work, tmp_path: Path) -> Work:
    """A clone of the office that has commits and trees, and not one blob of its own."""
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path / "klon"
    source = tmp_path.as_uri()
    subprocess.run(["git", "clone", "-q", "--no-checkout", "--filter=blob:none", source, clone], check=True)
    (clone / "kendal.yaml").write_text(OFFICE, encoding="utf-8")
    return Work(type(work.content)(clone), work.capsys)


@pytest.mark.parametrize("change", ["posts", "office", "calendar", "day"])
def test_a_clone_without_blobs_gets_them_together(work: Work, blobless: Work, change: str) -> None:
    """The answer is that of a whole clone, and what is checked comes in a few fetches, however many posts there are."""
    for day in range(10, 30):
        bad = OTHER_POST.replace("2026-11-20", f"2026-11-{day}").replace("kind: program", "kind: x")
        bad = bad.replace("place:", "commemoration: hari-guru-nasional\nplace:")
        work.content.write(f"content/2026/11/{day}-kegiatan/post.md", f"{bad}Hari ke-{day}.\n")
        work.content.write(f"content/2026/11/{day}-kegiatan/foto.jpg", picture((64 + day, 48)))
    if change != "posts":
        work.commit()
    match change:
        case "office":
            work.content.write("kendal.yaml", OFFICE.replace("bupati: Bupati Kendal, ", ""))
        case "calendar":
            work.content.write("agenda/hari-besar.yaml", CALENDAR.replace("day: 25", "day: 24"))
        case "day":
            work.content.write(DAY_PATH, DAY)
    head = proposed(work)
    since = ("--since", f"{head}~1", "--at", head)
    expected = work.check(*since)
    work.git("update-ref", "refs/heads/usul", head)
    blobless.git("fetch", "-q", "--filter=blob:none", "origin", "usul")
    packs = blobless.content.root / ".git/objects/pack"
    before = len(list(packs.glob("*.pack")))
    blobless.capsys.readouterr()
    main(["-C", str(blobless.content.root), "check", *since, "--format", "json"])

    assert json.loads(blobless.capsys.readouterr().out) == expected
    assert expected["diagnostics"]
    assert len(list(packs.glob("*.pack"))) - before <= 6


def test_a_cut_history_is_an_error(work: Work, tmp_path: Path, capsys: Capture) -> None:
    """A shallow clone never gets an answer that its missing commits could make wrong."""
    work.commit()
    clone = tmp_path / "dangkal"
    subprocess.run(["git", "clone", "-q", "--depth", "1", tmp_path.as_uri(), clone], check=True)
    capsys.readouterr()

    assert main(["-C", str(clone), "check", "--since", "HEAD", "--at", "HEAD"]) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_a_content_repository_inside_another_is_itself(work: Work, tmp_path: Path) -> None:
    """Below a larger repository the paths are those of the content."""
    inner = tmp_path / "dalam"
    (tmp_path / "kendal.yaml").rename(tmp_path / "kantor")
    inner.mkdir()
    for name in ("content", "agenda"):
        (tmp_path / name).rename(inner / name)
    (tmp_path / "kantor").rename(inner / "kendal.yaml")
    work.commit()
    work.content.write(f"dalam/{OTHER}/post.md", OTHER_POST.replace("kind: program", "kind: x"))
    work.commit()

    assert main(["-C", str(inner), "check", "--since", "HEAD~1", "--at", "HEAD"]) == 1
