"""The ledgers against their contract, and what the one in Git promises beyond it: one root, two refs, no way back."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kendal_git.ledgers.git import GitHead, GitLedger
from kendal_git.ledgers.memory import MemoryHead, MemoryLedger
from kendal_git.messages import text
from kendal_git.model.ledger import LedgerEntry, Wish
from kendal_git.model.trouble import InDoubt, Misuse
from kendal_git.objects import Git, PushRejected
from kendal_git.ports import Ledger, LedgerChange
from tests.contracts.ledger import NOON, TEACHERS, LedgerContract, Writer, line, newest, pushed

HEROES = "content/2026/11/10-hari-pahlawan"


class StoppedClock:
    """A clock that always says noon."""

    def now(self) -> datetime:
        return NOON

    def steady(self) -> float:
        return 0.0


class Remote:
    """A bare repository and publishers' clones of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "remote.git"
        self.clones: list[Git] = []
        subprocess.run(["git", "init", "--quiet", "--bare", str(self.path)], check=True)
        self.git = Git(self.path)
        self.force(self.git.write_commit(None, {"kendal.yaml": b"\n"}, "main", NOON), "main")

    def clone(self) -> Git:
        git = Git(self.folder / f"clone-{len(self.clones)}")
        subprocess.run(["git", "init", "--quiet", str(git.folder)], check=True)
        git.run("remote", "add", "origin", str(self.path))
        self.clones.append(git)
        return git

    def ledger(self, root: str = "") -> GitLedger:
        return GitLedger(self.clone(), StoppedClock(), root)

    def begin(self, cursor: str = "c1") -> str:
        baseline = {HEROES: (LedgerEntry("baseline", NOON, "instagram", "f0", main=cursor),)}
        return self.ledger().begin(cursor, baseline, NOON)

    def tip(self, name: str = "ledger") -> str:
        found = self.git.resolve(f"refs/heads/{name}")
        assert found
        return found

    def force(self, commit: str, *names: str) -> None:
        for name in names:
            self.git.run("update-ref", f"refs/heads/{name}", commit)

    def write(self, path: str, content: bytes) -> None:
        """A commit on both refs that no publisher would write."""
        commit = self.git.write_commit(self.tip(), {path: content}, "by hand", NOON)
        self.force(commit, "ledger", "ledger-seen")


@pytest.fixture
def remote(tmp_path: Path) -> Iterator[Remote]:
    made = Remote(tmp_path)
    yield made
    for git in (made.git, *made.clones):
        git.close()


class TestMemoryLedger(LedgerContract):
    @pytest.fixture
    def writer(self) -> Writer:
        shared = MemoryLedger(MemoryHead(cursor="c1"))
        return lambda: shared


class TestGitLedger(LedgerContract):
    @pytest.fixture
    def writer(self, remote: Remote) -> Writer:
        root = remote.begin()
        return lambda: remote.ledger(root)


def sentence(trouble: InDoubt | Misuse) -> str:
    return text(trouble.message, "id")


def test_a_rehearsal_starts_from_the_real_ledger(remote: Remote) -> None:
    """The copy in memory knows what the real one knows, and what is pushed to it stays there."""
    remote.begin()
    real = remote.ledger()
    pushed(real, LedgerChange(((TEACHERS, line("a")),), "c2", {TEACHERS: (Wish(TEACHERS, "x", "r1"),)}))
    head = newest(real)
    assert isinstance(head, GitHead)
    copy: Ledger = MemoryLedger.like(head, head.posts())
    start = newest(copy)
    pushed(copy, LedgerChange(((TEACHERS, line("a", "receipt")),), "c3"))

    assert (start.cursor, start.root, start.wishes()) == ("c2", head.root, head.wishes())
    assert start.entries(TEACHERS) == head.entries(TEACHERS)
    assert newest(real).cursor == "c2"


def test_no_ledger_is_no_head(remote: Remote) -> None:
    """A repository whose ledger has not begun has none, and nothing is made up for it."""
    assert remote.ledger().fetch() is None


def test_a_ledger_begins_with_its_baseline(remote: Remote) -> None:
    """The first commit has no parent, holds the cursor, and knows the posts that were there before."""
    root = remote.begin("c1")
    head = remote.ledger(root).fetch()

    assert head
    assert (head.commit, head.root, head.cursor, head.posts(), head.wishes()) == (root, root, "c1", (HEROES,), ())
    assert [(entry.kind, entry.revision) for entry in head.entries(HEROES)] == [("baseline", "f0")]


def test_a_ledger_begins_once(remote: Remote) -> None:
    """A second beginning is refused and leaves the first as it is."""
    root = remote.begin("c1")

    with pytest.raises(Misuse) as refused:
        remote.begin("c9")
    assert sentence(refused.value) == "buku tayang sudah ada"
    assert newest(remote.ledger()).commit == root


def test_a_push_moves_both_refs_or_none(remote: Remote) -> None:
    """Ledger and its witness always stand on one commit; when one of them cannot move, neither does."""
    remote.begin()
    ledger = remote.ledger()
    pushed(ledger, LedgerChange(cursor="c2"))

    assert remote.tip("ledger") == remote.tip("ledger-seen")

    head, before = newest(ledger), remote.tip()
    remote.force(remote.git.write_commit(before, {"elsewhere": b"x\n"}, "by hand", NOON), "ledger-seen")

    assert ledger.push(head, LedgerChange(cursor="c3")) is None
    assert remote.tip("ledger") == before


