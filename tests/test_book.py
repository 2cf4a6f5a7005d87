"""The bookkeeper: what the lines of one delivery say when they are added up."""

from datetime import UTC, datetime, timedelta
from typing import Any

from kendal_git.model.ledger import Book, LedgerEntry
from kendal_git.planning.book import read

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def line(kind: str, nonce: str = "", revision: str = "", **more: Any) -> LedgerEntry:
    return LedgerEntry(kind, NOON, "instagram", revision, nonce, **more)


def intent(nonce: str, revision: str = "r1", **more: Any) -> LedgerEntry:
    return line("intent", nonce, revision, until=NOON + timedelta(minutes=3), **more)


def names(book: Book) -> tuple[list[str], str, list[str]]:
    """(open, stands, loose) with intents by their nonces."""
    return [one.nonce for one in book.open], book.stands, [one.nonce for one in book.loose]


def test_nothing_is_known_of_a_post_without_lines() -> None:
    """An empty file is an empty book."""
    assert read([]) == Book()


def test_an_intent_is_open_with_all_that_judges_it_later() -> None:
    """An intent without an end stays open and keeps its revision, its run and the moment after which it cannot land."""
    opened = read([intent("a", run="local:desk:17")]).open

    assert [("a", "r1", "local:desk:17", NOON + timedelta(minutes=3))] == [
        (o.nonce, o.revision, o.run, o.until) for o in opened
    ]


def test_a_receipt_closes_its_intent_and_its_revision_stands() -> None:
    """A receipt ends the doubt, and what it names is where it says."""
    book = read([intent("a"), line("receipt", "a", "r1", url="https://example.go.id/p/1")])

    assert names(book) == ([], "r1", [])
    assert book.url == "https://example.go.id/p/1"


def test_verdicts_and_preparations_change_nothing() -> None:
    """Lines that are proof or housekeeping open and close nothing."""
    assert names(read([line("judged", revision="r1", outcome="approved"), line("prepared", revision="r1")])) == (
        [],
        "",
        [],
    )


def test_a_release_ends_an_intent_that_was_not_sent() -> None:
    """Who says that it did not call leaves nothing behind: nothing open, nothing standing, nothing on its way."""
    assert names(read([intent("a"), line("release", "a", "r1")])) == ([], "", [])


def test_a_refusal_ends_an_intent() -> None:
    """What the channel has documented not to take is as surely not there as a release."""
    assert names(read([intent("a"), line("refusal", "a", "r1", reason="gambar terlalu besar")])) == ([], "", [])


def test_found_ends_a_doubt_but_its_call_may_still_be_on_its_way() -> None:
    """A post that another run found stands, and the intent is loose until its own run speaks."""
    lines = [intent("a"), line("found", "a", "r1", url="https://example.go.id/p/1")]

    assert names(read(lines)) == ([], "r1", ["a"])
    assert names(read([*lines, line("receipt", "a", "r1")])) == ([], "r1", [])


def test_settled_not_sent_leaves_the_intent_loose() -> None:
    """A person who saw nothing ends the doubt; a request that still travels is not forgotten."""
    assert names(read([intent("a"), line("settled", "a", "r1", outcome="not-sent")])) == ([], "", ["a"])


def test_settled_sent_stands() -> None:
    """A person who saw it there is believed."""
    assert names(read([intent("a"), line("settled", "a", "r1", outcome="sent")])) == ([], "r1", ["a"])


def test_a_repeated_receipt_leaves_the_first_try_loose() -> None:
    """The answer to the second try says nothing about the first one."""
    assert names(read([intent("a"), line("receipt", "a", "r1", repeated=True)])) == ([], "r1", ["a"])


def test_a_late_receipt_does_not_turn_the_clock_back() -> None:
    """A receipt of the first revision that arrives after the second one's adds proof and changes nothing else."""
    lines = [
        intent("a", "r1"),
        line("settled", "a", "r1", outcome="not-sent"),
        intent("b", "r2"),
        line("receipt", "b", "r2", url="https://example.go.id/p/2"),
        line("receipt", "a", "r1", url="https://example.go.id/p/1"),
    ]

    assert names(read(lines)) == ([], "r2", [])
    assert read(lines).url == "https://example.go.id/p/2"


