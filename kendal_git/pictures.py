"""The pictures' room, and the only Pillow import: what a picture is, decoded under a pixel limit."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

MAX_PIXELS = 50_000_000  # a 50-megapixel phone photo; more is a decompression bomb, refused before decoding
FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
Image.MAX_IMAGE_PIXELS = None  # our own limit stands below; Pillow's would only warn


@dataclass(frozen=True, slots=True)
class Picture:
    """What a decoded picture is: its format (``JPEG``, ``PNG``), size in pixels, frames, and whether it tells a place."""

    format: str
    width: int
    height: int
    frames: int = 1
    located: bool = False


class Undecodable(Exception):
    """The bytes are not a whole picture of an allowed format; ``reason`` is one of the words below."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason  # format | pixels | broken


def inspect(data: bytes) -> Picture:
    """Decode a picture as a whole. Raises Undecodable."""
    try:
        with Image.open(BytesIO(data), formats=tuple(FORMATS)) as image:
            if image.width * image.height > MAX_PIXELS:
                raise Undecodable("pixels")
            frames = int(getattr(image, "n_frames", 1))
            located = bool(image.getexif().get_ifd(0x8825))  # the EXIF pointer to GPS data
            image.load()
            return Picture(str(image.format), image.width, image.height, frames, located)
    except Undecodable:
        raise
    except Image.UnidentifiedImageError as unknown:
        raise Undecodable("format") from unknown
    except Exception as broken:  # Pillow's plugins raise whatever they meet: OSError, SyntaxError, struct.error, …
        raise Undecodable("broken") from broken