def test_a_push_is_never_forced(remote: Remote) -> None:
    """Git itself refuses a ledger commit that does not stand on the newest one."""
    remote.begin()
    ledger = remote.ledger()
    newest(ledger)
    git = remote.clones[-1]
    pushed(remote.ledger(), LedgerChange(cursor="c2"))
    stray = git.write_commit(None, {"cursor": b"c9\n"}, "stray", NOON)

    with pytest.raises(PushRejected):
        git.push("origin", f"{stray}:refs/heads/ledger", f"{stray}:refs/heads/ledger-seen")


@pytest.mark.parametrize("known", [True, False], ids=["to who knew better", "to a fresh clone"])
def test_a_ledger_that_went_back_is_refused(remote: Remote, known: bool) -> None:
    """A ledger forced back to an old copy no longer holds what its witness has seen: nothing goes on."""
    root = remote.begin()
    ledger = remote.ledger(root)
    pushed(ledger, LedgerChange(((TEACHERS, line("a")),)))
    remote.force(root, "ledger")

    with pytest.raises(InDoubt) as refused:
        (ledger if known else remote.ledger(root)).fetch()
    assert sentence(refused.value) == (
        "buku tayang mundur: ada baris yang pernah tercatat kini hilang; tidak ada yang dikirim"
    )
    assert refused.value.code == 4


@pytest.mark.parametrize("lost", ["ledger", "ledger-seen"])
def test_a_ledger_with_one_ref_is_refused(remote: Remote, lost: str) -> None:
    """A ledger without its witness, or a witness without its ledger, went back as well."""
    remote.begin()
    remote.git.run("update-ref", "-d", f"refs/heads/{lost}")

    with pytest.raises(InDoubt):
        remote.ledger().fetch()


def test_another_root_than_the_pinned_one_is_refused(remote: Remote) -> None:
    """A ledger that began elsewhere than kendal.yaml says is not ours, whatever it holds."""
    root = remote.begin()

    with pytest.raises(Misuse) as refused:
        remote.ledger("f" * 40).fetch()
    assert sentence(refused.value) == (
        f"buku tayang ini ({root[:12]}) bukan yang dicatat di kendal.yaml (ffffffffffff)"
    )
    assert refused.value.code == 2


UNREADABLE = {
    "no JSON": b"{\n",
    "no known kind": b'{"kind": "praise", "at": "2026-11-25T12:00:00+00:00"}\n',
    "no kind": b'{"at": "2026-11-25T12:00:00+00:00"}\n',
    "no moment": b'{"kind": "intent", "at": "soon"}\n',
    "a field of its own": b'{"kind": "intent", "at": "2026-11-25T12:00:00+00:00", "more": 1}\n',
    "an empty line": b"\n",
    "no object": b"[]\n",
}


@pytest.mark.parametrize("content", UNREADABLE.values(), ids=UNREADABLE)
def test_a_line_that_cannot_be_read_is_a_doubt(remote: Remote, content: bytes) -> None:
    """A line that is not ours is neither skipped nor guessed: a person must look."""
    remote.begin()
    remote.write("posts/2026/11/25-hari-guru-nasional.jsonl", content)

    with pytest.raises(InDoubt) as refused:
        newest(remote.ledger()).entries(TEACHERS)
    assert sentence(refused.value).startswith(
        "baris buku tayang di posts/2026/11/25-hari-guru-nasional.jsonl tidak terbaca: "
    )


def test_open_entries_that_cannot_be_read_are_a_doubt(remote: Remote) -> None:
    """What is still owed is not guessed either."""
    remote.begin()
    remote.write("open/2026/11/25-hari-guru-nasional.json", b"[1]\n")

    with pytest.raises(InDoubt):
        newest(remote.ledger()).wishes()


def test_an_old_line_is_never_rewritten(remote: Remote) -> None:
    """A line that a later version of us would write differently stays byte for byte what it was."""
    remote.begin()
    path = "posts/2026/11/25-hari-guru-nasional.jsonl"
    old = b'{"kind":"intent",   "at":"2026-11-25T19:00:00+07:00","nonce":"a","revision":"r1","channel":"instagram"}\n'
    remote.write(path, old)
    pushed(remote.ledger(), LedgerChange(((TEACHERS, line("a", "receipt")),)))
    found = remote.git.object(f"ledger:{path}")

    assert found
    assert found[2].startswith(old)
    assert found[2].count(b"\n") == 2
    assert newest(remote.ledger()).entries(TEACHERS)[0].at == NOON.astimezone(UTC)


def test_the_log_names_what_was_written(remote: Remote) -> None:
    """Whoever reads the branch with git log sees in each subject what came."""
    remote.begin()
    pushed(
        remote.ledger(), LedgerChange(((TEACHERS, line("a")),), subject="ledger: intent 2026/11/25-hari-guru-nasional")
    )

    assert remote.git.text("log", "--format=%s", "ledger").splitlines() == [
        "ledger: intent 2026/11/25-hari-guru-nasional",
        "ledger: begins",
    ]
