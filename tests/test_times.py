"""When a post may go out: posting hours, its own moments, the day of a greeting, and what is never sent late."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from kendal_git.model.office import Window
from kendal_git.model.post import Amendment, Post, Timed
from kendal_git.planning.times import NEVER, Standing, Timing, timing

WIB = ZoneInfo("Asia/Jakarta")
HOURS = Window()


def wib(text: str) -> datetime:
    """A moment in Kendal: ``25 06:00`` of November 2026."""
    day, clock = text.split()
    return datetime.combine(date(2026, 11, int(day)), time.fromisoformat(clock), WIB)


def post(**more: object) -> Post:
    usual = {"path": "content/2026/11/25-a", "title": "A", "kind": "liputan", "date": date(2026, 11, 25)}
    return Post(**{**usual, "information": "berkala", **more})  # type: ignore[arg-type]


def times(one: Post, *days: date) -> Timing:
    return timing(one, HOURS, WIB, lambda _name, _year: days)


def standing(one: Post, now: str, *days: date) -> str:
    """The word, and the moment in Kendal that says so."""
    found, at = times(one, *days).at(wib(now), WIB)
    return f"{found} {at.astimezone(WIB):%d %H:%M}" if at and at != NEVER else str(found)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("25 04:59", "scheduled 25 05:00"),
        ("25 05:00", "due"),
        ("25 20:59", "due"),
        ("25 21:00", "scheduled 26 05:00"),
        ("25 23:30", "scheduled 26 05:00"),
    ],
)
def test_a_post_goes_out_in_the_posting_hours(now: str, expected: str) -> None:
    """From five in the morning until nine in the evening; outside of them it waits for the morning."""
    assert expected == standing(post(), now)


def test_urgent_information_keeps_no_hours() -> None:
    """Serta-merta goes out in the middle of the night."""
    assert standing(post(information="serta-merta"), "25 02:10") == "due"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("25 05:59", "scheduled 25 06:00"),
        ("25 06:00", "due"),
        ("25 14:00", "due"),
        ("25 21:00", "missed 25 21:00"),
        ("26 06:00", "missed 25 21:00"),
    ],
)
def test_what_has_its_hour_is_never_sent_on_another_day(now: str, expected: str) -> None:
    """A post with publish_at is missed when the hours of that day are over."""
    assert expected == standing(post(publish_at=wib("25 06:00")), now)


def test_an_hour_outside_of_the_window_moves_into_it() -> None:
    """publish_at at ten in the evening means the next morning, and that day's evening ends it."""
    late = post(publish_at=wib("25 22:00"))

    assert [standing(late, now) for now in ("25 22:30", "26 05:00", "26 21:00")] == [
        "scheduled 26 05:00",
        "due",
        "missed 26 21:00",
    ]


def test_a_greeting_ends_with_its_day() -> None:
    """A flyer for a commemorative day is missed from midnight on, unless somebody submits it again with a reason."""
    flyer = post(kind="flyer-hari-besar")

    assert standing(flyer, "25 20:00") == "due"
    assert standing(flyer, "26 05:00") == "missed 26 00:00"
    assert standing(post(kind="flyer-hari-besar", resubmitted="terlambat disetujui"), "26 05:00") == "due"


def test_a_correction_is_never_too_late() -> None:
    """What stands wrong is corrected whenever the correction is approved."""
    late = post(kind="flyer-hari-besar", publish_at=wib("25 06:00"), correction=Amendment("ejaan"))

    assert standing(late, "28 09:00") == "due"


def test_a_day_that_moves_takes_its_post_along() -> None:
    """The moment follows the calendar as it is now: a ruling the night before needs no new approval."""
    eid = post(kind="flyer-hari-besar", commemoration="idulfitri", publish_at=Timed("idulfitri", time(6)))

    assert standing(eid, "25 06:00", date(2026, 11, 25)) == "due"
    assert standing(eid, "25 06:00", date(2026, 11, 26)) == "scheduled 26 06:00"
    assert standing(eid, "26 06:00", date(2026, 11, 26)) == "due"


def test_a_day_that_nobody_has_confirmed_has_not_come() -> None:
    """Without a confirmed date the post waits, whatever the clock says."""
    eid = post(publish_at=Timed("idulfitri", time(6)))

    assert times(eid).at(datetime(2030, 1, 1, tzinfo=UTC), WIB) == (Standing.EARLY, NEVER)


def test_what_has_expired_is_told_before_what_was_missed() -> None:
    """Past its end a post is expired, also when it was missed before."""
    over = post(publish_at=wib("25 06:00"), expires=wib("26 00:00"))

    assert standing(over, "26 08:00") == "expired 26 00:00"
