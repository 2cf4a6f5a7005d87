"""The privacy rules: numbers of persons wherever the public reads, and children without a stated consent."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kendal_git.messages import text
from kendal_git.model.diagnostic import Severity
from kendal_git.rules.phone_number import DATA
from kendal_git.rules.wording.numbers import identity_numbers, phone_numbers
from tests.scratch import FOLDER, POST, Repository, first_lines, make, picture

NIK = "galat[identity-number]: ini tampak seperti NIK atau nomor KK (3324…01)"
NIP = "galat[identity-number]: ini tampak seperti NIP (1980…01)"
PHONE = "peringatan[phone-number]: ini tampak seperti nomor ponsel (0812…90)"
LANDLINE = "peringatan[phone-number]: ini tampak seperti nomor telepon di Kendal (0294…34)"
NARRATION = "Upacara berlangsung khidmat."
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
JAVANESE = str.maketrans("0123456789", "꧐꧑꧒꧓꧔꧕꧖꧗꧘꧙")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: Upacara Hari Guru", "title: Warga 3324011205900001", f"post.md:2:14: {NIK}"),
        ("place: Alun-alun Kendal", "place: 'Rumah 3324.0112.0590.0001'", f"post.md:7:15: {NIK}"),
        ("credit: Tim IKP", 'credit: "NIP 19800101 200501 1 001"', f"post.md:16:18: {NIP}"),
        ("alt: Peserta", "alt: Hubungi 0812-3456-7890 peserta", f"post.md:15:18: {PHONE}"),
        ("[HariGuru]", "[HariGuru, NIK3324011205900001]", f"post.md:18:25: {NIK}"),
        (NARRATION, "Ketua (0812) 3456 7890.", f"post.md:20:8: {PHONE}"),
        (NARRATION, "Warga ３３２４０１１２０５９００００１ hadir.", f"post.md:20:7: {NIK}"),
        (NARRATION, "Telepon (0294) 381234.", f"post.md:20:10: {LANDLINE}"),
        ("hashtags:", "captions:\n  x: |\n    Halo,\n    NIK 3324 0112 0590 0001\nhashtags:", f"post.md:21:9: {NIK}"),
        ("hashtags:", "captions:\n  x: >-\n    Halo 3324 0112\n    0590 0001 itu\nhashtags:", f"post.md:19:3: {NIK}"),
        ("hashtags:", 'captions:\n  x: "NIK 3324\\u003011205900001"\nhashtags:', f"post.md:19:3: {NIK}"),
        ("hashtags:", "captions: {x: {text: halo 081234567890}}\nhashtags:", f"post.md:18:27: {PHONE}"),
        ("hashtags:", "correction: {reason: angka, note: ganti 081234567890}\nhashtags:", f"post.md:18:41: {PHONE}"),
    ],
)  # fmt: skip
def test_a_number_is_found_in_every_text_at_its_characters(
    repository: Repository, old: str, new: str, line: str
) -> None:
    """The very characters are underlined where they stand as they are, and the key where YAML has changed them."""
    found = [one for one in repository.changed(old, new) if "-number]" in one]

    assert [line] == found


def test_a_number_in_the_name_of_a_picture_is_found(repository: Repository) -> None:
    """The name of a picture is public: it is its address."""
    repository.write(f"{FOLDER}/081234567890.jpg", picture())

    assert f"post.md:14:11: {PHONE}" in repository.changed("foto.jpg", "081234567890.jpg")


def test_a_number_is_never_repeated_in_full(repository: Repository) -> None:
    """Neither the sentence nor the line shown under it holds the whole number, also with a second one beside it."""
    found = repository.post(POST.replace(NARRATION, "NIK 3324011205900001 dan 0812-3456-7890"))

    assert [one.place.text for one in found] == ["NIK 3324••••••••••01 dan 0812-••••-••90"] * 2
    assert all("5900001" not in text(one.message, language) for one in found for language in ("id", "en"))


@pytest.mark.parametrize("number", [row["number"] for row in json.loads(DATA.read_text(encoding="utf-8"))["numbers"]])
def test_service_numbers_may_be_published(repository: Repository, number: str) -> None:
    """Each number of the dated list passes, spaced and with words behind it, and names where it is from."""
    spaced = f"{number[:5]}-{number[5:8]}-{number[8:]}".strip("-")

    assert repository.changed(NARRATION, f"Hubungi {number} atau {spaced} 24 jam.") == []


def test_the_list_of_service_numbers_is_dated_and_sourced() -> None:
    """Who doubts a number can look where it was read, and when."""
    data = json.loads(DATA.read_text(encoding="utf-8"))

    assert date.fromisoformat(data["as_of"]) >= date(2026, 11, 23)
    assert all(row["source"] and row["service"] and row["number"].isdecimal() for row in data["numbers"])


@pytest.mark.parametrize(
    "written",
    [
        *("Rp1.234.567.890", "Rp 3.324.011.205.900.001", "Rp62.812.345.678", "628.123.456.789 jiwa", "Kode Pos 51314"),
        *("110.2034567890123456", "-6.9213324011205900", "ISBN 978-602-1234-56-7", "tahun 2023 2024 2025 2026"),
        *("08.00 09.30 10.15 11.00", "11.15 12.10 11.15 12.30", "25-11-2026 s.d. 26-11-2026 pukul 08.00-10.00"),
        *("08.12.2026 08.30", "0800-1-234567", "PXL_20261125_081234567", "IMG_20260812_081234", "3324••••••••0001"),
        *("3324xxxxxxxx0001", "9999991305900001", "332401", "1234 5678 9012 3456", "0294", "024-3511234"),
    ],
)  # fmt: skip
def test_other_numbers_raise_no_alarm(written: str) -> None:
    """Sums, dates, hours, coordinates, post codes, book numbers and a camera's names are no numbers of persons."""
    assert [*identity_numbers(written), *phone_numbers(written)] == []


