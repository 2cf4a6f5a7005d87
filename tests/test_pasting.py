"""The pasted message's promises: nothing is lost, nothing becomes Markdown by accident, what it says is found."""

import re
from collections import Counter
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kendal_git.composing.plain import plain
from kendal_git.files import WorkTree
from kendal_git.model.agenda import AgendaEntry
from kendal_git.model.office import Identity, Office
from kendal_git.pasting.clean import clean, decode
from kendal_git.pasting.days import find_day, find_hour
from kendal_git.pasting.fitting import fitting
from kendal_git.pasting.forwarded import unwrap
from kendal_git.pasting.markup import markdown, shown, standing, struck
from kendal_git.pasting.occasions import below, find_commemoration, find_kind, find_title
from kendal_git.pasting.people import find_people
from kendal_git.pasting.places import find_place
from kendal_git.pasting.scaffold import fill
from kendal_git.reading.calendar import read_calendar
from kendal_git.rendering.narration import as_html, words
from tests.bookroom import ROOT

MONDAY = date(2026, 11, 23)
CALENDAR = read_calendar(WorkTree(ROOT))
OFFICE = Office(
    identity=Identity(region="Kabupaten Kendal"),
    officials=(
        ("bupati", "Bupati Kendal"),
        ("wakil-bupati", "Wakil Bupati Kendal"),
        ("sekda", "Sekretaris Daerah Kabupaten Kendal"),
        ("kepala-opd", "Kepala Perangkat Daerah"),
        ("camat", "Camat"),
    ),
    opd=(("dinkes", "Dinas Kesehatan"), ("disdikbud", "Dinas Pendidikan dan Kebudayaan")),
)
# What messages are made of, the harmless beside the dangerous.
PIECES = st.sampled_from(
    [
        *(
            "*",
            "_",
            "~",
            "`",
            "```",
            "**",
            "__",
            "#",
            ">",
            "+",
            "-",
            "- ",
            "* ",
            "• ",
            "1. ",
            "2. ",
            "12. ",
            "=",
            "---",
            "===",
        ),
        *(
            "[",
            "]",
            "(",
            ")",
            "](",
            "]:",
            "!",
            "<",
            ">",
            "<div>",
            "</p>",
            "<!--",
            "-->",
            "<?",
            "&",
            "&lt;",
            "&#60;",
            "\\",
            "|",
        ),
        *(
            " ",
            " ",
            " ",
            "    ",
            "\n",
            "\n",
            "\n\n",
            "\t",
            "\u00a0",
            "\u200b",
            "\u200e",
            "\u202e",
            "\ufeff",
            "\u200d",
            "\ufe0f",
        ),
        *(
            "rapat",
            "Bupati",
            "a_b",
            "https://kendalkab.go.id/a_b_",
            "08.00",
            "25/11/2026",
            "👨‍👩‍👧",
            "❤️",
            "1️⃣",
            "ꦏꦼꦤ꧀",
            "é",
        ),
        *(
            "<script>alert(1)</script>",
            "<b>",
            "javascript:x",
            "<https://x.id>",
            "~coret~",
            "*tebal*",
            "_miring_",
            "```kode```",
        ),
    ]
)
MESSAGES = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))


def seen(text: str) -> Counter[str]:
    """The letters and digits of a text, however they stand."""
    return Counter(one for one in text if one.isalnum())


# ---- cleaning -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dirty", "plainly"),
    [
        ("\ufeff\u200eRapat\u200b koordinasi\u00ad\u2060", "Rapat koordinasi"),
        ("Rabu,\u00a025\u202fNovember\t2026", "Rabu, 25 November 2026"),
        ("satu\r\ndua\rtiga\u2028empat   \n\n\n", "satu\ndua\ntiga\nempat"),
        (
            "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈",
            "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈",
        ),
        ("👨\u200d rapat\u200d a\ufe0f 👩\u200d\u200d👧", "👨 rapat a 👩👧"),
        ("🏴\U000e0067\U000e0062\U000e007f a\U000e0067", "🏴\U000e0067\U000e0062\U000e007f a"),
        ("ꦏꦿ\u200dꦤ\u200c", "ꦏꦿ\u200dꦤ"),
        ("a\x00b\x1bc\ud800d\ufffee", "abcde"),
    ],
)
def test_cleaning(dirty: str, plainly: str) -> None:
    """Invisible characters go, odd spaces and line ends become plain ones, and emoji and scripts stay whole."""
    assert plainly == clean(dirty)


