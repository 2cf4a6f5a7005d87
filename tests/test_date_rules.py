"""The date rules: a day's name against its date, and “ke-N” against the year from which a day is counted."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kendal_git.messages import dates
from kendal_git.rules.day_name import DATED, DAYS, MONTHS
from tests.scratch import POST, Repository, first_lines, make

NARRATION = "Upacara berlangsung khidmat."
CALENDAR = Path(__file__).parent.parent / "agenda/hari-besar.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make(tmp_path)
    made.write("agenda/hari-besar.yaml", CALENDAR.read_bytes())
    return made


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("Selasa, 25 November 2026", "25 November 2026 jatuh pada hari Rabu, bukan Selasa"),
        ("Selasa (25/11/2026)", "25/11/2026 jatuh pada hari Rabu, bukan Selasa"),
        ("Selasa, 25/11", "25/11/2026 jatuh pada hari Rabu, bukan Selasa"),
        ("Selasa 25 Nov", "25 Nov 2026 jatuh pada hari Rabu, bukan Selasa"),
        ("Selasa malam, 25-11-26", "25-11-2026 jatuh pada hari Rabu, bukan Selasa"),
        ("Jum'at Kliwon, 25 November", "25 November 2026 jatuh pada hari Rabu, bukan Jum'at"),
        ("AHAD TANGGAL 25 NOPEMBER 2026", "25 NOPEMBER 2026 jatuh pada hari Rabu, bukan AHAD"),
        ("Jumat dan Minggu, 28 dan 29 November 2026", "28 November 2026 jatuh pada hari Sabtu, bukan Jumat"),
        ("Sabtu, 1 Januari", "1 Januari 2027 jatuh pada hari Jumat, bukan Sabtu"),
        ("Senin (31/11/2026)", "tidak ada tanggal 31/11"),
        *(
            (right, "")
            for right in (
                "Rabu, 25 November 2026", "Rabu (25/11)", "rabu 25 nop 2026", "Ahad (29/11/2026)", "Jumat, 1 Januari",
                "Jum’at, 27 November", "Sabtu–Minggu (28–29/11/2026)", "Senin–Rabu, 23–25 November 2026",
                "Senin, 30 November–2 Desember 2026", "Jumat, 17 Agustus 1945", "dua minggu, 25 November 2026",
                "Rabu, 09.10 WIB", "Senin–Jumat, 08.00–15.00", "Minggu ke-2 November 2026", "Rabu ini, 25 hari lagi",
            )
        ),
    ],
)  # fmt: skip
def test_a_day_s_name_is_that_of_its_date(repository: Repository, written: str, sentence: str) -> None:
    """Written out, in figures, short, without a year or in pairs: the calendar knows which day it is."""
    found = repository.changed(NARRATION, f"Acara {written}.")

    assert ([f"post.md:20:7: galat[day-name]: {sentence}"] if sentence else []) == found


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: Upacara Hari Guru", "title: Upacara Selasa (25/11/2026)", "2:16"),
        ("alt: Peserta", "alt: Selasa, 25 November 2026 peserta", "15:10"),
        ("hashtags:", "captions:\n  x: |\n    Halo\n    Selasa, 25 November 2026\nhashtags:", "21:5"),
    ],
)
def test_days_are_read_in_titles_captions_and_alternative_texts(
    repository: Repository, old: str, new: str, place: str
) -> None:
    """A wrong day misleads wherever it is read."""
    assert [line for line in repository.changed(old, new) if line.startswith(f"post.md:{place}: galat[day-name]")]


@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_right_day_reads_as_its_own_date(day: date) -> None:
    """What the catalogue writes of a date, the rule reads as that date and that day of the week."""
    name = dates.TEXTS[f"weekday.{day.weekday()}"][0]
    month = dates.TEXTS[f"month.{day.month}"][0]
    found = re.search(DATED, f"pada {name}, {day.day} {month} {day.year} pukul 08.00")

    assert found is not None
    assert (day.weekday(), day.month) == (DAYS[found["first"].lower()], MONTHS[found["name"].lower()])
    assert (day.day, day.year) == (int(found["from"]), int(found["year"]))


@pytest.mark.parametrize(
    ("written", "commemoration", "sentence"),
    [
        ("Hari Kesehatan Nasional ke-61", "", "Hari Kesehatan Nasional tahun 2026 adalah yang ke-62, bukan ke-61"),
        (
            "Hari Kesehatan Nasional (HKN) ke 63",
            "",
            "Hari Kesehatan Nasional tahun 2026 adalah yang ke-62, bukan ke-63",
        ),
        ("HKN ke-LXI", "", "Hari Kesehatan Nasional tahun 2026 adalah yang ke-62, bukan ke-LXI"),
        ("Hari Ikan Nasional Tahun 2026 ke-14", "", "Hari Ikan Nasional tahun 2026 adalah yang ke-13, bukan ke-14"),
        (
            "Hari Jadi ke-420 Kabupaten Kendal",
            "",
            "Hari Jadi Kabupaten Kendal tahun 2026 adalah yang ke-421, bukan ke-420",
        ),
        (
            "Selamat HUT ke-54, Minggu",
            "hut-korpri",
            "HUT Korps Pegawai Republik Indonesia (KORPRI) tahun 2026 adalah yang ke-55, bukan ke-54",
        ),
        (
            "HUT Kemerdekaan RI yang ke-80",
            "",
            "Hari Kemerdekaan Republik Indonesia (Proklamasi) tahun 2026 adalah yang ke-81, bukan ke-80",
        ),
    ],
)
def test_an_ordinal_is_counted_from_its_day_s_own_year(
    repository: Repository, written: str, commemoration: str, sentence: str
) -> None:
    """Behind the day's name, its short name or “HUT”, in figures or Roman ones, the number is that of the year."""
    post = POST.replace(NARRATION, f"Acara {written}.")
    post = post.replace("place:", f"commemoration: {commemoration}\nplace:") if commemoration else post
    found = first_lines(repository.post(post))

    assert [sentence] == [line.partition("galat[ordinal]: ")[2] for line in found]


@pytest.mark.parametrize(
    "written",
    [
        *("Hari Kesehatan Nasional ke-62", "HUT ke-LXXXI Republik Indonesia", "HUT RI ke-81", "HUT ke-55 KORPRI"),
        *("HUT ke-17 Karang Taruna Bhakti", "peserta ke-100", "lomba ke-3 kalinya", "Ulang tahun ke-50 Persik Kendal"),
        *("Pada HUT ke-80 RI tahun 2025", "Hari Kesehatan Nasional tercatat naik dari 50 ke 70 desa"),
        *("pulang dari Kendal ke 62 desa", "Tahun lalu Hari Kesehatan Nasional ke-61", "ke-1.000", "MTQ ke-XXX"),
    ],
)
def test_other_ordinals_are_left_alone(repository: Repository, written: str) -> None:
    """What is right, counts something else, or belongs to another year that is named, is not touched."""
    post = POST.replace(NARRATION, f"Acara {written}.").replace("place:", "commemoration: hut-korpri\nplace:")

    assert [] == first_lines(repository.post(post))


def test_an_ordinal_is_underlined_at_its_number(repository: Repository) -> None:
    """The number alone is what has to be mended."""
    (found,) = repository.post(POST.replace(NARRATION, "Hari Ikan Nasional ke-14."))

    assert (20, 23, 2) == (found.place.line, found.place.column, found.place.width)
