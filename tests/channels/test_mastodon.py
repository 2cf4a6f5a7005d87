"""Mastodon against the public mock: the contract over HTTP, and what is Mastodon's alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kendal_git.channels.mastodon.channel import BREATH, LOOKS, MEDIA, PAGE, PAUSE, STATUSES, UPLOADS
from kendal_git.channels.mastodon.channel import Mastodon as MastodonChannel
from kendal_git.channels.mastodon.service import Service as MastodonService
from kendal_git.model.outcome import ByHand, Denied, Refused, Throttled, Unknown, Unreached
from kendal_git.model.secret import Secret
from kendal_git.ports import Channel
from tests.channels.houses import Mastodon
from tests.contracts.channel import TEACHERS, Service, ServiceContract, carry, parcel, sent
from tests.support.lossy import Fault


class TestMastodon(ServiceContract):
    """The contract."""

    via = "mastodon"

    @pytest.fixture
    def platform(self, mastodon: Mastodon) -> Service:
        return mastodon

    def test_a_picture_in_the_making_is_waited_for(self, mastodon: Mastodon) -> None:
        """A server that is still at work on a picture is asked again until it may be attached."""
        mastodon.line.faults += [Fault("POST", "/api/v2/media", 202), *[Fault("GET", "/api/v1/media", 206)] * 2]
        channel, pauses = patient(mastodon)

        sent(carry(channel, parcel(pictures=1)))
        assert pauses == [PAUSE] * 3
        assert mastodon.shown()[0].alts == ("Guru di depan kelas",)

    @pytest.mark.parametrize(
        ("faults", "kind"),
        [
            ([Fault("POST", UPLOADS, 202), *[Fault("GET", MEDIA, 206)] * LOOKS], Unreached),
            ([Fault("POST", UPLOADS, 202), Fault("GET", MEDIA, 422)], Refused),
            ([Fault("POST", UPLOADS, 422)], Refused),
            ([Fault("POST", UPLOADS, 500)], Unreached),
            ([Fault("POST", UPLOADS)], Unreached),
            ([Fault("POST", UPLOADS, 200, body=b"{}")], Unreached),
            ([Fault("POST", UPLOADS, 403)], Denied),
            ([Fault("POST", UPLOADS, 429, headers={"Retry-After": "7"})], Throttled),
        ],
        ids=["never ready", "spoilt", "refused", "broken", "lost", "odd", "no right", "too much"],
    )
    def test_a_failed_preparation_shows_nothing(self, mastodon: Mastodon, faults: list[Fault], kind: type) -> None:
        """However an upload fails, its kind is told, nothing is in doubt and nothing is visible."""
        mastodon.line.faults += faults

        assert type(carry(patient(mastodon)[0], parcel(pictures=1))) is kind
        assert mastodon.shown() == []

    @pytest.mark.parametrize("fault", [Fault("POST", STATUSES), Fault("POST", STATUSES, 502)], ids=["lost", "502"])
    def test_after_an_answer_that_was_lost_the_server_gets_a_moment(self, mastodon: Mastodon, fault: Fault) -> None:
        """The key is kept only once the status is there: before that a repeat would be a second post."""
        mastodon.line.faults.append(fault)
        channel, pauses = patient(mastodon)

        assert isinstance(carry(channel, parcel()), Unknown)
        assert pauses == [BREATH]

    def test_an_answer_that_is_no_status_is_unknown(self, mastodon: Mastodon) -> None:
        """A page in the place of the answer says nothing about the status."""
        mastodon.line.faults.append(Fault("POST", STATUSES, 200, body=b"<html>"))

        assert isinstance(carry(mastodon.channel(), parcel()), Unknown)

    def test_last_year_s_post_with_the_same_words_is_not_found(self, mastodon: Mastodon) -> None:
        """What is older than the intent cannot be what came of it."""
        sent(carry(mastodon.channel(), parcel()))
        later = replace(parcel(), since=datetime.now(UTC) + timedelta(minutes=2))

        assert mastodon.channel().find(later, "n") is None

    def test_a_post_is_found_behind_many_others(self, mastodon: Mastodon) -> None:
        """An account that posts a lot does not hide it: the list is read page by page back to the intent."""
        first = sent(carry(mastodon.channel(), parcel()))
        for number in range(PAGE + 1):
            sent(carry(mastodon.channel(), parcel(f"content/2026/11/25-lain-{number}", f"Kiriman ke-{number}")))

        assert mastodon.channel().find(parcel(), "n") == first

    def test_a_correction_without_an_answer_is_found(self, mastodon: Mastodon) -> None:
        """The status that was to be changed shows whether it was."""
        first = sent(carry(mastodon.channel(), parcel()))
        new = replace(parcel(text="Sudah dikoreksi.", revision="b" * 40), replaces=first.remote)
        before = mastodon.channel().find(new, "m")
        mastodon.line.faults.append(Fault("PUT", STATUSES))

        assert isinstance(carry(mastodon.channel(), new, "m"), Unknown)
        assert (before, mastodon.channel().find(new, "m")) == (None, first)
        assert sent(carry(mastodon.channel(), new, "m")) == first
        assert [one.text for one in mastodon.shown()] == ["Sudah dikoreksi."]

    def test_what_a_person_deleted_is_not_changed_and_not_posted_anew(self, mastodon: Mastodon) -> None:
        """Whoever took it down by hand meant it: the correction is refused with the server's word for it."""
        first = sent(carry(mastodon.channel(), parcel()))
        sent(mastodon.channel().withdraw(TEACHERS, first.remote))
        new = replace(parcel(text="Sudah dikoreksi.", revision="b" * 40), replaces=first.remote)

        assert isinstance(carry(mastodon.channel(), new, "m"), Refused)
        assert mastodon.shown() == []

    def test_only_the_server_s_own_word_says_that_a_post_is_gone(self, mastodon: Mastodon) -> None:
        """A 404 of some other page is no withdrawal, and without a name nothing can be taken down."""
        first = sent(carry(mastodon.channel(), parcel()))
        mastodon.line.faults.append(Fault("DELETE", STATUSES, 404, instead=True, body=b"<html>Not Found</html>"))

        assert isinstance(mastodon.channel().withdraw(TEACHERS, first.remote), Denied)
        assert mastodon.channel().withdraw(TEACHERS, "") == ByHand(f"{TEACHERS}: ≠ id")
        assert len(mastodon.shown()) == 1

    def test_what_a_person_made_from_the_outbox_is_left_to_people(self, mastodon: Mastodon) -> None:
        """An office that posted by hand before knows its posts by other names: none is said to be changed or gone."""
        by_hand = "2026-11-25-hari-guru"
        sent(carry(mastodon.channel(), parcel()))

        assert carry(mastodon.channel(), replace(parcel(), replaces=by_hand)) == Refused(f"{by_hand}: ≠ id")
        assert mastodon.channel().withdraw(TEACHERS, by_hand) == ByHand(f"{by_hand}: ≠ id")
        assert len(mastodon.shown()) == 1

    def test_a_picture_that_is_too_heavy_is_not_even_uploaded(self, mastodon: Mastodon) -> None:
        """The sentence names the picture and both figures."""
        given = replace(parcel(pictures=1), pictures=(("1.jpg", b"\xff" * 8_000_001),))

        assert carry(mastodon.channel(), given) == Refused("1.jpg: 8000001 B > 8000000 B")
        assert mastodon.line.seen == []


def patient(mastodon: Mastodon) -> tuple[Channel, list[float]]:
    """A channel, and how long it paused each time, in no time."""
    pauses: list[float] = []
    service = MastodonService(mastodon.line.url, Secret(mastodon.account.word))
    return MastodonChannel("mastodon", service, pauses.append), pauses