@given(MESSAGES)
def test_cleaning_is_done_once(message: str) -> None:
    """A clean text stays as it is, and cleaning takes no letter and no digit."""
    once = clean(message)

    assert once == clean(once)
    assert seen(message) == seen(once)


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        ("Rabu – “siap”".encode(), ("Rabu – “siap”", True)),
        ("\ufeffRabu".encode(), ("Rabu", True)),
        ("Rabu “siap”".encode("utf-16"), ("Rabu “siap”", True)),
        ("Rabu “siap”".encode("cp1252"), ("Rabu “siap”", False)),
        (b"Rabu \x81\xe9", ("Rabu \x81é", False)),
    ],
)
def test_decoding(data: bytes, decoded: tuple[str, bool]) -> None:
    """Whatever program saved or piped the message, its letters arrive, and a guess is told."""
    assert decoded == decode(data)


# ---- what the messenger wrote around it ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "text", "remarks", "sent"),
    [
        ("[25/11/26 13.05] Protokol: Apel pagi", "Apel pagi", ("[25/11/26 13.05] Protokol:",), date(2026, 11, 25)),
        ("[13.05, 25/11/2026] Ajudan: Apel", "Apel", ("[13.05, 25/11/2026] Ajudan:",), date(2026, 11, 25)),
        ("25/11/26 13.05 - Protokol: Apel", "Apel", ("25/11/26 13.05 - Protokol:",), date(2026, 11, 25)),
        ("[31/31/26 13.05] Protokol: Apel", "Apel", ("[31/31/26 13.05] Protokol:",), None),
        ("⏩ Diteruskan\nForwarded many times\nApel", "Apel", ("⏩ Diteruskan", "Forwarded many times"), None),
        ("Apel\n<Media tidak disertakan>", "Apel", ("<Media tidak disertakan>",), None),
        ("Apel <Pesan ini diedit>", "Apel", ("<Pesan ini diedit>",), None),
        (
            "[25/11/26 13.05] Protokol: Satu\n[25/11/26 13.06] Protokol: Dua",
            "Satu\n\nDua",
            ("[25/11/26 13.05] Protokol:", "[25/11/26 13.06] Protokol:"),
            date(2026, 11, 25),
        ),
        ("Diteruskan kepada camat: apel pukul 07.00", "Diteruskan kepada camat: apel pukul 07.00", (), None),
        ("Rapat 25/11/26 pukul 13.05: hadir", "Rapat 25/11/26 pukul 13.05: hadir", (), None),
    ],
)
def test_wrapping(message: str, text: str, remarks: tuple[str, ...], sent: date | None) -> None:
    """What WhatsApp adds is taken off and kept, and a sentence that only looks like it stays in the text."""
    found = unwrap(message)

    assert (text, remarks, sent) == (found.text, found.remarks, found.sent)


def test_telephone_in_the_wrapping() -> None:
    """A sender who is shown by number is noticed."""
    assert unwrap("[25/11/26 13.05] +62 812-3456-7890: Apel").telephone
    assert not unwrap("[25/11/26 13.05] Protokol: Apel").telephone


