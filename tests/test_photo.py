"""The photo desk's promises: small, upright, clean pictures in their post with their words, or nothing at all."""

import io
import json
import os
import random
import struct
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from kendal_git.files import WorkTree, write
from kendal_git.model.trouble import Misuse
from kendal_git.pictures import UndecodableError, inspect
from kendal_git.pictures.shrinking import Small, shrink
from kendal_git.reading.offices import read_office
from kendal_git.verbs import photo
from kendal_git.verbs.check import check_post
from kendal_git.verbs.gallery import require_no_new_fault
from tests.bookroom import TEACHERS_DAY, Keyboard, make_office, read, sentence
from tests.darkroom import CORNERS, MARK, WIDE, corners, decoded, encoded, in_srgb, located, profile, telling

LONGEST, HEAVIEST = 2560, 1_500_000
POST = "content/2026/11/25-upacara-hari-guru"
ALT = "Peserta upacara berbaris di alun-alun"
FORMS = ("JPEG", "PNG", "WEBP", "HEIF")
# How a camera held that way stores what is upright.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def small(data: bytes, **options: bool) -> Small:
    return shrink(data, LONGEST, HEAVIEST, **options)


def expect_colour(image: Image.Image, at: tuple[int, int], colour: str | tuple[int, ...], within: int = 10) -> None:
    wanted = Image.new("RGB", (1, 1), colour).getpixel((0, 0))
    found = image.getpixel(at)
    assert isinstance(wanted, tuple)
    assert isinstance(found, tuple)

    assert all(abs(one - other) <= within for one, other in zip(wanted, found, strict=True)), f"{found}, not {wanted}"


def expect_corners(image: Image.Image) -> None:
    width, height = image.size
    places = ((8, 8), (width - 9, 8), (8, height - 9), (width - 9, height - 9))
    for place, colour in zip(places, CORNERS.values(), strict=True):
        expect_colour(image, place, colour, 40)


# ---- pictures made small ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_upright(form: str, orientation: int) -> None:
    """However the phone was held, the picture stands upright and no note is needed to turn it."""
    upright = corners((96, 64))
    stored = upright.transpose(STORED[orientation]) if orientation in STORED else upright

    made = small(encoded(stored, form, exif=located(orientation).tobytes(), quality=95))

    assert ((96, 64), (96, 64)) == (made.before, made.after)
    assert decoded(made.data).size == (96, 64)
    expect_corners(decoded(made.data))


