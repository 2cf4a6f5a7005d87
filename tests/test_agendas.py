"""The agenda book's and the calendar's readers: one day a file, commemorative days from rules and written dates."""

from datetime import date, time
from pathlib import Path

import pytest

from kendal_git.reading.agendas import read_day
from kendal_git.reading.calendar import PATH, Calendar, read_calendar
from tests.scratch import DAY, DAY_PATH, Repository, first_lines


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_good_day_becomes_a_value(repository: Repository) -> None:
    """Entries keep their order, and a cancelled one is there with its reason."""
    repository.write(DAY_PATH, DAY)

    day, trouble = read_day(repository.files, DAY_PATH)

    assert trouble == ()
    assert day is not None
    assert [(entry.id, entry.starts) for entry in day.entries] == [("upacara", time(8)), ("ziarah", time(10))]
    cancelled = day.entries[1].cancelled
    assert cancelled is not None
    assert cancelled.reason == "hujan"


def test_the_last_change_stands(repository: Repository) -> None:
    """A later time and place are appended, the first record stays."""
    changes = (
        "    changes:\n      - {at: 2026-11-18T07:10+07:00, time: '13:00', reason: cuaca}\n"
        "      - {at: 2026-11-19T07:10+07:00, place: Pendopo, reason: hujan}\n"
    )
    repository.write(DAY_PATH, DAY.replace("    source: protokol\n", "    source: protokol\n" + changes))

    day, trouble = read_day(repository.files, DAY_PATH)

    assert trouble == ()
    assert day is not None
    assert (day.entries[0].time, day.entries[0].starts, day.entries[0].venue) == (time(8), time(13), "Pendopo")


def test_an_absent_day_is_no_fault(repository: Repository) -> None:
    """A day on which nothing happens has no file."""
    assert read_day(repository.files, DAY_PATH) == (None, ())


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "date: 2026-11-25",
            "date: 2026-11-26",
            "1:7: galat[agenda-path]: tanggal ini milik berkas agenda/2026/11/26.yaml",
        ),
        ("date: 2026-11-25\n", "", "1:1: galat[field-missing]: “date” wajib ada"),
        ("id: ziarah", "id: upacara", "7:10: galat[agenda-id]: id “upacara” sudah dipakai di hari ini"),
        ('time: "08:00"', "time: pagi", "4:11: galat[value-invalid]: “pagi” bukan jam; tulis JJ:MM, misalnya 08:00"),
        ("source: protokol", "source: radio", "6:13: galat[value-unknown]: “radio” bukan pilihan untuk “source”"),
        ("reason: hujan", "alasan: hujan", "7:101: galat[field-unknown]: tidak ada isian bernama “alasan”"),
        ("    title: Upacara Hari Guru\n", "", "3:5: galat[field-missing]: “title” wajib ada"),
    ],
)
def test_each_fault_of_a_day_stands_where_it_is(repository: Repository, old: str, new: str, line: str) -> None:
    """A wrong value, a missing one, an id used twice and a date in another day's file are each found."""
    assert DAY.count(old) == 1
    repository.write(DAY_PATH, DAY.replace(old, new))

    assert f"{DAY_PATH}:{line}" in first_lines(read_day(repository.files, DAY_PATH)[1])


def test_an_id_used_twice_is_found_behind_a_faulty_entry(repository: Repository) -> None:
    """Places count the entries of the file, not those that could be read."""
    broken = (
        '  - {id: rusak, time: "25:00", title: Rusak, source: opd}\n'
        '  - {id: upacara, time: "11:00", title: Lagi, source: opd}\n'
    )
    repository.write(DAY_PATH, DAY + broken)

    found = first_lines(read_day(repository.files, DAY_PATH)[1])

    assert f"{DAY_PATH}:9:10: galat[agenda-id]: id “upacara” sudah dipakai di hari ini" in found


def calendar(repository: Repository, entries: str) -> Calendar:
    repository.write(PATH, f"entries:\n{entries}")
    return read_calendar(repository.files)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("rule: {type: fixed, month: 11, day: 25}", "2026-11-25"),
        ("rule: {type: nth-weekday, month: 1, weekday: sunday, n: -1}", "2026-01-25"),
        ("rule: {type: nth-weekday, month: 10, weekday: monday, n: 1}", "2026-10-05"),
        ("rule: {type: nth-weekday, month: 12, weekday: thu, n: -1}", "2026-12-31"),
        ("dates: {2026: [2026-03-21]}", "2026-03-21"),
        ("dates: {2026: 2026-03-21}", "2026-03-21"),
        ("rule: {type: fixed, month: 1, day: 1}\n    dates: {2026: [2026-01-02]}", "2026-01-02"),
    ],
)
def test_the_date_of_a_year_follows_the_rule_or_what_is_written(repository: Repository, rule: str, day: str) -> None:
    """Fixed days, the n-th and the last weekday of a month, and explicit dates, which win."""
    found = calendar(repository, f"  - id: a\n    nama: A\n    {rule}\n").in_year("a", 2026)

    assert [str(one.date) for one in found] == [day]


def test_what_a_day_is_called_and_counted(repository: Repository) -> None:
    """Name, greeting, ordinal and the standing of the date come from the entry."""
    entry = (
        "  - id: ri\n    nama: Hari Kemerdekaan\n    rule: {type: fixed, month: 8, day: 17}\n"
        "    ordinal_base: 1945\n    sapaan: dirgahayu\n    date_status: {2026: skb}\n"
    )

    found = calendar(repository, entry).on(date(2026, 8, 17))

    assert [(one.id, one.name, one.ordinal, one.greeting, one.status) for one in found] == [
        ("ri", "Hari Kemerdekaan", 81, "dirgahayu", "skb")
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "rule: {type: hijri, month: 10, day: 1}",
        "rule: {type: fixed, month: 2, day: 30}",
        "rule: {type: fixed}",
        "rule: {type: nth-weekday, month: 1, weekday: ahad, n: 1}",
        "rule: besok",
        "dates: {2026: [lusa]}",
        "dates: {2025: [2025-01-01]}",
        "rule: null",
    ],
)
def test_a_date_that_is_not_known_is_never_guessed(repository: Repository, rule: str) -> None:
    """The moon's calendar, and whatever cannot be read, gives no date rather than a wrong one."""
    assert calendar(repository, f"  - id: a\n    nama: A\n    {rule}\n").in_year("a", 2026) == ()


@pytest.mark.parametrize("content", [b"", b"[", b"entries: x\n", b"entries: [1, {nama: A}]\n", b"\xff\xfe", b"&a [*a]"])
def test_a_broken_calendar_is_an_empty_one(repository: Repository, content: bytes) -> None:
    """No calendar, or one that cannot be read, knows no day and raises nothing."""
    repository.write(PATH, content)

    assert read_calendar(repository.files).ids == ()
