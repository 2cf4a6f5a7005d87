"""The watchdog: loud about what is due and unsent, silent about what waits for its time."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kendal_git.messages import text
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