@pytest.mark.parametrize("form", FORMS)
def test_nothing_hides_in_the_result(form: str) -> None:
    """Maker, place, XMP, IPTC, comment, profile and what was stuck to the end are in no byte of the result."""
    data = telling(form)
    assert MARK in data

    made = small(data)

    assert made.located
    for trace in (MARK, b"Exif", b"GPS", b"xmp", b"adobe", b"Photoshop", b"ICC_PROFILE", b"Comment"):
        assert trace not in made.data
    assert set(decoded(made.data).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    expect_corners(decoded(made.data))


def test_a_picture_without_a_place() -> None:
    """Nothing is said of a place when there was none."""
    assert not small(encoded(corners(), "JPEG", exif=Image.Exif().tobytes())).located


def test_the_check_has_nothing_against_the_result() -> None:
    """What comes out is a baseline JPEG that the check's inspector finds whole, single and without a place."""
    made = small(telling("HEIF"))

    found = inspect(made.data, LONGEST)

    assert ("JPEG", 320, 240, 1, False) == (found.format, found.width, found.height, found.frames, found.located)
    assert b"\xff\xc0" in made.data
    assert b"\xff\xc2" not in made.data


@pytest.mark.parametrize("name", WIDE)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("colour", [(200, 60, 50), (60, 160, 70), (90, 90, 200), (128, 128, 128), (240, 220, 190)])
def test_colours_of_wide_spaces(form: str, name: str, colour: tuple[int, int, int]) -> None:
    """A colour of Display P3 or Adobe RGB looks in sRGB as the books say, and not paler or louder."""
    data = encoded(Image.new("RGB", (32, 32), colour), form, icc_profile=profile(name), quality=95)

    expect_colour(decoded(small(data).data), (16, 16), in_srgb(name, colour), 6)


@pytest.mark.parametrize(
    ("image", "colour"),
    [
        (Image.new("CMYK", (32, 32), (0, 255, 255, 0)), (255, 0, 0)),
        (Image.new("L", (32, 32), 90), (90, 90, 90)),
        (Image.new("1", (32, 32), 1), (255, 255, 255)),
        (Image.frombytes("I;16", (32, 32), b"\x00\x80" * 1024), (127, 127, 127)),
        (Image.new("RGB", (32, 32), (10, 120, 200)).quantize(4), (10, 120, 200)),
        (Image.new("RGBA", (32, 32), (0, 0, 0, 0)), (255, 255, 255)),
        (Image.new("RGBA", (32, 32), (200, 0, 0, 128)), (227, 127, 127)),
        (Image.new("LA", (32, 32), (0, 128)), (127, 127, 127)),
    ],
    ids=lambda value: value.mode if isinstance(value, Image.Image) else None,
)
def test_colours_of_every_mode(image: Image.Image, colour: tuple[int, int, int]) -> None:
    """CMYK, grey, black and white, 16 bits, a palette and transparency on white each keep what one sees."""
    data = encoded(image, "JPEG" if image.mode == "CMYK" else "PNG")

    expect_colour(decoded(small(data).data), (16, 16), colour, 3)


def test_a_transparent_palette() -> None:
    """A palette's transparent colour is white in the result."""
    image = Image.new("P", (32, 32), 1)
    image.putpalette([0, 0, 0, 10, 20, 30])

    expect_colour(decoded(small(encoded(image, "PNG", transparency=1)).data), (16, 16), "white", 2)


@pytest.mark.parametrize("bad", [b"", b"no profile", profile("Adobe RGB")[:200], b"\0" * 4000])
def test_a_broken_profile(bad: bytes) -> None:
    """A damaged colour profile spoils nothing: the colours stay as they are written."""
    data = encoded(Image.new("RGB", (32, 32), (200, 60, 50)), "JPEG", icc_profile=bad, quality=95)

    expect_colour(decoded(small(data).data), (16, 16), (200, 60, 50), 4)


def test_a_profile_of_another_kind_of_picture() -> None:
    """A grey picture with a profile for colours stays grey."""
    data = encoded(Image.new("L", (32, 32), 90), "JPEG", icc_profile=profile("Display P3"))

    expect_colour(decoded(small(data).data), (16, 16), (90, 90, 90), 3)


def test_letters_stay_sharp() -> None:
    """A flyer keeps its colours at full resolution, a photo need not."""
    data = encoded(corners(), "PNG")

    flyer, plain = (decoded(small(data, crisp=crisp).data) for crisp in (True, False))

    assert [1, 2] == [image.layer[0][1] for image in (flyer, plain)]  # type: ignore[attr-defined]


def noise(width: int, height: int, seed: int = 1) -> Image.Image:
    return Image.frombytes("RGB", (width, height), random.Random(seed).randbytes(width * height * 3))


@given(st.integers(1, 4000), st.integers(1, 400), st.booleans(), st.sampled_from(["JPEG", "PNG", "WEBP"]))
@example(2560, 1, False, "PNG")
@example(2561, 1, True, "JPEG")
@example(4000, 1, True, "WEBP")
def test_any_size(long: int, short: int, tall: bool, form: str) -> None:
    """No picture grows, none is longer than the most, and none is pulled out of shape by more than a pixel."""
    size = (short, long) if tall else (long, short)

    made = small(encoded(Image.new("RGB", size, "teal"), form))

    scale = min(1, LONGEST / max(size))
    assert decoded(made.data).size == made.after
    assert max(made.after) <= LONGEST
    for before, after in zip(size, made.after, strict=True):
        assert after <= before
        assert abs(before * scale - after) <= 1


@pytest.mark.parametrize("size", [(2560, 2560), (4032, 3024), (3000, 500)])
def test_noise_is_light_enough(size: tuple[int, int]) -> None:
    """Even pure noise, which no encoder makes small, is light enough in the end and keeps its shape."""
    made = small(encoded(noise(*size), "JPEG", quality=90))

    assert len(made.data) <= HEAVIEST
    assert decoded(made.data).size == made.after
    assert abs(made.after[0] / made.after[1] - size[0] / size[1]) < 0.01


def test_quality_before_pixels() -> None:
    """A picture somewhat too heavy loses quality and no pixel."""
    image = noise(1000, 800)

    made = shrink(encoded(image), LONGEST, 600_000)

    assert made.after == (1000, 800)
    assert 500_000 < len(made.data) <= 600_000


def test_the_same_twice() -> None:
    """The same file gives the same bytes, so that a picture added twice can be told."""
    data = telling("JPEG")

    assert small(data) == small(data)


# ---- what is no photo ---------------------------------------------------------------------------------------------


def bomb(width: int, height: int) -> bytes:
    """The head of a PNG that claims to be huge."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(b"\0" * 1000)
    chunks = (head, body, b"IEND")
    framed = b"".join(struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks)
    return b"\x89PNG\r\n\x1a\n" + framed


def jpeg_bomb(*, progressive: bool) -> bytes:
    """A JPEG of a few bytes whose head says 65,000 × 65,000, or less for one that is held as a whole."""
    data = encoded(corners(), "JPEG", progressive=progressive)
    at = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    return data[: at + 5] + struct.pack(">HH", *((8000, 8000) if progressive else (65000, 65000))) + data[at + 9 :]


def webp_bomb() -> bytes:
    data = encoded(Image.new("RGBA", (64, 48), (1, 2, 3, 4)), "WEBP", lossless=True)
    at = data.index(b"VP8L") + 9
    return data[:at] + struct.pack("<I", 16382 | 16382 << 14) + data[at + 4 :]


MOVING = {
    "WEBP": encoded(corners(), "WEBP", save_all=True, append_images=[noise(64, 48)]),
    "PNG": encoded(corners(), "PNG", save_all=True, append_images=[noise(64, 48)]),
}
NO_PHOTOS = {
    "empty": (b"", "broken"),
    "text": (b"Selamat pagi", "format"),
    "gif": (encoded(corners(), "GIF"), "format"),
    "pdf": (b"%PDF-1.7\n", "format"),
    "avif": (b"\0\0\0\x1cftypavif" + b"\0" * 40, "format"),
    "film": (b"\0\0\0\x18ftypmp42" + b"\0" * 40, "format"),
    "sequence": (b"\0\0\0\x18ftyphevc" + b"\0" * 40, "animated"),
    "moving webp": (MOVING["WEBP"], "animated"),
    "moving png": (MOVING["PNG"], "animated"),
    "png bomb": (bomb(7072, 7072), "large"),
    "large png bomb": (bomb(2**31 - 1, 2**31 - 1), "large"),
    "jpeg bomb": (jpeg_bomb(progressive=False), "large"),
    "progressive bomb": (jpeg_bomb(progressive=True), "large"),
    "webp bomb": (webp_bomb(), "large"),
    "scans": (b"\xff\xd8\xff" + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" * 200, "broken"),
    "head alone": (b"\xff\xd8\xff\xe0", "broken"),
    **{f"cut {form}": (telling(form)[: len(telling(form)) * 3 // 5], "broken") for form in FORMS},
}


@pytest.mark.parametrize("name", NO_PHOTOS)
def test_what_is_no_photo(name: str) -> None:
    """Films, other formats, moving, damaged and huge pictures are refused by what is wrong with them."""
    data, reason = NO_PHOTOS[name]

    with pytest.raises(UndecodableError) as refused:
        small(data)

    assert reason == refused.value.reason


@pytest.mark.parametrize("form", FORMS)
def test_damaged_pictures(form: str) -> None:
    """Flipped and missing bytes end in a picture or in a refusal, never in anything else."""
    good, dice = telling(form), random.Random(form)
    ends: set[bool | str] = set()
    for _ in range(60):
        data = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        if dice.random() < 0.3:
            del data[dice.randrange(len(data)) :]
        try:
            ends.add(max(small(bytes(data)).after) <= LONGEST)
        except UndecodableError as refused:
            ends.add(refused.reason)

    assert ends <= {True, "format", "broken", "large", "animated"}


def test_the_check_starts_without_the_darkroom() -> None:
    """The check imports neither what makes pictures small nor the HEIC reader."""
    heavy = ("PIL.ImageCms", "pillow_heif", "kendal_git.pictures.shrinking")
    code = f"import sys, kendal_git.rules, kendal_git.verbs.check; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)

    assert done.stdout == "[]\n"


# ---- the command --------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    """A keyboard with answers waiting."""

    def isatty(self) -> bool:
        return True


@cache
def camera_roll() -> dict[str, bytes]:
    """Three photos as they come from phones; made once, for writing a HEIC of twelve million pixels takes seconds."""
    sideways = noise(80, 60, 2).resize((1600, 1200))
    return {
        "IMG_2041.HEIC": encoded(noise(504, 378).resize((4032, 3024)), "HEIF", exif=located().tobytes(), quality=40),
        "IMG 2042.JPG": encoded(sideways, "JPEG", exif=located(6).tobytes()),
        "IMG-20261125-WA0007.jpg": encoded(corners((640, 480)), "JPEG"),
    }


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    """A folder with those three photos."""
    folder = tmp_path / "Kamera"
    folder.mkdir()
    for name, data in camera_roll().items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def keyboard(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """An office with a fresh post from ``kendal new``."""
    files = make_office(tmp_path / "kantor", {"agenda/2026/11/25.yaml": TEACHERS_DAY})
    made = Keyboard(files, capsys, monkeypatch)
    made.type("new", "--from", "2026/11/25#upacara-hari-guru", "--kind", "liputan")
    return made


def listing(files: WorkTree) -> dict[str, bytes]:
    folder = files.root / POST
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rules(files: WorkTree) -> list[str]:
    return [one.rule for one in check_post(files, POST, read_office(files)[0])]


def test_three_phone_photos(keyboard: Keyboard, phone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal each photo's words are asked for, too short ones again, and a line each says what was done."""
    answers = (
        f"Guru\nFoto upacara di alun-alun Kendal\n{ALT}\n\nSiswa: membawa bendera #1\nRina\n{ALT} dan bernyanyi\n\n"
    )
    monkeypatch.setattr(sys, "stdin", Terminal(answers))
    originals = {path: path.read_bytes() for path in phone.iterdir()}
    before = read(keyboard.files, f"{POST}/post.md")

    code, said = keyboard.type("photo", "add", POST, *(str(phone / name) for name in camera_roll()))

    assert code == 0, said
    assert "Teks alternatif dibacakan untuk orang yang tidak bisa melihat gambar: ceritakan yang tampak" in said
    assert "  teks alternatif 4 karakter, sedikitnya 20\n  saran: ceritakan apa yang tampak" in said
    assert "  teks alternatif tidak perlu diawali “Foto”\n" in said
    assert "IMG_2041.HEIC → foto-1.jpg, 4032×3024 → 2560×1920, " in said
    assert "IMG 2042.JPG → foto-2.jpg, 1200×1600, " in said
    assert "IMG-20261125-WA0007.jpg → foto-3.jpg, 640×480, " in said
    assert said.count("lokasi GPS dihapus") == 2
    assert "perhatikan: “Siswa” terlihat di gambar, tetapi “consent” mengatakan tidak ada anak\n  saran: " in said
    assert f"Berikutnya: kendal check {POST}\n" in said
    assert before.replace("    alt:  #", f"    alt: {ALT}  #").replace(
        "    purpose: foto  # flyer, foto, atau infografis\n",
        "    purpose: foto  # flyer, foto, atau infografis\n"
        '  - file: foto-2.jpg\n    alt: "Siswa: membawa bendera #1"\n    credit: Rina\n    purpose: foto\n'
        f"  - file: foto-3.jpg\n    alt: {ALT} dan bernyanyi\n    credit: Rina\n    purpose: foto\n",
    ) == read(keyboard.files, f"{POST}/post.md")
    assert originals == {path: path.read_bytes() for path in phone.iterdir()}
    assert ["foto-1.jpg", "foto-2.jpg", "foto-3.jpg", "post.md"] == sorted(listing(keyboard.files))
    assert ["field-empty", "children-consent"] == rules(keyboard.files)  # “team” names nobody yet


def test_one_line_says_what_was_done(keyboard: Keyboard, phone: Path) -> None:
    """The line names both files, both sizes, both weights and the place that is gone, as people here write numbers."""
    source = phone / "IMG_2041.HEIC"
    source.write_bytes(source.read_bytes() + b"\0" * (3_900_000 - source.stat().st_size))

    code, said = keyboard.type("photo", "add", POST, str(source), "--alt", ALT)

    made = (keyboard.files.root / POST / "foto-1.jpg").stat().st_size
    tenths = f"{round(made / 100_000) / 10}".replace(".", ",")
    assert code == 0
    assert (
        f"IMG_2041.HEIC → foto-1.jpg, 4032×3024 → 2560×1920, 3,9 MB → {tenths} MB, lokasi GPS dihapus\n"
        f"Berikutnya: kendal check {POST}\n"
    ) == said


def test_english(keyboard: Keyboard, phone: Path) -> None:
    """In English the same line has points in its numbers."""
    code, said = keyboard.type("--lang", "en", "photo", "add", POST, str(phone / "IMG_2041.HEIC"), "--alt", ALT)

    assert code == 0
    assert "MB, GPS location removed\nNext: kendal check" in said
    assert "1.5 MB, GPS" in said


def test_json_tells_the_same(keyboard: Keyboard, phone: Path) -> None:
    """Programs get the files, their words, sizes and weights."""
    code, said = keyboard.type("photo", "add", POST, str(phone / "IMG 2042.JPG"), "--alt", ALT, "--format", "json")

    told = json.loads(said)
    added = told["added"][0]
    assert code == 0
    assert (POST, []) == (told["post"], told["notes"])
    assert ("IMG 2042.JPG", "foto-1.jpg", ALT, "Tim IKP", "foto", True) == tuple(
        added[key] for key in ("source", "file", "alt", "credit", "purpose", "located")
    )
    assert {"width": 1200, "height": 1600} == {key: added["before"][key] for key in ("width", "height")}
    assert added["after"]["bytes"] == len(listing(keyboard.files)["foto-1.jpg"])


FILES = ("Kamera", "surat.pdf", "putus.jpg", "gerak.webp", "bom.png")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Kamera/IMG 2042.JPG",), "kendal: --alt belum diisi untuk IMG 2042.JPG\n  saran: tambahkan: --alt "),
        (
            ("Kamera/IMG 2042.JPG", "Kamera/IMG_2041.HEIC", "--alt", ALT, "--alt", ALT + " dua"),
            "kendal: --credit belum diisi untuk IMG_2041.HEIC\n  saran: tambahkan: --credit ",
        ),
        (
            ("Kamera/IMG 2042.JPG", "--alt", ALT, "--alt", ALT),
            "kendal: --alt disebut 2 kali untuk 1 berkas\n  saran: beri satu --alt untuk setiap berkas",
        ),
        (
            ("Kamera/IMG 2042.JPG", "--alt", "Guru"),
            "kendal: --alt untuk IMG 2042.JPG: teks alternatif 4 karakter, sedikitnya 20\n",
        ),
        (("Kamera/IMG 2042.JPG", "--alt", "x" * 251), "kendal: --alt untuk IMG 2042.JPG: alt paling panjang 250"),
        (("Kamera/IMG 2042.JPG", "--alt", ALT, "--credit", " "), "kendal: --credit untuk IMG 2042.JPG: --credit belum"),
        (("Kamera/tidak.jpg", "--alt", ALT), "kendal: berkas tidak.jpg tidak ada\n  saran: seret berkasnya"),
        (("Kamera", "--alt", ALT), "kendal: Kamera adalah folder\n"),
        ((), f"kendal: belum ada gambar yang disebut\n  saran: tulis: kendal photo add {POST} "),
        (
            ("Kamera/IMG 2042.JPG", "Kamera/../Kamera/IMG 2042.JPG", "--alt", ALT),
            "kendal: IMG 2042.JPG disebut dua kali\n",
        ),
        (("surat.pdf", "--alt", ALT), "kendal: surat.pdf bukan gambar JPEG, PNG, WebP, atau HEIC\n  saran: simpan"),
        (("putus.jpg", "--alt", ALT), "kendal: putus.jpg rusak atau terpotong\n  saran: salin lagi dari ponsel"),
        (("gerak.webp", "--alt", ALT), "kendal: gerak.webp gambar bergerak\n  saran: pilih satu gambar diam"),
        (("bom.png", "--alt", ALT), "kendal: bom.png memuat terlalu banyak piksel"),
        (
            ("Kamera/IMG 2042.JPG", "putus.jpg", "--alt", ALT, "--alt", ALT, "--credit", "Tim"),
            "kendal: putus.jpg rusak atau terpotong\n",
        ),
        (("Kamera/IMG 2042.JPG", "--alt", ALT, "--purpose", "poto"), "kendal: --purpose: “poto” tidak dikenal\n"),
        (("Kamera/IMG 2042.JPG", "--alt", ALT, "--name", "…"), "kendal: --name: “…” tidak memuat huruf atau angka\n"),
        (("Kamera/IMG 2042.JPG", "--alt", "\udcff" * 20), "kendal: --alt untuk IMG 2042.JPG: alt memuat karakter"),
    ],
)
def test_wrong_input(keyboard: Keyboard, phone: Path, words: tuple[str, ...], expected: str) -> None:
    """Whatever is wrong, a sentence says what to do, the exit code is 2 and not a byte is written."""
    contents = {"surat.pdf": b"%PDF", "putus.jpg": NO_PHOTOS["cut JPEG"][0], "bom.png": bomb(9000, 9000)}
    for name, data in (contents | {"gerak.webp": MOVING["WEBP"]}).items():
        (phone.parent / name).write_bytes(data)
    before = listing(keyboard.files)
    typed = [str(phone.parent / word) if word.startswith(FILES) else word for word in words]

    code, said = keyboard.type("photo", "add", POST, *typed)

    assert code == 2
    assert said.startswith(expected), said
    assert before == listing(keyboard.files)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("content/2026/11/25-tidak-ada", "tidak ada berkas atau folder"),
        ("agenda", "agenda bukan folder kiriman"),
        ("content/2026", "content/2026 bukan folder kiriman"),
    ],
)
def test_wrong_post(keyboard: Keyboard, phone: Path, typed: str, expected: str) -> None:
    """A word that is no post's folder is told so."""
    code, said = keyboard.type("photo", "add", typed, str(phone / "IMG 2042.JPG"), "--alt", ALT)

    assert code == 2
    assert expected in said


