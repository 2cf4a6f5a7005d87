"""The agenda's promises: an event is recorded in time, beside all that was there, and shown as the office reads it."""

import io
import json
import sys
import tempfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kendal_git.files import WorkTree
from kendal_git.messages import text
from kendal_git.model.agenda import AgendaEntry, Attendance, Incidental
from kendal_git.model.trouble import Misuse
from kendal_git.reading.agendas import read_day
from kendal_git.reporters import agendas
from kendal_git.reporters.style import Style
from kendal_git.verbs.agenda import add, show, slug, span
from kendal_git.verbs.daybook import document_of, store
from tests.bookroom import NOW, TEACHERS_DAY, Keyboard, make_office, office, read, sentence

WEDNESDAY = date(2026, 11, 25)
DAY = "agenda/2026/11/25.yaml"


@pytest.fixture
def files(tmp_path: Path) -> WorkTree:
    return make_office(tmp_path, {DAY: TEACHERS_DAY})


@pytest.fixture
def keyboard(files: WorkTree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return Keyboard(files, capsys, monkeypatch)


def event(title: str = "Sarasehan", hour: int = 13, **more: object) -> AgendaEntry:
    return AgendaEntry("", time(hour), title, source="protokol", **more)  # type: ignore[arg-type]


# ---- recording ----------------------------------------------------------------------------------------------------


def test_first_event_of_a_day(keyboard: Keyboard) -> None:
    """The first event makes its day's file, says what it is called from now on and what comes next."""
    code, said = keyboard.type(
        "agenda",
        "add",
        "--date",
        "26-11-2026",
        "--time",
        "8.00",
        "--until",
        "09:30",
        "--title",
        'Rapat "Inflasi": hal #2',
        "--place",
        "Aula, lantai 2",
        "--official",
        "bupati",
        "--official",
        "sekda:bupati",
        "--official",
        "kepala-opd@dinkes:plt",
        "--source",
        "protokol",
        "--organiser",
        "disdikbud",
        "--coverage",
        "liputan,flyer-hari-besar",
    )

    assert (
        code,
        said,
    ) == (0, "Tercatat: 2026/11/26#rapat-inflasi-hal-2\nBerikutnya: kendal submit agenda/2026/11/26.yaml\n")
    assert read(keyboard.files, "agenda/2026/11/26.yaml") == (
        "# Agenda Kamis, 26 November 2026. Tambah acara dengan: kendal agenda add."
        " Catatan lama tidak diubah, hanya ditambah.\n"
        "date: 2026-11-26\n"
        "entries:\n"
        "  - id: rapat-inflasi-hal-2\n"
        '    time: "08:00"\n'
        '    until: "09:30"\n'
        '    title: "Rapat \\"Inflasi\\": hal #2"\n'
        '    place: "Aula, lantai 2"\n'
        "    officials:\n"
        "      - {official: bupati}\n"
        "      - {official: sekda, represents: bupati}\n"
        "      - {official: kepala-opd, opd: dinkes, status: plt}\n"
        "    source: protokol\n"
        "    organiser: disdikbud\n"
        "    coverage: [liputan, flyer-hari-besar]\n"
    )


def test_next_event_of_a_day(files: WorkTree) -> None:
    """A further event stands below the others, and its id is its own although the title is the same."""
    first = add(files, office(files), WEDNESDAY, event(), NOW)
    second = add(files, office(files), WEDNESDAY, event(hour=15), NOW)

    assert (first.reference, second.reference) == ("2026/11/25#sarasehan", "2026/11/25#sarasehan-2")
    assert read(files, DAY) == TEACHERS_DAY + (
        '  - id: sarasehan\n    time: "13:00"\n    title: Sarasehan\n    source: protokol\n'
        '  - id: sarasehan-2\n    time: "15:00"\n    title: Sarasehan\n    source: protokol\n'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("entries: []\n", "entries:\n  - id: x\n"),
        ("entries: []  # belum ada\n", "entries:   # belum ada\n  - id: x\n"),
        ("entries:\n", "entries:\n  - id: x\n"),
        ("entries: ~\n", "entries:\n  - id: x\n"),
        ("entries:\n- {id: a, time: '07:00', title: A, source: opd}", "source: opd}\n- id: x\n"),
        (
            "entries: [{id: a, time: '07:00', title: A, source: opd}]  # satu\n",
            'opd}, {id: x, time: "13:00", title: Sarasehan, source: protokol}]  # satu\n',
        ),
        (
            "entries:\n  - id: a\n    time: '07:00'\n    title: A\n    source: opd\n    # tunggu kabar\n\n# akhir\n",
            '    # tunggu kabar\n  - id: x\n    time: "13:00"\n    title: Sarasehan\n    source: protokol\n\n# akhir\n',
        ),
    ],
)
def test_every_way_of_writing_a_list(tmp_path: Path, before: str, after: str) -> None:
    """A list that is empty, in brackets or followed by remarks takes the new event where a person would put it."""
    files = make_office(tmp_path, {DAY: "date: 2026-11-25\n" + before})

    add(files, office(files), WEDNESDAY, AgendaEntry("x", time(13), "Sarasehan", source="protokol"), NOW)

    assert after in read(files, DAY)
    assert (read_day(files, DAY)[0].entries[-1].id, read_day(files, DAY)[1]) == ("x", ())  # type: ignore[union-attr]


