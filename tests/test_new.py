"""The scaffold's promises: a new post knows what agenda and calendar know, and asks a person for pictures and words."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kendal_git.files import WorkTree
from kendal_git.messages import text
from kendal_git.model.agenda import AgendaEntry, Attendance, Commemoration
from kendal_git.model.post import Post, Team
from kendal_git.model.trouble import Misuse
from kendal_git.model.vocabulary import KINDS
from kendal_git.reading.posts import read_post
from kendal_git.verbs.agenda import add
from kendal_git.verbs.check import check
from kendal_git.verbs.choosing import Subject, Wish, settle
from kendal_git.verbs.greeting import greet, hashtag, headline
from kendal_git.verbs.new import LONGEST_TITLE, create, draft
from tests.bookroom import NOW, TEACHERS_DAY, Keyboard, make_office, office, read, sentence
from tests.test_agenda import DAY

ASSIGNED = TEACHERS_DAY + (
    "    assignments:\n"
    "      - {by: subkoor-psdk, at: 2026-11-23T10:20+07:00, design: staf-desain, text: staf-narasi, photo: staf-foto}\n"
)
EVENT = (date(2026, 11, 25), "upacara-hari-guru")
TODAY = date(2026, 11, 23)


@pytest.fixture
def files(tmp_path: Path) -> WorkTree:
    return make_office(tmp_path, {DAY: ASSIGNED})


@pytest.fixture
def keyboard(files: WorkTree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    return Keyboard(files, capsys, monkeypatch)


def made(files: WorkTree, wish: Wish, title: str = "", now: datetime = NOW) -> Post:
    """The post that a wish becomes, read back from its file."""
    drafted = draft(files, office(files), settle(files, wish, TODAY), title, now)
    create(files, drafted)
    post = read_post(files, drafted.path).post
    assert post is not None
    return post


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(Misuse) as refused:
        do()
    return sentence(refused.value)


def test_report_of_an_event(keyboard: Keyboard) -> None:
    """A report takes everything from its event, says where it lies and what comes next."""
    code, said = keyboard.type("new", "--from", "2026/11/25#upacara-hari-guru")

    assert code == 0
    assert said == (
        "Dibuat: content/2026/11/25-upacara-hari-guru/post.md\n"
        "Berikutnya:\n"
        "  1. tambahkan gambarnya:\n     kendal photo add content/2026/11/25-upacara-hari-guru IMG_2041.jpg\n"
        "  2. lengkapi narasi, lalu:\n     kendal check content/2026/11/25-upacara-hari-guru\n"
        "  3. ajukan:\n     kendal submit content/2026/11/25-upacara-hari-guru\n"
    )
    written = read(keyboard.files, "content/2026/11/25-upacara-hari-guru/post.md")
    fields = [line.partition("  #")[0] for line in written.splitlines() if not line.startswith("#")]
    assert fields[: fields.index("---", 1) + 2] == [
        "---",
        "title: Upacara Hari Guru",
        "kind: liputan",
        "date: 2026-11-25",
        "agenda: 2026/11/25#upacara-hari-guru",
        "officials: [bupati]",
        "place: Alun-alun Kendal",
        "opd: [disdikbud]",
        "team:",
        "  text: staf-narasi",
        "  photo: staf-foto",
        "channels: [instagram, facebook, x]",
        "information: berkala",
        "sensitivity: biasa",
        "images:",
        "  - file: foto-1.jpg",
        "    alt:",
        "    credit: Tim IKP",
        "    purpose: foto",
        "consent: {children: none}",
        "hashtags: [KabupatenKendal]",
        "---",
        "KENDAL – Bupati Kendal menghadiri Upacara Hari Guru di Alun-alun Kendal, Rabu (25/11/2026).",
    ]


def test_greeting_of_a_day(files: WorkTree) -> None:
    """A greeting carries its commemorative day, goes out at six on that day and begins with the right words."""
    post = made(files, Wish(commemoration="hari-kesehatan-nasional", year=2027))

    assert post.path == "content/2027/11/12-hari-kesehatan-nasional"
    assert (post.title, post.kind) == ("Selamat Hari Kesehatan Nasional ke-63", "flyer-hari-besar")
    assert post.narration.startswith("Selamat Hari Kesehatan Nasional ke-63, Jumat, 12 November 2027.\n")
    assert post.publish_at == datetime(2027, 11, 11, 23, 0, tzinfo=UTC)
    assert post.hashtags == ("HariKesehatanNasional", "KabupatenKendal")


def test_greeting_of_an_event(files: WorkTree) -> None:
    """A greeting with an event takes both: the day's words, and the event's officials and makers."""
    post = made(files, Wish(EVENT, commemoration="hari-guru-nasional", kind="flyer-hari-besar"))

    assert (post.title, post.agenda) == ("Selamat Hari Guru Nasional 2026", "2026/11/25#upacara-hari-guru")
    assert (post.officials, post.team) == (("bupati",), Team(design="staf-desain", text="staf-narasi"))


def test_next_time_of_a_day(files: WorkTree) -> None:
    """Without a year the next date counts: what is past this year falls in the next."""
    assert made(files, Wish(commemoration="hari-ibu")).path == "content/2026/12/22-hari-ibu"
    assert made(files, Wish(commemoration="hari-kartini")).path == "content/2027/04/21-hari-kartini"


def test_no_time_in_the_past(files: WorkTree) -> None:
    """A greeting made after six o'clock on its day has no time that is over already."""
    late = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)

    assert (
        None
        is made(
            files, Wish(kind="flyer-hari-besar", commemoration="hari-guru-nasional", day=EVENT[0]), "", late
        ).publish_at
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_fresh_post_asks_for_its_picture_alone(files: WorkTree, kind: str) -> None:
    """The check of a new post of any kind finds the missing picture and its alternative text, and nothing else."""
    kept = "hari-guru-nasional" if kind == "flyer-hari-besar" else ""
    post = made(files, Wish(EVENT, kind=kind, commemoration=kept), "Selamat kepada para guru")

    found = check(files, [post.path]).diagnostics

    assert [one.rule for one in found] == ["picture-missing", "field-empty"]
    assert text(found[1].message, "id") == "“alt” wajib diisi"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("liputan", "flyer-hari-besar")])
