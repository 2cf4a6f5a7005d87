"""The darkroom: a photo as a phone gives it to a small, upright, plain sRGB JPEG that holds its pixels alone.

Every picture is encoded anew, even one that is small already: then each byte of the result is ours, and nothing hides
behind, before or between the pixels.
"""

import warnings
from io import BytesIO
from typing import TypeAlias

from PIL import Image, ImageCms

from kendal_git.model.values import dataclass
from kendal_git.pictures.inspecting import MAX_SCANS, UndecodableError, tells_place

Size: TypeAlias = tuple[int, int]

# The first bytes of what is taken; a HEIF file names its kind at the eighth.
STILLS = (b"heic", b"heix", b"heim", b"heis", b"mif1")
MOVING = (b"hevc", b"hevx", b"hevm", b"hevs", b"msf1")
# What is held as a whole while it is decoded, and a plain JPEG, which is read row by row at a part of its size:
# the largest phone sensors have 200 million.
MOST_PIXELS, MOST_PIXELS_BY_ROW = 50_000_000, 200_000_000
BEST, LEAST = 88, 60  # JPEG qualities; below the least it is better to have fewer pixels
STEP = 0.85  # of each side, when the least quality is still too heavy
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SPACES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}


@dataclass(frozen=True, slots=True)
class Small:
    """A picture made small: its bytes, its size upright before and after, whether it told a place."""

    data: bytes
    before: Size
    after: Size
    located: bool


def shrink(data: bytes, longest: int, heaviest: int, *, crisp: bool = False) -> Small:
    """A JPEG of at most ``longest`` pixels a side and ``heaviest`` bytes; ``crisp`` keeps coloured letters sharp.

    Raises UndecodableError: format, broken, animated or large.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of odd metadata, which is dropped anyway
            image, before, located = developed(data, longest)
    except UndecodableError:
        raise
    except (Image.DecompressionBombError, MemoryError) as bomb:
        raise UndecodableError("large") from bomb
    except Exception as broken:  # Pillow's plugins raise whatever they meet: OSError, SyntaxError, struct.error, …
        raise UndecodableError("broken") from broken
    image = in_srgb(image)
    image.info.clear()  # Pillow would write a comment that it finds here
    made, after = fitted(image, heaviest, crisp=crisp)
    return Small(made, before, after, located)


def developed(data: bytes, longest: int) -> tuple[Image.Image, Size, bool]:
    """The pixels, upright and no more than needed; the upright size that they had; whether a place was told."""
    form = _format(data)
    with Image.open(BytesIO(data), formats=(form,)) as image:
        _require_still_and_small(image, form)
        before = image.size
        if form == "JPEG":
            image.draft(image.mode, _within(before, longest))
        image.load()
        located, turn = tells_place(image), TURNS.get(image.getexif().get(0x0112, 1))
        profile = image.info.get("icc_profile")
        flat = _flat(image)
    wanted = _within(before, longest)
    if flat.size != wanted:
        flat = flat.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if turn is not None:
        flat = flat.transpose(turn)
        before = before if turn in (TURNS[2], TURNS[3], TURNS[4]) else (before[1], before[0])
    flat.info["icc_profile"] = profile
    return flat, before, located


def _format(data: bytes) -> str:
    """Pillow's name of the format, by the first bytes; what must not even be opened is refused here."""
    if not data:
        raise UndecodableError("broken")
    if data.startswith(b"\xff\xd8\xff"):
        if data.count(b"\xff\xda") > MAX_SCANS:
            raise UndecodableError("broken")
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        _require_webp_small(data)
        return "WEBP"
    if data[4:8] == b"ftyp" and data[8:12] in STILLS + MOVING:
        if data[8:12] in MOVING:
            raise UndecodableError("animated")
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
        return "HEIF"
    raise UndecodableError("format")


def _require_webp_small(data: bytes) -> None:
    """Opening a WebP allots its whole canvas, so its size is read beforehand; the three kinds say it differently."""
    kind, width, height = data[12:16], 0, 0
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    if width * height > MOST_PIXELS:
        raise UndecodableError("large")


def _require_still_and_small(image: Image.Image, form: str) -> None:
    """One picture, or a still with others beside it as phones make them; and no more pixels than can be held."""
    if form in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1:
        raise UndecodableError("animated")
    by_row = form == "JPEG" and not image.info.get("progressive")
    if image.width * image.height > (MOST_PIXELS_BY_ROW if by_row else MOST_PIXELS):
        raise UndecodableError("large")


def _within(size: Size, longest: int) -> Size:
    """The size with its longer side cut to ``longest``; never larger than it was."""
    long = max(size)
    if long <= longest:
        return size
    width, height = (max(1, round(side * longest / long)) for side in size)
    return width, height


def _flat(image: Image.Image) -> Image.Image:
    """The picture in a mode that a profile speaks of (grey, RGB, CMYK), on white where one could see through."""
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow's own conversion would cut off instead of dividing
        image.info.pop("transparency", None)
        return image.point(lambda value: value * (1 / 257)).convert("L")
    if image.mode == "LA":
        grey, alpha = image.split()
        white = Image.new("L", image.size, 255)
        white.paste(grey, mask=alpha)
        return white
    if image.has_transparency_data:
        clear = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        return white
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image.copy() if image.mode == "CMYK" else image.convert("RGB")


def in_srgb(image: Image.Image) -> Image.Image:
    """The colours in sRGB; taken as such without a profile, or with one that is broken or of another picture."""
    profile = image.info.pop("icc_profile", None)
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            if SPACES.get(source.profile.xcolor_space.strip()) == image.mode:
                target = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
                return converted or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
            pass  # what is left of the profile says nothing: the numbers stay as they are
    return image.convert("RGB")


def fitted(image: Image.Image, heaviest: int, *, crisp: bool) -> tuple[bytes, Size]:
    """The best quality that is light enough; only when the least one is too heavy, fewer pixels."""
    best = _encoded(image, BEST, crisp=crisp)
    if len(best) <= heaviest:
        return best, image.size
    small = image
    while len(least := _encoded(small, LEAST, crisp=crisp)) > heaviest and max(small.size) > 1:
        side = STEP * max(small.size) / max(image.size)
        width, height = (max(1, round(length * side)) for length in image.size)
        small = image.resize((width, height), Image.Resampling.LANCZOS)
    low, high = LEAST, BEST
    while high - low > 2:
        middle = (low + high) // 2
        tried = _encoded(small, middle, crisp=crisp)
        if len(tried) <= heaviest:
            low, least = middle, tried
        else:
            high = middle
    return least, small.size


def _encoded(image: Image.Image, quality: int, *, crisp: bool) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=0 if crisp else 2, optimize=True, progressive=False)
    return out.getvalue()
