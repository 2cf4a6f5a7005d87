"""The calendar's promises: which day is kept when, and the how-manieth it is."""

from datetime import date

import pytest

from kendal_git.files import WorkTree
from kendal_git.reading.calendar import Calendar, read_calendar
from tests.bookroom import ROOT


class OneFile:
    """A repository that holds nothing but a calendar."""

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self, path: str) -> bytes | None:
        return self.text.encode() if path == "agenda/hari-besar.yaml" else None

    def entries(self, path: str) -> tuple[()]:
        return ()


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    """The calendar that comes with the project."""
    return read_calendar(WorkTree(ROOT))


def days(calendar: Calendar, identity: str, year: int) -> list[str]:
    return [found.date.isoformat() for found in calendar.in_year(identity, year)]


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("hari-guru-nasional", ["2025-11-25", "2026-11-25", "2027-11-25"]),
        ("hari-pahlawan", ["2025-11-10", "2026-11-10", "2027-11-10"]),
        ("hari-jadi-kendal", ["2025-07-28", "2026-07-28", "2027-07-28"]),
        ("hari-jadi-jateng", ["2025-08-19", "2026-08-19", "2027-08-19"]),
        ("idulfitri", ["2025-03-31", "2025-04-01", "2026-03-21", "2026-03-22", "2027-03-10", "2027-03-11"]),
        ("iduladha", ["2025-06-06", "2026-05-27", "2027-05-17"]),
        ("maulid-nabi", ["2025-09-05", "2026-08-25", "2027-08-15"]),
        ("hari-habitat-sedunia", ["2025-10-06", "2026-10-05", "2027-10-04"]),
        ("hari-kusta-sedunia", ["2025-01-26", "2026-01-25", "2027-01-31"]),
    ],
)
def test_official_dates(calendar: Calendar, identity: str, expected: list[str]) -> None:
    """Fixed days, decreed days, the first Monday and the last Sunday of a month fall where the office expects them."""
    assert expected == [day for year in (2025, 2026, 2027) for day in days(calendar, identity, year)]


def test_two_in_one_year(calendar: Calendar) -> None:
    """Isra Mikraj is kept twice in 2027, and each of the two days knows it."""
    assert days(calendar, "isra-mikraj", 2027) == ["2027-01-05", "2027-12-26"]
    assert "isra-mikraj" in [found.id for found in calendar.on(date(2027, 1, 5))]
    assert "isra-mikraj" in [found.id for found in calendar.on(date(2027, 12, 26))]


@pytest.mark.parametrize(
    ("identity", "year", "ordinal"),
    [
        ("hari-kesehatan-nasional", 2026, 62),
        ("hut-korpri", 2026, 55),
        ("hari-ibu", 2026, 98),
        ("hari-ikan-nasional", 2026, 13),
        ("hari-jadi-kendal", 2026, 421),
        ("hari-guru-nasional", 2026, None),
    ],
)
def test_ordinals(calendar: Calendar, identity: str, year: int, ordinal: int | None) -> None:
    """“ke-N” counts from the day's own base year, and a day without one has none."""
    assert [ordinal] == [found.ordinal for found in calendar.in_year(identity, year)]


def test_what_falls_on_a_day(calendar: Calendar) -> None:
    """A day names all that is kept on it, in the order of the file."""
    assert [one.id for one in calendar.on(date(2026, 11, 25))] == [
        "hari-guru-nasional",
        "hari-anti-kekerasan-perempuan",
    ]
    assert calendar.on(date(2026, 11, 26)) == ()


def test_written_dates_win() -> None:
    """A date that is written out wins over the rule, in its year alone."""
    found = read_calendar(
        OneFile(
            "entries:\n"
            "  - id: hari-contoh\n    nama: Hari Contoh\n"
            "    rule: {type: nth-weekday, month: 5, weekday: sunday, n: -1}\n"
            "    dates: {2026: [2026-05-30]}\n"
        )
    )

    assert days(found, "hari-contoh", 2025) == ["2025-05-25"]
    assert days(found, "hari-contoh", 2026) == ["2026-05-30"]
    assert days(found, "hari-contoh", 2027) == ["2027-05-30"]


def test_unknown_year_has_no_date() -> None:
    """A day of the moon's calendar has no date in a year for which nobody has written one: nothing is guessed."""
    found = read_calendar(
        OneFile(
            "entries:\n  - id: nyepi\n    nama: Nyepi\n    rule: {type: saka-nyepi}\n    dates: {2026: [2026-03-19]}\n"
        )
    )

    assert (days(found, "nyepi", 2026), days(found, "nyepi", 2028)) == (["2026-03-19"], [])


def test_leap_day() -> None:
    """A fixed day that a year does not have is absent, not an error."""
    found = read_calendar(OneFile("entries: [{id: kabisat, nama: Kabisat, rule: {type: fixed, month: 2, day: 29}}]\n"))

    assert (days(found, "kabisat", 2027), days(found, "kabisat", 2028)) == ([], ["2028-02-29"])


def test_no_calendar() -> None:
    """A repository without a calendar keeps no day."""
    assert read_calendar(OneFile("")).on(date(2026, 11, 25)) == ()