def test_the_post_file_means_its_folder(keyboard: Keyboard, phone: Path) -> None:
    """Whoever drags post.md into the window means its post."""
    code, _ = keyboard.type("photo", "add", f"{POST}/post.md", str(phone / "IMG 2042.JPG"), "--alt", ALT)

    assert code == 0


def test_patterns_are_spelt_out(keyboard: Keyboard, phone: Path) -> None:
    """A pattern that the shell has left as it is, as on Windows, means the files that fit it."""
    code, said = keyboard.type("photo", "add", POST, str(phone / "IMG_*.HEIC"), "--alt", ALT)

    assert code == 0
    assert "IMG_2041.HEIC → foto-1.jpg" in said


def add(keyboard: Keyboard, source: Path, *more: str) -> tuple[int, str]:
    return keyboard.type("photo", "add", POST, str(source), "--alt", ALT, "--credit", "Rina", *more)


def test_names(keyboard: Keyboard, phone: Path) -> None:
    """New pictures take the next free name, or the one asked for in plain letters; nothing is overwritten."""
    folder = keyboard.files.root / POST
    (folder / "FOTO-2.JPG").write_bytes(b"x")
    one, two, three = sorted(phone.iterdir())

    assert [0, 0, 0] == [
        add(keyboard, one)[0],
        add(keyboard, two)[0],
        add(keyboard, three, "--name", "Upacara Hari Gurú.JPG")[0],
    ]
    assert {"foto-1.jpg", "FOTO-2.JPG", "foto-3.jpg", "upacara-hari-guru.jpg", "post.md"} == set(
        listing(keyboard.files)
    )
    assert listing(keyboard.files)["FOTO-2.JPG"] == b"x"