def test_a_post_without_an_event(files: WorkTree, kind: str) -> None:
    """Kinds that need no event are begun with a date and a title."""
    post = made(files, Wish(kind=kind, day=date(2026, 12, 1)), "Pengumuman bersama")

    assert [one.rule for one in check(files, [post.path]).diagnostics] == ["picture-missing", "field-empty"]
    assert (post.path, post.title) == ("content/2026/12/01-pengumuman-bersama", "Pengumuman bersama")


def test_what_the_event_does_not_say_is_asked_for(files: WorkTree) -> None:
    """Where the event names no place, no official and nobody to do it, the check asks a person for them."""
    add(files, office(files), date(2026, 11, 26), AgendaEntry("rapat", time(8), "Rapat", source="opd"), NOW)
    post = made(files, Wish((date(2026, 11, 26), "rapat")))

    missing = {
        one.place.text.partition(":")[0].strip()
        for one in check(files, [post.path]).diagnostics
        if one.rule == "field-empty"
    }
    assert {"officials", "place", "opd", "team", "alt"} == missing


def test_levels_by_kind(files: WorkTree) -> None:
    """Urgent kinds begin as serta-merta, sensitive ones as sensitif: nobody has to remember it."""
    urgent = made(files, Wish(kind="layanan-darurat", day=TODAY), "Waspada rob")
    usual = made(files, Wish(kind="pengumuman", day=TODAY), "Pasar murah")

    assert (urgent.information, urgent.sensitivity) == ("serta-merta", "sensitif")
    assert (usual.information, usual.sensitivity) == ("berkala", "biasa")


