"""The press: SVG in, a lean JPEG without metadata out, the same bytes each time."""

from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image

from .typesetting import FILES, FONTS

LARGEST = 400_000


def jpeg(svg: str, *, quality: int = 86) -> bytes:
    """Draw SVG with our own fonts only and return a JPEG."""
    fonts = [str(FONTS / name) for name in FILES.values()]
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=fonts)
    out = BytesIO()
    with Image.open(BytesIO(bytes(png))) as drawn:
        picture = drawn.convert("RGB")
    picture.save(out, "JPEG", quality=quality, optimize=True, progressive=False, subsampling=0)
    return out.getvalue()


def write(picture: bytes, target: Path) -> bool:
    """Put a picture in its place if it is new or changed; say whether it was."""
    if len(picture) > LARGEST:
        raise ValueError(f"{target.name} is {len(picture)} bytes, more than {LARGEST}")
    if target.exists() and target.read_bytes() == picture:
        return False
    target.write_bytes(picture)
    return True