def test_a_name_that_is_taken(keyboard: Keyboard, phone: Path) -> None:
    """A name that is taken is refused with a free one; several pictures under one name are numbered."""
    one, two, three = sorted(phone.iterdir())
    add(keyboard, one, "--name", "guru")

    code, said = add(keyboard, two, "--name", "guru")

    assert code == 2
    assert "kendal: guru.jpg sudah ada dan tidak ditimpa\n  saran: pakai nama lain, misalnya: --name guru-2\n" in said
    words = ("--alt", ALT, "--alt", ALT + " lagi", "--credit", "Rina", "--name", "guru")
    assert keyboard.type("photo", "add", POST, str(two), str(three), *words)[0] == 0
    assert {"guru.jpg", "guru-1.jpg", "guru-2.jpg", "post.md"} == set(listing(keyboard.files))


@pytest.mark.parametrize("purpose", ["flyer", "infografis"])
def test_purpose(keyboard: Keyboard, phone: Path, purpose: str) -> None:
    """A flyer or an infographic is named after what it is and does not take the photo's place."""
    code, _ = add(keyboard, phone / "IMG 2042.JPG", "--purpose", purpose)

    text = read(keyboard.files, f"{POST}/post.md")
    assert code == 0
    assert f"  - file: {purpose}.jpg\n    alt: {ALT}\n    credit: Rina\n    purpose: {purpose}\n" in text
    assert "  - file: foto-1.jpg  # taruh" in text
    assert {f"{purpose}.jpg", "post.md"} == set(listing(keyboard.files))


