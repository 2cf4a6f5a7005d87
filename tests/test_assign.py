"""The assignment's promises: a disposition and names, appended to one event, and nothing else in the book changes."""

import subprocess
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kendal_git.files import WorkTree
from kendal_git.messages import text
from kendal_git.model.post import Team
from kendal_git.model.trouble import Misuse
from kendal_git.reading.agendas import read_day
from kendal_git.verbs.agenda import team
from kendal_git.verbs.assign import Order, assign
from kendal_git.verbs.daybook import find
from tests.bookroom import NOW, TEACHERS_DAY, Keyboard, make_office, office, read, sentence
from tests.test_agenda import DAY, day_files, expect_one_addition

EVENT = (date(2026, 11, 25), "upacara-hari-guru")
REFERENCE = "2026/11/25#upacara-hari-guru"
OTHER = (
    '  - {id: apel, time: "09:00", title: Apel, source: opd,\n'
    "     assignments: [{by: subkoor-psdk, at: 2026-11-23T08:00+07:00, photo: staf-foto}]}\n"
)


@pytest.fixture
def files(tmp_path: Path) -> WorkTree:
    return make_office(tmp_path, {DAY: TEACHERS_DAY})


@pytest.fixture
def keyboard(files: WorkTree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return Keyboard(files, capsys, monkeypatch)


def test_assigns(keyboard: Keyboard) -> None:
    """A disposition and an assignment are recorded with giver and local time, and the next steps are named."""
    code, said = keyboard.type(
        "assign",
        REFERENCE,
        "--design",
        "staf-desain",
        "--text",
        "STAF-NARASI",
        "--photo",
        "staf-foto",
        "--role",
        "kabid-ikp",
        "--instruction",
        "Liput: dari depan",
        "--by",
        "kabid-ikp",
        "--note",
        "Bawa lampu",
    )

    assert code == 0
    assert said == (
        f"Disposisi Kabid IKP tercatat pada {REFERENCE}\n"
        f"Ditugaskan untuk {REFERENCE}: desain staf-desain, narasi staf-narasi, foto staf-foto\n"
        "Berikutnya: kendal submit agenda/2026/11/25.yaml\n"
        f"Petugas mulai dengan: kendal new --from {REFERENCE}\n"
    )
    assert read(keyboard.files, DAY) == TEACHERS_DAY + (
        "    dispositions:\n"
        '      - {role: kabid-ikp, by: kabid-ikp, at: 2026-11-23T14:10+07:00, instruction: "Liput: dari depan"}\n'
        "    assignments:\n"
        "      - {by: kabid-ikp, at: 2026-11-23T14:10+07:00, design: staf-desain, text: staf-narasi,"
        " photo: staf-foto, note: Bawa lampu}\n"
    )


def test_reassigns(files: WorkTree) -> None:
    """A later assignment stands below the first; who is not named again keeps their task."""
    assign(files, office(files), EVENT, Order("subkoor-psdk", text="staf-narasi", photo="staf-foto"), NOW)
    assign(files, office(files), EVENT, Order("subkoor-psdk", photo="staf-desain"), NOW)

    entry = find(files, *EVENT)
    assert (2, Team(text="staf-narasi", photo="staf-desain")) == (len(entry.assignments), team(entry))


def test_repeating_records_nothing(keyboard: Keyboard) -> None:
    """The same command twice leaves one disposition and one assignment."""
    words = ("assign", REFERENCE, "--photo", "staf-foto", "--instruction", "Liput", "--by", "subkoor-psdk")
    keyboard.type(*words)
    once = read(keyboard.files, DAY)

    assert keyboard.type(*words) == (0, "Sudah tercatat sebelumnya; tidak ada yang berubah.\n")
    assert once == read(keyboard.files, DAY)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    assignments: []\n", "    assignments:\n      - {by: "),
        ("    assignments:  # menyusul\n", "    assignments:  # menyusul\n      - {by: "),
        ("    assignments: ~\n", "    assignments:\n      - {by: "),
        (
            "    assignments: [{by: a, at: 2026-11-23T08:00+07:00}] # satu\n",
            "+07:00}, {by: subkoor-psdk, at: 2026-11-23T14:10+07:00, photo: staf-foto}] # satu\n",
        ),
        (
            "    assignments:\n    - by: a\n      at: 2026-11-23T08:00+07:00\n    # tunggu\n",
            "    # tunggu\n    - {by: ",
        ),
        (
            "    # tugas menyusul\n\n# akhir\n",
            (
                "    # tugas menyusul\n    assignments:\n"
                "      - {by: subkoor-psdk, at: 2026-11-23T14:10+07:00, photo: staf-foto}\n\n# akhir\n"
            ),
        ),
    ],
)
def test_every_way_of_writing_a_list(tmp_path: Path, before: str, after: str) -> None:
    """No list, an empty one, one in brackets and one with a line an item take the assignment in their own manner."""
    files = make_office(tmp_path, {DAY: TEACHERS_DAY + before})

    assign(files, office(files), EVENT, Order("subkoor-psdk", photo="staf-foto"), NOW)

    assert after in read(files, DAY)
    assert (team(find(files, *EVENT)).photo, read_day(files, DAY)[1]) == ("staf-foto", ())