def test_officials_in_the_narration(files: WorkTree) -> None:
    """Officials are named in kendal.yaml's order, with who stands in for whom and who is acting."""
    present = (
        Attendance("kepala-opd", opd="dinkes", status="plt"),
        Attendance("sekda", represents="bupati"),
        Attendance("camat"),
    )
    entry = AgendaEntry("apel", time(8), "Apel", "Halaman", officials=present, source="opd")
    add(files, office(files), date(2026, 11, 26), entry, NOW)
    post = made(files, Wish((date(2026, 11, 26), "apel")))

    assert post.officials == ("sekda", "kepala-opd", "camat")
    assert post.narration.startswith(
        "KENDAL – Sekretaris Daerah Kabupaten Kendal mewakili Bupati Kendal, Plt. Kepala Dinas Kesehatan, dan Camat"
        " menghadiri Apel di Halaman, Kamis (26/11/2026)."
    )


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(), "jenis kiriman belum disebut\ntambahkan: --kind flyer-hari-besar|liputan|"),
        (Wish(kind="liputan", day=TODAY), "jenis liputan memerlukan acara di agenda\ntambahkan: --from 2026/11/25#ID"),
        (Wish(kind="pengumuman"), "hari kiriman belum diketahui\n"),
        (Wish(kind="pengumuman", day=TODAY), "judul belum disebut\n"),
        (Wish(EVENT, day=TODAY), "acara ini pada Rabu, 25 November 2026;"),
        (Wish(EVENT, year=2027), "--year 2027 bukan tahun dari Rabu, 25 November 2026"),
        (Wish(commemoration="guru"), "hari besar “guru” tidak dikenal\nmaksudnya hari-guru-nasional? Daftarnya ada di"),
        (Wish(commemoration="xxxx"), "hari besar “xxxx” tidak dikenal\ndaftarnya ada di agenda/hari-besar.yaml"),
        (Wish(commemoration="nyepi", year=2035), "tanggal Hari Suci Nyepi (Tahun Baru Saka) tahun 2035 belum ada di"),
        (
            Wish(commemoration="isra-mikraj", year=2027),
            (
                "Isra Mikraj Nabi Muhammad SAW jatuh lebih dari sekali pada 2027\n"
                "pilih satu: --date 2027-01-05, --date 2027-12-26"
            ),
        ),
        (
            Wish(EVENT, kind="flyer-hari-besar"),
            (
                "ada beberapa hari besar pada Rabu, 25 November 2026\npilih satu:"
                " --commemoration hari-guru-nasional (Hari Guru Nasional), --commemoration hari-anti-kekerasan"
            ),
        ),
        (Wish(kind="flyer-hari-besar", day=date(2026, 11, 26)), "tidak ada hari besar pada Kamis, 26 November 2026\n"),
    ],
)
def test_unclear_wishes(files: WorkTree, wish: Wish, expected: str) -> None:
    """A wish that may mean several things, or nothing, is answered with what it may mean."""
    assert refusal(lambda: made(files, wish)).startswith(expected)
    assert not (files.root / "content").exists()


def test_event_for_several_posts(tmp_path: Path) -> None:
    """An event that is wanted for several posts asks which one; a commemorative day answers it."""
    files = make_office(tmp_path, {DAY: ASSIGNED.replace("[liputan]", "[liputan, flyer-hari-besar, infografis]")})

    assert refusal(lambda: made(files, Wish(EVENT))) == (
        "acara ini untuk beberapa kiriman: liputan, flyer-hari-besar, infografis\n"
        "tambahkan: --kind liputan|flyer-hari-besar|infografis"
    )
    assert made(files, Wish(EVENT, commemoration="hari-guru-nasional")).kind == "flyer-hari-besar"


def test_cancelled_event(tmp_path: Path) -> None:
    """Nothing is begun about an event that does not take place."""
    files = make_office(tmp_path, {DAY: ASSIGNED + "    cancelled: {at: 2026-11-23T11:00+07:00, reason: Hujan}\n"})

    assert refusal(lambda: made(files, Wish(EVENT))) == "acara “upacara-hari-guru” sudah dibatalkan: Hujan"


