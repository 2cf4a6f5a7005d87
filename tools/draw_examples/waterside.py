"""The water: the sea and its light, fishing boats, and baskets of fish."""

import random

from . import palette as p
from .sheet import Sheet, circle, ellipse, line, moved, path, rect


def basket(x: float, y: float, size: float, *, fish: str = "#b9cfd4") -> str:
    """Weave a basket heaped with fish."""
    heap = [
        moved(
            [path("M-26,0 Q0,-14 22,0 L34,-8 L32,8 L22,2 Q0,14 -26,0 Z", shade), circle(-17, -2, 2.2, p.INK)],
            dx,
            dy,
            0.9,
        )
        for dx, dy, shade in ((-18, -20, "#8fb0ba"), (16, -24, fish), (-2, -34, "#d7e4e4"), (0, -18, "#a3c1c8"))
    ]
    tub = path("M-46,-14 L46,-14 L36,34 Q0,40 -36,34 Z", "#c9954f")
    bands = [
        line([(-44 + n * 4, -4 + n * 12), (44 - n * 4, -4 + n * 12)], "#8d6230", 2.4, opacity=0.7) for n in range(3)
    ]
    return moved([*heap, tub, *bands, rect(-49, -19, 98, 9, "#dcae6b", rx=4)], x, y, size)


def water(sheet: Sheet, top: float, bottom: float, *colours: str, seed: int, sparkle: str = "#fff4d6") -> None:
    """Lay water down, with short strokes of light on it."""
    sheet.add(rect(0, top, sheet.width, bottom - top, sheet.linear(*colours)))
    draw = random.Random(seed)
    for _ in range(90):
        depth = draw.random() ** 1.4
        y, long = top + 6 + (bottom - top - 10) * depth, (14 + 90 * depth) * draw.uniform(0.5, 1.3)
        sheet.add(
            rect(
                draw.uniform(-20, sheet.width), y, long, 1.6 + 4 * depth, sparkle, rx=2, opacity=draw.uniform(0.1, 0.38)
            )
        )


def boat(sheet: Sheet, x: float, y: float, size: float, *, hull: str, band: str, flip: bool = False) -> None:
    """Moor a fishing boat with the high curved bow of the north coast; the waterline is at the point."""
    shell = "M-100,-26 C-60,-8 40,-10 70,-22 C92,-30 108,-52 116,-78 C122,-50 112,-14 88,8 Q80,16 66,16 L-70,16 Q-86,14 -92,2 Z"
    stripe = "M-98,-19 C-60,-1 40,-3 74,-16 C92,-24 106,-40 114,-62 L113,-50 C104,-30 92,-14 76,-7 C40,6 -60,7 -96,-9 Z"
    shade = sheet.linear(("#000", 0.0), ("#000", 0.28))
    parts = [
        line([(-20, -14), (-20, -128)], p.WOOD_DEEP, 3.4),
        line([(-20, -124), (108, -70)], p.WOOD_DEEP, 1),
        line([(-20, -124), (-92, -26)], p.WOOD_DEEP, 1),
        path("M-20,-128 q14,-6 26,0 q12,5 24,0 l0,8 q-12,5 -24,0 q-12,-6 -26,0 Z", p.RED),
        path("M-20,-120 q14,-6 26,0 q12,5 24,0 l0,8 q-12,5 -24,0 q-12,-6 -26,0 Z", p.WHITE),
        rect(-70, -52, 62, 40, p.CREAM, rx=4),
        rect(-78, -60, 78, 11, band, rx=4),
        rect(-62, -43, 15, 13, p.SLATE, rx=2),
        rect(-40, -43, 15, 13, p.SLATE, rx=2),
        path(shell, hull),
        path(stripe, band),
        path(shell, shade),
        circle(90, -24, 5.5, p.WHITE),
        circle(91, -24, 2.6, p.INK),
    ]
    sheet.add(ellipse(x, y + 15 * size, 112 * size, 9 * size, p.INK, opacity=0.25), moved(parts, x, y, size, flip=flip))