@pytest.mark.parametrize(
    "written",
    [
        *("081234567890", "0812 3456 7890", "0812-3456-789", "0812.3456.7890", "(0812) 3456-7890", "+62 812-3456-7890"),
        *(
            "+62(0)812 3456 7890",
            "6281234567890",
            "wa.me/6281234567890",
            "０８１２３４５６７８９０",
            "0 8 1 2 3 4 5 6 7 8 9 0",
        ),
        *("08 12 34 56 78 90", "+62 294 381234", "0294381234", "081234567890"),
    ],
)
def test_a_phone_number_is_found_in_every_spelling(written: str) -> None:
    """Home or abroad, spaced, dotted, dashed, in brackets or in other digits."""
    assert 1 == len(list(phone_numbers(f"Hubungi {written} 2026.")))


@st.composite
def niks(draw: st.DrawFn) -> str:
    """A NIK that could have been given out."""
    place = draw(st.sampled_from(["332401", "337401", "110101", "947104", "517103"]))
    born = date(1950, 1, 1) + timedelta(days=draw(st.integers(0, 27_000)))
    day = born.day + draw(st.sampled_from([0, 40]))
    return f"{place}{day:02}{born:%m%y}{draw(st.integers(1, 9999)):04}"


@given(niks(), st.sampled_from(["", "2026 ", "Rabu, 25/11/2026: ", "No. 7, "]))
def test_every_nik_is_found_in_every_spelling(nik: str, before: str) -> None:
    """Plain, in fours, dotted by its parts, dashed, full-width and in Javanese digits, and only once."""
    fours = [nik[at : at + 4] for at in range(0, 16, 4)]
    spellings = (
        *(nik, " ".join(fours), "-".join(fours)),
        ".".join((nik[:2], nik[2:4], nik[4:6], nik[6:12], nik[12:])),
        *(nik.translate(FULL_WIDTH), nik.translate(JAVANESE)),
    )

    assert [[nik]] * 6 == [[one.digits for one in identity_numbers(f"{before}{way} hadir")] for way in spellings]


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.times(), st.integers(0, 10**15), st.integers(0, 99_999))
def test_what_posts_are_full_of_raises_no_alarm(day: date, hour: object, amount: int, people: int) -> None:
    """Dates, hours, sums of money and counts of visitors in a row are numbers of nobody."""
    money = f"{amount:,}".replace(",", ".")
    written = (
        f"{day:%d/%m/%Y} pukul {hour:%H.%M}–{hour:%H.%M}, Rp{money} untuk {people} orang, {people:,} pengunjung; "
        f"{day:%Y-%m-%d %H:%M}, {day:%d.%m.%Y} {hour:%H.%M}, kode pos {people:05}, tahun {day.year}-{day.year + 1}"
    )

    assert [] == [*identity_numbers(written), *phone_numbers(written)]


