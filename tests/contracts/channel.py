"""What every channel promises. A subclass gives ``platform``: a service of its own for each test, and eyes on it.

``ChannelContract`` is for every channel, ``ServiceContract`` adds what a service on the network can do to us.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Protocol

import pytest

from kendal_git.channels.naming import remote_of
from kendal_git.model.delivery import Payload, PayloadPicture
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached, Untaken
from kendal_git.ports import Channel, Edits, NotPrepared, Parcel

TEACHERS, FISH = "content/2026/11/25-hari-guru", "content/2026/11/21-hari-ikan"
WORDS = "Terima kasih, guru. Selamat Hari Guru Nasional 2026."
SECRET = "rahasia-yang-tidak-boleh-terbaca"  # what a stranger brings as a credential


@dataclass(frozen=True, slots=True)
class Shown:
    """One post as the public sees it; ``alts`` and ``pictures`` in their order, None where the platform has no such."""

    text: str
    alts: tuple[str, ...] | None = ()
    pictures: tuple[bytes, ...] | None = ()


class Platform(Protocol):
    """The service behind a channel: what the public sees there, without a word of the channel's own code."""

    def channel(self) -> Channel:
        """The channel of one more run, with a good credential."""

    def shown(self) -> list[Shown]:
        """What is visible now, oldest first."""


class Service(Platform, Protocol):
    """A platform on the network, with the faults that it can have."""

    def stranger(self) -> Channel:
        """A channel whose credential, the word SECRET, is refused."""

    def nowhere(self) -> Channel:
        """A channel of a service where nobody listens."""

    def lose_answer(self) -> None:
        """The next visible call is taken and its answer never arrives."""

    def break_down(self) -> None:
        """The next visible call is answered with a server's own fault, and shows nothing."""

    def throttle(self) -> float:
        """The next call, or the next visible one, is too much; the seconds that the service asks to wait."""

    def unwelcome(self, parcel: Parcel) -> Parcel:
        """The same parcel with what this service documents that it refuses."""


def picture(shade: int) -> bytes:
    """A small JPEG of its own."""
    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (320, 400), (shade, 90, 90)).save(file, "JPEG", quality=80)
    return file.getvalue()


def parcel(post: str = TEACHERS, text: str = WORDS, pictures: int = 0, revision: str = "a" * 40) -> Parcel:
    """What the courier would give: as many pictures, each with an alternative text of its own."""
    alts = ("Guru di depan kelas", "Murid memberi bunga “melati”", "Tumpeng & kue", "Foto bersama")
    names = tuple(PayloadPicture(f"{number}.jpg", alts[number]) for number in range(pictures))
    data = tuple((one.file, picture(40 * number)) for number, one in enumerate(names))
    return Parcel(post, revision, Payload("kanal", text, names), data, "Selamat Hari Guru", since=datetime.now(UTC))


def carry(channel: Channel, given: Parcel, nonce: str = "n" * 32) -> Outcome | Untaken:
    """Prepare and send, as the courier does; how it ended."""
    try:
        given = replace(given, prepared=channel.prepare(given))
    except NotPrepared as failed:
        return failed.outcome
    return channel.send(given, nonce, 10.0)


def sent(outcome: Outcome | Untaken) -> Sent:
    """An outcome that is a receipt."""
    assert isinstance(outcome, Sent), outcome
    return outcome