def test_never_overwrites(files: WorkTree) -> None:
    """A folder that is there is left as it is, whatever lies in it."""
    folder = files.root / "content/2026/11/25-upacara-hari-guru"
    folder.mkdir(parents=True)
    (folder / "catatan.txt").write_text("milik orang lain")

    assert refusal(lambda: made(files, Wish(EVENT))).startswith(
        "content/2026/11/25-upacara-hari-guru sudah ada dan tidak ditimpa\n"
    )
    assert [entry.name for entry in files.entries("content/2026/11/25-upacara-hari-guru")] == ["catatan.txt"]


def test_uncertain_date(files: WorkTree) -> None:
    """A day whose date is not decreed yet, or that falls on another day than the post, is said aloud."""
    subject = settle(files, Wish(commemoration="isra-mikraj", day=date(2027, 12, 27)), TODAY)

    assert [text(note, "id") for note in subject.notes] == [
        "catatan: Isra Mikraj Nabi Muhammad SAW jatuh pada Minggu, 26 Desember 2027, bukan pada hari kiriman ini",
        "catatan: tanggal Isra Mikraj Nabi Muhammad SAW belum pasti (skb-sekunder); cocokkan dengan ketetapan resmi",
    ]


def test_long_title_of_an_event(files: WorkTree) -> None:
    """An event's long title is cut between words to what a post may have, and the person is told."""
    subject = settle(files, Wish(EVENT), TODAY)
    assert subject.entry is not None
    long = replace(subject, entry=replace(subject.entry, title="Pembukaan " * 15 + "bersama"))

    drafted = draft(files, office(files), long, "", NOW)

    assert f"title: {'Pembukaan ' * 9}Pembukaan\n" in drafted.text
    assert [text(note, "id") for note in drafted.notes] == ["catatan: judul dipendekkan menjadi 100 karakter"]


def test_own_templates_win_file_by_file(files: WorkTree) -> None:
    """A repository's own narration goes with the packaged front matter, and a kind may have a template of its own."""
    own = files.root / "templates/new"
    own.mkdir(parents=True)
    (own / "narration-liputan.md").write_text("KENDAL, INFO – {{ event }}\n")
    report = made(files, Wish(EVENT))
    (own / "pengumuman.md").write_text(
        "---\ntitle: {{ title | yaml }}\nkind: {{ kind }}\ndate: {{ date }}\n---\nHalo\n"
    )
    notice = made(files, Wish(kind="pengumuman", day=TODAY), "Satu: dua")

    assert (report.narration, report.title) == ("KENDAL, INFO – Upacara Hari Guru", "Upacara Hari Guru")
    assert (notice.narration, notice.title) == ("Halo", "Satu: dua")


@pytest.mark.parametrize(
    "template",
    ["{% if", "{{ nosuch }}", "{{ title.__class__.__mro__ }}", "{% include 'a.md' %}", b"\xff\xfe"],
)
def test_broken_template(files: WorkTree, template: str | bytes) -> None:
    """A template that is wrong, or reaches for what is not its own, is named in a sentence and makes nothing."""
    own = files.root / "templates/new"
    own.mkdir(parents=True)
    (own / "liputan.md").write_bytes(template if isinstance(template, bytes) else template.encode())

    assert refusal(lambda: made(files, Wish(EVENT))).startswith("templates/new/")
    assert not (files.root / "content").exists()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--kind", "liputn"), "--kind: “liputn” tidak dikenal"),
        (("--from", "25/11/2026"), "“25/11/2026” bukan rujukan acara"),
        (("--date", "kapan"), "--date: “kapan” bukan tanggal"),
        (("--year", "27"), "--year: “27” bukan tahun"),
        (("--title", "x" * 101), "--title paling panjang 100 karakter, ini 101"),
        (("--from", "2026/11/25#upacara"), "acara “upacara” tidak ada di agenda/2026/11/25.yaml"),
    ],
)
def test_wrong_words(keyboard: Keyboard, words: tuple[str, ...], expected: str) -> None:
    """A word that means nothing is answered with its option."""
    code, said = keyboard.type("new", *words)

    assert (2, f"kendal: {expected}") == (code, said.splitlines()[0])