# ---- Markdown -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("*tebal* dan _miring_ dan ~coret~", "**tebal** dan *miring* dan coret"),
        ("*_keduanya_* _*juga*_ *a*_b_", "**_keduanya_** *__juga__* **a**_b_"),
        ("**tebal dari program lain**", "**tebal dari program lain**"),
        ("2*3*4 dan * lepas", r"2\*3\*4 dan \* lepas"),
        ("```kode```", "`kode`"),
        ("```satu\n\ndua tiga```", "`satu`\n\n`dua tiga`"),
        ("baris satu\nbaris dua\n\nalinea", "baris satu  \nbaris dua\n\nalinea"),
        ("Acara:\n• satu\n• dua\nTerima kasih", "Acara:\n\n- satu\n- dua\n\nTerima kasih"),
        ("* satu\n* dua", "- satu\n- dua"),
        ("1. satu\n2. dua", "1. satu\n2. dua"),
        ("1. Apel\nPukul 07.00\n2. Rapat\nPukul 09.00", "1. Apel  \nPukul 07.00\n2. Rapat  \nPukul 09.00"),
        ("1. Acara\n- doa\n2. Tutup", "1. Acara\n    - doa\n2. Tutup"),
        ("tahun\n2026. Lalu selesai", "tahun  \n2026\\. Lalu selesai"),
        ("1. sendirian", r"1\. sendirian"),
        ("#KendalHebat #HariGuru", r"\#KendalHebat #HariGuru"),
        ("> kutipan", r"\> kutipan"),
        ("+ tambah", r"\+ tambah"),
        ("judul\n=====\n-----", "judul\n\n=====\n\n\\-----"),
        ("a | b\n---|---", "a | b\n\n\\---|---"),
        ("a_b_c @akun_kendal_ dan _x", r"a_b_c @akun_kendal\_ dan \_x"),
        ("https://kendalkab.go.id/_a_/b*", r"https://kendalkab.go.id/\_a\_/b\*"),
        ("[x]: alamat\n|\n|", "\\[x]: alamat\n\n|\n\n|"),
        ("[teks](alamat) [x]: y [DRAF]", r"\[teks\](alamat) [x]: y [DRAF]"),
        (
            "https://kendalkab.go.id/?a=1&b=2 https://x.id/&lt;",
            "https://kendalkab.go.id/?a=1&b=2 https://x.id/&amp;lt;",
        ),
        ("~<~/b> [a ~]~(b) `>*`", r"&lt;/b> [a \](b) >\*"),
        ("`>*` kutipan", r"\>\* kutipan"),
        ("<b>x</b> 3 < 5 <3", "&lt;b>x&lt;/b> 3 < 5 <3"),
        ("R&D &copy; \\*", r"R&D &amp;copy; \\\*"),
        ("    menjorok", "menjorok"),
    ],
)
def test_markdown(message: str, written: str) -> None:
    """What the messenger shows is shown again, and what only looks like Markdown is escaped."""
    assert written == markdown(message)


@given(MESSAGES)
def test_narration_loses_nothing(message: str) -> None:
    """Every letter and digit of the message stands in the narration or among the remarks."""
    whole = unwrap(clean(message))
    kept = Counter(seen(markdown(whole.text)))
    kept.update(seen("".join(whole.remarks)))

    assert not seen(message) - kept


@given(MESSAGES)
def test_page_shows_the_words(message: str) -> None:
    """The site shows the message's letters in their order, and leaves only a list's own numbers to the browser."""
    text = clean(message)
    page, told = words(as_html(markdown(text), {})), shown(text)
    numbers = "".join(re.findall(r"^ *(\d{1,9})\. +", told, re.MULTILINE))

    assert "".join(filter(str.isalpha, told)) == "".join(filter(str.isalpha, page))
    assert not seen(page) - seen(told)
    assert not seen(told) - seen(page) - seen(numbers)


@given(MESSAGES)
def test_no_raw_html(message: str) -> None:
    """The narration brings no tag of its own: the page has only those that Markdown makes of lists, lines and marks."""
    import markdown as library

    raw = library.markdown(markdown(clean(message)), extensions=["sane_lists", "tables"], output_format="html")
    tags = set(re.findall(r"<\s*/?\s*([^\s>]+)", raw))

    assert tags <= {"p", "br", "strong", "em", "code", "ul", "ol", "li"}, raw


