"""A picture for one channel: left alone when it fits, otherwise made anew, always to the same bytes."""

import subprocess
import sys
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image

from kendal_git.composing.picturing import pictures
from kendal_git.model.delivery import Payload, PayloadPicture
from kendal_git.model.office import Office
from kendal_git.pictures import UndecodableError, inspect
from kendal_git.pictures.deriving import Frame, derived

INSTAGRAM = Frame(heaviest=8_000_000, longest=1350, narrowest=0.8, widest=1.91, png=False)


def picture(size: tuple[int, int], form: str = "JPEG", noise: bool = False) -> bytes:
    image = Image.effect_noise(size, 90).convert("RGB") if noise else Image.new("RGB", size, (20, 90, 90))
    out = BytesIO()
    image.save(out, form)
    return out.getvalue()


def test_what_fits_is_sent_as_it_is() -> None:
    """Not a byte of a picture that the channel takes is touched."""
    data = picture((1080, 1350))

    assert derived(data, INSTAGRAM) is data
    assert derived(data, Frame()) is data


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((2160, 2700), (1080, 1350)),
        ((2560, 1920), (1350, 1012)),
        ((800, 2400), (1080, 1350)),
        ((2400, 600), (1350, 707)),
    ],
)
def test_what_does_not_fit_is_made_to_fit_and_nothing_is_cut_away(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    """A large picture shrinks; a ratio that is refused gets white margins around the whole picture."""
    found = inspect(derived(picture(size), INSTAGRAM), 9999)

    assert (found.format, (found.width, found.height)) == ("JPEG", expected)
    assert 0.8 <= found.width / found.height <= 1.91


def test_margins_are_white_and_the_picture_is_whole() -> None:
    """The corners of a tall picture's derivative are white, its middle is the picture."""
    made = Image.open(BytesIO(derived(picture((400, 1200)), INSTAGRAM))).convert("RGB")

    assert made.getpixel((2, 600)) == (255, 255, 255)
    red, green, blue = made.getpixel((made.width // 2, made.height // 2))  # type: ignore[misc]
    assert (abs(red - 20) < 6, abs(green - 90) < 6, abs(blue - 90) < 6) == (True, True, True)


def test_a_png_becomes_a_jpeg_where_png_is_refused() -> None:
    """Instagram and Facebook take no PNG; a channel that does keeps it."""
    data = picture((600, 600), "PNG")

    assert inspect(derived(data, INSTAGRAM), 9999).format == "JPEG"
    assert derived(data, Frame(png=True)) is data


def sides(*sizes: tuple[int, int], channel: str = "instagram") -> list[tuple[int, int]]:
    """The sides of a post's pictures as a channel gets them."""
    files = {f"{number}.jpg": picture(size) for number, size in enumerate(sizes)}
    payload = Payload(channel, "", tuple(PayloadPicture(name, "") for name in files))
    found = [inspect(data, 9999) for _, data in pictures(payload, files.get, Office())]
    return [(one.width, one.height) for one in found]


def test_a_carousel_has_one_shape_and_nothing_is_cut_away() -> None:
    """Instagram would crop all to the first picture: the others get margins, those of its shape stay, whatever size."""
    made = sides((1080, 1350), (1350, 900), (540, 675), (600, 1200))

    assert made[:3] == [(1080, 1350), (1350, 1680), (540, 675)]
    assert all(abs(width / height - 0.8) < 0.8 * 0.006 for width, height in made)
    assert sides((1350, 900)) == [(1350, 900)]
    assert sides((1080, 1350), (1350, 900), channel="facebook") == [(1080, 1350), (1350, 900)]


def test_quality_gives_way_before_size() -> None:
    """A heavy picture keeps its pixels and loses quality until it is light enough."""
    data = picture((1000, 1000), "PNG", noise=True)
    best = len(derived(data, Frame(png=False)))

    made = derived(data, Frame(heaviest=best * 3 // 4, png=False))

    assert len(made) <= best * 3 // 4
    assert inspect(made, 9999).width == 1000


def test_the_same_picture_gives_the_same_bytes_in_another_process() -> None:
    """Preview, outbox and sending are other processes: their bytes must be the same."""
    data = picture((2000, 1500))
    here = sha256(derived(data, INSTAGRAM)).hexdigest()
    code = (
        "import sys, hashlib; from kendal_git.pictures.deriving import Frame, derived;"
        "print(hashlib.sha256(derived(sys.stdin.buffer.read(), Frame(8_000_000, 1350, 0.8, 1.91, False))).hexdigest())"
    )

    there = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True).stdout.decode()

    assert here == there.strip()


def test_what_is_no_picture_is_said_to_be_none() -> None:
    """Broken bytes never reach a channel."""
    with pytest.raises(UndecodableError):
        derived(b"\xff\xd8\xff\xe0 broken", INSTAGRAM)
