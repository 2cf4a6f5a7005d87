"""Five thousand accidents: mutated texts and pictures, each checked in a worker with two seconds and 500 MB."""

import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from kendal_git.reading.calendar import PATH as CALENDAR_PATH
from kendal_git.reading.calendar import read_calendar
from kendal_git.reporters import machine, text
from kendal_git.reporters.style import Style
from kendal_git.verbs.check import check
from tests.scratch import CALENDAR, DAY, DAY_PATH, FOLDER, OFFICE, POST, Repository, make, mutated, picture

ROOT = Path(__file__).parent.parent
GOOD = {f"{FOLDER}/post.md": POST, "kendal.yaml": OFFICE, DAY_PATH: DAY, CALENDAR_PATH: CALENDAR}
SAMPLE, ALL, WORKERS = 600, 5000, 4
SECONDS, MEMORY = 2.0, 500_000_000
PNG = picture((200, 150), "PNG")
JPEG = picture((200, 150), quality=90)


def bomb(good: str, dice: random.Random) -> bytes:
    """What no hand writes: a bomb of aliases, depth, another encoding, one giant line."""
    front = good.removeprefix("---\n").encode()
    aliases = b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a, *a]\n" % (number, number) for number in range(500))
    head = dice.choice(
        [
            aliases,
            b"a: " + b"[" * 10_000 + b"]" * 10_000 + b"\n",
            b"a: " + b"{b: " * 10_000 + b"\n",
            b"- " * 10_000 + b"x\n",
            b"title: " + b"x" * 1_000_000 + b"\n",
            b"title: " + b"\xf0\x9f\x98\x80" * 50_000 + b"\n",
            b"a: \x00\n",
            b"a: \xed\xa0\x80\n",
        ]
    )
    whole = b"---\n" + head + front
    return dice.choice([whole, good.encode("utf-16"), good.encode("utf-16-le"), whole.replace(b"\n", b"\r")])


def drawn(dice: random.Random) -> bytes:
    """A picture that is not what it seems: damaged, of a huge size, or two formats in one file."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("a.txt", "a" * 1000)
    huge = bytearray(dice.choice([JPEG, PNG]))
    spot = huge.find(b"IHDR") + 4 if huge[:4] == b"\x89PNG" else huge.find(b"\xff\xc0") + 5
    huge[spot : spot + 2] = b"\xff\xff" if huge[:4] != b"\x89PNG" else b"\x00\x01"
    data = bytearray(
        dice.choice(
            [
                *(JPEG, PNG, JPEG, bytes(huge)),
                JPEG + archive.getvalue(),
                archive.getvalue() + JPEG,
                picture(form="GIF"),
                picture((200, 150), "WEBP"),
                b"<!doctype html><script>alert(1)</script>",
                b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
            ]
        )
    )
    for _ in range(dice.randrange(5)):
        at = dice.randrange(len(data) + 1)
        match dice.randrange(4):
            case 0 if at:
                data[at - 1] ^= 1 << dice.randrange(8)
            case 1:
                del data[at:]
            case 2:
                data[at:at] = data[: dice.randrange(len(data) + 1)]
            case _:
                del data[at : at + dice.randrange(60)]
    return bytes(data)


def case(seed: int) -> tuple[str, bytes]:
    """The file that one seed breaks, and its bytes."""
    dice = random.Random(seed)
    if seed % 3 == 0:
        return f"{FOLDER}/foto.{dice.choice(['jpg', 'jpg', 'png'])}", drawn(dice)
    path = dice.choice(list(GOOD))
    return path, bomb(GOOD[path], dice) if seed % 10 == 1 else mutated(GOOD[path], dice)


def survive(root: Path, seeds: range) -> tuple[float, int]:
    """Check each case in this process; the longest time of one, and the most memory of all."""
    import time

    worst, repository = 0.0, make(root)
    for seed in seeds:
        path, data = case(seed)
        repository.write(path, data)
        if path.endswith(".png"):
            repository.write(f"{FOLDER}/post.md", POST.replace("foto.jpg", "foto.png"))
        began = time.perf_counter()
        checked = check(repository.files, [FOLDER], [DAY_PATH])
        read_calendar(repository.files)
        text.diagnostics(checked, "id", Style())
        machine.diagnostics(checked, "en")
        took = time.perf_counter() - began
        assert took <= SECONDS, f"seed {seed}: {took:.1f} s"
        worst = max(worst, took)
        restore(repository, path)
    return worst, peak()


def restore(repository: Repository, path: str) -> None:
    """Put the good files back; a picture that was not there goes."""
    for name, good in GOOD.items():
        repository.write(name, good)
    if path.endswith(".png"):
        (repository.root / path).unlink()
    repository.write(f"{FOLDER}/foto.jpg", JPEG)


def peak() -> int:
    """The most memory that this process has had, in bytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def work(root: str, first: int, last: int) -> None:
    """A worker's life: limits first, then its share of the seeds."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    worst, most = survive(Path(root), range(first, last))
    print(f"{worst:.3f} {most}")


def expect_survival(folder: Path, count: int) -> None:
    """Share the seeds among workers and print the worst of them; a traceback of any is the test's failure."""
    share = count // WORKERS
    program = "import sys; from tests.test_mutations import work; work(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))"
    figures = []
    for number in range(0, WORKERS, 2):
        pair = [
            subprocess.Popen(
                [sys.executable, "-c", program, folder / str(one), str(one * share), str((one + 1) * share)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
            for one in (number, number + 1)
        ]
        for worker in pair:
            said, failed = worker.communicate(timeout=600)
            assert worker.returncode == 0, failed[-3000:]
            figures.append(said.split())
    print(f"{count} mutations: at worst {max(float(one) for one, _ in figures):.3f} s and ", end="")
    print(f"{max(int(one) for _, one in figures) // 1_000_000} MB")


def test_a_sample_of_mutations_ends_in_sentences(tmp_path: Path) -> None:
    """Six hundred broken texts and pictures are checked without a traceback, in time and in little memory."""
    expect_survival(tmp_path, SAMPLE)


@pytest.mark.slow
def test_all_mutations_end_in_sentences(tmp_path: Path) -> None:
    """All five thousand are."""
    expect_survival(tmp_path, ALL)