def test_entry_in_braces(tmp_path: Path) -> None:
    """An event written on one line stays on one line."""
    files = make_office(
        tmp_path, {DAY: "date: 2026-11-25\nentries:\n  - {id: a, time: '07:00', title: A, source: opd}  # ya\n"}
    )

    assign(files, office(files), (date(2026, 11, 25), "a"), Order("subkoor-psdk", photo="staf-foto"), NOW)

    assert read(files, DAY).endswith(
        "source: opd, assignments: [{by: subkoor-psdk, at: 2026-11-23T14:10+07:00, photo: staf-foto}]}  # ya\n"
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (
            Order("subkoor-psdk", photo="staf-fotto"),
            "--photo: kendal.yaml tidak mengenal nama pengguna “staf-fotto”\nmaksudnya “staf-foto”?",
        ),
        (
            Order("subkoor-psdk", photo="staf-lama"),
            "--photo: staf-lama tidak memegang peran apa pun pada Rabu, 25 November 2026",
        ),
        (
            Order("subkor-psdk", photo="staf-foto"),
            "--by: kendal.yaml tidak mengenal nama pengguna “subkor-psdk”\nmaksudnya “subkoor-psdk”?",
        ),
        (Order("subkoor-psdk"), "belum disebut siapa yang ditugaskan\n"),
        (Order("kabid-ikp", role="kabid-ikp"), "disposisi belum ada isinya\n"),
        (Order("staf-foto", instruction="Liput"), "belum disebut peran yang memberi disposisi\n"),
        (
            Order("kabid-ikp", role="kabid", instruction="Liput"),
            "--role: “kabid” tidak dikenal\nmaksudnya “kabid-ikp”?",
        ),
        (
            Order("staf-foto", role="kabid-ikp", instruction="Liput"),
            (
                "staf-foto tidak memegang peran Kabid IKP, jadi disposisinya tidak akan dihitung\n"
                "sebutkan pemberinya: --by kabid-ikp"
            ),
        ),
        (
            Order("staf-foto", role="kepala-dinas", instruction="Liput"),
            (
                "staf-foto tidak memegang peran kepala-dinas, jadi disposisinya tidak akan dihitung\n"
                "belum ada pemegang peran itu"
            ),
        ),
    ],
)
def test_wrong_words(files: WorkTree, order: Order, expected: str) -> None:
    """A wrong name or a disposition that would never count is refused with the way out, and nothing is written."""
    with pytest.raises(Misuse) as refused:
        assign(files, office(files), EVENT, order, NOW)

    assert sentence(refused.value).startswith(expected)
    assert read(files, DAY) == TEACHERS_DAY


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("2026/11/25#upacara-hari-gur", "acara “upacara-hari-gur” tidak ada di agenda/2026/11/25.yaml"),
        ("2026/11/27#upacara-hari-guru", "agenda/2026/11/27.yaml"),
        ("2026/11/25", "“2026/11/25” bukan rujukan acara"),
        ("2026/13/25#a", "“2026/13/25#a” bukan rujukan acara"),
    ],
)
def test_wrong_event(keyboard: Keyboard, reference: str, expected: str) -> None:
    """An event that is not in the book is refused with the nearest one or with how to write it."""
    code, said = keyboard.type("assign", reference, "--photo", "staf-foto", "--by", "subkoor-psdk")

    assert code == 2
    assert expected in said.splitlines()[0]


