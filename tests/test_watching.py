"""The watchdog: loud about what is due and unsent, silent about what waits for its time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kendal_git.channels.outbox.channel import Outbox
from kendal_git.messages import text
from kendal_git.ports import Channel
from kendal_git.verbs.handing import Deed, handed_off
from kendal_git.verbs.watching import overdue
from tests.support.desk import KEEPER, ONCE, TEACHERS, Desk, post


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def told(desk: Desk, later: timedelta = timedelta(hours=1)) -> list[str]:
    """What the watchdog says, some time from now."""
    channels = {ONCE: desk.once, KEEPER: desk.keeper}
    at = (channels, desk.clock.now() + later)
    return [text(one, "id") for one in overdue(desk.git, desk.forge, desk.ledger.fetch(), desk.office, at)]


def test_a_post_that_is_due_and_unsent_is_named(desk: Desk) -> None:
    """Each channel that lacks it is told, and that no run has looked at main."""
    desk.propose(post())

    assert told(desk) == [
        "cabang utama berubah sejak 24-11-2026 10:00 dan belum ada proses penayangan yang melihatnya",
        f"{TEACHERS} sudah waktunya dan belum tayang di {ONCE}",
        f"{TEACHERS} sudah waktunya dan belum tayang di {KEEPER}",
    ]


def test_what_was_just_merged_is_given_time(desk: Desk) -> None:
    """Within the timer's pause nobody is called."""
    desk.propose(post())

    assert told(desk, timedelta(minutes=5)) == []


def test_what_is_sent_scheduled_or_held_is_no_alarm(desk: Desk) -> None:
    """Silence when everything went out, when its time has not come, and while somebody holds it."""
    desk.propose(post())
    desk.publish()
    sent = told(desk)
    desk.propose(post("Besok", publish_at="2026-12-20T06:00+07:00"))
    desk.publish()
    scheduled = told(desk)
    desk.propose(post("Sekarang"))
    desk.forge.hold("", "tunggu")
    desk.publish()

    assert (sent, scheduled, told(desk)) == ([], [], [])


def test_a_doubt_is_an_alarm(desk: Desk) -> None:
    """A delivery of which nobody knows how it ended is told until somebody settles it."""
    desk.once.script = ["lost"]
    desk.propose(post())
    desk.publish()

    assert told(desk) == [f"{TEACHERS} sudah waktunya dan belum tayang di {ONCE}"]


def test_a_kit_that_nobody_says_was_posted_is_an_alarm_after_two_hours(desk: Desk, tmp_path: Path) -> None:
    """A kit alone makes nothing visible; once a person says where it is, there is silence."""
    kits = Outbox(KEEPER, tmp_path / "outbox")
    desk.propose(post())
    made = desk.publish(boards={ONCE: desk.once, KEEPER: kits}).states
    early, late = told(desk), told(desk, timedelta(hours=3))
    deed = Deed(TEACHERS, KEEPER, "https://arsip.example/1", "kabid-ikp", desk.clock.now(), "tangan")
    desk.ledger.write(*((TEACHERS, line) for line in handed_off(desk.git, desk.office, desk.ledger.fetch(), deed)))

    assert made == {ONCE: "delivered", KEEPER: "handed-off"}
    assert early == []
    record = f"kendal publish --handed-off {TEACHERS} arsip --url ALAMAT"
    ready = f"{TEACHERS}: kit untuk arsip siap sejak 24-11-2026 10:01 dan belum dicatat tayang"
    assert late == [f"{ready}; sesudah diunggah: {record}"]
    assert told(desk, timedelta(hours=3)) == []


def test_a_withdrawn_post_that_still_stands_is_named(desk: Desk, tmp_path: Path) -> None:
    """What nobody has taken down yet is told as such, and no kit of it is asked for any more."""
    kits = Outbox(ONCE, tmp_path / "outbox")
    boards: dict[str, Channel] = {ONCE: kits, KEEPER: desk.keeper}
    desk.propose(post())
    desk.publish(boards=boards)
    desk.propose(post(withdrawn="{reason: fakta}"))

    assert desk.publish(boards=boards).states == {ONCE: "handed-off", KEEPER: "withdrawn"}
    assert told(desk, timedelta(hours=3)) == [f"{TEACHERS} sudah ditarik dan belum diturunkan dari {ONCE}"]
