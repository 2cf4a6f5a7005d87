"""Bluesky against its reference server: the contract over the real thing, and what is Bluesky's alone."""

from dataclasses import replace

import pytest

from kendal_git.model.outcome import ByHand, Refused, Sent, Unreached
from tests.channels.houses import PUT, Bluesky
from tests.contracts.channel import FISH, TEACHERS, Service, ServiceContract, carry, parcel, picture, sent
from tests.support.lossy import Fault

pytestmark = pytest.mark.node


class TestBluesky(ServiceContract):
    """The contract."""

    via = "bluesky"

    @pytest.fixture
    def platform(self, bluesky: Bluesky) -> Service:
        return bluesky

    def test_a_run_has_one_session(self, bluesky: Bluesky) -> None:
        """Signing in is rare goods: one run does it once, whatever it sends, corrects, finds and withdraws."""
        channel = bluesky.channel()
        for number in range(3):
            sent(carry(channel, parcel(f"content/2026/11/25-kiriman-{number}", pictures=1)))
        receipt = sent(carry(channel, parcel()))
        channel.find(parcel(), "n")
        channel.withdraw(TEACHERS, receipt.remote)

        assert [path for _, path, _ in bluesky.line.seen].count("/xrpc/com.atproto.server.createSession") == 1

    def test_a_session_that_ended_meanwhile_is_begun_anew(self, bluesky: Bluesky) -> None:
        """The server says that nothing was done; the next try signs in again and is taken."""
        channel = bluesky.channel()
        over = b'{"error":"ExpiredToken","message":"Token has expired"}'
        bluesky.line.faults.append(Fault("POST", PUT, 400, instead=True, body=over))

        assert carry(channel, parcel()) == Unreached("400 ExpiredToken Token has expired")
        sent(carry(channel, parcel()))
        assert len(bluesky.shown()) == 1

    def test_a_record_says_what_the_public_server_says(self, bluesky: Bluesky) -> None:
        """Links and tags survive the server's own check of places, and the address is the app's."""
        text = "🇮🇩 Pasar murah é: https://kendalkab.go.id/pasar?hari=1 #HariGuru"
        receipt = sent(carry(bluesky.channel(), parcel(text=text)))
        (record,) = bluesky.records()

        assert receipt.url == f"https://bsky.app/profile/{bluesky.account.name}/post/{receipt.remote}"
        assert record["uri"].rsplit("/", 1)[-1] == receipt.remote
        assert [one["features"][0]["$type"] for one in record["value"]["facets"]] == [
            "app.bsky.richtext.facet#link",
            "app.bsky.richtext.facet#tag",
        ]
        assert record["value"]["createdAt"] == "2026-11-25T14:00:00.000Z"

    def test_a_repeat_makes_no_commit(self, bluesky: Bluesky) -> None:
        """The server itself says that the second call of another run changed nothing."""
        first, second = (sent(carry(bluesky.channel(), parcel(pictures=2))) for _ in range(2))
        (record,) = bluesky.records()
        service = bluesky.service()
        service.enter()
        body = {"collection": "app.bsky.feed.post", "rkey": first.remote, "record": record["value"]}
        answer = service.write("com.atproto.repo.putRecord", body, 10.0)

        assert first == second
        assert isinstance(answer, dict)
        assert "commit" not in answer
        assert answer["cid"] == record["cid"]

    def test_a_post_that_a_person_took_down_is_not_found(self, bluesky: Bluesky) -> None:
        """After a withdrawal the record is gone for whoever looks."""
        receipt = sent(carry(bluesky.channel(), parcel()))
        sent(bluesky.channel().withdraw(TEACHERS, ""))

        assert bluesky.channel().find(parcel(), "n") is None
        assert bluesky.channel().withdraw(TEACHERS, receipt.remote) == Sent()

    @pytest.mark.parametrize(
        ("size", "reason"), [(1_000_001, "1.jpg: 1000001 B > 1000000 B"), (40, "1.jpg: broken"), (0, "1.jpg: broken")]
    )
    def test_a_picture_that_cannot_be_shown_is_not_even_uploaded(
        self, bluesky: Bluesky, size: int, reason: str
    ) -> None:
        """Too heavy or no picture at all: the sentence names it, and nothing was sent."""
        given = replace(parcel(pictures=1), pictures=(("1.jpg", picture(1).ljust(size, b"\0")[:size]),))

        assert carry(bluesky.channel(), given) == Refused(reason)
        assert not [path for _, path, _ in bluesky.line.seen if "uploadBlob" in path]

    def test_the_heaviest_picture_is_taken(self, bluesky: Bluesky) -> None:
        """The limit is the server's own: a picture of exactly so many bytes is shown."""
        data = picture(1).ljust(1_000_000, b"\0")
        sent(carry(bluesky.channel(), replace(parcel(pictures=1), pictures=(("1.jpg", data),))))

        assert bluesky.shown()[0].pictures == (data,)

    def test_a_picture_that_the_server_has_cleared_away_is_uploaded_again(self, bluesky: Bluesky) -> None:
        """The content is not at fault: nothing was sent, and the next try begins with the upload."""
        channel, other = bluesky.channel(), parcel(FISH, pictures=3)
        given = replace(parcel(pictures=1), prepared=channel.prepare(parcel(pictures=1)))
        never = replace(
            other,
            prepared=tuple(
                (name, "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku")
                for name in ("picture-1", "picture-2", "picture-3")
            ),
        )

        assert isinstance(channel.send(never, "m", 10.0), Unreached)
        sent(channel.send(given, "n", 10.0))

    def test_what_a_person_made_from_the_outbox_is_left_to_people(self, bluesky: Bluesky) -> None:
        """An office that posted by hand before knows its posts by other names: none is said to be changed or gone."""
        by_hand = "2026-11-25-hari-guru"
        sent(carry(bluesky.channel(), parcel()))

        assert carry(bluesky.channel(), replace(parcel(), replaces=by_hand)) == Refused(f"{by_hand}: ≠ rkey")
        assert bluesky.channel().withdraw(TEACHERS, by_hand) == ByHand(f"{by_hand}: ≠ rkey")
        assert len(bluesky.shown()) == 1

    def test_a_path_without_a_day_is_refused_before_anything(self, bluesky: Bluesky) -> None:
        """The key and the record's day come from the path."""
        assert carry(bluesky.channel(), parcel("content/aneh")) == Refused("content/aneh: content/YYYY/MM/DD-…")
        assert bluesky.line.seen == []
