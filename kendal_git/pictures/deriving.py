"""A post's picture as one channel takes it: the same bytes in preview, outbox and sending, whoever makes them.

What a channel takes as it is stays as it is. Everything else is made anew from the post's own picture, always in the
same way: the quality gives way before the size does, and a ratio that is refused gets margins, for nothing of a picture
that people approved may be cut away.
"""

from functools import lru_cache
from math import ceil

from PIL import Image

from kendal_git.model.values import dataclass
from kendal_git.pictures.inspecting import inspect
from kendal_git.pictures.shrinking import developed, fitted, in_srgb


@dataclass(frozen=True, slots=True)
class Frame:
    """What a channel takes: at most ``heaviest`` bytes and ``longest`` pixels a side; 0 means no limit.

    ``narrowest`` and ``widest`` are ratios of width to height; ``png`` says whether it takes PNG.
    """

    heaviest: int = 0
    longest: int = 0
    narrowest: float = 0
    widest: float = 0
    png: bool = True


@lru_cache(maxsize=64)
def derived(data: bytes, frame: Frame) -> bytes:
    """The picture's bytes for one channel. Raises UndecodableError for what is no picture."""
    if _fits(data, frame):
        return data
    image = in_srgb(developed(data, frame.longest or 10_000)[0])
    image.info.clear()
    return fitted(_margined(image, frame), frame.heaviest or 2**31, crisp=False)[0]


def _fits(data: bytes, frame: Frame) -> bool:
    """Whether the channel takes the picture as it is."""
    found = inspect(data, 0)
    ratio = found.width / found.height
    return (
        (found.format == "JPEG" or frame.png)
        and (not frame.heaviest or len(data) <= frame.heaviest)
        and (not frame.longest or max(found.width, found.height) <= frame.longest)
        and (not frame.narrowest or ratio >= frame.narrowest)
        and (not frame.widest or ratio <= frame.widest)
    )


def _margined(image: Image.Image, frame: Frame) -> Image.Image:
    """The picture on a white ground of the nearest ratio that is taken."""
    width, height = image.size
    ratio = width / height
    if frame.narrowest and ratio < frame.narrowest:
        wanted = (ceil(height * frame.narrowest), height)
    elif frame.widest and ratio > frame.widest:
        wanted = (width, ceil(width / frame.widest))
    else:
        return image
    ground = Image.new("RGB", wanted, "white")
    ground.paste(image, ((wanted[0] - width) // 2, (wanted[1] - height) // 2))
    return ground
