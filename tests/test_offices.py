"""The office's reader: kendal.yaml becomes an Office that can be relied on, or none."""

from pathlib import Path

import pytest

from kendal_git.reading.offices import read_office
from tests.scratch import OFFICE, Repository, first_lines


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def test_a_good_office_becomes_a_value(repository: Repository) -> None:
    """Roles, registries and channels are there; what is not written keeps the procedure's defaults."""
    repository.write("kendal.yaml", OFFICE)

    office, trouble = read_office(repository.files)

    assert trouble == ()
    assert office is not None
    assert [holder.login for holder in office.role("staf").holders] == ["staf-narasi", "staf-foto"]
    assert dict(office.officials) == {"bupati": "Bupati Kendal", "sekda": "Sekretaris Daerah"}
    assert (office.policy.levels, office.timezone, office.ledger_root) == (
        ("subkoor-psdk", "kabid-ikp"),
        "Asia/Jakarta",
        "",
    )


def test_steps_and_ledger_are_taken_over(repository: Repository) -> None:
    """The norms of the procedure are allowed in the file, and the ledger's root is the office's."""
    root = "0123456789abcdef0123456789abcdef01234567"
    repository.write("kendal.yaml", f"{OFFICE}steps: {{disposition: {{minutes: 30}}}}\nledger: {{root: {root}}}\n")

    office, trouble = read_office(repository.files)

    assert trouble == ()
    assert office is not None
    assert office.ledger_root == root


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://kegiatan.example.go.id", True),
        ("https://example.go.id/kegiatan", True),
        ("http://127.0.0.1:8000", True),
        ("", False),
        ("http://example.go.id", False),
        ("https://example.go.id/", False),
        ("https://kégiatan.example.go.id", False),
        ("kegiatan.example.go.id", False),
    ],
)
def test_a_channel_that_fetches_needs_a_public_site(repository: Repository, url: str, good: bool) -> None:
    """Instagram comes for the pictures over https, at an ASCII address; the sentence stands at the channel's route."""
    routes = OFFICE.replace("instagram: {via: outbox}", "instagram: {via: instagram}")
    repository.write("kendal.yaml", f"{routes}site: {{url: '{url}'}}\n")

    office, trouble = read_office(repository.files)

    assert (office is not None) == good
    assert first_lines(trouble) == (
        []
        if good
        else [
            (
                "kendal.yaml:6:29: galat[site-address]: kanal instagram (via: instagram) mengambil gambar dari situs, "
                "tetapi site.url bukan alamat https"
            )
        ]
    )


@pytest.mark.parametrize(
    ("typed", "corrects"),
    [("", "by-hand"), (", correction: new", "new"), (", correction: by-hand", "by-hand"), (", correction: repost", "")],
)
def test_what_no_program_can_delete_is_not_posted_anew(repository: Repository, typed: str, corrects: str) -> None:
    """On Instagram a correction is made by hand, or beside the old post; to replace it is refused when it is typed."""
    routes = OFFICE.replace("instagram: {via: outbox}", f"instagram: {{via: instagram{typed}}}")
    repository.write("kendal.yaml", f"{routes}site: {{url: https://example.go.id}}\n")

    office, trouble = read_office(repository.files)

    if corrects:
        assert office is not None
        assert [dict(office.channels)[name].corrects for name in ("instagram", "x")] == [corrects, "repost"]
        return
    assert first_lines(trouble) == [
        (
            "kendal.yaml:6:52: galat[repost-impossible]: kiriman lewat instagram tidak dapat dihapus program, "
            "jadi tidak dapat diganti dengan yang baru"
        )
    ]


def test_without_a_file_there_is_no_office(repository: Repository) -> None:
    """The absence is a finding with the way out."""
    office, trouble = read_office(repository.files)

    assert office is None
    assert first_lines(trouble) == ["kendal.yaml:1:1: galat[office-missing]: kendal.yaml tidak ditemukan"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("office: {name: Dinas Contoh}\n", "", "1:1: galat[field-missing]: “office” wajib ada"),
        ("name: Dinas Contoh", "nama: Dinas Contoh", "1:10: galat[field-unknown]: tidak ada isian bernama “nama”"),
        ("  staf:", "  staff:", "3:3: galat[value-invalid]: “staff” tidak sesuai bentuknya; contoh: kabid-ikp"),
        ("{id: 1,", "{id: satu,", "3:25: galat[value-invalid]: “id” harus bilangan bulat 1 sampai 9007199254740992"),
        (
            "opd: {",
            "timezone: Asia/Semarang\nopd: {",
            "5:11: galat[value-unknown]: zona waktu “Asia/Semarang” tidak dikenal",
        ),
        ("opd: {", "timezone: Asia\nopd: {", "5:11: galat[value-unknown]: zona waktu “Asia” tidak dikenal"),
        ("x: {via: outbox}", "x: outbox", "6:66: galat[value-invalid]: “x” harus berupa pasangan “kunci: nilai”"),
        ("opd: {", "language: jv\nopd: {", "5:11: galat[value-unknown]: “jv” bukan pilihan untuk “language”"),
    ],
)
def test_an_office_with_a_fault_is_not_relied_on(repository: Repository, old: str, new: str, line: str) -> None:
    """Every fault is said where it stands, and no office comes out: roles decide who may approve."""
    assert OFFICE.count(old) == 1
    repository.write("kendal.yaml", OFFICE.replace(old, new))

    office, trouble = read_office(repository.files)

    assert office is None
    assert f"kendal.yaml:{line}" in first_lines(trouble)
