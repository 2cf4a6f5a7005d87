"""X's own rules: the signature, the words that it gives back, the many kinds of 403."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kendal_git.channels.x.answers import outcome_of
from kendal_git.channels.x.channel import Account, X
from kendal_git.channels.x.payload import comparable, shows, written
from kendal_git.channels.x.signing import Keys, authorization
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown, Unreached
from kendal_git.ports import Parcel
from kendal_git.transport import Answer
from tests.channels.fakes.service import Fault
from tests.channels.fakes.x import DUPLICATE, FORBIDDEN, KEY, SECRET_KEY, SECRET_TOKEN, TOKEN, FakeX
from tests.contracts.channel import FISH, TEACHERS, WORDS, carry, parcel, sent

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def fake() -> Iterator[FakeX]:
    with FakeX() as made:
        yield made


def channel(fake: FakeX) -> X:
    return X("x", Account(Keys(KEY, SECRET_KEY, TOKEN, SECRET_TOKEN), fake.clock, fake.url))


def prepared(fake: FakeX, given: Parcel) -> Parcel:
    return replace(given, prepared=channel(fake).prepare(given))


def test_the_signature_is_the_published_one() -> None:
    """The worked example of Twitter's own documentation comes out, character for character."""
    keys = Keys(
        "xvz1evFS4wEEPTGEFPHBog",
        "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
        "370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb",
        "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE",
    )
    url = (
        "https://api.twitter.com/1.1/statuses/update.json?include_entities=true"
        "&status=Hello%20Ladies%20%2B%20Gentlemen%2C%20a%20signed%20OAuth%20request%21"
    )
    nonce, moment = "kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg", datetime.fromtimestamp(1318622958, UTC)

    assert 'oauth_signature="hCtSmYh%2BiHYCEqBWrE7C7hYmtUk%3D"' in authorization(keys, "POST", url, nonce, moment)


def test_a_clock_that_is_wrong_is_denied(fake: FakeX) -> None:
    """A signature of another time is a credential's fault, not the post's."""
    late = X("x", Account(Keys(KEY, SECRET_KEY, TOKEN, SECRET_TOKEN), lambda: NOON - timedelta(days=900), fake.url))

    assert isinstance(carry(late, parcel()), Denied)


@pytest.mark.parametrize(
    "words",
    [
        "Daftar di https://kendalkab.go.id/daftar?x=1&y=2, hari ini & besok <gratis>.",
        "Daftar di https://kendalkab.go.id/photo/1",
        "Dua  spasi dan\n\nbaris kosong, e\u0301 terurai",
    ],
)
@pytest.mark.parametrize("pictures", [0, 2])
def test_a_post_is_found_by_its_words_behind_t_co(fake: FakeX, words: str, pictures: int) -> None:
    """X shortens links, adds one for the pictures and escapes HTML: the post is found all the same, and no other."""
    given = prepared(fake, parcel(text=words, pictures=pictures))
    receipt = sent(channel(fake).send(given, "n", 5.0))

    assert channel(fake).find(given, "n") == receipt
    assert channel(fake).find(replace(given, payload=replace(given.payload, text=f"{words}!")), "n") is None


def test_what_is_older_than_the_intent_is_not_it(fake: FakeX) -> None:
    """An identical post of another time, by more than clocks may differ, or the one that is replaced is not found."""
    given = parcel()
    receipt = sent(carry(channel(fake), given))
    assert given.since

    assert channel(fake).find(replace(given, since=given.since + timedelta(seconds=90)), "n") is None
    assert channel(fake).find(replace(given, replaces=receipt.remote), "n") is None
    assert channel(fake).find(replace(given, since=None), "n") is None
    assert channel(fake).find(given, "n") == receipt


def test_another_post_with_these_words_is_not_it(fake: FakeX) -> None:
    """The pictures' own ids tell two posts of the same words apart, so that neither is taken for the other."""
    first, other = (prepared(fake, parcel(post, pictures=1)) for post in (TEACHERS, FISH))
    sent(channel(fake).send(first, "n", 5.0))

    assert channel(fake).send(other, "m", 5.0) == Unknown(DUPLICATE)
    assert channel(fake).find(other, "m") is None
    assert len(fake.visible()) == 1


def test_ids_that_vanished_are_prepared_again(fake: FakeX) -> None:
    """A day-old upload is gone: nothing is posted, and nothing is held against the content."""
    given = prepared(fake, parcel(pictures=1))
    for media in fake.media.values():
        media.until = fake.clock() - timedelta(seconds=1)

    assert channel(fake).send(given, "n", 5.0) == Unreached("Your media IDs are invalid.")
    assert fake.visible() == []