class ChannelContract:
    """The promises of every channel.

    ``finds``: the channel can tell that it shows a post. ``withdraws``: it can take one down. ``fewest``: how many
    pictures each of its posts must have. ``via``: its route, where a public address tells what the channel itself calls
    a post.
    """

    finds = True
    withdraws = True
    fewest = 0
    via = ""

    def parcel(self, post: str = TEACHERS, text: str = WORDS, pictures: int = 0, revision: str = "a" * 40) -> Parcel:
        """A parcel that the platform can take."""
        return parcel(post, text, max(pictures, self.fewest), revision)

    @pytest.fixture
    def platform(self) -> Platform:
        raise NotImplementedError

    def test_what_is_sent_becomes_visible_once(self, platform: Platform) -> None:
        """The words arrive as they are, once, and the receipt says where."""
        receipt = sent(carry(platform.channel(), self.parcel()))

        assert [one.text for one in platform.shown()] == [WORDS]
        assert receipt.url
        assert receipt.remote

    def test_an_address_tells_the_channel_s_own_name(self, platform: Platform) -> None:
        """Whoever points to the post by its address gives the name that the receipt has, and no other."""
        receipt = sent(carry(platform.channel(), self.parcel()))

        assert remote_of(self.via, receipt.url, 0) == (receipt.remote if self.via else "")
        assert remote_of(self.via, "https://contoh.example/tentang-kami", 0) == ""

    def test_preparation_shows_nothing_and_may_be_repeated(self, platform: Platform) -> None:
        """Whatever is uploaded, however often, the public sees nothing until the visible call, and then one post."""
        given = self.parcel(pictures=2)
        first = platform.channel().prepare(given)
        platform.channel().prepare(given)

        assert platform.shown() == []
        sent(platform.channel().send(replace(given, prepared=first), "n", 10.0))
        assert len(platform.shown()) == 1

    @pytest.mark.parametrize("pictures", [1, 3])
    def test_pictures_keep_their_order_and_their_words(self, platform: Platform, pictures: int) -> None:
        """Each picture arrives in its place, and where the platform has alternative texts each has its own."""
        given = self.parcel(pictures=pictures)
        sent(carry(platform.channel(), given))
        (shown,) = platform.shown()

        assert shown.text == WORDS
        assert shown.alts in (None, tuple(one.alt for one in given.payload.pictures))
        assert shown.pictures in (None, tuple(data for _, data in given.pictures))
        assert (shown.alts, shown.pictures) != (None, None)

    def test_a_repeat_under_the_same_intent_shows_nothing_new(self, platform: Platform) -> None:
        """A channel that calls itself repeatable shows one post and names it alike, also to another run."""
        given = self.parcel(pictures=1)
        channel = platform.channel()
        first = sent(carry(channel, given))
        if channel.repeatable:
            assert [sent(carry(one, given)) for one in (channel, platform.channel())] == [first, first]

        assert len(platform.shown()) == 1

    def test_two_posts_are_two(self, platform: Platform) -> None:
        """Another post is no repeat, even on the same channel within the same second."""
        channel = platform.channel()
        first, other = (sent(carry(channel, one)) for one in (self.parcel(), self.parcel(FISH, "Makan ikan, sehat.")))

        assert first.remote != other.remote
        assert sorted(one.text for one in platform.shown()) == sorted([WORDS, "Makan ikan, sehat."])

    def test_only_what_is_surely_shown_is_found(self, platform: Platform) -> None:
        """Nothing is found before sending, then this very post, and never one with other words."""
        given = self.parcel()
        given = replace(given, prepared=platform.channel().prepare(given))
        before = platform.channel().find(given, "n")
        receipt = sent(platform.channel().send(given, "n", 10.0))
        found = platform.channel().find(given, "n")

        assert before is None
        assert found == receipt or (found is None and not self.finds)
        other = self.parcel(text="Kata-kata yang lain sama sekali.", revision="b" * 40)
        assert platform.channel().find(other, "m") is None

    def test_a_correction_changes_what_stands(self, platform: Platform) -> None:
        """Where the channel says that it edits, the new words stand in the old post's place, under its name."""
        given = self.parcel(pictures=1)
        channel = platform.channel()
        first = sent(carry(channel, given))
        if channel.edits is Edits.NOTHING:
            assert len(platform.shown()) == 1
            return
        new = self.parcel(text="Terima kasih, Bapak dan Ibu guru.", pictures=1, revision="b" * 40)
        second = sent(carry(platform.channel(), replace(new, replaces=first.remote), "m"))

        assert second.remote == first.remote
        (shown,) = platform.shown()
        assert shown.text == "Terima kasih, Bapak dan Ibu guru."
        assert shown.alts in (None, ("Guru di depan kelas",))

    def test_a_correction_changes_pictures_where_it_says_so(self, platform: Platform) -> None:
        """A channel that edits everything shows the new pictures with their new words, in their order."""
        first = sent(carry(platform.channel(), self.parcel(pictures=1)))
        new = self.parcel(pictures=3, revision="b" * 40)
        if platform.channel().edits is Edits.ALL:
            sent(carry(platform.channel(), replace(new, replaces=first.remote), "m"))
            (shown,) = platform.shown()
            assert shown.alts in (None, tuple(one.alt for one in new.payload.pictures))
            assert shown.pictures in (None, tuple(data for _, data in new.pictures))

        assert len(platform.shown()) == 1

    def test_a_withdrawal_may_be_repeated(self, platform: Platform) -> None:
        """What stands comes down and stays down; a channel that cannot says that a person must."""
        receipt = sent(carry(platform.channel(), self.parcel()))
        outcomes = [platform.channel().withdraw(TEACHERS, receipt.remote) for _ in range(2)]

        if self.withdraws:
            assert [type(one) for one in outcomes] == [Sent, Sent]
            assert platform.shown() == []
        else:
            assert [type(one) for one in outcomes] == [ByHand, ByHand]
            assert len(platform.shown()) == 1