def test_too_late(keyboard: Keyboard) -> None:
    """On the day itself the procedure's first step is named, and the option that records an incidental event."""
    words = (
        "agenda",
        "add",
        "--date",
        "hari-ini",
        "--time",
        "16:00",
        "--title",
        "Peninjauan rob",
        "--source",
        "ajudan",
    )

    code, said = keyboard.type(*words)

    assert code == 2
    assert said == (
        "kendal: agenda Senin, 23 November 2026 harus tercatat paling lambat sehari sebelumnya (SOP langkah 1)\n"
        '  saran: untuk acara mendadak tambahkan alasannya: --incidental "…"\n'
    )
    assert keyboard.type(*words, "--incidental", "Kabar pukul 13.55")[0] == 0
    assert "    incidental: {reason: Kabar pukul 13.55}\n" in read(keyboard.files, "agenda/2026/11/23.yaml")


@pytest.mark.parametrize(
    ("now", "accepted"),
    [("2026-11-24T16:59:59+00:00", True), ("2026-11-24T17:00:00+00:00", False), ("2026-11-24T23:00:00+00:00", False)],
)
def test_the_day_before_ends_at_midnight_in_kendal(files: WorkTree, now: str, accepted: bool) -> None:
    """“Sehari sebelumnya” is the office's own calendar day, wherever the computer stands."""
    try:
        add(files, office(files), WEDNESDAY, event(), datetime.fromisoformat(now))
        recorded = True
    except Misuse:
        recorded = False

    assert recorded == accepted


def test_incidental_in_time(files: WorkTree) -> None:
    """An event that comes in time is not recorded as incidental, or the statistics would say so for ever."""
    done = add(files, office(files), WEDNESDAY, event(incidental=Incidental("mendadak")), NOW)

    assert [text(note, "id") for note in done.notes] == [
        "Acara ini tercatat tepat waktu; alasan insidental tidak diperlukan dan tidak ditulis."
    ]
    assert "incidental" not in read(files, DAY)


@pytest.mark.parametrize(
    ("hour", "officials", "warned"),
    [
        (9, (Attendance("bupati"),), True),
        (9, (Attendance("sekda", represents="bupati"),), False),
        (10, (Attendance("bupati"),), False),
        (7, (Attendance("bupati"),), False),
        (9, (Attendance("wakil-bupati"),), False),
    ],
)
def test_two_places_at_once(files: WorkTree, hour: int, officials: tuple[Attendance, ...], warned: bool) -> None:
    """An official in two places at once is a warning and not a refusal; who is represented is not there."""
    done = add(files, office(files), WEDNESDAY, event(hour=hour, officials=officials), NOW)

    warning = (
        "peringatan: bupati juga ada di #upacara-hari-guru (Upacara Hari Guru, pukul 08.00);"
        " bila diwakili: --official WAKIL:bupati"
    )
    assert [warning] * warned == [text(note, "id") for note in done.notes]
    assert done.reference == "2026/11/25#sarasehan"


