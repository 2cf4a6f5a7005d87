"""A Facebook Page's own rules: two steps, errors under any status, and what proves that a post is ours."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from kendal_git.channels.facebook.channel import Facebook, Page
from kendal_git.channels.facebook.payload import shows
from kendal_git.channels.graph import outcome_of
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Throttled, Unknown
from kendal_git.ports import Parcel
from kendal_git.transport import Answer
from tests.channels.fakes.facebook import MINUTES, PAGE, TOKEN, FakeFacebook
from tests.channels.fakes.service import Fault
from tests.contracts.channel import FISH, TEACHERS, WORDS, carry, parcel, sent


@pytest.fixture
def fake() -> Iterator[FakeFacebook]:
    with FakeFacebook() as made:
        yield made


def channel(fake: FakeFacebook, token: str = TOKEN) -> Facebook:
    return Facebook("facebook", Page(PAGE, token, fake.api))


def prepared(fake: FakeFacebook, given: Parcel) -> Parcel:
    return replace(given, prepared=channel(fake).prepare(given))


def error(code: int, message: str = "m", **more: object) -> str:
    return json.dumps({"error": {"code": code, "message": message, **more}})


def test_pictures_come_first_and_one_call_shows_them(fake: FakeFacebook) -> None:
    """Each picture is uploaded unseen, and one call makes the post of them."""
    sent(carry(channel(fake), parcel(pictures=2)))

    assert fake.log == ["POST /N/photos", "POST /N/photos", "POST /N/feed"]


def test_a_link_goes_where_no_picture_does(fake: FakeFacebook) -> None:
    """A post without pictures carries its link, one with pictures cannot."""
    sent(carry(channel(fake), replace(parcel(), link="https://kendalkab.go.id/a")))
    sent(carry(channel(fake), replace(parcel(FISH, "Ikan.", 1), link="https://kendalkab.go.id/b")))

    assert [one.link for one in fake.posts] == ["https://kendalkab.go.id/a", ""]


def test_errors_are_read_under_any_status(fake: FakeFacebook) -> None:
    """Meta answers errors with HTTP 200 as well: none of them is taken for a success."""
    fake.quiet = True

    assert isinstance(carry(channel(fake, "EAAx"), parcel(pictures=1)), Denied)
    assert isinstance(carry(channel(fake), parcel(text="")), Refused)
    sent(carry(channel(fake), parcel()))
    assert isinstance(carry(channel(fake), parcel()), Unknown)
    assert len(fake.visible()) == 1


def test_a_lost_role_is_denied(fake: FakeFacebook) -> None:
    """A Page on which we may not post any more pauses, and its posts stay owed."""
    fake.role = False

    assert isinstance(carry(channel(fake), parcel()), Denied)


def test_a_picture_that_is_too_large_is_refused_before_anything_shows(fake: FakeFacebook) -> None:
    """The live limit of 4 MB is Meta's own word in the refusal."""
    given = parcel(pictures=1)
    outcome = carry(channel(fake), replace(given, pictures=(("a.jpg", given.pictures[0][1] + b"\0" * 4_200_000),)))

    assert outcome == Refused("100/1366046 Photos must be smaller than 4 MB, JPG or PNG.")
    assert fake.log == ["POST /N/photos"]


def test_pictures_that_are_shown_already_leave_a_doubt(fake: FakeFacebook) -> None:
    """The very pictures of the intent in a post already: it may be this one, so nothing is claimed."""
    given = prepared(fake, parcel(pictures=1))
    sent(channel(fake).send(given, "n", 5.0))

    assert isinstance(channel(fake).send(given, "n", 5.0), Unknown)
    assert len(fake.visible()) == 1


def test_only_the_post_of_the_intent_is_found(fake: FakeFacebook) -> None:
    """The same words of another time, of another post's pictures or of the replaced post are not this one's."""
    given, other = (prepared(fake, parcel(post, pictures=1)) for post in (TEACHERS, FISH))
    receipt = sent(channel(fake).send(given, "n", 5.0))
    sent(carry(channel(fake), parcel(FISH, "Yang terbaru.")))
    assert given.since

    assert channel(fake).find(given, "n") == receipt
    assert channel(fake).find(other, "n") is None
    assert channel(fake).find(replace(given, prepared=()), "n") == receipt
    assert channel(fake).find(replace(given, since=given.since + timedelta(seconds=90)), "n") is None
    assert channel(fake).find(replace(given, outdated=receipt.remote), "n") is None
    assert channel(fake).find(replace(given, payload=replace(given.payload, text="")), "n") is None


