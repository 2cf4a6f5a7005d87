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