@given(
    st.lists(
        st.sampled_from(["Rapat", "a_b", "*tebal*", "_miring_", "• satu", "\n", "#Kendal", " ", "5 < 6", "(x)", "R&D"])
    )
)
def test_caption_shows_the_words(pieces: list[str]) -> None:
    """A channel's caption has the message's words too, without the marks and the escapes."""
    text = clean("".join(pieces))

    assert seen(shown(text)) == seen(plain(markdown(text)))
    assert "\\" not in plain(markdown(text))


def test_crossed_out_words() -> None:
    """Words that were crossed out are named, and nothing is read from them."""
    message = "Apel dipimpin ~Bupati~ Sekda, pukul ~07.00~ 08.00"

    assert ("Bupati", "07.00") == struck(message)
    assert "Apel dipimpin  Sekda, pukul  08.00" == standing(message)


@pytest.mark.parametrize("piece", ["*", "_a ", "~a ", "`a", "```", "[", "<a ", "1. a\n", "- ", "https://a_", "&a;"])
def test_markup_takes_no_long_time(piece: str) -> None:
    """The longest message made of one mark is turned within a moment."""
    message = piece * (65_536 // len(piece))

    assert seen(message) <= seen(markdown(clean(message))) + seen(message if piece == "1. a\n" else "")


# ---- what it says of itself ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Hari/tanggal: Rabu, 25 November 2026", date(2026, 11, 25)),
        ("KENDAL – Bupati hadir, Rabu (25/11/2026).", date(2026, 11, 25)),
        ("Undangan tgl 25-11-26", date(2026, 11, 25)),
        ("pada 2026-11-25", date(2026, 11, 25)),
        ("Rabu Pon, 25 Nov 2026", date(2026, 11, 25)),
        ("Jum’at Kliwon 27 November", date(2026, 11, 27)),
        ("25-27 November 2026", date(2026, 11, 25)),
        ("2 Januari", date(2027, 1, 2)),
        ("sejak 17 Agustus 1945 sampai Rabu, 25 November 2026", date(2026, 11, 25)),
        ("besok pagi apel", date(2026, 11, 24)),
        ("Hari ini, Senin (23/11/2026)", date(2026, 11, 23)),
        ("lusa", date(2026, 11, 25)),
        ("31 November 2026", None),
        ("Pukul 08.00, nomor 005/123/2026, hadir 1/2", None),
    ],
)
def test_day(text: str, day: date | None) -> None:
    """Dates are read as people write them, and numbers that are none are left."""
    found = find_day(text, MONDAY)

    assert day == (found.day if found else None)