def test_cancelled(tmp_path: Path) -> None:
    """Nobody is sent to an event that does not take place."""
    cancelled = TEACHERS_DAY + "    cancelled: {at: 2026-11-23T11:00+07:00, reason: Hujan}\n"
    files = make_office(tmp_path, {DAY: cancelled})

    with pytest.raises(Misuse) as refused:
        assign(files, office(files), EVENT, Order("subkoor-psdk", photo="staf-foto"), NOW)

    assert sentence(refused.value) == "acara “upacara-hari-guru” sudah dibatalkan: Hujan"
    assert cancelled == read(files, DAY)


def test_two_places_at_once(tmp_path: Path) -> None:
    """Somebody with another event at that time is assigned all the same, with a warning."""
    files = make_office(tmp_path, {DAY: TEACHERS_DAY + OTHER})

    done = assign(files, office(files), EVENT, Order("subkoor-psdk", text="staf-narasi", photo="staf-foto"), NOW)

    assert [text(note, "id") for note in done.notes] == [
        "peringatan: staf-foto sudah ditugaskan di #apel (Apel, pukul 09.00)"
    ]
    assert team(find(files, *EVENT)).photo == "staf-foto"


def test_who_gives_it(keyboard: Keyboard) -> None:
    """Without --by the giver is Git's kendal.login; when nobody said, the command asks who it is."""
    words = ("assign", REFERENCE, "--photo", "staf-foto")
    code, said = keyboard.type(*words)
    for command in (["init", "-q"], ["config", "kendal.login", "subkoor-psdk"]):
        subprocess.run(["git", "-C", str(keyboard.files.root), *command], check=True)

    assert (code, said.splitlines()[0]) == (2, "kendal: siapa Anda? nama pengguna belum diatur")
    assert "--by NAMA" in said
    assert keyboard.type(*words)[0] == 0
    assert find(keyboard.files, *EVENT).assignments[0].by == "subkoor-psdk"


@given(before=day_files(), data=st.data())
def test_assigning_keeps_every_byte(before: str, data: st.DataObject) -> None:
    """Whatever a day's file looks like, a disposition and an assignment reach their event, and all else stays."""
    with tempfile.TemporaryDirectory() as folder:
        files = make_office(Path(folder), {DAY: before}, calendar=False)
        old, _ = read_day(files, DAY)
        assert old is not None
        name = data.draw(st.sampled_from([entry.id for entry in old.entries]))
        words = data.draw(
            st.text(
                st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1, max_size=30
            ).filter(lambda words: words.split())
        )
        order = Order("kabid-ikp", instruction=words)
        assign(files, office(files), (old.date, name), order, NOW)
        between = read(files, DAY)
        assign(files, office(files), (old.date, name), Order("kabid-ikp", photo="staf-foto"), NOW)
        after, (new, trouble) = read(files, DAY), read_day(files, DAY)

    assert new is not None
    assert trouble == ()
    for mine, theirs in zip(new.entries, old.entries, strict=True):
        grown = int(mine.id == name)
        assert theirs.dispositions == mine.dispositions[: len(mine.dispositions) - grown]
        assert theirs.assignments == mine.assignments[: len(mine.assignments) - grown]
        assert (theirs.title, theirs.officials, theirs.place) == (mine.title, mine.officials, mine.place)
    expect_one_addition(before, between)
    if "assignments: []" not in before:
        expect_one_addition(between, after)