def test_a_late_receipt_does_not_bring_a_withdrawn_post_back() -> None:
    """After the take-down is recorded, an older intent's receipt does not make the post stand again."""
    lines = [intent("a"), line("found", "a", "r1"), line("withdrawal"), line("receipt", "a", "r1")]

    assert names(read(lines)) == ([], "", [])


def test_a_post_sent_again_after_its_withdrawal_stands() -> None:
    """A new intent after a withdrawal counts as new."""
    lines = [intent("a"), line("receipt", "a", "r1"), line("withdrawal"), intent("b", "r2"), line("receipt", "b", "r2")]

    assert names(read(lines)) == ([], "r2", [])


def test_a_withdrawal_does_not_end_an_open_intent() -> None:
    """A doubt is not forgotten because something was taken down beside it."""
    assert names(read([intent("a"), line("withdrawal")])) == (["a"], "", [])


def test_a_baseline_stands_without_an_intent() -> None:
    """A post that was there before the ledger counts as standing."""
    assert names(read([line("baseline", revision="r0")])) == ([], "r0", [])


def test_a_baseline_gives_way_to_a_correction() -> None:
    """What is sent after the ledger began replaces the baseline."""
    assert names(read([line("baseline", revision="r0"), intent("a", "r1"), line("receipt", "a", "r1")])) == (
        [],
        "r1",
        [],
    )


def test_a_take_over_opens_its_own_intent_and_keeps_the_old_one_loose() -> None:
    """Void and own intent come together: one intent is open, and the old one's call may still land."""
    assert names(read([intent("a"), line("void", "a", "r1"), intent("b")])) == (["b"], "", ["a"])


def test_a_take_over_that_releases_hands_the_doubt_back() -> None:
    """Who took a doubt over and sent nothing leaves it as it was."""
    lines = [intent("a"), line("void", "a", "r1"), intent("b"), line("release", "b", "r1")]

    assert names(read(lines)) == (["a"], "", ["a"])


def test_a_take_over_that_is_refused_hands_the_doubt_back() -> None:
    """A refusal of the second run says nothing about the first run's call."""
    lines = [intent("a"), line("void", "a", "r1"), intent("b"), line("refusal", "b", "r1")]

    assert names(read(lines)) == (["a"], "", ["a"])


def test_a_doubt_that_its_own_run_has_ended_is_not_handed_back() -> None:
    """The first run said that it never called, so nothing is in doubt when the second one releases."""
    lines = [intent("a"), line("void", "a", "r1"), intent("b"), line("release", "a", "r1"), line("release", "b", "r1")]

    assert names(read(lines)) == ([], "", [])


def test_a_doubt_goes_back_through_two_take_overs() -> None:
    """The newest take-over hands back to the one before it, and that one to the first."""
    lines = [
        intent("a"),
        line("void", "a", "r1"),
        intent("b"),
        line("void", "b", "r1"),
        intent("c"),
        line("release", "c", "r1"),
    ]

    assert [one.nonce for one in read(lines).open] == ["b"]
    assert [one.nonce for one in read([*lines, line("release", "b", "r1")]).open] == ["a"]


def test_a_take_over_that_was_answered_leaves_nothing_to_hand_back() -> None:
    """Once the second run's call was answered, a later release elsewhere brings no old doubt up."""
    lines = [
        intent("a"), line("void", "a", "r1"), intent("b"), line("receipt", "b", "r1"),
        intent("c", "r2"), line("release", "c", "r2"),
    ]  # fmt: skip

    assert names(read(lines)) == ([], "r1", ["a"])


def test_an_end_whose_intent_is_missing_still_counts() -> None:
    """A receipt without its intent, in a ledger that lost lines, is the newest thing that is known."""
    assert names(read([line("receipt", "a", "r1")])) == ([], "r1", [])