class ServiceContract(ChannelContract):
    """The promises of a channel over a network: whatever the service does, nothing is claimed that is not known."""

    @pytest.fixture
    def platform(self) -> Service:
        raise NotImplementedError

    def test_a_lost_answer_is_unknown(self, platform: Service) -> None:
        """What was taken without an answer is neither sent nor unsent; a repeat, where allowed, leaves one post."""
        given, channel = self.parcel(pictures=1), platform.channel()
        platform.lose_answer()
        outcome = carry(channel, given, "n")

        assert isinstance(outcome, Unknown), outcome
        assert len(platform.shown()) == 1
        found = channel.find(replace(given, prepared=channel.prepare(given)), "n")
        assert (found is not None) == self.finds
        if channel.repeatable:
            again = sent(carry(platform.channel(), given, "n"))
            assert found in (None, again)
        assert len(platform.shown()) == 1

    def test_a_server_s_own_fault_is_unknown(self, platform: Service) -> None:
        """A 5xx of the visible call says nothing about what became visible."""
        platform.break_down()

        assert isinstance(carry(platform.channel(), self.parcel()), Unknown)
        assert platform.shown() == []

    def test_a_bad_credential_is_denied(self, platform: Service) -> None:
        """The content is not at fault, with and without pictures, and nothing says the credential aloud."""
        channel = platform.stranger()
        outcomes = [carry(channel, self.parcel(pictures=pictures)) for pictures in (0, 1)]

        assert [type(one) for one in outcomes] == [Denied, Denied]
        assert SECRET not in f"{channel!r} {outcomes} {vars(channel) if hasattr(channel, '__dict__') else ''}"
        assert platform.shown() == []

    def test_too_much_is_throttled_with_the_service_s_own_wait(self, platform: Service) -> None:
        """The answer carries how long the service asks us to wait, and nothing is shown."""
        channel = platform.channel()
        wait = platform.throttle()
        outcome = carry(channel, self.parcel())

        assert isinstance(outcome, Throttled), outcome
        assert outcome.wait == pytest.approx(wait, abs=30)  # the service's clock goes on meanwhile
        assert platform.shown() == []

    def test_content_that_the_service_refuses_is_refused(self, platform: Service) -> None:
        """The service's own reason comes back, and nothing is shown."""
        outcome = carry(platform.channel(), platform.unwelcome(self.parcel(pictures=1)))

        assert isinstance(outcome, Refused), outcome
        assert outcome.reason
        assert platform.shown() == []

    @pytest.mark.parametrize("pictures", [0, 1])
    def test_where_nobody_listens_nothing_arrives(self, platform: Service, pictures: int) -> None:
        """A connection that never came about is the one failure that surely sent nothing."""
        assert isinstance(carry(platform.nowhere(), self.parcel(pictures=pictures)), Unreached)

    def test_no_withdrawal_is_claimed_without_an_answer(self, platform: Service) -> None:
        """What could not be taken down, for whatever reason, is not said to be down."""
        receipt = sent(carry(platform.channel(), self.parcel()))
        makers: tuple[Callable[[], Channel], ...] = (platform.stranger, platform.nowhere)

        assert not any(isinstance(make().withdraw(TEACHERS, receipt.remote), Sent) for make in makers)
        assert len(platform.shown()) == 1