@given(st.text("0123456789", max_size=9), st.sampled_from([" ", ".", "-", "/"]), st.text("0123456789", max_size=5))
def test_short_digit_strings_raise_no_alarm(digits: str, gap: str, more: str) -> None:
    """Fewer digits than a number of a person has are never one, wherever they are parted."""
    written = f"{digits[:4]}{gap}{digits[4:]}"

    assert [] == list(identity_numbers(f"{written} {more}"))
    assert [] == list(phone_numbers(written))


SEEN = "terlihat di gambar, tetapi “consent” mengatakan tidak ada anak"
CHILD = "di narasi, tetapi “consent” mengatakan tidak ada anak"


@pytest.mark.parametrize(
    ("narration", "expected"),
    [
        ("Anak-anak menari di panggung.", f"post.md:20:1: galat[children-consent]: “Anak-anak” disebut {CHILD}"),
        ("Acara diikuti puluhan siswa.", f"post.md:20:23: galat[children-consent]: “siswa” disebut {CHILD}"),
        ("Sebanyak 50 balita diimunisasi.", f"post.md:20:13: galat[children-consent]: “balita” disebut {CHILD}"),
        ("Murid TK Pertiwi menyanyi.", f"post.md:20:1: galat[children-consent]: “Murid” disebut {CHILD}"),
        ("Orang tua menjaga anak.", f"post.md:20:19: peringatan[children-consent]: “anak” disebut {CHILD}"),
        *(
            (words, "")
            for words in (
                "Anak perusahaan daerah, anak buah, anak sungai.", "Hari Anak Nasional.", "RS Ibu dan Anak.",
                "Dinas Perlindungan Anak.", "Baik untuk tumbuh kembang anak.", "Dahulukan lansia, anak, dan ibu hamil.",
                "Gedung SD diperbaiki.", "RS Tk. III.", "Profil Pelajar Pancasila.", "Kepala TK dan guru SD.",
            )
        ),
    ],
)  # fmt: skip
def test_children_in_the_narration_ask_for_a_consent(repository: Repository, narration: str, expected: str) -> None:
    """A child that is there is an error, children as such are a warning, and figures of speech are neither."""
    assert ([expected] if expected else []) == repository.changed(NARRATION, narration)


def test_a_child_in_an_alternative_text_is_in_the_picture(repository: Repository) -> None:
    """What is described is seen."""
    assert repository.changed("alt: Peserta", "alt: Pelajar peserta") == [
        f"post.md:15:10: galat[children-consent]: “Pelajar” {SEEN}"
    ]


@pytest.mark.parametrize("consent", ["not-recognisable", "written, reference: arsip IKP 12/2026"])
def test_a_stated_consent_settles_it(repository: Repository, consent: str) -> None:
    """Children who cannot be recognised, or whose consent is kept somewhere, may be told of."""
    post = POST.replace("children: none", f"children: {consent}").replace(NARRATION, "Anak-anak menari.")

    assert first_lines(repository.post(post)) == []


def test_a_written_consent_says_where_it_is_kept(repository: Repository) -> None:
    """A consent that nobody can find is none."""
    assert repository.changed("children: none", "children: written") == [
        "post.md:17:21: galat[children-consent]: izin tertulis disebut ada, tetapi tidak dikatakan di mana suratnya"
    ]


def test_a_number_stops_a_post_only_when_it_is_an_identity(repository: Repository) -> None:
    """A NIK is an error, and a telephone number asks for a second look."""
    found = repository.post(POST.replace(NARRATION, "NIK 3324011205900001, HP 081234567890"))

    assert [Severity.ERROR, Severity.WARNING] == [one.severity for one in found]