def test_too_many_pictures_are_refused(fake: FakeX) -> None:
    """Five pictures are one too many for X, whatever the check would have said."""
    given = prepared(fake, parcel(pictures=4))
    five = replace(given, prepared=(*given.prepared, ("picture-5", given.prepared[0][1])))

    assert isinstance(channel(fake).send(five, "n", 5.0), Refused)


def test_the_app_and_its_money_are_not_the_post_s_fault(fake: FakeX) -> None:
    """An app that is not enrolled and credits that ran out pause the channel."""
    fake.enrolled = False
    assert isinstance(carry(channel(fake), parcel()), Denied)
    fake.enrolled, fake.credits = True, False
    assert isinstance(carry(channel(fake), parcel()), Denied)


def test_a_post_without_a_number_is_for_a_person(fake: FakeX) -> None:
    """What a person settled has no number on record."""
    assert isinstance(channel(fake).withdraw(TEACHERS, ""), ByHand)
    assert fake.log == []


def test_a_withdrawal_is_not_claimed_from_a_fault(fake: FakeX) -> None:
    """Only X's own word that there is no such post counts as gone."""
    receipt = sent(carry(channel(fake), parcel()))
    fake.faults.append(Fault("500-before", "DELETE"))

    assert channel(fake).withdraw(TEACHERS, receipt.remote) == Unknown("HTTP 500")
    assert channel(fake).withdraw(TEACHERS, receipt.remote) == Sent()
    assert channel(fake).withdraw(TEACHERS, receipt.remote) == Sent()


@pytest.mark.parametrize(
    ("status", "body", "headers", "outcome"),
    [
        (403, f'{{"title":"Forbidden","detail":"{DUPLICATE}","status":403}}', {}, Unknown(DUPLICATE)),
        (403, f'{{"title":"Forbidden","detail":"{FORBIDDEN}","status":403}}', {}, Refused(FORBIDDEN)),
        (403, '{"title":"Forbidden","detail":"Account locked.","status":403}', {}, Denied("Account locked.")),
        (401, '{"title":"Unauthorized","detail":"Unauthorized","status":401}', {}, Denied("Unauthorized")),
        (402, '{"title":"CreditsDepleted","detail":"no credits"}', {}, Denied("no credits")),
        (429, '{"title":"UsageCapExceeded","detail":"monthly cap","status":429}', {}, Denied("monthly cap")),
        (429, '{"title":"Too Many Requests","detail":"t"}', {"x-rate-limit-reset": "1795694700"}, Throttled("t", 300)),
        (
            429,
            '{"title":"Too Many Requests","detail":"t"}',
            {"x-rate-limit-reset": "1795694700", "date": "Thu, 26 Nov 2026 12:04:00 GMT"},
            Throttled("t", 60),
        ),
        (429, '{"title":"Too Many Requests","detail":"t"}', {}, Throttled("t", 900)),
        (429, "", {"retry-after": "12"}, Throttled("HTTP 429", 12)),
        (503, '{"title":"Service Unavailable","status":503}', {}, Unknown("HTTP 503")),
        (200, '{"errors":[{"title":"Forbidden","detail":"no","status":400}]}', {}, Refused("no")),
        (200, '{"errors":[{"title":"Odd","detail":"partial"}]}', {}, Unknown("partial")),
        (200, '{"data":{"id":"7"},"errors":[{"title":"Odd"}]}', {}, Sent("https://x.com/i/web/status/7", "7")),
        (400, '{"errors":[{"message":"bad"}],"title":"Invalid Request"}', {}, Refused("bad")),
        (201, "<html>", {}, Unknown("HTTP 201")),
    ],
)  # fmt: skip
def test_each_answer_has_one_meaning(status: int, body: str, headers: dict[str, str], outcome: Outcome) -> None:
    """A problem's own status and words decide; X's clock says how long a wait is, ours only where X has none."""
    now = datetime.fromtimestamp(1795694400, UTC)

    assert outcome_of(Answer(status, body, tuple(headers.items())), now, ()) == outcome


def test_words_that_x_gives_back_are_read_as_written() -> None:
    """A link that X adds for the pictures goes, a link of ours stays, also one that looks like theirs."""
    shown = {
        "text": "A &amp; B https://t.co/1 https://t.co/2",
        "entities": {
            "urls": [
                {"url": "https://t.co/1", "expanded_url": "https://contoh.go.id/status/1/photo/1"},
                {"url": "https://t.co/2", "expanded_url": "https://x.com/a/status/1/photo/1"},
            ]
        },
    }

    assert comparable(written(shown)) == comparable("A & B https://contoh.go.id/status/1/photo/1")


@pytest.mark.parametrize(
    "shown", [{}, {"id": "1"}, {"id": "1", "text": WORDS, "created_at": "kemarin"}, {"id": "1", "text": WORDS}]
)
def test_a_post_without_its_facts_is_never_ours(shown: dict[str, str]) -> None:
    """What does not say when it was written proves nothing."""
    assert not shows(shown, parcel())
