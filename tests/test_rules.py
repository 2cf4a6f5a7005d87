"""The content rules: for each a bad post, and what its writer is told, where."""

import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kendal_git.messages import text
from kendal_git.rules import RULES
from tests.scratch import DAY, DAY_PATH, FOLDER, POST, Repository, first_lines, make, picture


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make(tmp_path)


def test_nothing_is_wrong_with_the_good_post(repository: Repository) -> None:
    """The post that all other tests break passes every rule."""
    assert first_lines(repository.check()) == []


def test_a_picture_that_nobody_has_brought_yet_is_asked_for(repository: Repository) -> None:
    """Where the folder holds no picture at all the hint says how one comes in; otherwise it names the likely one."""
    (repository.root / FOLDER / "foto.jpg").unlink()

    assert [text(one.hint, "id") for one in repository.check() if one.hint and one.rule == "picture-missing"] == [
        "tambahkan gambarnya dengan: kendal photo add KIRIMAN BERKAS"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        # agenda_reference
        (
            "#upacara",
            "#upacarra",
            "post.md:5:9: galat[agenda-reference]: acara “upacarra” tidak ada di agenda/2026/11/25.yaml",
        ),
        ("#upacara", "#ziarah", "post.md:5:9: galat[agenda-reference]: acara “ziarah” sudah dibatalkan"),
        (
            "agenda: 2026/11/25",
            "agenda: 2026/11/27",
            "post.md:5:9: galat[agenda-reference]: agenda/2026/11/27.yaml belum ada",
        ),
        # alt_text
        (
            "alt: Peserta upacara berbaris rapi di alun-alun",
            "alt: Upacara Hari Guru",
            "post.md:15:10: galat[alt-text]: teks alternatif sama dengan judul",
        ),
        (
            "alt: Peserta upacara berbaris rapi di alun-alun",
            "alt: Peserta upacara",
            "post.md:15:10: galat[alt-text]: teks alternatif 15 karakter, sedikitnya 20",
        ),
        (
            "alt: Peserta",
            "alt: Gambar peserta",
            "post.md:15:10: peringatan[alt-text]: teks alternatif tidak perlu diawali “Gambar”",
        ),
        # commemoration
        (
            "place:",
            "commemoration: hari-guru\nplace:",
            "post.md:7:16: galat[commemoration-unknown]: hari besar “hari-guru” tidak dikenal",
        ),
        # pictures
        (
            "file: foto.jpg",
            "file: fotto.jpg",
            "post.md:14:11: galat[picture-missing]: gambar “fotto.jpg” tidak ada di folder ini",
        ),
        (
            "hashtags:",
            "captions: {x: {images: [fotto.jpg]}}\nhashtags:",
            "post.md:18:25: galat[picture-missing]: “fotto.jpg” tidak ada di “images”",
        ),
        # picture_needed
        (
            "hashtags:",
            "captions: {instagram: {images: []}}\nhashtags:",
            "post.md:10:12: galat[picture-needed]: instagram tidak menerima kiriman tanpa gambar",
        ),
        # post_path
        (
            "date: 2026-11-25",
            "date: 2026-11-24",
            f"post.md:4:7: galat[post-path]: folder {FOLDER} bukan folder tanggal ini",
        ),
        # vocabulary
        (
            "[bupati, sekda]",
            "[bupati, sekdaa]",
            "post.md:6:21: galat[name-unknown]: pejabat “sekdaa” tidak ada di kendal.yaml",
        ),
        ("[disdikbud]", "[dikbud]", "post.md:8:7: galat[name-unknown]: OPD “dikbud” tidak ada di kendal.yaml"),
        ("facebook, x]", "facebok, x]", "post.md:10:23: galat[name-unknown]: kanal “facebok” tidak ada di kendal.yaml"),
        (
            "hashtags:",
            "captions: {radio: halo}\nhashtags:",
            "post.md:18:12: galat[name-unknown]: kanal “radio” tidak ada di kendal.yaml",
        ),
        (
            "photo: staf-foto",
            "photo: staf-poto",
            "post.md:9:34: galat[name-unknown]: “staf-poto” bukan nama pengguna staf di kendal.yaml",
        ),
        # caption_length
        (
            "hashtags: [HariGuru]",
            "hashtags: [a, b, c, d, e, f]",
            "post.md:10:12: galat[caption-hashtags]: instagram menerima paling banyak 5 tagar, ini 6",
        ),
    ],
)
def test_each_rule_says_what_is_wrong_and_where(repository: Repository, old: str, new: str, line: str) -> None:
    """A post that breaks one rule is told of it in one sentence, at the value that breaks it."""
    assert line in repository.changed(old, new)


