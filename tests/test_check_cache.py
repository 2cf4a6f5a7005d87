"""The store of verdicts: it makes ``check --all`` fast, and never another answer."""

import json
import os
import random
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from kendal_git.files import WorkTree
from kendal_git.model.checked import Checked
from kendal_git.model.office import Office
from kendal_git.verbs import cached, looking, workers
from kendal_git.verbs.cached import Store, check_all, store_of
from tests.scratch import CALENDAR, DAY, DAY_PATH, FOLDER, OFFICE, POST, Repository, make, picture

SECOND = "content/2026/11/26-panen"
SECOND_POST = POST.replace("agenda: 2026/11/25#upacara\n", "").replace("2026-11-25", "2026-11-26").replace(
    "kind: liputan", "kind: program"
)  # fmt: skip


def silent(_done: int, _all: int) -> None:
    """No progress."""


def git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *author, *words], cwd=root, capture_output=True, check=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.setattr(looking, "MARGIN", 0)  # the tests are quicker than the two seconds that a file must have lain
    made = make(tmp_path)
    made.write(f"{SECOND}/post.md", SECOND_POST)
    made.write(f"{SECOND}/foto.jpg", picture())
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    return made


def store(repository: Repository) -> Store:
    found = store_of(repository.root)
    assert found is not None
    return found


def both(repository: Repository) -> Checked:
    """The answer with the store, after it was seen to be the one without."""
    with_store = check_all(repository.root, store(repository), silent)
    assert with_store == check_all(repository.root, None, silent)
    return with_store


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The posts and days that are really checked with a store."""
    paths: list[str] = []
    whole = workers.findings

    def noted(root: Path, some: list[str], *rest: object) -> object:
        if rest[-1]:
            paths.extend(some)
        return whole(root, some, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "findings", noted)
    return paths


def test_what_has_not_changed_is_not_looked_at(repository: Repository, looked_at: list[str]) -> None:
    """The second run tells the first one's result; after an edit only the edited post is checked."""
    both(repository)
    assert sorted(looked_at) == [DAY_PATH, FOLDER, SECOND]
    looked_at.clear()
    both(repository)
    assert looked_at == []

    repository.write(f"{SECOND}/post.md", SECOND_POST + "Lagi.\n")
    both(repository)
    assert looked_at == [SECOND]


def test_a_commit_does_not_make_old_posts_new(repository: Repository, looked_at: list[str]) -> None:
    """An index that was written anew says nothing of the files: their stamps do."""
    both(repository)
    looked_at.clear()
    repository.write(f"{SECOND}/post.md", SECOND_POST + "Lagi.\n")
    git(repository.root, "commit", "-qam", "y")
    both(repository)

    assert looked_at == [SECOND]


@pytest.mark.parametrize(
    ("path", "content", "concerned"),
    [
        (DAY_PATH, DAY.replace("Upacara Hari Guru", "Upacara"), {DAY_PATH, FOLDER}),
        ("kendal.yaml", OFFICE.replace("bupati: Bupati Kendal, ", ""), {DAY_PATH, FOLDER, SECOND}),
        ("agenda/hari-besar.yaml", CALENDAR.replace("guru", "dosen"), {DAY_PATH, FOLDER, SECOND}),
        (f"{FOLDER}/foto.jpg", b"x", {FOLDER}),
        (f"{FOLDER}/lain.txt", b"x", {FOLDER}),
    ],
)
def test_what_a_verdict_rests_on_is_part_of_it(
    repository: Repository, looked_at: list[str], path: str, content: str | bytes, concerned: set[str]
) -> None:
    """A change of the office, the calendar, the post's day in the agenda or a file beside it asks for a new verdict."""
    both(repository)
    looked_at.clear()
    repository.write(path, content)
    both(repository)

    assert set(looked_at) == concerned


@pytest.mark.parametrize("spoil", [b"", b"x", b"{}", b"kendal-check 1 0 0\n{}", None])
def test_a_broken_store_is_an_empty_one(repository: Repository, spoil: bytes | None) -> None:
    """Files of the store that are empty, cut, foreign or flipped in a bit change no answer and raise nothing."""
    repository.write(f"{FOLDER}/post.md", POST.replace("kind: liputan", "kind: lipputan"))
    both(repository)
    for file in (store(repository).last, store(repository).records):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(bytes(data) if spoil is None else spoil)

    assert both(repository).errors == 1
    assert both(repository).errors == 1


