"""``kendal new --paste`` as the staff member at 14:10 types it, with a message that the protocol office forwarded."""

import builtins
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click.termui
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kendal_git.files import WorkTree
from kendal_git.model.trouble import Misuse
from kendal_git.pasting.markup import markdown
from kendal_git.pasting.occasions import below
from kendal_git.reading.posts import read_post
from kendal_git.rendering.narration import as_html, words
from kendal_git.verbs.choosing import Wish
from kendal_git.verbs.new import create
from kendal_git.verbs.paste import MOST, Given, make, read
from tests.bookroom import NOW, TEACHERS_DAY, Keyboard, make_office, office, sentence
from tests.bookroom import read as contents

MESSAGE = """\
\u200e[23/11/26 13.05] Protokol: ⏩ Diteruskan
*Upacara Hari Guru Nasional*

Hari/tanggal: Rabu, 25\u00a0November 2026
Pukul: 08.00 WIB s.d. selesai
Tempat: Alun-alun Kendal

_Bupati Kendal_ didampingi *Wakil Bupati* memimpin upacara.
1. Laporan
2. Amanat

#KendalHebat
"""
POST = "content/2026/11/25-upacara-hari-guru-nasional"


@pytest.fixture
def keyboard(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return Keyboard(make_office(tmp_path, {"agenda/2026/11/25.yaml": TEACHERS_DAY}), capsys, monkeypatch)


class Pipe(io.TextIOWrapper):
    """A message on its way in, with nobody to answer."""

    def __init__(self, message: str) -> None:
        super().__init__(io.BytesIO(message.encode()))


class Terminal(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def answer(monkeypatch: pytest.MonkeyPatch, message: str, *answers: str) -> None:
    """A person who pastes a message, ends it, and then answers what is asked."""
    monkeypatch.setattr(sys, "stdin", Terminal())
    pasted: Iterator[str] = iter(message.split("\n"))
    waiting: Iterator[str] = iter(answers)

    def line(_: str = "") -> str:
        found = next(pasted, None)
        if found is None:
            raise EOFError
        return found

    monkeypatch.setattr(builtins, "input", line)
    monkeypatch.setattr(click.termui, "visible_prompt_func", lambda _: next(waiting))


def test_from_a_pipe(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """A piped message becomes a post without a question, and the screen lists what was read from it."""
    monkeypatch.setattr(sys, "stdin", Pipe(MESSAGE))

    code, said = keyboard.type("new", "--paste")

    assert code == 0
    assert said.startswith(
        "diusulkan dari teks:\n"
        "  judul: Upacara Hari Guru Nasional\n"
        "  tanggal: Rabu, 25 November 2026\n"
        "  pukul: 08.00\n"
        "  agenda: 2026/11/25#upacara-hari-guru\n"
        "  hari besar: hari-guru-nasional\n"
        "  jenis: liputan\n"
        "  tempat: Alun-alun Kendal\n"
        "  pimpinan: bupati, wakil-bupati\n"
        "catatan: di agenda tercatat pimpinan: bupati\n"
        "catatan: baris pertama pesan menjadi judul, jadi tidak diulang di narasi\n"
        f"Dibuat: {POST}/post.md\n"
        "Berikutnya:\n"
    )
    text = contents(keyboard.files, f"{POST}/post.md")
    assert (
        "# Dari pesan yang ditempel (tidak ikut tayang): [23/11/26 13.05] Protokol:\n"
        "# Dari pesan yang ditempel (tidak ikut tayang): ⏩ Diteruskan\n"
        "# Periksa: di agenda tercatat pimpinan: bupati\n"
        "title: Upacara Hari Guru Nasional  # usulan dari teks, periksa\n"
        "kind: liputan  # usulan dari teks, periksa\n"
        "date: 2026-11-25  # usulan dari teks, periksa: “Rabu, 25 November 2026”, pukul 08.00\n"
        "commemoration: hari-guru-nasional  # usulan dari teks, periksa\n"
        "agenda: 2026/11/25#upacara-hari-guru  # usulan dari teks, periksa\n"
        "officials: [bupati, wakil-bupati]  # usulan dari teks, periksa: Bupati Kendal, Wakil Bupati\n"
        "place: Alun-alun Kendal  # usulan dari teks, periksa\n"
    ) in text
    assert text.endswith(
        "---\n"
        "Hari/tanggal: Rabu, 25 November 2026  \n"
        "Pukul: 08.00 WIB s.d. selesai  \n"
        "Tempat: Alun-alun Kendal\n\n"
        "*Bupati Kendal* didampingi **Wakil Bupati** memimpin upacara.\n\n"
        "1. Laporan\n2. Amanat\n\n"
        "\\#KendalHebat\n"
    )


def test_from_a_file_in_english(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that Windows saved is read too, what is told of it follows the language, and the post stays Indonesian."""
    monkeypatch.setattr(sys, "stdin", Pipe(""))
    (tmp_path / "pesan.txt").write_bytes(b"Besok apel pagi \x96 Bupati hadir")

    code, said = keyboard.type("--lang", "en", "new", "--paste", str(tmp_path / "pesan.txt"))

    assert code == 0
    assert (
        "  date: Tuesday, 24 November 2026\n  kind: liputan\n  officials: bupati\n"
        "note: the file is not UTF-8; look at accents and quotation marks\n"
        "note: “Besok” was counted from Monday, 23 November 2026\n"
        "note: no event in the agenda of Tuesday, 24 November 2026 fits; record it (kendal agenda add),"
        " then fill in agenda: in the post\n"
        "Made: content/2026/11/24-besok-apel-pagi-bupati-hadir/post.md\n"
    ) in said
    text = contents(keyboard.files, "content/2026/11/24-besok-apel-pagi-bupati-hadir/post.md")
    assert "# Periksa: “Besok” dihitung dari Senin, 23 November 2026\n" in text


def test_at_a_terminal(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal the message is pasted, and title, date and place are confirmed or put right."""
    message = MESSAGE.replace("Rabu", "Selasa")
    answer(monkeypatch, message, "", "besok lusa", "2026-11-25", "Alun-alun sisi timur")

    code, said = keyboard.type("new", "--paste")

    assert code == 0
    text = contents(keyboard.files, f"{POST}/post.md")
    assert "title: Upacara Hari Guru Nasional  # usulan" not in text
    assert "place: Alun-alun sisi timur  # tempat acara\n" in text
    assert "  --date: “besok lusa” bukan tanggal\n" in said
    assert (
        "Tempel pesannya di sini. Setelah itu: Enter, lalu Ctrl-D (di Windows Ctrl-Z, lalu Enter).\n"
        "Enter saja bila usulan dalam kurung sudah benar.\n"
    ) in said
    wrong = "teks menyebut “Selasa, 25 November 2026”, padahal tanggal itu hari Rabu; mana yang benar?\n"
    assert f"  catatan: {wrong}" in said
    assert f"# Periksa: {wrong}" in text


def test_an_event_to_be_recorded_yet_has_its_line(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the message asks for ``agenda:`` to be filled in, the post has that line, and the check points at it."""
    monkeypatch.setattr(sys, "stdin", Pipe(MESSAGE.replace("25\u00a0November", "26 November").replace("Rabu", "Kamis")))

    said = keyboard.type("new", "--paste")[1]
    path = "content/2026/11/26-upacara-hari-guru-nasional"
    assert "catat dulu (kendal agenda add), lalu isi agenda: di kiriman\n" in said
    assert "\nagenda:  # acara di agenda pimpinan, misalnya 2026/11/25#upacara-hari-guru\n" in contents(
        keyboard.files, f"{path}/post.md"
    )
    assert "galat[field-empty]: “agenda” wajib diisi\n" in keyboard.type("check", path)[1]


def test_options_win(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed as an option is not proposed from the text and carries no mark."""
    monkeypatch.setattr(sys, "stdin", Pipe(MESSAGE))

    code, said = keyboard.type(
        "new", "--paste", "--title", "Judul sendiri", "--date", "2026-11-27", "--kind", "siaran-pers"
    )

    assert code == 0
    assert "judul:" not in said
    assert "tanggal:" not in said
    text = contents(keyboard.files, "content/2026/11/27-judul-sendiri/post.md")
    assert "title: Judul sendiri\nkind: siaran-pers\ndate: 2026-11-27  # hari yang diceritakan" in text
    assert "**Upacara Hari Guru Nasional**" in text


def test_named_event(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """An event that is named gives the day, and whatever the text says otherwise is told."""
    monkeypatch.setattr(sys, "stdin", Pipe("Laporan singkat\nPukul 09.00 WIB\nTempat: Aula Setda"))

    code, said = keyboard.type("new", "--paste", "--from", "2026/11/25#upacara-hari-guru")

    assert code == 0
    assert "catatan: agenda menyebut tempat lain: Alun-alun Kendal\n" in said
    assert "catatan: teks menyebut pukul 09.00, agenda pukul 08.00\n" in said
    text = contents(keyboard.files, "content/2026/11/25-laporan-singkat/post.md")
    assert "agenda: 2026/11/25#upacara-hari-guru  # acara di agenda pimpinan" in text


def test_greeting(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """A greeting without a date takes its day from the calendar and is a flyer."""
    monkeypatch.setattr(sys, "stdin", Pipe("Selamat Hari Guru Nasional!\nTerima kasih, guru."))

    code, _ = keyboard.type("new", "--paste")

    assert code == 0
    text = contents(keyboard.files, "content/2026/11/25-selamat-hari-guru-nasional/post.md")
    assert (
        "kind: flyer-hari-besar  # usulan dari teks, periksa\ndate: 2026-11-25  # usulan dari teks, periksa\n" in text
    )


def test_senders_telephone(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sender's number, kept in a comment, is pointed at."""
    monkeypatch.setattr(sys, "stdin", Pipe("[23/11/26 13.05] +62 812-0000-0000: Rapat besok"))

    assert (
        "catatan: komentar di awal berkas memuat nomor telepon pengirim; hapus sebelum diajukan\n"
        in keyboard.type("new", "--paste")[1]
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b" \n\xe2\x80\x8b", "pesannya kosong\nsalin pesannya di WhatsApp, lalu jalankan lagi: kendal new --paste"),
        (
            b"a" * (MOST + 1),
            "pesannya lebih panjang dari 65536 karakter\ntempel satu pesan saja, bukan seluruh percakapan",
        ),
    ],
)
def test_refused(tmp_path: Path, data: bytes, said: str) -> None:
    """Nothing, and a whole conversation, are no message."""
    with pytest.raises(Misuse) as refused:
        read(data, office(make_office(tmp_path)), NOW)

    assert said == sentence(refused.value)


def test_missing_file(keyboard: Keyboard) -> None:
    """A file that is not there is a sentence."""
    code, said = keyboard.type("new", "--paste", "tiada.txt")

    assert code == 2
    assert said.startswith("kendal: tiada.txt tidak bisa dibaca: ")


PIECES = st.sampled_from(
    [
        *(
            "Rapat",
            '*Judul: "tebal" #1*',
            "Bupati",
            "Selasa, 25 November 2026",
            "besok",
            "Tempat: 'Aula' {a: b}",
            "---",
            "...",
            "~c~",
        ),
        *(
            "\n",
            "\n",
            "\n\n",
            " ",
            "[25/11/26 13.05] Protokol: ",
            "Diteruskan\n",
            "\u0085",
            "\u2028",
            "<b>",
            "Hari Guru",
            "title: x",
        ),
        *(
            "'",
            '"',
            "{",
            "}",
            "&a",
            "*b",
            "!c",
            "%",
            "@",
            "`",
            "null",
            "2026",
            "no",
            "\ue000",
            "\U0001f600",
            "\ufffd",
            "~ # ~",
        ),
    ]
)


@given(st.one_of(st.lists(PIECES, min_size=1, max_size=25).map("".join), st.text(min_size=1, max_size=60)))
@settings(max_examples=60)
def test_reads_back(message: str) -> None:
    """Whatever is pasted, the post that is written is read again with the title and the date that were proposed."""
    with tempfile.TemporaryDirectory() as folder:
        files = make_office(Path(folder), {"agenda/2026/11/25.yaml": TEACHERS_DAY})
        reading = read(f"{message} Rapat".encode("utf-8", "replace"), office(files), NOW)
        made = make(files, office(files), reading, Given(Wish()), NOW)
        path = create(files, made.draft)
        back = read_post(WorkTree(Path(folder)), made.draft.path)

        assert back.post, back.trouble
        assert path == f"{back.path}/post.md"
        assert reading.title == back.post.title
        assert f"content/{back.post.date:%Y/%m/%d}-" in f"{path} "
        assert markdown(below(reading.text, back.post.title)).strip() == back.post.narration
        assert not [one for one in back.trouble if one.rule not in ("field-empty", "field-missing")], back.trouble
        shown_there = {one for one in words(as_html(back.post.narration, {})) + back.post.title if one.isalpha()}
        assert {one for one in reading.visible if one.isalpha()} <= shown_there