def test_cancelled_events_are_in_nobody_s_way(tmp_path: Path) -> None:
    """What does not take place cannot clash."""
    cancelled = TEACHERS_DAY + "    cancelled: {at: 2026-11-23T11:00+07:00, reason: Hujan}\n"
    files = make_office(tmp_path, {DAY: cancelled})

    assert add(files, office(files), WEDNESDAY, event(hour=8, officials=(Attendance("bupati"),)), NOW).notes == ()


def test_many_hold_one_post(files: WorkTree) -> None:
    """Two heads of agencies at once are two people, unless they are of one agency."""
    heads = tuple(Attendance("kepala-opd", opd=opd) for opd in ("", "dinkes"))
    add(files, office(files), WEDNESDAY, event("Satu", officials=heads), NOW)
    other = add(files, office(files), WEDNESDAY, event("Dua", officials=(Attendance("kepala-opd", opd="bpbd"),)), NOW)
    same = add(files, office(files), WEDNESDAY, event("Tiga", officials=(Attendance("kepala-opd", opd="dinkes"),)), NOW)

    assert (len(other.notes), len(same.notes)) == (0, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--official", "bupti"), "--official: pejabat “bupti” tidak ada di kendal.yaml\n  saran: maksudnya “bupati”?"),
        (("--official", "sekda:bupatii"), "--official: “bupatii” bukan status jabatan dan bukan pejabat yang diwakili"),
        (
            ("--official", "kepala-opd@dinke"),
            "--official: OPD “dinke” tidak ada di kendal.yaml\n  saran: maksudnya “dinkes”?",
        ),
        (("--source", "protokoler"), "--source: “protokoler” tidak dikenal\n  saran: maksudnya “protokol”?"),
        (("--coverage", "liputn"), "--coverage: “liputn” tidak dikenal\n  saran: maksudnya “liputan”?"),
        (
            ("--organiser", "disdik"),
            "--organiser: OPD “disdik” tidak ada di kendal.yaml\n  saran: maksudnya “disdikbud”?",
        ),
        (("--time", "25:00"), "--time: “25:00” bukan jam\n  saran: tulis misalnya 08:00 atau 13.30"),
        (("--date", "31-11-2026"), "--date: “31-11-2026” bukan tanggal"),
        (("--until", "12:00"), "--until 12.00 tidak sesudah --time 13.00"),
        (("--id", "Sara Sehan"), "--id: “Sara Sehan” bukan id"),
        (("--id", "upacara-hari-guru"), "id “upacara-hari-guru” sudah dipakai di hari ini"),
        (("--title", "x" * 161), "--title paling panjang 160 karakter, ini 161"),
        (("--title", ""), "--title belum diisi"),
        (("--title", "\ufeff"), "--title belum diisi"),
    ],
)
def test_wrong_words(keyboard: Keyboard, words: tuple[str, ...], expected: str) -> None:
    """A wrong value is answered with its option, the word and what would be right, and nothing is written."""
    right = {"--date": "2026-11-25", "--time": "13:00", "--title": "Sarasehan", "--source": "protokol"}
    options = [part for pair in (right | {words[0]: words[1]}).items() for part in pair]

    code, said = keyboard.type("agenda", "add", *options)

    assert code == 2
    assert said.startswith(f"kendal: {expected}")
    assert read(keyboard.files, DAY) == TEACHERS_DAY


@pytest.mark.parametrize("missing", ["--date", "--time", "--title", "--source"])
def test_missing_words(keyboard: Keyboard, missing: str) -> None:
    """Without a terminal a missing value is named with its option and an example."""
    right = {"--date": "2026-11-25", "--time": "13:00", "--title": "Sarasehan", "--source": "protokol"}
    options = [part for name, value in right.items() if name != missing for part in (name, value)]

    code, said = keyboard.type("agenda", "add", *options)

    assert code == 2
    assert said.startswith(f"kendal: {missing} belum diisi\n  saran: tambahkan: {missing} ")


