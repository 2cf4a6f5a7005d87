"""The inspector's room: what a picture is, decoded as a whole and under a pixel limit."""

import warnings
from io import BytesIO

from PIL.ImageFile import ImageFile

from kendal_git.model.values import dataclass

FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
MAX_SCANS = 100  # a progressive JPEG has about ten; thousands of empty ones would keep the decoder busy for minutes


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is: format (``JPEG``, ``PNG``), size in pixels, how many it holds, whether it tells a place."""

    format: str
    width: int
    height: int
    frames: int = 1
    located: bool = False


class UndecodableError(Exception):
    """The bytes are not a whole picture of an allowed format; ``reason`` is one of the words below."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason  # format | broken; for a photo to be made smaller also animated | large


def inspect(data: bytes, longest: int) -> Picture:
    """What a picture is; decoded as a whole unless a side is longer than ``longest``. Raises UndecodableError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of odd metadata; the picture itself is what counts
            with _opened(data) as image:
                width, height = image.size
                if max(width, height) <= longest:
                    # An eighth of the size in grey: every byte is still read, and only the arithmetic is less.
                    image.draft("L", (max(1, width // 8), max(1, height // 8)))
                    image.load()
                return Picture(str(image.format), width, height, _frames(image), tells_place(image))
    except UndecodableError:
        raise
    except Exception as broken:  # Pillow's plugins raise whatever they meet: OSError, SyntaxError, struct.error, …
        raise UndecodableError("broken") from broken


def _opened(data: bytes) -> ImageFile:
    """By its first bytes and not by its name; each plugin is imported only when it is met."""
    if data.startswith(b"\xff\xd8\xff"):
        from PIL.JpegImagePlugin import JpegImageFile

        image = JpegImageFile(BytesIO(data))
        if data.count(b"\xff\xda", image.fp.tell() if image.fp else 0) >= MAX_SCANS:  # it stands behind the first
            raise UndecodableError("broken")
        return image
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(BytesIO(data))
    raise UndecodableError("format" if data else "broken")


def _frames(image: ImageFile) -> int:
    """More than one for an animated PNG, and for the JPEG of a phone that hides further pictures behind the first."""
    return 2 if "mp" in image.info else int(getattr(image, "n_frames", 1))


def tells_place(image: ImageFile) -> bool:
    """Whether EXIF or XMP say where it was taken."""
    if "GPSLatitude" in str(image.info.get("xmp")):
        return True
    has_exif = "exif" in image.info or "Raw profile type exif" in image.info
    return has_exif and bool(image.getexif().get_ifd(0x8825))  # the EXIF pointer to GPS data