def test_line_ends_are_no_other_words(fake: FakeFacebook) -> None:
    """Kinds of line ends and spaces at the end of a line do not hide a post."""
    given = parcel(text="Baris satu  \r\nbaris dua\n")
    receipt = sent(carry(channel(fake), given))
    fake.posts[0].message = "Baris satu\nbaris dua"

    assert channel(fake).find(given, "n") == receipt


def test_a_correction_is_found_in_its_place(fake: FakeFacebook) -> None:
    """New words in the standing post are found there, and pictures that were to change are not taken for changed."""
    first = sent(carry(channel(fake), parcel(pictures=1)))
    new = replace(parcel(text="Kata baru.", pictures=1, revision="b" * 40), replaces=first.remote)
    before = channel(fake).find(new, "n")
    sent(carry(channel(fake), new))

    assert before is None
    assert channel(fake).find(new, "n") == Sent(f"https://www.facebook.com/{first.remote}", first.remote)
    assert channel(fake).find(replace(new, prepared=(("picture-1", "9"),)), "n") is None
    assert channel(fake).find(replace(parcel(text="Kata baru."), replaces=first.remote), "n") is None


def test_gone_is_only_what_the_page_s_own_list_lacks(fake: FakeFacebook) -> None:
    """A word of no such object is believed when the Page still answers us, and not when it does not."""
    receipt = sent(carry(channel(fake), parcel()))
    fake.posts.clear()
    fake.faults.append(Fault("expired", "GET"))

    assert isinstance(channel(fake).withdraw(TEACHERS, receipt.remote), Denied)
    assert channel(fake).withdraw(TEACHERS, receipt.remote) == Sent()
    assert isinstance(channel(fake).withdraw(TEACHERS, ""), ByHand)


def test_what_a_person_made_from_the_outbox_is_left_to_people(fake: FakeFacebook) -> None:
    """A name that is no post of the Page is neither changed, looked up nor deleted."""
    given = replace(parcel(), replaces="2026-11-25-hari-guru")

    assert channel(fake).send(given, "n", 5.0) == Refused("2026-11-25-hari-guru: ≠ id")
    assert channel(fake).find(given, "n") is None
    assert isinstance(channel(fake).withdraw(TEACHERS, "2026-11-25-hari-guru"), ByHand)
    assert fake.log == ["GET /N/published_posts"]


def test_the_wait_is_meta_s_own(fake: FakeFacebook) -> None:
    """Minutes of the usage header are the wait, also when the throttle comes while uploading."""
    fake.faults.append(Fault("throttled", "photos"))
    outcome = carry(channel(fake), parcel(pictures=1))

    assert outcome == Throttled("32 (#32) Page request limit reached", 60.0 * MINUTES)


@pytest.mark.parametrize(
    ("status", "body", "outcome"),
    [
        *((400, error(code), Unknown(f"{code} m")) for code in (1, 2, 506)),
        *((400, error(code), Throttled(f"{code} m", 3600)) for code in (4, 17, 32, 341, 613, 80001, 80002)),
        *((400, error(code), Denied(f"{code} m")) for code in (3, 10, 102, 190, 200, 299, 368)),
        (400, error(100), Refused("100 m")),
        (400, error(1609005), Refused("1609005 m")),
        (400, error(2, is_transient=True), Unknown("2 m")),
        (400, error(55, is_transient=True), Throttled("55 m", 60)),
        (
            400,
            error(368, "It looks like you already posted this."),
            Unknown("368 It looks like you already posted this."),
        ),
        (400, error(1, error_subcode=1390008), Unknown("1/1390008 m")),
        (403, error(100, error_subcode=1404078), Denied("100/1404078 m")),
        (500, error(190), Unknown("HTTP 500")),
        (200, error(190), Denied("190 m")),
        (200, "{}", Unknown("HTTP 200")),
        (502, "<html>", Unknown("HTTP 502")),
        (407, "<html>", Denied("HTTP 407")),
    ],
)
def test_each_code_has_one_meaning(status: int, body: str, outcome: Outcome) -> None:
    """The numbers of Meta's table decide, whatever the status; where a retry doubles posts nothing is claimed."""
    assert outcome_of(Answer(status, body), ()) == outcome


@pytest.mark.parametrize("more", [{}, {"created_time": "kemarin"}, {"created_time": "2030-01-01T00:00:00"}])
def test_a_post_without_its_facts_is_never_ours(more: dict[str, str]) -> None:
    """What does not say when it was written, and in which time zone, proves nothing."""
    assert not shows({"id": "1", "message": WORDS, **more}, parcel())