class Terminal(io.StringIO):
    """A keyboard with answers waiting."""

    def isatty(self) -> bool:
        return True


def test_asks_at_a_terminal(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal what is missing is asked for in Indonesian, and asked again after an answer that means nothing."""
    answers = "nanti\nbesok\n8.30\nSarasehan\n\nbupti\nbupati, sekda:bupati\nprotokol\n"
    monkeypatch.setattr(sys, "stdin", Terminal(answers))

    code, said = keyboard.type("agenda", "add")

    assert code == 0
    assert "Tanggal acara (2026-11-25, besok): " in said
    assert "  --date: “nanti” bukan tanggal\n  saran: tulis misalnya 2026-11-25" in said
    assert "  --official: pejabat “bupti” tidak ada di kendal.yaml\n" in said
    assert "Tercatat: 2026/11/24#sarasehan\n" in said
    assert (
        '    time: "08:30"\n    title: Sarasehan\n    officials:\n'
        "      - {official: bupati}\n      - {official: sekda, represents: bupati}\n    source: protokol\n"
    ) in read(keyboard.files, "agenda/2026/11/24.yaml")


def test_asks_for_the_reason(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever records today's event at a terminal is asked why it comes so late, before the other questions."""
    monkeypatch.setattr(sys, "stdin", Terminal("Air pasang\n16:00\nPeninjauan rob\n\n\najudan\n"))

    code, said = keyboard.type("agenda", "add", "--date", "hari-ini")

    assert code == 0
    assert "Baru dicatat pada harinya (insidental). Alasannya: " in said
    assert "incidental: {reason: Air pasang}" in read(keyboard.files, "agenda/2026/11/23.yaml")


def test_broken_file_is_left_alone(tmp_path: Path) -> None:
    """A day's file that cannot be read takes no event; its own fault is named."""
    files = make_office(tmp_path, {DAY: "date: 2026-11-25\nentries: [\n"})

    with pytest.raises(Misuse) as refused:
        add(files, office(files), WEDNESDAY, event(), NOW)

    assert sentence(refused.value).startswith(f"{DAY} belum bisa ditambah: ")
    assert read(files, DAY) == "date: 2026-11-25\nentries: [\n"


def test_faults_of_others_are_no_hindrance(tmp_path: Path) -> None:
    """A file that the check complains of still takes an event, and keeps its faults and no others."""
    faulty = "date: 2026-11-25\nentries:\n  - id: a\n    time: 07:00\n    tempat: Aula\n    title: A\n    source: opd\n"
    files = make_office(tmp_path, {DAY: faulty})
    before = [one.rule for one in read_day(files, DAY)[1]]

    done = add(files, office(files), WEDNESDAY, event("A"), NOW)

    assert done.reference == "2026/11/25#a-2"
    assert ["field-unknown"] == before == [one.rule for one in read_day(files, DAY)[1]]


@pytest.mark.parametrize(
    ("after", "problem"),
    [
        (TEACHERS_DAY.replace("Alun-alun", "Pendopo"), "isi yang lama akan ikut berubah"),
        (TEACHERS_DAY.replace("    coverage: [liputan]\n", ""), "isi yang lama akan ikut berubah"),
        (TEACHERS_DAY + "catatan: baru\n", "tidak ada isian bernama “catatan”"),
        (TEACHERS_DAY + "    until: '10:00'\n", "“until” sudah ditulis di baris 5"),
    ],
)
def test_a_wrong_result_is_never_stored(files: WorkTree, after: str, problem: str) -> None:
    """A text that would change an old value or bring a new fault is refused before the file is touched."""
    before = document_of(DAY, TEACHERS_DAY.encode())

    with pytest.raises(Misuse) as refused:
        store(files, DAY, before, after, ("entries", 1))

    assert sentence(refused.value).startswith(f"{DAY} tidak diubah, karena hasilnya akan keliru: {problem}")
    assert read(files, DAY) == TEACHERS_DAY
    assert [entry.name for entry in files.entries("agenda/2026/11")] == ["25.yaml"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Upacara Hari Guru Nasional (contoh)", "upacara-hari-guru-nasional-contoh"),
        ("Café Résumé №1", "cafe-resume-no1"),
        ("🎉🎉", ""),
        ("Pembukaan " * 9, "pembukaan-pembukaan-pembukaan-pembukaan"),
        ("a" * 60, "a" * 48),
    ],
)
def test_ids_from_titles(title: str, expected: str) -> None:
    """An id is made of the title's words in plain letters, cut between words."""
    assert expected == slug(title)


