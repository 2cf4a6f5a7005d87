"""Corrections on services that do not know our posts by name: what cannot be changed in place is never doubled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kendal_git.messages import text
from tests.channels.fakes.service import Fake, Fault
from tests.channels.matrix import NEW, OLD, ServiceDesk
from tests.channels.offices import FAKES, VISIBLE

CHANGING = [name for name in FAKES if name != "instagram"]  # where a program may change or delete


@pytest.fixture(params=FAKES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ServiceDesk]:
    fake: Fake
    with FAKES[request.param]() as fake:
        made = ServiceDesk(tmp_path, fake)
        yield made
        made.close()


def test_what_a_person_settled_is_corrected_by_hand(desk: ServiceDesk) -> None:
    """A post whose number nobody knows can be neither changed nor taken down, so no second one is put beside it."""
    desk.write(OLD)
    desk.fake.faults.append(Fault("lost", VISIBLE[desk.fake.name]))
    desk.run()
    desk.settle(sent=True)
    desk.clock.pass_(3600)
    desk.write(NEW)
    ran = desk.run()
    (one,) = ran.deliveries

    assert (one.state, [shown.text for shown in desk.fake.visible()]) == ("handed-off", [OLD])
    assert one.reason
    assert text(one.reason, "en").startswith(f"{desk.fake.name} cannot change a post; mend it by hand")


@pytest.mark.parametrize("desk", CHANGING, indirect=True)
def test_new_pictures_replace_the_post(desk: ServiceDesk) -> None:
    """Where pictures cannot be changed the old post goes and the new one comes, and never do both stand."""
    desk.write(OLD)
    desk.run()
    desk.write(NEW, images="[{file: b.jpg, alt: Barisan peserta yang lain, credit: Tim IKP}]")
    ran = desk.run()

    assert [one.state for one in ran.deliveries] == ["delivered"]
    assert [(one.text, len(one.pictures or ())) for one in desk.fake.visible()] == [(NEW, 1)]


@pytest.mark.parametrize("desk", CHANGING, indirect=True)
def test_a_correction_of_words_keeps_the_post_where_it_can(desk: ServiceDesk) -> None:
    """Telegram and Facebook change the words in place, under the same address; X takes the post down and sends anew."""
    desk.write(OLD)
    before = desk.run().deliveries[0].url
    desk.write(NEW)
    after = desk.run().deliveries[0].url
    remotes = [one.remote for one in desk.lines() if one.kind == "receipt"]

    assert [one.text for one in desk.fake.visible()] == [NEW]
    assert (len(set(remotes)) == 1) == (desk.fake.name != "x")
    assert before
    assert after