def test_day_with_a_wrong_weekday() -> None:
    """The number counts, and the weekday that does not fit is told."""
    found = find_day("Selasa, 25 November 2026 (laporan 27 November 2026)", MONDAY)

    assert found
    assert (date(2026, 11, 25), "Selasa, 25 November 2026", 1) == (found.day, found.words, found.weekday)
    assert (date(2026, 11, 27),) == found.others


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Pukul 08.00 WIB s.d. selesai", time(8)),
        ("Pukul : 13:30", time(13, 30)),
        ("🕗 08.00 - selesai", time(8)),
        ("jam 4 sore", time(16)),
        ("09.30 WIB", time(9, 30)),
        ("Rp 08.00 dan 25.11.2026", None),
        ("Pukul 28.00 WIB", None),
    ],
)
def test_hour(text: str, hour: time | None) -> None:
    """An hour is read where the text says that it is one."""
    assert hour == find_hour(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Tempat: Pendopo Kabupaten Kendal, Jl. Alun-alun No. 1", "Pendopo Kabupaten Kendal, Jl. Alun-alun No. 1"),
        ("Lokasi kegiatan : Aula Dinas Kesehatan.", "Aula Dinas Kesehatan"),
        ("📍 Alun-alun Kendal", "Alun-alun Kendal"),
        ("Apel bertempat di Halaman Setda pada hari Rabu", "Halaman Setda"),
        ("hadir di Pendopo Tumenggung Bahurekso, Rabu (25/11)", "Pendopo Tumenggung Bahurekso"),
        ("di Desa Gonoharjo Kecamatan Limbangan. Bupati", "Desa Gonoharjo Kecamatan Limbangan"),
        ("di antara kita", ""),
    ],
)
def test_place(text: str, place: str) -> None:
    """A place stands behind a label, behind “bertempat di”, or is a venue behind “di”."""
    assert place == find_place(text)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bupati Kendal dan Wakil Bupati Kendal hadir", ["bupati", "wakil-bupati"]),
        ("wabup dan sekda", ["wakil-bupati", "sekda"]),
        ("Sekretaris Daerah mewakili Bupati", ["sekda"]),
        ("Bupati Kendal yang diwakili Sekda", ["sekda"]),
        ("Staf Ahli Bupati di Pendopo Bupati", []),
        ("Peraturan Bupati tentang kecamatan; para camat", []),
        ("Camat Weleri", ["camat"]),
    ],
)
def test_people(text: str, codes: list[str]) -> None:
    """Officials are known by their office; who is represented, and what only bears the name, does not come."""
    assert codes == [one.official for one in find_people(text, OFFICE).present]


def test_acting_people_and_agencies() -> None:
    """An acting head keeps the “Plt.”, and an agency is known by its name and its short name."""
    found = find_people("Plt. Kepala Dinas Kesehatan bersama Disdikbud", OFFICE)

    assert [("kepala-opd", "dinkes", "plt")] == [(one.official, one.opd, one.status) for one in found.present]
    assert (("Plt. Kepala Dinas Kesehatan",), ("disdikbud",)) == (found.words, found.agencies)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Assalamu’alaikum\n\n*RAPAT KOORDINASI*\n*INFLASI DAERAH*\n\nisi", "RAPAT KOORDINASI INFLASI DAERAH"),
        ("*Tempat:*\nAula\n*Apel Pagi*", "Apel Pagi"),
        ("Mohon izin Bapak\nBupati meninjau pasar. Lalu pulang.", "Bupati meninjau pasar"),
        ("KENDAL – Plt. Kepala Dinas membuka pasar murah. Warga senang.", "Plt. Kepala Dinas membuka pasar murah"),
        ("kata " * 40, ("kata " * 20).strip()),
        ("x" * 130, "x" * 100),
    ],
)
def test_title(text: str, title: str) -> None:
    """The bold line is the title, otherwise the first sentence that greets nobody, at most 100 characters of it."""
    assert title == find_title(text)


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [
        ("Selamat Hari Guru Nasional", date(2026, 11, 25), "hari-guru-nasional"),
        ("Upacara Hari Guru", None, "hari-guru-nasional"),
        ("Upacara HUT ke-55 KORPRI", date(2026, 11, 30), "hut-korpri"),
        ("seperti pesan Hari Kartini", date(2026, 11, 25), ""),
        ("Rapat inflasi", date(2026, 11, 25), ""),
    ],
)
def test_commemoration(text: str, day: date | None, name: str) -> None:
    """A commemorative day is known by its name when it is near, with or without its ordinal."""
    found = find_commemoration(text, CALENDAR, day, MONDAY)

    assert name == (found.id if found else "")


@pytest.mark.parametrize(
    ("text", "kept", "kind"),
    [
        ("Selamat Hari Guru Nasional. Terima kasih, guru.", True, "flyer-hari-besar"),
        ("Selamat Hari Guru. Upacara dipimpin Bupati", True, "liputan"),
        ("PENGUMUMAN pemadaman listrik", False, "pengumuman"),
        ("Innalillahi wa inna ilaihi rajiun", False, "ucapan-duka"),
        ("Selamat pagi, Bupati meninjau pasar", False, "liputan"),
    ],
)
def test_kind(text: str, kept: bool, kind: str) -> None:
    """Greetings, announcements and condolences show themselves, all else is a report."""
    assert kind == find_kind(text, kept)