def test_invisible_characters_are_dropped(keyboard: Keyboard) -> None:
    """What came along unseen from a chat window does not reach the agenda."""
    words = (
        "--date",
        "2026-11-25",
        "--time",
        "13:00",
        "--source",
        "protokol",
        "--title",
        "\ufeffSara\x07sehan\u2028 pagi",
    )

    assert keyboard.type("agenda", "add", *words)[0] == 0
    assert "    title: Sarasehan pagi\n" in read(keyboard.files, DAY)


def test_past_midnight(files: WorkTree) -> None:
    """An evening event may end after midnight."""
    night = event("Wayang kulit", hour=20, until=time(1))
    add(files, office(files), WEDNESDAY, night, NOW)

    assert span(night) == (20 * 60, 25 * 60)


# ---- keeping ------------------------------------------------------------------------------------------------------

remarks = st.text(st.sampled_from("abc é🐟:#-{}[]'\"&*!,|>%@`"), max_size=20).map(lambda words: f"# {words}".rstrip())
titles = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).filter(
    lambda words: words.split()
)


@st.composite
def one_entry(draw: st.DrawFn, number: int, margin: str) -> list[str]:
    """An entry as people write them: tall or in braces, with remarks, long texts and both kinds of lists."""
    name = f"acara-{number}"

    def remark() -> str:
        return draw(st.sampled_from(["", f"  {draw(remarks)}"]))

    if draw(st.booleans()):
        return [f"{margin}- {{id: {name}, time: \"07:0{number}\", title: 'Satu: #{number}', source: opd}}{remark()}"]
    lines = [
        f"- id: {name}{remark()}",
        f'  time: "07:0{number}"',
        f"  title: Acara nomor {number}{remark()}",
        "  source: opd",
    ]
    more = [
        ["  officials:", "    - {official: bupati}", "    - official: sekda  # wakil", "      represents: bupati"],
        ["  officials: [{official: bupati},", "      {official: sekda}]"],
        [
            "  dispositions:",
            "  - role: kabid-ikp",
            "    by: kabid-ikp",
            "    at: 2026-11-20T08:00+07:00",
            "    instruction: |+",
            "      Liput.",
            "",
            "      Lalu unggah.",
            "",
        ],
        ["  dispositions:", "    - {role: kabid-ikp, by: kabid-ikp, at: 2026-11-20T08:00+07:00, instruction: 'a # b'}"],
        ["  assignments: []"],
        ["  place: >-", "    Alun-alun", "    Kendal"],
        ["  coverage: []", "  organiser: disdikbud"],
    ]
    chosen = draw(st.lists(st.sampled_from(more), max_size=3, unique_by=lambda block: block[0].split(":")[0]))
    lines += [line for block in chosen for line in block]
    if draw(st.booleans()):
        lines.append(f"  {draw(remarks)}")
    return [f"{margin}{line}" if line else "" for line in lines]


@st.composite
def day_files(draw: st.DrawFn) -> str:
    """A whole day's file, in either kind of line end, with or without a last one."""
    margin = draw(st.sampled_from(["", "  ", "    "]))
    lines = [*draw(st.lists(remarks, max_size=2)), "date: 2026-11-25", "entries:"]
    for number in range(draw(st.integers(1, 3))):
        lines += draw(one_entry(number, margin))
        lines += draw(st.sampled_from([[], [""], [f"{margin}{draw(remarks)}"], ["", draw(remarks)]]))
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return ending.join(lines) + draw(st.sampled_from(["", ending]))


