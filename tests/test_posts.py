"""A post's reader: the folder and its file become one value, and what is missing is told of."""

from datetime import date
from pathlib import Path

import pytest

from kendal_git.frontmatter import MAX_TEXT
from kendal_git.model.post import Caption, Timed
from kendal_git.reading.posts import read_post
from tests.scratch import FOLDER, POST, Repository, first_lines, make


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make(tmp_path)


def test_a_good_post_becomes_a_value(repository: Repository) -> None:
    """Fields, narration and the names in the folder are there, and nothing is wrong."""
    read = read_post(repository.files, FOLDER)

    assert read.trouble == ()
    assert read.post is not None
    assert (read.post.title, read.post.date) == ("Upacara Hari Guru", date(2026, 11, 25))
    assert (read.post.narration, read.post.slug) == ("Upacara berlangsung khidmat.", "upacara-hari-guru")
    assert [entry.name for entry in read.entries] == ["foto.jpg", "post.md"]


def test_the_short_and_the_long_form_of_a_caption_are_both_read(repository: Repository) -> None:
    """A text alone, or a text with its own tags and pictures."""
    captions = "captions:\n  x: pendek\n  instagram: {hashtags: [Kendal], images: [foto.jpg]}\n"
    repository.write(f"{FOLDER}/post.md", POST.replace("hashtags: [HariGuru]\n", captions))

    post = read_post(repository.files, FOLDER).post

    assert post is not None
    assert post.caption("x") == Caption("pendek")
    assert post.caption("instagram") == Caption(hashtags=("Kendal",), images=("foto.jpg",))
    assert post.caption("facebook") == Caption()


def test_a_moment_may_follow_a_commemorative_day(repository: Repository) -> None:
    """``publish_at`` takes a moment, or a day of the calendar with a time."""
    timed = "publish_at: {commemoration: hari-guru-nasional, at: '06:00'}\nhashtags"
    repository.write(f"{FOLDER}/post.md", POST.replace("hashtags", timed))

    post = read_post(repository.files, FOLDER).post

    assert post is not None
    assert isinstance(post.publish_at, Timed)
    assert str(post.publish_at.at) == "06:00:00"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("title: Upacara Hari Guru\n", "", "post.md:2:1: galat[field-missing]: “title” wajib ada"),
        ("title: Upacara", "tittle: Upacara", "post.md:2:1: galat[field-unknown]: tidak ada isian bernama “tittle”"),
        ("kind: liputan", "kind: liputaan", "post.md:3:7: galat[value-unknown]: “liputaan” bukan pilihan untuk “kind”"),
        ("place: Alun-alun Kendal\n", "", "post.md:2:1: galat[field-missing]: “place” wajib ada untuk jenis liputan"),
        ("[disdikbud]", "[]", "post.md:8:1: galat[field-empty]: “opd” wajib diisi"),
        (
            "{text: staf-narasi, photo: staf-foto}",
            "{text: , photo: ~}",
            "post.md:9:1: galat[field-empty]: “team” wajib diisi",
        ),
        ("    credit: Tim IKP\n", "", "post.md:14:5: galat[field-missing]: “credit” wajib ada"),
        (
            "    alt: Peserta upacara berbaris rapi di alun-alun",
            '    alt: ""',
            "post.md:15:5: galat[field-empty]: “alt” wajib diisi",
        ),
        (
            "information: berkala",
            "information: dikecualikan",
            (
                "post.md:11:14: galat[value-refused]: “information: dikecualikan” tidak pernah boleh ditayangkan "
                "(UU 14/2008 pasal 17)"
            ),
        ),
        (
            "sensitivity: biasa",
            "sensitivity: biasa\npublish_at: 2026-11-25T06:00",
            "post.md:13:13: galat[time-naive]: waktu “2026-11-25T06:00” belum menyebut zona",
        ),
        (
            "file: foto.jpg",
            "file: ../foto.jpg",
            "post.md:14:11: galat[value-invalid]: “../foto.jpg” tidak sesuai bentuknya; contoh: flyer.jpg",
        ),
    ],
)
def test_each_fault_of_form_stands_where_it_is(repository: Repository, old: str, new: str, line: str) -> None:
    """A field that is missing, unknown, empty or wrong is one sentence at its own line and column."""
    assert line in repository.changed(old, new)


def test_a_picture_in_a_faulty_record_is_still_listed(repository: Repository) -> None:
    """A record without its credit is one fault, and its file is not called forgotten."""
    assert repository.changed("    credit: Tim IKP\n", "") == ["post.md:14:5: galat[field-missing]: “credit” wajib ada"]


def test_the_rules_still_look_at_a_post_without_a_title(repository: Repository) -> None:
    """What cannot be identified is not a post, and yet everything else wrong with it is found in the same run."""
    repository.write(f"{FOLDER}/post.md", POST.replace("title: Upacara Hari Guru\n", "").replace("bupati", "bupatti"))

    assert read_post(repository.files, FOLDER).post is None
    assert first_lines(repository.check()) == [
        "post.md:2:1: galat[field-missing]: “title” wajib ada",
        "post.md:5:13: galat[name-unknown]: pejabat “bupatti” tidak ada di kendal.yaml",
    ]


def test_a_folder_without_its_file_says_so(tmp_path: Path) -> None:
    """A folder with a picture alone asks for post.md."""
    repository = make(tmp_path)
    (tmp_path / FOLDER / "post.md").unlink()

    assert first_lines(repository.check()) == [
        f"post.md:1:1: galat[post-missing]: folder {FOLDER} tidak memuat post.md"
    ]


def test_a_giant_file_is_not_even_read(repository: Repository) -> None:
    """Its size in the folder is enough to refuse it."""
    repository.write(f"{FOLDER}/post.md", b"x" * (MAX_TEXT + 1))

    assert first_lines(repository.check()) == [
        "post.md:1:1: galat[file-large]: berkas teks ini lebih dari 250 kB; terlalu besar untuk diperiksa"
    ]