def test_another_version_of_the_rules_starts_anew(
    repository: Repository, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A verdict of other code is no verdict."""
    both(repository)
    looked_at.clear()
    monkeypatch.setattr(cached, "signature", lambda: "other")
    both(repository)

    assert sorted(looked_at) == [DAY_PATH, FOLDER, SECOND]


@pytest.mark.parametrize("word", ["--assume-unchanged", "--skip-worktree"])
def test_files_that_git_overlooks_are_not_overlooked(repository: Repository, word: str) -> None:
    """Whoever tells Git to look away has not told the check."""
    git(repository.root, "update-index", word, f"{FOLDER}/post.md")
    both(repository)
    repository.write(f"{FOLDER}/post.md", POST.replace("kind: liputan", "kind: lipputan"))

    assert both(repository).errors == 1


def test_ignored_files_and_empty_folders_count(repository: Repository) -> None:
    """What .gitignore hides, and what Git cannot hold at all, is seen as without a store."""
    repository.write(".gitignore", "*.txt\n")
    both(repository)
    repository.write(f"{FOLDER}/x.txt", "x")
    assert both(repository).errors == 1
    (repository.root / "content/2026/11/27-kosong").mkdir()
    assert both(repository).errors == 2


def test_a_young_file_is_not_trusted(
    repository: Repository, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that may still change under the same stamp is checked again."""
    monkeypatch.setattr(looking, "MARGIN", 10**12)
    repository.write(f"{SECOND}/post.md", SECOND_POST + "Lagi.\n")
    both(repository)
    looked_at.clear()
    both(repository)

    assert SECOND in looked_at


def test_a_young_edit_is_checked_and_not_written_down(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing new can be kept of it, so the store stays as it was, and still holds when the edit is taken back."""
    both(repository)
    before = store(repository).records.read_bytes()
    monkeypatch.setattr(looking, "MARGIN", 10**12)
    repository.write(f"{SECOND}/post.md", SECOND_POST.replace("kind: program", "kind: prokram"))
    assert both(repository).errors == 1
    assert store(repository).records.read_bytes() == before

    monkeypatch.setattr(looking, "MARGIN", 0)
    git(repository.root, "checkout", "-q", "--", SECOND)
    assert both(repository).errors == 0


@pytest.mark.parametrize("silence", ["a question fails", "no git"])
def test_git_that_says_nothing_is_not_believed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, silence: str
) -> None:
    """Where one of Git's two answers is missing, every stamp is compared, also when nothing differed before."""
    both(repository)
    repository.write(f"{FOLDER}/x.txt", "x")
    if silence == "no git":
        monkeypatch.setenv("PATH", "")
    else:
        monkeypatch.setattr(looking, "QUESTIONS", (looking.QUESTIONS[0], ("no-such-question",)))

    assert both(repository).errors == 1


def test_without_git_there_is_no_store(tmp_path: Path) -> None:
    """A folder that is no repository gets nothing written into it."""
    make(tmp_path)

    assert store_of(tmp_path) is None


def test_a_store_that_cannot_be_written_is_no_trouble(repository: Repository) -> None:
    """A file in the place of the store's folder costs time only."""
    repository.write(".git/kendal", "x")

    assert both(repository).errors == 0


def test_findings_survive_the_store(repository: Repository) -> None:
    """Places, hints, lists, dates and letters that are no Unicode come back as they went."""
    text = POST.replace("kind: liputan", "kind: lipputan").replace("agenda: 2026/11/25", "agenda: 2026/11/24")
    repository.write(f"{FOLDER}/post.md", text.replace("2026-11-25", "2026-11-24"))
    repository.write(f"{SECOND}/post.md", SECOND_POST.encode() + b"\xff")
    first = both(repository)

    assert both(repository) == first
    assert json.loads(store(repository).last.read_bytes().partition(b"\n")[2])["found"]


def test_the_stamp_sees_what_the_check_sees(repository: Repository) -> None:
    """A post's folder is looked at once: files, folders, links and pipes are told as the work tree tells them."""
    folder = repository.root / SECOND
    (folder / "lama").mkdir()
    (folder / "tautan.jpg").symlink_to("foto.jpg")
    (folder / "jalan").symlink_to("lama", target_is_directory=True)
    os.mkfifo(folder / "pipa")
    watched = workers.Watched(repository.root, SECOND, 1 << 62)

    assert watched.mark
    assert watched.entries(SECOND) is watched.entries(SECOND)
    assert watched.entries(SECOND) == WorkTree(repository.root).entries(SECOND)
    assert [(entry.name, entry.mode) for entry in watched.entries(SECOND)] == [
        ("foto.jpg", "file"),
        ("jalan", "link"),
        ("lama", "folder"),
        ("pipa", "other"),
        ("post.md", "file"),
        ("tautan.jpg", "link"),
    ]


@pytest.mark.parametrize("who", ["one", "all"])
def test_a_worker_that_dies_is_no_loss(repository: Repository, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    """What a killed worker has not told of is done without it."""
    for number in range(12):
        repository.write(f"content/2026/11/{number + 1:02d}-a/post.md", SECOND_POST)
    alone = check_all(repository.root, None, silent)
    here, told = os.getpid(), workers._told

    def dying(root: Path, paths: list[str], office: Office | None, clock: int) -> list[workers.Told]:
        if os.getpid() != here and (who == "all" or SECOND in paths):
            os.kill(os.getpid(), signal.SIGKILL)
        return told(root, paths, office, clock)

    monkeypatch.setattr(workers, "_told", dying)
    monkeypatch.setattr(workers, "MANY", 2)
    monkeypatch.setattr(workers, "PORTION", 2)
    monkeypatch.setattr(workers, "_processors", lambda: 2)

    assert alone.errors
    assert check_all(repository.root, None, silent) == alone


def test_many_posts_are_shared_out(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes find what one finds, in the same order."""
    for number in range(12):
        repository.write(f"content/2026/11/{number + 1:02d}-a/post.md", SECOND_POST)
    alone = check_all(repository.root, None, silent)
    monkeypatch.setattr(workers, "MANY", 2)
    monkeypatch.setattr(workers, "PORTION", 3)
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    counted: list[tuple[int, int]] = []
    shared = check_all(repository.root, None, lambda done, every: counted.append((done, every)))

    assert shared == alone
    assert counted[-1] == (15, 15)
    assert check_all(repository.root, store(repository), silent) == alone


@pytest.mark.parametrize("seed", range(6))
def test_a_store_never_changes_a_verdict(repository: Repository, seed: int) -> None:
    """After every one of thirty random edits, commits and moves the answer is the one without a store."""
    dice, root = random.Random(seed), repository.root
    paths = [f"{FOLDER}/post.md", f"{SECOND}/post.md", DAY_PATH, "kendal.yaml", "agenda/hari-besar.yaml"]
    good = {path: (root / path).read_bytes() for path in paths}
    for step in range(30):
        path = dice.choice(paths)
        match dice.randrange(9):
            case 0 | 1:
                data = bytearray(good[path])
                data[dice.randrange(len(data))] = dice.choice(b"xyz: \n")
                repository.write(path, bytes(data))
            case 2:
                repository.write(path, good[path])
            case 3:
                (root / path).unlink(missing_ok=True)
            case 4:
                repository.write(
                    f"content/2026/{dice.choice(('11', '12', 'xx'))}/0{dice.randrange(1, 9)}-b/post.md", POST
                )
            case 5:
                git(root, "add", "-A")
            case 6:
                git(root, "commit", "-qam", str(step), "--allow-empty")
            case 7:
                shutil.rmtree(root / SECOND, ignore_errors=True)
            case _:
                git(root, "checkout", "-q", "HEAD", "--", "content/2026/11/25-upacara-hari-guru")
        assert both(repository) == check_all(root, None, silent), f"seed {seed}, step {step}"


def test_the_same_size_and_time_do_not_deceive(repository: Repository) -> None:
    """A file of the same length whose modification time was set back is still another file."""
    both(repository)
    full = repository.root / FOLDER / "post.md"
    before = full.stat()
    repository.write(f"{FOLDER}/post.md", POST.replace("liputan", "lipuxan"))
    os.utime(full, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert both(repository).errors == 1
    assert WorkTree(repository.root).read(f"{FOLDER}/post.md") != POST.encode()