def test_the_same_photo_twice(keyboard: Keyboard, phone: Path) -> None:
    """Whoever repeats the command is told that the picture is there already, and nothing is doubled."""
    add(keyboard, phone / "IMG 2042.JPG")
    before = listing(keyboard.files)

    code, said = add(keyboard, phone / "IMG 2042.JPG")

    assert code == 2
    assert "IMG 2042.JPG sudah ada di kiriman ini sebagai foto-1.jpg" in said
    assert before == listing(keyboard.files)


def test_an_original_in_the_folder(keyboard: Keyboard, phone: Path) -> None:
    """A photo that was put into the post's folder stays as it is, and a note says that it does not belong there."""
    source = keyboard.files.root / POST / "IMG_1.jpg"
    source.write_bytes((phone / "IMG 2042.JPG").read_bytes())

    code, said = add(keyboard, source)

    assert code == 0
    assert "catatan: IMG_1.jpg yang asli masih ada di folder kiriman; pindahkan atau hapus sebelum mengajukan\n" in said
    assert source.read_bytes() == (phone / "IMG 2042.JPG").read_bytes()


def test_words_that_are_there_already(keyboard: Keyboard, phone: Path) -> None:
    """Whoever has written the alternative text into the post first need not say it again."""
    path = keyboard.files.root / POST / "post.md"
    path.write_text(path.read_text(encoding="utf-8").replace("    alt:  #", f'    alt: "{ALT}"  #'), encoding="utf-8")
    before = path.read_bytes()

    code, _ = keyboard.type("photo", "add", POST, str(phone / "IMG 2042.JPG"))

    assert code == 0
    assert before == path.read_bytes()
    assert "foto-1.jpg" in listing(keyboard.files)


