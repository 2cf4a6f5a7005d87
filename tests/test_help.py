"""The help as a person sees it: in one language, inside of a terminal's width, with something to say in every row."""

import re
from itertools import pairwise

import pytest

from kendal_git.cli import main
from kendal_git.cli.app import COMMANDS
from kendal_git.cli.base import Session
from kendal_git.model.message import say

EVERY = [(name,) for names in COMMANDS.values() for name in names]
PARTS = [("agenda", "add"), ("agenda", "show"), ("photo", "add"), ("ledger", "settle"), ()]


def helped(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What ``--help`` prints."""
    assert main([*words, "--help"]) == 0
    return capsys.readouterr().out


def test_the_command_itself(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Its commands in the order of the work, its exit codes, and where there is more."""
    monkeypatch.setenv("COLUMNS", "80")
    said = helped(capsys)

    assert said.startswith(
        "Pemakaian: kendal [PILIHAN] PERINTAH …\n\n"
        "  Alur unggah konten Diskominfo di atas Git: agenda, disposisi, kiriman,\n"
        "  verifikasi, penayangan.\n\n"
        "Pilihan:\n"
        "  -C DIR          Bekerja di repositori DIR.\n"
    )
    assert said.endswith(
        "Kode keluar:\n"
        "  0   Beres.\n"
        "  1   Ada masalah isi, atau persetujuan kurang.\n"
        "  2   Pemakaian atau pengaturan keliru.\n"
        "  3   Jaringan, forge, atau kanal gagal; jalankan lagi.\n"
        "  4   Ada pengiriman yang meragukan; perlu dilihat orang.\n"
        "  70  Kesalahan di dalam program ini.\n\n"
        "Tentang satu perintah: kendal PERINTAH --help, misalnya kendal check --help.\n"
    )


def test_the_check(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What a path may be, and a row for every option."""
    monkeypatch.setenv("COLUMNS", "80")

    assert helped(capsys, "check") == (
        "Pemakaian: kendal check [PILIHAN] [PATH]…\n\n"
        "  Periksa kiriman, hari agenda, dan kendal.yaml.\n\n"
        "  PATH adalah folder kiriman, berkas di dalamnya, atau hari agenda. Tanpa\n"
        "  PATH: semuanya. Keluar dengan 1 bila ada galat; peringatan saja tidak\n"
        "  menahan.\n\n"
        "Pilihan:\n"
        "  --all           Periksa semuanya.\n"
        "  --since REV     Periksa yang di-commit sejak REV, dan yang bisa terganggu\n"
        "                  olehnya; dengan HEAD: yang belum di-commit.\n"
        "  --at REV        Baca berkas commit REV sebagai objek Git, bukan berkas di\n"
        "                  folder ini (untuk CI).\n"
        "  --committed     Bersama --since: baca isinya dari commit, bukan dari folder\n"
        "                  kerja (untuk CI dan hook).\n"
        "  --explain RULE  Jelaskan satu aturan, dengan contoh.\n"
        "  --no-cache      Periksa semuanya dari awal, tanpa simpanan hasil sebelumnya.\n"
        "  --format FORM   Bentuk keluaran: text, json, github, atau gitlab.\n"
        "  --help          Tampilkan bantuan ini.\n"
    )


@pytest.mark.parametrize("words", [*EVERY, *PARTS])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_help_is_fit_to_be_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], language: str
) -> None:
    """At 80 columns nothing is wider, no row has a name alone, no paragraph is two empty lines away from the next."""
    monkeypatch.setenv("COLUMNS", "80")
    said = helped(capsys, "--lang", language, *words)
    rows = said.split("\n")

    assert max(map(len, rows)) <= 80
    assert "\n\n\n" not in said
    assert not [row for row, below in pairwise(rows) if row.startswith("  -") and bare(row, below)]
    assert "[default" not in said
    assert said.startswith("Pemakaian: kendal" if language == "id" else "Usage: kendal")


def bare(row: str, below: str) -> bool:
    """Whether a row of the list has a name, and nothing beside or below it."""
    return not re.search(r"\S {2,}\S", row.strip()) and not below.startswith(" " * 8)


def test_colours_come_and_go(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings and names are painted where colour is wanted; without it the same words stand there."""
    plain = helped(capsys)
    monkeypatch.setenv("FORCE_COLOR", "1")
    painted = helped(capsys)

    assert "\x1b" not in plain
    assert "\x1b[1mPilihan\x1b[0m:\n" in painted
    assert "  \x1b[36mcheck\x1b[0m    Periksa kiriman" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == plain


def test_prose_is_folded_and_a_command_stays_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """On a narrow terminal a note breaks between its words; a line that holds a command is left for copying."""
    now = Session("id", width=40)
    now.tell(say("paste.title-line"), "  ")
    now.hint(say("check.alt.hint"))
    now.say(say("new.next.check", path="content/2026/11/25-pasar-murah-di-alun-alun"))

    assert capsys.readouterr().out == (
        "  baris pertama pesan menjadi judul,\n"
        "  jadi tidak diulang di narasi\n"
        "  saran: ceritakan apa yang tampak,\n"
        "         seperti kepada orang yang tidak\n"
        "         bisa melihatnya\n"
        "  2. lengkapi narasi, lalu:\n"
        "     kendal check content/2026/11/25-pasar-murah-di-alun-alun\n"
    )
