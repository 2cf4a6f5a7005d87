"""What every ledger promises, whatever it is made of; tests/test_ledgers.py runs this over Git and over memory."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kendal_git.model.ledger import LedgerEntry, Wish
from kendal_git.ports import Head, Ledger, LedgerChange

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
TEACHERS, FISH = "content/2026/11/25-hari-guru-nasional", "content/2026/11/21-hari-ikan-nasional"
Writer = Callable[[], Ledger]


def line(nonce: str, kind: str = "intent") -> LedgerEntry:
    return LedgerEntry(kind, NOON, "instagram", "r1", nonce)


def newest(ledger: Ledger) -> Head:
    """The newest head of a ledger that has one."""
    head = ledger.fetch()
    assert head
    return head


def pushed(ledger: Ledger, change: LedgerChange) -> Head:
    """The head after a push that nobody contests."""
    head = ledger.push(newest(ledger), change)
    assert head
    return head


class LedgerContract:
    """The promises. A subclass gives ``writer``: each call is one more publisher of the same ledger."""

    @pytest.fixture
    def writer(self) -> Writer:
        raise NotImplementedError

    def test_only_the_newest_head_takes_a_push(self, writer: Writer) -> None:
        """Of two publishers that stand on one head, the first is taken, and the second leaves no trace."""
        first, second = writer(), writer()
        ours, theirs = newest(first), newest(second)

        assert first.push(ours, LedgerChange(((TEACHERS, line("a")),), "c2"))
        assert second.push(theirs, LedgerChange(((TEACHERS, line("b")),), "c3")) is None
        assert [entry.nonce for entry in newest(second).entries(TEACHERS)] == ["a"]
        assert newest(second).cursor == "c2"

    def test_who_was_second_is_taken_after_a_fetch(self, writer: Writer) -> None:
        """A rejected publisher that fetches again stands on the newest head and is taken."""
        first, second = writer(), writer()
        theirs = newest(second)
        pushed(first, LedgerChange(((TEACHERS, line("a")),)))

        assert second.push(theirs, LedgerChange(((TEACHERS, line("b")),))) is None
        assert second.push(newest(second), LedgerChange(((TEACHERS, line("b")),)))
        assert [entry.nonce for entry in newest(first).entries(TEACHERS)] == ["a", "b"]

    def test_a_push_stands_on_what_it_pushed(self, writer: Writer) -> None:
        """The head that a push returns takes the next push without a fetch."""
        ledger = writer()
        after = ledger.push(
            pushed(ledger, LedgerChange(((TEACHERS, line("a")),))), LedgerChange(((TEACHERS, line("b")),))
        )

        assert after
        assert after.commit == newest(ledger).commit

    def test_facts_keep_their_order(self, writer: Writer) -> None:
        """Lines stand in the order in which they were written, within a push and from push to push, post by post."""
        ledger = writer()
        pushed(ledger, LedgerChange(((TEACHERS, line("a")), (FISH, line("x")), (TEACHERS, line("b")))))
        pushed(ledger, LedgerChange(((TEACHERS, line("a", "receipt")), (FISH, line("x", "release")))))

        assert [(one.nonce, one.kind) for one in newest(ledger).entries(TEACHERS)] == [
            ("a", "intent"),
            ("b", "intent"),
            ("a", "receipt"),
        ]
        assert [one.kind for one in newest(ledger).entries(FISH)] == ["intent", "release"]

    def test_an_unknown_post_has_no_lines(self, writer: Writer) -> None:
        """Asking about a post that the ledger never heard of is no error."""
        assert newest(writer()).entries("content/2030/01/01-belum-ada") == ()

    def test_a_line_comes_back_as_it_was_written(self, writer: Writer) -> None:
        """Every field of a line survives: moments, marks, texts in any script, the verdict."""
        entry = LedgerEntry(
            "receipt", NOON + timedelta(microseconds=7), "x", "f" * 40, "n" * 32, "local:meja:17", "c2",
            NOON + timedelta(minutes=3), "https://example.go.id/p/1?a=b", "17", "kabid-ikp", "sent",
            'kata "tamu" – ꦲꦏ꧀ꦱꦫ\nbaris dua\ttab \\ \u2028\x85\r',
            True, {"proposal": 7, "approvals": [{"by": "kabid-ikp"}]},
        )  # fmt: skip
        ledger = writer()
        pushed(ledger, LedgerChange(((TEACHERS, entry),)))

        assert newest(writer()).entries(TEACHERS) == (entry,)

    def test_the_cursor_moves_only_when_told(self, writer: Writer) -> None:
        """A change without a cursor leaves it where it was."""
        ledger = writer()
        pushed(ledger, LedgerChange(cursor="c2"))
        pushed(ledger, LedgerChange(((TEACHERS, line("a")),)))

        assert newest(ledger).cursor == "c2"

    def test_wishes_are_replaced_post_by_post(self, writer: Writer) -> None:
        """A change sets the open entries of the posts that it names and leaves those of all others."""
        ledger = writer()
        instagram, x = Wish(TEACHERS, "instagram", "r1"), Wish(TEACHERS, "x", "r1")
        fish = Wish(FISH, "instagram", "f1")
        pushed(ledger, LedgerChange(wishes={TEACHERS: (instagram, x), FISH: (fish,)}))
        pushed(ledger, LedgerChange(wishes={TEACHERS: (Wish(TEACHERS, "x", "r2"),)}))

        assert set(newest(ledger).wishes()) == {fish, Wish(TEACHERS, "x", "r2")}

        pushed(ledger, LedgerChange(wishes={TEACHERS: ()}))

        assert newest(ledger).wishes() == (fish,)

    def test_an_old_head_stays_what_it_was(self, writer: Writer) -> None:
        """What a run has fetched does not change under it."""
        ledger = writer()
        old = newest(ledger)
        pushed(ledger, LedgerChange(((TEACHERS, line("a")),), "c2", {TEACHERS: (Wish(TEACHERS, "x", "r1"),)}))

        assert (old.entries(TEACHERS), old.wishes()) == ((), ())
        assert old.cursor != "c2"

    def test_the_root_never_changes(self, writer: Writer) -> None:
        """The ledger's first commit is its name, at every head and for every publisher."""
        ledger = writer()
        root = newest(ledger).root

        assert pushed(ledger, LedgerChange(cursor="c2")).root == root
        assert newest(writer()).root == root

    def test_racing_publishers_lose_nothing_and_double_nothing(self, writer: Writer) -> None:
        """Two publishers that push as fast as they can, again when rejected, leave every line once and in order."""
        lines = 4

        def publish(ledger: Ledger, name: str) -> None:
            for number in range(lines):
                while not ledger.push(newest(ledger), LedgerChange(((TEACHERS, line(f"{name}{number}")),))):
                    pass

        people = [threading.Thread(target=publish, args=(writer(), name)) for name in ("a", "b")]
        for person in people:
            person.start()
        for person in people:
            person.join()

        nonces = [entry.nonce for entry in newest(writer()).entries(TEACHERS)]
        assert sorted(nonces) == [f"{name}{number}" for name in ("a", "b") for number in range(lines)]
        assert [nonce for nonce in nonces if nonce[0] == "a"] == [f"a{number}" for number in range(lines)]