def test_every_rule_is_in_the_tuple_once() -> None:
    """A rule that nobody calls would be a promise without a keeper."""
    modules = {path.stem for path in Path("kendal_git/rules").glob("*.py")} - {"__init__", "context", "strays"}

    assert sorted(rule.__module__.rpartition(".")[2] for rule in RULES) == sorted(modules)


def test_a_text_too_long_for_x_is_counted_as_x_counts(repository: Repository) -> None:
    """The narration is what X gets when nothing shorter is written, and the sentence says how much is over."""
    long = POST.replace("Upacara berlangsung khidmat.", "a" * 270)

    assert first_lines(repository.post(long)) == [
        "post.md:10:33: galat[caption-long]: teks untuk x 281 karakter, paling banyak 280 (lebih 1)"
    ]


def test_a_caption_of_its_own_is_where_the_length_is_wrong(repository: Repository) -> None:
    """The finding stands at the caption when one is written."""
    found = repository.changed("hashtags: [HariGuru]", f"captions:\n  x: {'a' * 281}")

    assert found == ["post.md:19:3: galat[caption-long]: teks untuk x 281 karakter, paling banyak 280 (lebih 1)"]


def test_the_days_of_post_and_agenda_agree(repository: Repository) -> None:
    """A post about another day than its event is told both days."""
    repository.write("agenda/2026/11/24.yaml", DAY.replace("2026-11-25", "2026-11-24"))

    assert repository.changed("agenda: 2026/11/25", "agenda: 2026/11/24") == [
        "post.md:4:7: galat[agenda-date]: tanggal kiriman 2026-11-25, sedangkan acaranya 2026-11-24"
    ]


def test_an_agenda_that_cannot_be_read_is_not_called_absent(repository: Repository) -> None:
    """The day's file is there, and its own faults are to be mended first."""
    repository.write(DAY_PATH, "date: [")

    assert first_lines(repository.check()) == [
        "post.md:5:9: galat[agenda-reference]: agenda agenda/2026/11/25.yaml belum bisa dibaca"
    ]


@pytest.mark.parametrize("folder", ["content/2026/11/25", "content/2026/11/25-Upacara", "content/2026/11/x/25-upacara"])
def test_a_folder_s_name_has_the_form(repository: Repository, folder: str) -> None:
    """Year, month, day and a short name in small letters."""
    repository.write(f"{folder}/foto.jpg", picture())

    assert first_lines(repository.post(POST, folder)) == [
        f"{folder}/post.md:4:7: galat[post-path]: nama folder {folder} tidak sesuai bentuknya"
    ]


@pytest.mark.rule("design-5.11")
def test_a_folder_holds_the_post_and_its_pictures_only(repository: Repository) -> None:
    """Foreign files, folders, links and unlisted pictures are each named."""
    root = repository.root / FOLDER
    repository.write(f"{FOLDER}/catatan.docx", b"")
    repository.write(f"{FOLDER}/lama/foto.jpg", picture())
    repository.write(f"{FOLDER}/sisa.png", picture(form="PNG"))
    (root / "tautan.jpg").symlink_to(root / "foto.jpg")

    assert first_lines(repository.check()) == [
        "catatan.docx:1:1: galat[file-refused]: jenis berkas “catatan.docx” tidak dipakai dalam kiriman",
        "lama:1:1: galat[file-refused]: “lama” bukan berkas biasa",
        "sisa.png:1:1: peringatan[picture-unlisted]: “sisa.png” ada di folder tetapi tidak di “images”",
        "tautan.jpg:1:1: galat[file-refused]: “tautan.jpg” bukan berkas biasa",
    ]


@pytest.mark.parametrize(("one", "other"), [("Foto.jpg", "foto.jpg"), ("cafe\u0301.png", "caf\u00e9.png")])
def test_two_names_that_windows_takes_for_one_are_refused(repository: Repository, one: str, other: str) -> None:
    """Names that differ in case or Unicode form alone cannot live in one folder everywhere."""
    repository.write(f"{FOLDER}/{one}", picture())
    repository.write(f"{FOLDER}/{other}", picture())
    if len(repository.files.entries(FOLDER)) < (3 if other == "foto.jpg" else 4):
        return  # this disk is such a place itself

    assert any("hanya beda huruf besar-kecil" in line for line in first_lines(repository.check()))