def expect_one_addition(before: str, after: str) -> None:
    """All of the old text is in the new one, in one or two pieces; only a last line end may have come on top."""
    grown = len(after) - len(before)
    whole = (before[:cut] == after[:cut] and before[cut:] == after[cut + grown :] for cut in range(len(before) + 1))
    assert grown > 0
    assert any(whole), f"{before!r}\n{after!r}"
    assert "\r\n" not in before or after.count("\n") == after.count("\r\n")


@given(before=day_files(), title=titles)
def test_adding_keeps_every_byte(before: str, title: str) -> None:
    """Whatever a day's file looks like, an event is added in one piece, and every other value and remark stays."""
    with tempfile.TemporaryDirectory() as folder:
        files = make_office(Path(folder), {DAY: before}, calendar=False)
        old, trouble = read_day(files, DAY)
        done = add(files, office(files), WEDNESDAY, event(" ".join(title.split())), NOW)
        after, (new, still) = read(files, DAY), read_day(files, DAY)

    assert old is not None
    assert new is not None
    assert trouble == still == ()
    assert old.entries == new.entries[:-1]
    assert (" ".join(title.split()), done.reference.partition("#")[2]) == (new.entries[-1].title, new.entries[-1].id)
    expect_one_addition(before, after)


# ---- showing ------------------------------------------------------------------------------------------------------

CHANGED = """\
date: 2026-11-18
entries:
  - id: rapat-inflasi
    time: "09:00"
    until: "11:00"
    title: Rapat Koordinasi Pengendalian Inflasi
    place: Ruang Rapat
    officials:
      - {official: sekda, represents: bupati}
      - {official: kepala-opd, opd: dinkes, status: plt}
      - {official: camat}
    source: opd
    changes:
      - {at: 2026-11-17T07:10+07:00, time: "13:00", place: Pendopo, reason: Menunggu paparan}
    dispositions:
      - {role: kabid-ikp, by: kabid-ikp, at: 2026-11-17T13:30+07:00, instruction: Liput singkat}
    assignments:
      - {by: subkoor-psdk, at: 2026-11-17T13:52+07:00, text: staf-narasi, photo: staf-foto}
      - {by: subkoor-psdk, at: 2026-11-17T15:00+07:00, photo: staf-desain}
  - id: apel
    time: "07:00"
    title: Apel pagi
    source: opd
    cancelled: {at: 2026-11-17T11:00+07:00, reason: Hujan}
"""


def test_shows_a_day(keyboard: Keyboard) -> None:
    """A day is shown by the times that stand now, with changes, officials, who is assigned and what is unproven."""
    (keyboard.files.root / "agenda/2026/11/18.yaml").write_text(CHANGED, encoding="utf-8")

    code, said = keyboard.type("agenda", "show", "18-11-2026")

    assert code == 0
    assert (
        said
        == """\
Rabu, 18 November 2026

  07.00        Apel pagi
               DIBATALKAN: Hujan
               sumber opd
               belum ada petugas
               2026/11/18#apel

  13.00        Rapat Koordinasi Pengendalian Inflasi
               semula 09.00
               Pendopo (semula Ruang Rapat)
               Sekda mewakili Bupati, Plt. Kepala OPD (Dinkes), Camat
               sumber opd
               perubahan: Menunggu paparan
               disposisi Kabid IKP (kabid-ikp): Liput singkat [tercatat, belum
               dibuktikan]
               ditugaskan: narasi staf-narasi, foto staf-desain
               2026/11/18#rapat-inflasi
"""
    )


def test_shows_what_is_kept(keyboard: Keyboard) -> None:
    """A commemorative day stands above the events with its ordinal, and one whose date is not certain says so."""
    assert "  Hari besar: Hari Ibu ke-98\n" in keyboard.type("agenda", "show", "2026-12-22")[1]
    assert "Isra Mikraj Nabi Muhammad SAW (tanggal belum pasti)" in keyboard.type("agenda", "show", "2027-12-26")[1]
    assert "Kept on this day: Hari Ibu (no. 98)" in keyboard.type("--lang", "en", "agenda", "show", "2026-12-22")[1]