IMAGES = """\
images:
  - file: foto-1.jpg  # taruh gambarnya di folder ini dengan nama ini
    alt:  # wajib: yang tampak di gambar, 20 sampai 250 karakter
    credit: Tim IKP  # pembuat gambar
    purpose: foto  # flyer, foto, atau infografis
"""
ITEM = f"  - file: foto-1.jpg\n    alt: {ALT}\n    credit: Rina\n    purpose: foto\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ""),
        ("images: []\n", f"images:\n{ITEM}"),
        ("images: []  # belum\n", f"images:   # belum\n{ITEM}"),
        ("images:\n", f"images:\n{ITEM}"),
        (
            "images: [{file: foto-1.jpg, alt: , credit: Tim}]  # satu\n",
            f"images: [{{file: foto-1.jpg, purpose: foto, alt: {ALT}, credit: Rina}}]  # satu\n",
        ),
        (
            "images:\n  - file: foto-1.jpg  # satu\n# dua\n",
            f"images:\n  - file: foto-1.jpg  # satu\n{ITEM[21:]}# dua\n",
        ),
        (
            'images:\n- {file: foto-1.jpg, alt: ""}\n',
            f"images:\n- {{file: foto-1.jpg, credit: Rina, purpose: foto, alt: {ALT}}}\n",
        ),
        (
            "images:\n- alt: ~\n  file: foto-1.jpg\n",
            f"images:\n- alt: {ALT}\n  file: foto-1.jpg\n  credit: Rina\n  purpose: foto\n",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_way_of_writing_the_list(
    keyboard: Keyboard, phone: Path, written: str, expected: str, ending: str
) -> None:
    """However the list is written, the new words stand where a person would put them and no other byte moves."""
    path = keyboard.files.root / POST / "post.md"
    text = path.read_text(encoding="utf-8")
    assert IMAGES in text
    path.write_bytes(text.replace(IMAGES, written).replace("\n", ending).encode())

    code, said = add(keyboard, phone / "IMG 2042.JPG")

    assert code == 0, said
    after = path.read_bytes().decode()
    if expected:
        assert text.replace(IMAGES, expected).replace("\n", ending) == after
    else:
        assert after.replace(f"images:\n{ITEM}".replace("\n", ending), "") == text.replace(IMAGES, "").replace(
            "\n", ending
        )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (IMAGES, "images: foto-1.jpg\n", f"{POST}/post.md tidak diubah, karena hasilnya akan keliru"),
        (IMAGES, "images: [\n", f"{POST}/post.md belum bisa ditambah: "),
        ("---\n", "", f"{POST}/post.md belum bisa ditambah: "),
    ],
)
def test_a_post_that_cannot_take_a_picture(keyboard: Keyboard, phone: Path, old: str, new: str, expected: str) -> None:
    """A post that cannot be read, or whose pictures are no list, is left alone with a sentence."""
    path = keyboard.files.root / POST / "post.md"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    before = listing(keyboard.files)

    code, said = add(keyboard, phone / "IMG 2042.JPG")

    assert code == 2
    assert expected in said
    assert before == listing(keyboard.files)


