"""The contract itself: over the outbox and a platform in memory, and against channels that break one promise each."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kendal_git.channels.outbox.channel import Outbox
from kendal_git.messages import text
from kendal_git.model.message import Message
from kendal_git.model.outcome import ByHand
from kendal_git.ports import Channel
from tests.channels.twin import Twin
from tests.contracts.channel import (
    TEACHERS,
    ChannelContract,
    Platform,
    Service,
    ServiceContract,
    Shown,
    carry,
    parcel,
    sent,
)


class Folder:
    """An outbox as a person sees it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def channel(self) -> Channel:
        return Outbox("kanal", self._folder)

    def shown(self) -> list[Shown]:
        return [self._post(text.parent) for text in sorted(self._folder.glob("kanal/*/teks.txt"))]

    def _post(self, folder: Path) -> Shown:
        pictures = sorted(folder.glob("??-*.jpg"))
        alts = tuple(Path(f"{one}.alt.txt").read_text(encoding="utf-8").strip() for one in pictures)
        text = (folder / "teks.txt").read_text(encoding="utf-8").strip()
        return Shown(text, alts, tuple(one.read_bytes() for one in pictures))


class TestOutbox(ChannelContract):
    """A folder keeps every promise that needs no network; what was posted from it, a person alone can take down."""

    @pytest.fixture
    def platform(self, tmp_path: Path) -> Platform:
        return Folder(tmp_path / "outbox")

    def test_a_withdrawal_may_be_repeated(self, platform: Platform) -> None:
        """The kit goes, and each time a person is asked to take down what may have been posted from it."""
        receipt = sent(carry(platform.channel(), parcel()))
        outcomes = [platform.channel().withdraw(TEACHERS, receipt.remote) for _ in range(2)]

        told = [
            text(one.reason, "id") for one in outcomes if isinstance(one, ByHand) and isinstance(one.reason, Message)
        ]
        record = f"kendal publish --handed-off {TEACHERS} kanal"
        assert told == [f"turunkan {TEACHERS} dari kanal bila sudah diunggah, lalu catat: {record}"] * 2
        assert platform.shown() == []


class TestRepeatable(ServiceContract):
    """A channel that knows its keys."""

    @pytest.fixture
    def platform(self) -> Service:
        return Twin()


class TestOnce(ServiceContract):
    """A channel on which a second call is a second post."""

    @pytest.fixture
    def platform(self) -> Service:
        return Twin(repeatable=False)


Promise = Callable[[ServiceContract, Service], None]


@pytest.mark.parametrize(
    ("lie", "promise"),
    [
        ("eager", ServiceContract.test_preparation_shows_nothing_and_may_be_repeated),
        ("forgetful", ServiceContract.test_a_repeat_under_the_same_intent_shows_nothing_new),
        ("forgetful", ServiceContract.test_a_correction_changes_what_stands),
        ("forgetful", ServiceContract.test_a_correction_changes_pictures_where_it_says_so),
        ("gullible", ServiceContract.test_only_what_is_surely_shown_is_found),
        ("bold", ServiceContract.test_a_lost_answer_is_unknown),
        ("final", ServiceContract.test_a_server_s_own_fault_is_unknown),
        ("hasty", ServiceContract.test_too_much_is_throttled_with_the_service_s_own_wait),
        ("tells", ServiceContract.test_a_bad_credential_is_denied),
        ("deaf", ServiceContract.test_a_withdrawal_may_be_repeated),
        ("deaf", ServiceContract.test_no_withdrawal_is_claimed_without_an_answer),
        ("shuffles", lambda contract, twin: contract.test_pictures_keep_their_order_and_their_words(twin, 3)),
        ("mute", lambda contract, twin: contract.test_pictures_keep_their_order_and_their_words(twin, 1)),
        ("unsure", lambda contract, twin: contract.test_where_nobody_listens_nothing_arrives(twin, 0)),
    ],
)
def test_a_broken_promise_is_noticed(lie: str, promise: Promise) -> None:
    """Each lie of a channel makes the promise that it breaks fail, which holds without the lie."""
    promise(ServiceContract(), Twin())

    with pytest.raises((AssertionError, ValueError)):  # the latter where one post was expected
        promise(ServiceContract(), Twin(lie=lie))
