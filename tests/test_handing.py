"""What a person did by hand: recorded under an intent of its own, and never guessed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kendal_git.messages import text
from kendal_git.model.trouble import Misuse
from kendal_git.planning.book import read
from kendal_git.verbs.handing import Deed, handed_off
from kendal_git.verbs.ledger import verify
from tests.support.desk import MORNING, ONCE, TEACHERS, Desk, post

HERE = Deed(TEACHERS, ONCE, "https://papan.example/7", "kabid-ikp", MORNING, "tangan")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def record(desk: Desk, deed: Deed) -> list[str]:
    """Write what the person says into the ledger; the kinds of the lines."""
    lines = handed_off(desk.git, desk.office, desk.ledger.fetch(), deed)
    desk.ledger.write(*((deed.post, line) for line in lines))
    return [line.kind for line in lines]


def test_the_address_of_what_was_sent_is_learned(desk: Desk) -> None:
    """What stands already gets a better address under its own intent."""
    desk.propose(post())
    desk.publish()

    assert record(desk, HERE) == ["found"]

    assert read(desk.ledger.lines()).url == "https://papan.example/7"
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


def test_a_correction_by_hand_is_not_asked_for_again(desk: Desk) -> None:
    """The new revision stands under an intent of the person's own, and the next run finds nothing to do."""
    desk.propose(post())
    desk.publish()
    desk.propose(post("Terima kasih, Bapak dan Ibu guru."))
    desk.forge.hold(ONCE, "diperbaiki dengan tangan")
    desk.publish()

    assert record(desk, HERE) == ["intent", "found"]
    desk.forge.unhold(ONCE)
    desk.clock.pass_(1)

    assert desk.publish().code == 0
    assert len(desk.once.calls) == 1
    assert verify(desk.ledger.fetch(), [TEACHERS]) == ()


def test_a_takedown_by_hand_closes_the_withdrawal(desk: Desk) -> None:
    """A withdrawn post that a person took down is withdrawn, without an address."""
    desk.propose(post())
    desk.publish()
    desk.propose(post(withdrawn="{reason: fakta}"))

    assert record(desk, replace(HERE, url="")) == ["withdrawal"]
    assert read(desk.ledger.lines()).stands == ""


@pytest.mark.parametrize(
    ("deed", "sentence"),
    [
        (replace(HERE, url="papan"), "alamat kirimannya belum ditulis"),
        (
            replace(HERE, post="content/2026/11/21-hari-ikan"),
            "isi content/2026/11/21-hari-ikan di cabang utama belum disetujui, jadi belum boleh ada di papan",
        ),
    ],
)
def test_what_cannot_be_recorded_is_said(desk: Desk, deed: Deed, sentence: str) -> None:
    """Neither a post without an address nor one that nobody approved is taken into the ledger."""
    desk.propose(post())
    desk.publish()

    with pytest.raises(Misuse) as refused:
        handed_off(desk.git, desk.office, desk.ledger.fetch(), deed)

    assert text(refused.value.message, "id") == sentence


def test_the_channel_s_own_name_is_kept_with_the_address(desk: Desk) -> None:
    """What the address tells is known of the post from then on, whoever had put it there."""
    desk.propose(post())
    desk.publish()
    record(desk, replace(HERE, remote="7"))

    assert read(desk.ledger.lines()).remote == "7"
    desk.propose(post(withdrawn="{reason: fakta}"))
    desk.publish("run-2")
    assert desk.once.withdrawn == ["7"]