def test_no_new_fault(keyboard: Keyboard) -> None:
    """Faults that the post has already are no hindrance; one that the change would bring is."""
    text = read(keyboard.files, f"{POST}/post.md")
    good = small(encoded(corners())).data

    require_no_new_fault(keyboard.files, POST, {"foto-1.jpg": good})
    with pytest.raises(Misuse) as refused:
        require_no_new_fault(keyboard.files, POST, {"foto-1.jpg": b"no picture", "post.md": text.encode()})

    assert "gambar tidak ditambahkan, karena kiriman akan bermasalah: “foto-1.jpg” bukan gambar" in sentence(
        refused.value
    )


@pytest.mark.parametrize("failing", ["foto-1.jpg", "foto-2.jpg", "post.md"])
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_half_written(
    keyboard: Keyboard, phone: Path, monkeypatch: pytest.MonkeyPatch, failing: str, failure: BaseException
) -> None:
    """A full disk or an interrupt at any file leaves the folder as it was."""
    before = listing(keyboard.files)

    def breaking(path: Path, data: bytes) -> bool:
        if path.name == failing:
            path.with_name(f".{path.name}.{os.getpid()}.new").write_bytes(data[:10])
            raise failure
        return write(path, data)

    monkeypatch.setattr(photo, "write", breaking)
    one, two, _ = sorted(phone.iterdir())

    words = ("--alt", ALT, "--alt", ALT + " lagi", "--credit", "Rina")
    code, said = keyboard.type("photo", "add", POST, str(one), str(two), *words)

    assert code == (3 if isinstance(failure, OSError) else 130)
    assert before == listing(keyboard.files)
    assert not isinstance(failure, OSError) or f"{POST} tidak bisa ditulis: No space left on device" in said