def test_fitting_event() -> None:
    """The event whose title is told fits, else the one of the hour and the place; doubt leaves several."""
    ceremony = AgendaEntry("upacara", time(8), "Upacara Hari Guru Nasional (contoh)", "Alun-alun Kendal")
    course = AgendaEntry("bimtek", time(8), "Pembukaan Bimbingan Teknis", "Aula BKPP")
    twin = AgendaEntry("upacara-2", time(10), "Upacara Hari Guru Nasional", "Weleri")

    assert (ceremony,) == fitting((ceremony, course), "upacara peringatan hari guru nasional", None, "")
    assert (course,) == fitting((ceremony, course), "bupati membuka kegiatan", time(8), "Aula BKPP lantai 2")
    assert () == fitting((ceremony, course), "rapat", time(8), "")
    assert (twin,) == fitting((ceremony, twin), "upacara guru nasional", time(10), "")
    assert (ceremony, twin) == fitting((ceremony, twin), "upacara guru nasional", None, "")


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("*Pasar Murah*\n\nWarga datang.", "Pasar Murah", "Warga datang."),
        ("_*Pasar  Murah*_\nWarga datang.", "Pasar Murah", "Warga datang."),
        ("Pasar Murah\n\n\n*Warga* datang.\n\n#Kendal", "Pasar Murah", "*Warga* datang.\n\n#Kendal"),
        ("*Pasar Murah*\n*di Alun-alun*\nWarga datang.", "Pasar Murah di Alun-alun", "Warga datang."),
        ("*Pasar Murah*\nPasar Murah\nWarga", "Pasar Murah", "Pasar Murah\nWarga"),
    ],
)
def test_the_title_s_own_line_is_taken_out_of_the_narration(text: str, title: str, rest: str) -> None:
    """A title that is the first line, or the first bold lines, stands above the narration and not in it as well."""
    assert rest == below(text, title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Pasar Murah. Warga datang.", "Pasar Murah"),
        ("*Pasar Murah!*\nWarga datang.", "Pasar Murah"),
        ("📢 *Pasar Murah*\nWarga datang.", "Pasar Murah"),
        ("Yth. rekan-rekan\n*Pasar Murah*\nWarga datang.", "Pasar Murah"),
        ("*Pasar*\n\n*Murah*\nWarga datang.", "Pasar Murah"),
        ("*Pasar Murah*", "Pasar Murah"),
        ("*Pasar Murah*\n\n🎉", "Pasar Murah"),
        ("*Pasar Murah di Alun-alun*\nWarga datang.", "Pasar Murah"),
        ("- Pasar Murah\n- Warga", "Pasar Murah"),
        ("*Pasar Murah*\nWarga datang.", "Judul sendiri"),
    ],
)
def test_a_line_that_says_more_than_the_title_stays(text: str, title: str) -> None:
    """Whatever would be lost, and a message that is nothing but its title, stays in the narration."""
    assert text == below(text, title)


@given(MESSAGES)
def test_title_and_rest_are_the_whole_message(message: str) -> None:
    """Every letter and digit that the messenger shows stands in the title or below it."""
    text = unwrap(clean(message)).text
    title = find_title(text)

    assert not seen(shown(text)) - seen(f"{title} {shown(below(text, title))}")


def test_scaffold() -> None:
    """Comments stand above the fields, a mark replaces a field's hint, and the narration the template's."""
    template = "---\n# petunjuk\ntitle: A  # judul\nplace: B\n---\nisi\n"

    assert "---\n# petunjuk\n# asal\ntitle: A  # periksa\nplace: B\n---\nnarasi\n" == fill(
        template, "narasi", ("asal",), {"title": "periksa", "kind": "x"}
    )
    assert "tanpa pembuka\n\nnarasi\n" == fill("tanpa pembuka\n", "narasi", (), {})
