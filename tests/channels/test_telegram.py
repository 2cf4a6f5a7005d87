"""Telegram's own rules: what one message holds, what its numbers are for, whose fault a no is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kendal_git.channels.telegram.answers import outcome_of
from kendal_git.channels.telegram.channel import Bot, Telegram
from kendal_git.channels.telegram.payload import address, numbers
from kendal_git.composing.limits import limits_of
from kendal_git.messages import text
from kendal_git.model.message import Message
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown
from kendal_git.transport import Answer
from tests.channels.fakes.telegram import CAPTION, CHAT, NUMBER, TEXT, TOKEN, FakeTelegram
from tests.contracts.channel import TEACHERS, WORDS, carry, parcel, sent


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as made:
        yield made


def channel(fake: FakeTelegram, chat: str = CHAT) -> Telegram:
    return Telegram("telegram", Bot(TOKEN, chat, fake.url))


def test_an_album_is_one_call_and_keeps_every_number(fake: FakeTelegram) -> None:
    """Several pictures are one visible call whose receipt names each message, so that all of them can come down."""
    receipt = sent(carry(channel(fake), parcel(pictures=3)))

    assert fake.log == ["POST /sendMediaGroup"]
    assert receipt == Sent("https://t.me/kominfocontoh/101", "101,102,103")
    assert channel(fake).withdraw(TEACHERS, receipt.remote) == Sent()
    assert fake.messages == []


def test_a_private_channel_has_addresses_by_number(fake: FakeTelegram) -> None:
    """A channel without a public name is written by its number, without the mark of its kind."""
    fake.public = False

    assert sent(carry(channel(fake, str(NUMBER)), parcel())).url == "https://t.me/c/1234567890/101"


def test_words_are_taken_as_they_are(fake: FakeTelegram) -> None:
    """Nothing in a text can be taken for markup, and Telegram's units are counted as the check counts them."""
    words = "<b>Pasar</b> & *bazar* _UMKM_ [x](y) \\ 👨‍👩‍👧‍👦"
    most = "👍" * (CAPTION // 2)
    sent(carry(channel(fake), parcel(text=words)))
    sent(carry(channel(fake), parcel(text=most, pictures=1)))
    over = carry(channel(fake), parcel(text=f"{most}.", pictures=2))

    assert [one.text for one in fake.visible()] == [words, most]
    assert over == Refused("Bad Request: message caption is too long")
    assert (limits_of("telegram").texts[0].most, limits_of("telegram").under_pictures[0].most) == (TEXT, CAPTION)


@pytest.mark.parametrize("pictures", [0, 1, 2])
def test_a_correction_that_changes_nothing_is_done(fake: FakeTelegram, pictures: int) -> None:
    """The words that stand already are as good as changed, for text, a picture and an album."""
    first = sent(carry(channel(fake), parcel(pictures=pictures)))
    again = replace(parcel(pictures=pictures), replaces=first.remote)

    assert carry(channel(fake), again) == first
    assert [one.text for one in fake.visible()] == [WORDS]


def test_a_correction_of_what_is_gone_is_refused(fake: FakeTelegram) -> None:
    """A message that somebody deleted is not sent anew in the name of a correction."""
    given = parcel(text="Kata baru.")

    for remote in ("999", "", "outbox"):
        outcome = channel(fake).send(replace(given, replaces=remote or "?"), "n", 5.0)
        assert isinstance(outcome, Refused), remote
    assert fake.visible() == []


@pytest.mark.parametrize("pictures", [0, 2])
def test_what_is_too_old_is_for_a_person(fake: FakeTelegram, pictures: int) -> None:
    """After 48 hours a bot cannot delete: the reason says so and names the app; deleted there, the withdrawal ends."""
    receipt = sent(carry(channel(fake), parcel(pictures=pictures)))
    fake.clock = lambda: datetime.now(UTC) + timedelta(hours=48, minutes=1)
    outcome = channel(fake).withdraw(TEACHERS, receipt.remote)

    assert isinstance(outcome, ByHand)
    assert isinstance(outcome.reason, Message)
    assert text(outcome.reason, "id") == (
        "bot hanya dapat menghapus kiriman yang belum 48 jam "
        "(Bad Request: message can't be deleted for everyone); hapus di aplikasinya"
    )
    fake.messages.clear()
    assert channel(fake).withdraw(TEACHERS, receipt.remote) == Sent()


def test_a_post_without_a_number_is_for_a_person(fake: FakeTelegram) -> None:
    """What a person settled has no number on record: nothing is deleted, and nothing is claimed."""
    assert isinstance(channel(fake).withdraw(TEACHERS, ""), ByHand)
    assert fake.log == []


def test_the_bot_s_place_is_not_the_post_s_fault(fake: FakeTelegram) -> None:
    """A wrong channel and a bot that is no administrator pause the channel and leave the post owed."""
    assert isinstance(carry(channel(fake, "@salah"), parcel()), Denied)
    fake.admin = False
    assert isinstance(carry(channel(fake), parcel()), Denied)


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        (429, '{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":35}}', Throttled("x", 35)),
        (429, '{"ok":false,"error_code":429,"description":"x"}', Throttled("x", 60)),
        (400, '{"ok":false,"error_code":400,"description":"PHOTO_INVALID"}', Refused("PHOTO_INVALID")),
        (400, '{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}', None),
        (400, '{"ok":false,"error_code":400,"description":"g","parameters":{"migrate_to_chat_id":-1}}', Denied("g")),
        (404, '{"ok":false,"error_code":404,"description":"Not Found"}', Denied("Not Found")),
        (413, "<html>", Refused("HTTP 413")),
        (407, "<html>", Denied("HTTP 407")),
        (302, "", Unknown("HTTP 302")),
        (200, "<html>login</html>", Unknown("HTTP 200")),
        (200, '{"ok":true,"result":{}}', Unknown("no message_id")),
        (502, '{"ok":false,"error_code":429,"parameters":{"retry_after":5}}', Unknown("HTTP 502")),
    ],
)
def test_each_answer_has_one_meaning(status: int, body: str, outcome: Outcome | None) -> None:
    """What an answer means follows its code, then its words, and nothing is read out of a stranger's page."""
    found = outcome_of(Answer(status, body), CHAT, (TOKEN,))

    assert found == (outcome or Denied("Bad Request: chat not found"))


def test_numbers_and_addresses() -> None:
    """Only a list of numbers is one, and each kind of channel has its address."""
    assert [numbers(one) for one in ("7", "7,8", "", "7,", "x", "١")] == [(7,), (7, 8), (), (), (), ()]
    assert address("@nama", 7) == "https://t.me/nama/7"
    assert address("-1001234", 7) == "https://t.me/c/1234/7"
