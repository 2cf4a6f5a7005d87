"""The windows that no rule closes, each as it is: what happens in it, what a person is told, and what helps."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kendal_git.model.outcome import Outcome
from kendal_git.ports import Parcel
from kendal_git.verbs.handing import Deed, handed_off
from kendal_git.verbs.ledger import verify
from tests.support.desk import FISH, ONCE, TEACHERS
from tests.support.remote_desk import UNTIL, WITHDRAWN, RemoteDesk, only


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[RemoteDesk]:
    made = RemoteDesk(tmp_path)
    yield made
    made.close()


@pytest.mark.rule("window-1")
def test_a_hold_behind_the_last_look_does_not_stop_that_one_call(desk: RemoteDesk) -> None:
    """The call that is under way becomes visible, the next one obeys, and a withdrawal takes the first one down."""
    desk.propose(only(ONCE, "Gemar makan ikan."), FISH)
    desk.propose(only(ONCE))
    send = desk.once.send

    def held(parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        desk.forge.hold("", "tunggu")
        return send(parcel, nonce, timeout)

    desk.once.send = held  # type: ignore[method-assign]
    ran = desk.publish()
    desk.propose(only(ONCE, "Gemar makan ikan.", **WITHDRAWN), FISH)
    later = desk.publish("run-2")

    assert (ran.of(ONCE, FISH).state, ran.of(ONCE).state) == ("delivered", "owed")
    assert (later.of(ONCE, FISH).state, desk.once.shown) == ("withdrawn", {})


@pytest.mark.rule("window-2")
def test_a_call_that_lands_after_its_last_moment_doubles_what_a_person_gave_up(desk: RemoteDesk) -> None:
    """Everything had passed and nothing was to be seen, so “not sent” was taken; then the request arrived."""
    desk.propose(only(ONCE))
    desk.once.script = ["travels"]
    desk.publish()
    desk.forge.ended = True
    desk.clock.pass_(UNTIL + 1)
    desk.settle("not-sent")
    second = desk.publish("run-2")
    desk.once.land()

    assert second.of(ONCE).state == "delivered"
    assert desk.once.posts == 2
    assert desk.publish("run-3").code == 0


@pytest.mark.rule("window-2")
def test_a_call_that_lands_after_its_last_moment_doubles_nothing_while_nobody_settles(desk: RemoteDesk) -> None:
    """However late it arrives, the doubt has kept everybody else from sending."""
    desk.propose(only(ONCE))
    desk.once.script = ["travels"]
    desk.publish()
    desk.clock.pass_(24 * 3600)
    desk.publish("run-2")
    desk.once.land()

    assert desk.publish("run-3").code == 4
    assert desk.once.posts == 1


@pytest.mark.rule("window-3")
def test_a_repository_restored_as_a_whole_looks_intact(desk: RemoteDesk) -> None:
    """Both refs stand on an old copy and no run is under way: nobody is told, and what was sent goes out again."""
    old = desk.tip()
    desk.propose(only(ONCE))
    desk.publish()
    for name in ("ledger", "ledger-seen"):
        desk.force(name, old)
    ran = desk.publish("run-2")

    assert (ran.code, ran.of(ONCE).state, desk.once.posts) == (0, "delivered", 2)
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


@pytest.mark.rule("window-3")
def test_a_hold_before_the_restored_ledger_is_used_lets_a_person_say_what_stands(desk: RemoteDesk) -> None:
    """Held, a run plans and sends nothing; what is seen on the channel is handed off, and nothing is left to send."""
    old = desk.tip()
    desk.propose(only(ONCE))
    desk.publish()
    for name in ("ledger", "ledger-seen"):
        desk.force(name, old)
    desk.forge.hold("", "dipulihkan")
    held = desk.publish("run-2")
    deed = Deed(TEACHERS, ONCE, "https://papan.example/25-hari-guru", "kabid-ikp", desk.clock.now(), "meja")
    desk.ledger.write(*((TEACHERS, line) for line in handed_off(desk.git, desk.office, desk.ledger.fetch(), deed)))
    desk.forge.unhold("")
    desk.clock.pass_(1)
    ran = desk.publish("run-3")

    assert held.of(ONCE).state == "held"
    assert (ran.code, desk.once.posts) == (0, 1)


@pytest.mark.rule("window-4")
def test_a_post_that_is_wrongly_called_sent_is_lost(desk: RemoteDesk) -> None:
    """The person's word is the last: no later run looks for it."""
    desk.propose(only(ONCE))
    desk.once.script = ["nowhere"]
    first = desk.publish()
    desk.settle("sent")

    assert first.why() == (
        "kanal tidak memberi kepastian (waktu habis): mungkin tayang, mungkin tidak. "
        "Lihat kanalnya, lalu kendal ledger settle"
    )
    assert (desk.publish("run-2").code, desk.once.shown) == (0, {})


@pytest.mark.rule("window-4")
def test_a_post_that_is_wrongly_called_not_sent_is_doubled(desk: RemoteDesk) -> None:
    """It stands there, and it is sent again because a person said that it does not."""
    desk.propose(only(ONCE))
    desk.once.script = ["lost"]
    desk.publish()
    desk.forge.ended = True
    desk.clock.pass_(UNTIL + 1)
    desk.settle("not-sent")
    desk.publish("run-2")

    assert desk.once.posts == 2