@pytest.mark.parametrize(
    ("kept", "greeting", "title", "tag"),
    [
        (
            ("Hari Guru Nasional", None, "selamat"),
            "Selamat Hari Guru Nasional",
            "Selamat Hari Guru Nasional 2026",
            "HariGuruNasional",
        ),
        (("Hari Ibu", 98, "selamat"), "Selamat Hari Ibu ke-98", "Selamat Hari Ibu ke-98", "HariIbu"),
        (
            ("Hari Raya Idulfitri", None, "selamat-hari-raya"),
            "Selamat Hari Raya Idulfitri",
            "Selamat Hari Raya Idulfitri",
            "HariRayaIdulfitri",
        ),
        (
            ("Tahun Baru Imlek", None, "selamat-hari-raya"),
            "Selamat Tahun Baru Imlek",
            "Selamat Tahun Baru Imlek",
            "TahunBaruImlek",
        ),
        (
            ("Kebangkitan Yesus Kristus (Paskah)", None, "selamat-hari-raya"),
            "Selamat Hari Raya Kebangkitan Yesus Kristus",
            "Selamat Hari Raya Kebangkitan Yesus Kristus",
            "KebangkitanYesusKristus",
        ),
        (
            ("HUT Korps Pegawai Republik Indonesia (KORPRI)", 55, "dirgahayu"),
            "Dirgahayu Korps Pegawai Republik Indonesia, HUT ke-55",
            "Dirgahayu Korps Pegawai Republik Indonesia, HUT ke-55",
            "HUTKorpsPegawaiRepublikIndonesia",
        ),
        (
            ("Hari Jadi Kabupaten Kendal", 421, "dirgahayu"),
            "Dirgahayu Kabupaten Kendal, Hari Jadi ke-421",
            "Dirgahayu Kabupaten Kendal, Hari Jadi ke-421",
            "HariJadiKabupatenKendal",
        ),
        (
            ("Hari Bersih-Bersih Sedunia", None, "selamat"),
            "Selamat Hari Bersih-Bersih Sedunia",
            "Selamat Hari Bersih-Bersih Sedunia 2026",
            "HariBersihBersihSedunia",
        ),
        (
            ("Wafat Yesus Kristus", None, "memperingati"),
            "Memperingati Wafat Yesus Kristus",
            "Memperingati Wafat Yesus Kristus 2026",
            "WafatYesusKristus",
        ),
    ],
)
def test_words_of_greeting(kept: tuple[str, int | None, str], greeting: str, title: str, tag: str) -> None:
    """Each day is greeted with its own word, the ordinal in its place, and the year where there is no other number."""
    day = Commemoration("x", kept[0], date(2026, 5, 1), kept[1], kept[2])

    assert (greeting, title, tag) == (greet(day), headline(day), hashtag(kept[0]))


lines = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1, max_size=60)
nasty = st.text(st.sampled_from(": #-[]{},'\"&*!|>%@`?~=\\<0123yesnull🎉"), min_size=1, max_size=30)
words = st.one_of(lines, nasty).map(lambda typed: " ".join(typed.split())).filter(bool)


@given(title=words, event=words, place=words)
def test_whatever_is_written_reads_back_equal(title: str, event: str, place: str) -> None:
    """A title with quotes, colons, hashes, emoji or a leading hyphen, and an event's words, come back as they were."""
    with tempfile.TemporaryDirectory() as folder:
        files = make_office(Path(folder), calendar=False)
        entry = AgendaEntry(
            "a", time(8), event, place, officials=(Attendance("bupati"),), source="opd", organiser="dinkes"
        )
        subject = Subject("liputan", EVENT[0], entry, "2026/11/25#a")
        drafted = draft(files, office(files), subject, title, NOW)
        create(files, drafted)
        found = read_post(files, drafted.path)

    assert tuple(one for one in found.trouble if one.rule != "field-empty") == ()
    assert found.post is not None
    assert len(title) <= LONGEST_TITLE
    assert (title, place, "2026/11/25#a") == (found.post.title, found.post.place, found.post.agenda)
    assert event in found.post.narration