def test_shows_several_days(keyboard: Keyboard) -> None:
    """A week and a range show the days with something on them, and say so when there is none."""
    week = keyboard.type("agenda", "show", "--week")[1]
    empty = keyboard.type("agenda", "show", "--from", "2026-11-26", "--to", "2026-11-27")[1]

    assert [line for line in week.splitlines() if line and not line.startswith(" ")] == [
        "Rabu, 25 November 2026",
        "Sabtu, 28 November 2026",
        "Minggu, 29 November 2026",
    ]
    assert "Tidak ada acara dan hari besar dari Kamis, 26 November 2026 sampai Jumat," in empty


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("--from", "2026-11-26", "--to", "2026-11-25"),
            "hari pertama (2026-11-26) sesudah hari terakhir (2026-11-25)",
        ),
        (("besok", "--from", "2026-11-26"), "pilih satu: tanggal, --week, atau --from dan --to"),
        (("--from", "2020-01-01", "--to", "2026-11-25"), "paling banyak 366 hari sekaligus"),
        (("kapan",), "agenda show: “kapan” bukan tanggal"),
    ],
)
def test_wrong_days(keyboard: Keyboard, words: tuple[str, ...], expected: str) -> None:
    """Days that make no sense are refused with a sentence."""
    code, said = keyboard.type("agenda", "show", *words)

    assert (2, f"kendal: {expected}") == (code, said.splitlines()[0])


def test_no_line_is_wider_than_the_terminal(files: WorkTree) -> None:
    """Whatever the words, a listing stays within its columns."""
    (files.root / DAY).write_text(TEACHERS_DAY.replace("Upacara", "Upacara " * 12) + CHANGED.partition("entries:\n")[2])
    shown = agendas.book(show(files, (WEDNESDAY,)), office(files), "id", Style(), 80)

    assert max(map(len, shown.splitlines())) <= 80


def test_nothing_hidden_reaches_the_terminal(files: WorkTree) -> None:
    """A mark that would turn the direction of a line is shown and does nothing."""
    (files.root / DAY).write_text(
        TEACHERS_DAY.replace("Upacara Hari", '"\\u202eUpacara Hari').replace("Guru\n", 'Guru"\n')
    )
    shown = agendas.book(show(files, (WEDNESDAY,)), office(files), "id", Style(), 80)

    assert "\\u202eUpacara Hari Guru" in shown


def test_unreadable_day(keyboard: Keyboard) -> None:
    """A day's file that cannot be read is named with its line, and the command says 1."""
    (keyboard.files.root / DAY).write_text("date: 2026-11-25\nentries: {}\n")

    code, said = keyboard.type("agenda", "show", "2026-11-25")

    assert code == 1
    assert f"  {DAY}:2 bermasalah: “entries” harus berupa daftar" in said


def test_json_tells_the_same(keyboard: Keyboard) -> None:
    """A program gets the same facts: the time that stands, titles, the team, and that a disposition is only claimed."""
    (keyboard.files.root / "agenda/2026/11/18.yaml").write_text(CHANGED, encoding="utf-8")

    code, said = keyboard.type("agenda", "show", "2026-11-18", "--format", "json")
    apel, rapat = json.loads(said)["days"][0]["entries"]

    assert code == 0
    assert (
        rapat["reference"],
        rapat["starts"],
        rapat["time"],
        rapat["venue"],
    ) == ("2026/11/18#rapat-inflasi", "13:00", "09:00", "Pendopo")
    assert rapat["team"] == {"design": None, "text": "staf-narasi", "photo": "staf-desain"}
    assert (rapat["dispositions"][0]["state"], rapat["dispositions"][0]["title"]) == ("claimed", "Kabid IKP")
    assert rapat["officials"][1]["text"] == "Plt. Kepala OPD (Dinkes)"
    assert apel["cancelled"]["reason"] == "Hujan"
