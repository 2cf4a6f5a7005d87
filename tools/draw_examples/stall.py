"""The fish market: a stall of fish on ice under the roof of the landing place."""

import random

from . import palette as p
from .people import Person, figure
from .scenery import hills, sky
from .sheet import Sheet, circle, ellipse, line, moved, path, polygon, rect
from .waterside import boat, water


def stall() -> Sheet:
    """Draw a stall of fish on ice under the roof of the landing place."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#8ecbc8", "#dcefdc", height=700)
    hills(sheet, 470, [("#8fbcb0", 30, 90), ("#5e9f90", 0, 60)], seed=12, bottom=520)
    water(sheet, 505, 640, "#8fcac2", "#3f9a95", seed=9)
    boat(sheet, 260, 560, 0.62, hull="#c9452f", band=p.GOLD)
    boat(sheet, 1030, 572, 0.7, hull=p.TEAL, band=p.CORAL, flip=True)
    sheet.add(rect(0, 620, 1350, 460, sheet.linear("#a9b5ae", "#7d8c88")))
    _roof(sheet)
    seller = Person(
        "#2f7f86",
        p.NAVY,
        "caping",
        "#d9b36c",
        p.SKINS[3],
        "reach",
        "hold",
        short=True,
        vest="#f0e2c2",
        vest_band="#e2cda0",
    )
    woman = Person(
        p.CORAL,
        p.SLATE,
        "hijab",
        "#7d3f52",
        p.SKINS[0],
        "hold",
        "write",
        skirt=True,
        vest="#f0e2c2",
        vest_band="#e2cda0",
    )
    sheet.add(figure(woman, 1080, 900, 440), figure(seller, 800, 900, 470))
    _fish_table(sheet)
    sheet.add(
        figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[1], "side", "reach", back=True), 300, 1250, 640)
    )
    sheet.add(
        figure(
            Person("#b9774f", p.NAVY, "hijab", "#e9c9a2", p.SKINS[2], back=True, skirt=True, left="side", right="side"),
            86,
            1240,
            560,
        )
    )
    sheet.add(figure(Person("#4a6f8f", p.INK, "hair", skin=p.SKINS[0], back=True, short=True), 520, 1290, 600))
    return sheet


def _roof(sheet: Sheet) -> None:
    sheet.add(polygon([(0, 0), (1350, 0), (1350, 130), (675, 66), (0, 130)], "#3d4f52"))
    for n in range(19):
        x = n * 75
        sheet.add(polygon([(x - 3, 0), (x + 3, 0), (x + 3, 110), (x - 3, 110)], "#2c3b3e"))
    sheet.add(polygon([(0, 130), (675, 66), (1350, 130), (1350, 156), (675, 92), (0, 156)], "#6a4a31"))
    for x in (30, 640, 1276):
        sheet.add(rect(x, 90, 44, 640, sheet.linear("#8d6847", "#b58b62", "#7a573a", across=True)))
    for x in (240, 470, 880, 1110):
        sheet.glow(x, 262, 170, "#ffe9b0", 0.55)
        sheet.add(
            rect(x - 1.5, 90, 3, 140, "#222"),
            path(f"M{x - 40},260 Q{x},190 {x + 40},260 Z", p.TEAL_DEEP),
            ellipse(x, 261, 26, 7, "#fff6d8"),
        )


def _fish_table(sheet: Sheet) -> None:
    sheet.add(
        polygon([(430, 640), (1330, 640), (1410, 800), (330, 800)], "#eaf6f7"),
        polygon([(330, 800), (1410, 800), (1410, 1080), (330, 1080)], sheet.linear("#2f8f8a", "#14615f")),
    )
    sheet.add(rect(330, 798, 1080, 16, "#c9dfe0"))
    for seam in range(350, 1400, 66):
        sheet.add(rect(seam, 814, 62, 266, "#fff", opacity=0.05))
    draw = random.Random(4)
    for _ in range(170):
        depth = draw.random()
        x, y = 420 + draw.random() * 930 - depth * 60 + depth * draw.uniform(0, 60), 648 + depth * 146
        sheet.add(rect(x, y, 15, 10, draw.choice(("#ffffff", "#cfe8ec", "#bfe0e6")), rx=3, opacity=0.8))
    colours = (("#7d9dab", "#dfe9ea"), ("#d9806a", "#f6d5c3"), ("#5f8d96", "#cfe3e2"), ("#d3a64f", "#f8e7b8"))
    for row in range(3):
        for place in range(7):
            dark, pale = colours[(row + place // 2) % 4]
            x, y, size = 470 + place * 134 - row * 26, 668 + row * 46, 1.05 + row * 0.17
            sheet.add(_fish(x, y, size, dark, pale))


def _fish(x: float, y: float, size: float, dark: str, pale: str) -> str:
    parts = [
        ellipse(4, 13, 50, 5, "#5a8a92", opacity=0.3),
        path("M34,0 L58,-15 L53,0 L58,15 Z", dark),
        path("M-48,0 C-30,-22 14,-20 38,0 C14,18 -30,20 -48,0 Z", dark),
        path("M-46,3 C-28,10 14,10 36,2 C14,18 -30,20 -46,3 Z", pale),
        path("M-10,-15 Q6,-27 20,-11 Z", dark),
        path("M-26,-10 Q-19,0 -26,10", stroke="#fff", stroke_width=1.6, opacity=0.6),
        circle(-36, -3, 3.8, "#fff"),
        circle(-36, -3, 2, p.INK),
        line([(-14, -6), (26, -3)], "#fff", 1.4, opacity=0.4),
    ]
    return moved(parts, x, y, size)