def test_an_answer_that_the_check_would_refuse(
    keyboard: Keyboard, phone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Private data in an answer is named at once and asked again, so that no work is lost at the end."""
    monkeypatch.setattr(sys, "stdin", Terminal(f"Piagam milik warga 3324012501900001\n{ALT}\n\n"))

    code, said = keyboard.type("photo", "add", POST, str(phone / "IMG 2042.JPG"))

    assert code == 0
    assert "  gambar tidak ditambahkan, karena kiriman akan bermasalah: " in said
    assert "3324012501900001" not in read(keyboard.files, f"{POST}/post.md")
    assert f"    alt: {ALT}  #" in read(keyboard.files, f"{POST}/post.md")


def test_leaving_at_a_question(keyboard: Keyboard, phone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever leaves while being asked has changed nothing."""
    before = listing(keyboard.files)
    monkeypatch.setattr(sys, "stdin", Terminal(f"{ALT}\n"))

    code, _ = keyboard.type("photo", "add", POST, str(phone / "IMG 2042.JPG"))

    assert code == 130
    assert before == listing(keyboard.files)


def test_names_cannot_move_the_cursor(keyboard: Keyboard, phone: Path) -> None:
    """A file's name from elsewhere cannot play tricks on the terminal."""
    source = phone / "a\x1b[2Jb.jpg"
    source.write_bytes((phone / "IMG 2042.JPG").read_bytes())

    code, said = add(keyboard, source)

    assert code == 0
    assert "\x1b" not in said
    assert "a\\u001b[2Jb.jpg → foto-1.jpg" in said