def header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0" * 9)) + chunk(b"IEND", b"")


def located() -> bytes:
    """A JPEG whose EXIF says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (6.0, 55.0, 0.0)
    return picture(exif=exif)


def animated() -> bytes:
    """A PNG of two frames."""
    first, second, out = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue"), BytesIO()
    first.save(out, "PNG", save_all=True, append_images=[second])
    return out.getvalue()


def several() -> bytes:
    """The JPEG of a phone that hides a second picture behind the first."""
    first, second, out = Image.new("RGB", (20, 20), "red"), Image.new("RGB", (20, 20), "blue"), BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    return out.getvalue()


def busy() -> bytes:
    """A progressive JPEG of a thousand empty scans."""
    whole = picture(progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * 1000 + whole[-2:]


def in_xmp() -> bytes:
    """A JPEG whose XMP says where it was taken."""
    return picture(xmp=b"<x:xmpmeta><exif:GPSLatitude>6,55S</exif:GPSLatitude></x:xmpmeta>")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "galat[picture-undecodable]: “foto.jpg” rusak atau terpotong"),
        (b"GIF89a" + b"\0" * 50, "galat[picture-undecodable]: “foto.jpg” bukan gambar JPEG atau PNG"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "galat[picture-undecodable]: “foto.jpg” bukan gambar JPEG atau PNG",
        ),
        (picture(size=(900, 900), form="WEBP"), "galat[picture-undecodable]: “foto.jpg” bukan gambar JPEG atau PNG"),
        (picture()[:-2], "galat[picture-undecodable]: “foto.jpg” rusak atau terpotong"),
        (picture(progressive=True)[:400], "galat[picture-undecodable]: “foto.jpg” rusak atau terpotong"),
        (picture()[:20], "galat[picture-undecodable]: “foto.jpg” rusak atau terpotong"),
        (header(30, 30), "galat[picture-undecodable]: “foto.jpg” rusak atau terpotong"),
        (busy(), "galat[picture-undecodable]: “foto.jpg” rusak atau terpotong"),
        (picture(form="PNG"), "galat[picture-name]: isi “foto.jpg” sebenarnya PNG"),
        (
            picture((2561, 10)),
            "galat[picture-large]: “foto.jpg” berukuran 2561×10 piksel, sisi terpanjang paling besar 2560",
        ),
        (picture() + b"\0" * 1_500_000, "galat[picture-heavy]: “foto.jpg” berukuran 1501 kB, paling besar 1500 kB"),
        (several(), "galat[picture-animated]: “foto.jpg” memuat beberapa gambar dalam satu berkas"),
        (located(), "galat[picture-located]: “foto.jpg” menyimpan lokasi GPS"),
        (in_xmp(), "galat[picture-located]: “foto.jpg” menyimpan lokasi GPS"),
    ],
)
def test_each_bad_picture_has_its_sentence(repository: Repository, data: bytes, line: str) -> None:
    """A picture that is cut, foreign, misnamed, too large, too heavy, several or located is told so at its name."""
    repository.write(f"{FOLDER}/foto.jpg", data)

    assert first_lines(repository.check()) == [f"post.md:14:11: {line}"]


@pytest.mark.rule("design-5.11")
def test_a_decompression_bomb_is_refused_before_it_is_decoded(repository: Repository) -> None:
    """Ten gigapixels in a hundred bytes: the header alone is read."""
    repository.write(f"{FOLDER}/bom.png", header(100_000, 100_000))

    found = repository.changed("file: foto.jpg", "file: bom.png")

    assert found[-1] == (
        "post.md:14:11: galat[picture-large]: “bom.png” berukuran 100000×100000 piksel, "
        "sisi terpanjang paling besar 2560"
    )


def test_an_animated_png_is_refused(repository: Repository) -> None:
    """Channels show the first frame or none."""
    repository.write(f"{FOLDER}/gerak.png", animated())

    assert "post.md:14:11: galat[picture-animated]: “gerak.png” gambar bergerak" in repository.changed(
        "file: foto.jpg", "file: gerak.png"
    )


@pytest.mark.parametrize(
    "data",
    [
        picture(),
        picture((3, 5)),
        picture((1, 1)),
        picture(mode="L"),
        picture(mode="CMYK"),
        picture(progressive=True),
        picture((2560, 2560)),
        picture(exif=Image.Exif().tobytes()),
    ],
)
def test_every_ordinary_jpeg_is_good(repository: Repository, data: bytes) -> None:
    """Grey, colour, print colours, progressive, tiny and the largest allowed."""
    repository.write(f"{FOLDER}/foto.jpg", data)

    assert first_lines(repository.check()) == []


def test_a_picture_listed_twice_is_told_of_once(repository: Repository) -> None:
    """The second record is the fault, and the file is decoded once."""
    again = "    credit: Tim IKP\n  - {file: foto.jpg, alt: Peserta upacara berbaris di lapangan, credit: Tim IKP}"

    assert repository.changed("    credit: Tim IKP", again) == [
        "post.md:17:12: galat[value-repeated]: “foto.jpg” tertulis dua kali di “images”"
    ]


# What a writer may get wrong, each alone on its line: (the good line, the bad one, what is found there, in column).
FAULTS = (
    ("place: Alun-alun Kendal", "place: ''", "field-empty", 1),
    ("opd: [disdikbud]", "opd: [disdikbudd]", "name-unknown", 7),
    ("team: {text: staf-narasi, photo: staf-foto}", "team: {text: staf-x, photo: staf-foto}", "name-unknown", 14),
    ("channels: [instagram, facebook, x]", "channels: [instagram, fesbuk, x]", "name-unknown", 23),
    ("information: berkala", "information: rutin", "value-unknown", 14),
    ("sensitivity: biasa", "sensitifity: biasa", "field-unknown", 1),
    ("  - file: foto.jpg", "  - file: fota.jpg", "picture-missing", 11),
    ("    alt: Peserta upacara berbaris rapi di alun-alun", "    alt: Orang", "alt-text", 10),
    ("    credit: Tim IKP", "    kredit: Tim IKP", "field-unknown", 5),
    ("consent: {children: none}", "consent: {children: tidak}", "value-unknown", 21),
    ("hashtags: [HariGuru]", "hashtags: ['#HariGuru']", "value-invalid", 12),
    ("agenda: 2026/11/25#upacara", "agenda: 2026/11/25#upacaraa", "agenda-reference", 9),
    ("officials: [bupati, sekda]", "officials: [bupati, camat]", "name-unknown", 21),
    ("date: 2026-11-25", "date: 2026-11-26", "post-path", 7),
    ("kind: liputan", "kind: lipputan", "value-unknown", 7),
    ("title: Upacara Hari Guru", "titel: Upacara Hari Guru", "field-unknown", 1),
)


@pytest.mark.parametrize("seed", range(30))
def test_several_faults_in_one_post_are_all_found_in_one_run(repository: Repository, seed: int) -> None:
    """Whatever is wrong at once, every fault is found at its own line and column with its rule."""
    dice = random.Random(seed)
    chosen = dice.sample(FAULTS, dice.randint(2, 7))
    lines = POST.split("\n")
    expected = set()
    for good, bad, rule, column in chosen:
        number = lines.index(good)
        lines[number] = bad
        expected.add((rule, number + 1, column))

    found = {(one.rule, one.place.line, one.place.column) for one in repository.post("\n".join(lines))}

    assert expected <= found


@pytest.mark.parametrize("seed", range(200))
def test_a_mutated_picture_is_judged_and_never_raises(repository: Repository, seed: int) -> None:
    """Flipped, cut and repeated bytes of each kind of picture end in a sentence or in nothing."""
    dice = random.Random(seed)
    kinds = (picture(), picture(progressive=True), picture(form="PNG"), located(), animated(), several(), in_xmp())
    data = bytearray(dice.choice(kinds))
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                data[at] ^= 1 << dice.randrange(8)
            case 1:
                data[at : at + 4] = dice.randbytes(4)
            case 2:
                del data[at : at + dice.randrange(40)]
            case _:
                data[at:at] = data[at : at + dice.randrange(200)]
        data = data or bytearray(b"\xff\xd8\xff")
    repository.write(f"{FOLDER}/foto.jpg", bytes(data))

    assert all("[picture-" in line for line in first_lines(repository.check()))
