"""The dressing room: ranks of people in uniform, and where their leader speaks."""

import random
from dataclasses import replace

from . import palette as p
from .people import Person, figure
from .sheet import Sheet, circle, path, polygon, rect

LEADER = Person(p.WHITE, p.WHITE, "peci", "#17131a", badge=True)

OFFICER = Person(p.KHAKI, p.KHAKI_DEEP, "peci", "#17131a", badge=True)


def rank(
    sheet: Sheet,
    wardrobe: list[Person],
    *,
    left: float,
    right: float,
    feet: float,
    height: float,
    count: int,
    seed: int,
) -> None:
    """Line people up, each a little different in height and skin."""
    draw = random.Random(seed)
    for place in range(count):
        base = wardrobe[draw.randrange(len(wardrobe))]
        x = left + (right - left) * (place / max(count - 1, 1)) + draw.uniform(-2, 2)
        tall = height * draw.uniform(0.95, 1.03) * (0.96 if base.head == "hijab" else 1.0)
        sheet.add(figure(replace(base, skin=p.SKINS[draw.randrange(4)]), x, feet, tall))


def uniforms(top: str, bottom: str, veil: str, *, back: bool) -> list[Person]:
    """Dress a group of men and women alike."""
    man = Person(top, bottom, "hair", back=back)
    capped = Person(top, bottom, "peci", "#17131a", back=back)
    woman = Person(top, bottom, "hijab", veil, back=back, skirt=True)
    return [man, woman, capped, woman]


def lectern(sheet: Sheet, x: float, base: float, size: float) -> None:
    """Set a lectern with a microphone and an abstract mark."""
    body = [
        (x - 44 * size, base - 120 * size),
        (x + 44 * size, base - 120 * size),
        (x + 34 * size, base),
        (x - 34 * size, base),
    ]
    sheet.add(polygon(body, p.TEAL_DEEP), polygon(body, sheet.linear(("#fff", 0.16), ("#000", 0.16), across=True)))
    sheet.add(rect(x - 52 * size, base - 130 * size, 104 * size, 14 * size, p.GOLD, rx=4 * size))
    sheet.add(circle(x, base - 66 * size, 20 * size, p.GOLD), circle(x, base - 66 * size, 12 * size, p.TEAL_DEEP))
    sheet.add(
        path(f"M{x + 10 * size},{base - 130 * size} q4,-16 -4,-{26 * size}", stroke="#222", stroke_width=3 * size),
        circle(x + 5 * size, base - 160 * size, 5 * size, "#222"),
    )
