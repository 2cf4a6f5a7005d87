"""A channel that asks to wait: whichever call it answered so, no run calls it again before the moment that it named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kendal_git.ports import Edits
from kendal_git.verbs.ledger import verify
from tests.support.desk import FISH, KEEPER, OFFICE, ONCE, TEACHERS, Desk, post

UNTIL = "kanal meminta menunggu sampai 24-11-2026 10:11 (terlalu banyak)"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def test_a_wait_asked_for_while_preparing_is_kept_by_the_next_run(desk: Desk) -> None:
    """No intent was written, so a line of its own says until when; the run after that moment sends."""
    desk.propose(post())
    desk.once.busy = 1
    first, second = desk.publish(), desk.publish("run-2")
    asked = desk.once.asked
    desk.clock.pass_(600)
    third = desk.publish("run-3")

    assert (first.code, first.states, first.why()) == (3, {ONCE: "owed", KEEPER: "delivered"}, UNTIL)
    assert (second.code, second.of(ONCE).state, second.why()) == (3, "owed", "kanal meminta menunggu")
    assert asked == 1
    assert (third.of(ONCE).state, desk.once.posts) == ("delivered", 1)
    assert desk.ledger.kinds() == ["prepared", "intent", "receipt"]
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


def test_a_wait_asked_for_by_the_visible_call_is_kept_by_the_next_run(desk: Desk) -> None:
    """The release that ends the intent says until when."""
    desk.propose(post())
    desk.once.script = ["throttled"]
    first, second = desk.publish(), desk.publish("run-2")

    assert (first.of(ONCE).state, first.why()) == ("owed", UNTIL)
    assert (second.of(ONCE).state, second.why()) == ("owed", "kanal meminta menunggu")
    assert (desk.once.asked, desk.ledger.kinds()) == (1, ["intent", "release"])


def test_a_wait_is_the_channel_s_and_not_the_post_s(desk: Desk) -> None:
    """A post that came later is not sent there either, and goes to the other channel at once."""
    desk.propose(post())
    desk.once.busy = 1
    desk.publish()
    desk.propose(post("Gemar makan ikan."), FISH)
    ran = desk.publish("run-2")

    assert (ran.of(ONCE, FISH).state, ran.of(KEEPER, FISH).state) == ("owed", "delivered")
    assert desk.once.asked == 1
    desk.clock.pass_(600)
    assert {one.state for one in desk.publish("run-3").published.deliveries} == {"delivered", "already"}


def test_a_take_down_waits_as_long_as_the_channel_asks(desk: Desk) -> None:
    """Calling it again at once would only lengthen the wait; the withdrawal stays open until it is done."""
    desk.propose(post(channels=f"[{ONCE}]"))
    desk.publish()
    desk.propose(post(channels=f"[{ONCE}]", withdrawn="{reason: fakta}"))
    desk.once.busy = 1
    first, second = desk.publish("run-2"), desk.publish("run-3")
    asked = desk.once.asked
    desk.clock.pass_(600)
    third = desk.publish("run-4")

    assert (first.code, first.of(ONCE).state) == (3, "owed")
    assert first.why() == "kanal meminta menunggu sampai 24-11-2026 10:12 (terlalu banyak)"
    assert (second.code, second.of(ONCE).state, second.why()) == (3, "owed", "kanal meminta menunggu")
    assert asked == 2
    assert (third.of(ONCE).state, desk.once.shown) == ("withdrawn", {})
    assert desk.ledger.kinds() == ["intent", "receipt", "prepared", "withdrawal"]
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


def test_a_post_that_must_go_before_its_correction_waits_too(desk: Desk) -> None:
    """Where a correction is a new post, a channel that asks to wait before the old one is gone shows the old one."""
    desk.change({"kendal.yaml": OFFICE.replace("papan: {via: outbox}", "papan: {via: outbox, correction: repost}")})
    desk.once.edits = Edits.NOTHING
    desk.propose(post(channels=f"[{ONCE}]"))
    desk.publish()
    old = desk.revision()
    desk.propose(post("Dengan koreksi.", channels=f"[{ONCE}]"))
    desk.once.busy = 1
    desk.once.prepare = lambda _: ()  # type: ignore[method-assign, assignment]  # nothing to upload: the take-down is what is busy
    first, second = desk.publish("run-2"), desk.publish("run-3")

    assert (first.of(ONCE).state, first.why()) == ("owed", "belum turun: terlalu banyak")
    assert (second.of(ONCE).state, second.why()) == ("owed", "kanal meminta menunggu")
    assert (desk.once.shown, desk.once.posts) == ({TEACHERS: old}, 1)
    desk.clock.pass_(600)
    assert desk.publish("run-4").of(ONCE).state == "delivered"
    assert desk.once.shown == {TEACHERS: desk.revision()}
