"""The quay at sunrise: fishing boats come home."""

from . import palette as p
from .people import Person, figure
from .scenery import clouds, hills, mountain, palm, sky
from .sheet import Sheet, circle, ellipse, line, polygon, rect
from .waterside import basket, boat, water

FISHER = Person(p.SLATE, p.NAVY, "caping", "#d9b36c", left="hold", right="hold", short=True)


def landing() -> Sheet:
    """Draw the fish landing at sunrise."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#2f6f86", "#74a7a6", "#f3bd86", "#fbe3b0", height=560)
    sheet.glow(860, 500, 460, "#fff0c2", 0.95)
    sheet.add(circle(860, 492, 62, "#fff8e2"))
    clouds(sheet, 8, "#ffe4c0", top=90, bottom=330, opacity=0.5, count=7)
    sheet.add(mountain(300, 545, 720, 220, colour="#5f8f96", light="#e5b98e"))
    hills(sheet, 560, [("#4d8488", 20, 80), ("#35706f", 0, 50)], seed=31, bottom=566)
    water(sheet, 556, 900, "#f6cf95", "#6fb0a7", "#1f7674", "#125a5e", seed=5)
    for n in range(16):
        wide = 30 + (n % 4) * 26 + n * 9
        sheet.add(
            rect(860 - wide / 2 + (n % 3) * 8, 566 + n * 17, wide, 5, "#fff3cc", rx=2.5, opacity=0.75 - n * 0.035)
        )
    boat(sheet, 1130, 636, 0.9, hull="#2c7f8c", band=p.GOLD)
    boat(sheet, 560, 662, 1.05, hull="#f2e6cd", band=p.RED, flip=True)
    boat(sheet, 230, 778, 1.75, hull=p.TEAL, band=p.CORAL)
    boat(sheet, 1030, 812, 1.95, hull="#c9452f", band=p.AMBER, flip=True)
    sheet.add(polygon([(0, 884), (1350, 866), (1350, 1080), (0, 1080)], sheet.linear("#b58a5c", "#80583a")))
    for x in range(-100, 1450, 74):
        sheet.add(line([(675 + (x - 675) * 0.86, 872), (675 + (x - 675) * 1.25, 1080)], "#4b2f1d", 3, opacity=0.35))
    sheet.add(polygon([(0, 884), (1350, 866), (1350, 876), (0, 896)], "#d3ab78"))
    for x in (70, 470, 900, 1290):
        sheet.add(rect(x - 13, 822, 26, 86, "#5b3a24", rx=6), rect(x - 17, 840, 34, 11, "#e2cda0", rx=5))
    for x, tall, colour, skin in ((350, 300, p.SLATE, 1), (690, 316, "#b5503a", 3)):
        worker = Person(colour, p.NAVY, "caping", "#d9b36c", p.SKINS[skin], "hold", "hold", short=True)
        sheet.add(figure(worker, x, 1012, tall), basket(x, 1012 - tall * 0.55, tall / 330))
    sheet.add(
        figure(
            Person("#3d6b50", p.INK, "cap", "#22324a", p.SKINS[2], back=True, short=True, right="reach"),
            1130,
            1004,
            306,
        )
    )
    sheet.add(line([(1203, 822), (1222, 776)], "#e8dcc0", 4))
    for left, y, size in ((120, 1010, 1.3), (234, 1030, 1.1), (880, 1016, 1.2), (990, 1034, 1.35)):
        sheet.add(ellipse(left, y + 38 * size, 56 * size, 9 * size, "#3b2416", opacity=0.35), basket(left, y, size))
    sheet.add(palm(1290, 870, 520, "#173f3f", lean=-0.2))
    return sheet
