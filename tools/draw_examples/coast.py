"""The shore: the fish landing at sunrise, a fish stall, pupils at a long table, and the boat in the tidal flood."""

import random

from . import palette as p
from .people import Person, figure, seated_back
from .scenery import boat, bunting, clouds, hills, mountain, palm, sky
from .sheet import Sheet, circle, ellipse, group, line, moved, path, polygon, rect

FISHER = Person(p.SLATE, p.NAVY, "caping", "#d9b36c", left="hold", right="hold", short=True)


def basket(x: float, y: float, size: float, *, fish: str = "#b9cfd4") -> str:
    """Weave a basket heaped with fish."""
    heap = [
        moved([path("M-26,0 Q0,-14 22,0 L34,-8 L32,8 L22,2 Q0,14 -26,0 Z", shade), circle(-17, -2, 2.2, p.INK)], dx, dy, 0.9)
        for dx, dy, shade in ((-18, -20, "#8fb0ba"), (16, -24, fish), (-2, -34, "#d7e4e4"), (0, -18, "#a3c1c8"))
    ]
    tub = path("M-46,-14 L46,-14 L36,34 Q0,40 -36,34 Z", "#c9954f")
    bands = [line([(-44 + n * 4, -4 + n * 12), (44 - n * 4, -4 + n * 12)], "#8d6230", 2.4, opacity=0.7) for n in range(3)]
    return moved([*heap, tub, *bands, rect(-49, -19, 98, 9, "#dcae6b", rx=4)], x, y, size)


def water(sheet: Sheet, top: float, bottom: float, *colours: str, seed: int, sparkle: str = "#fff4d6") -> None:
    """Lay water down, with short strokes of light on it."""
    sheet.add(rect(0, top, sheet.width, bottom - top, sheet.linear(*colours)))
    draw = random.Random(seed)
    for _ in range(90):
        depth = draw.random() ** 1.4
        y, long = top + 6 + (bottom - top - 10) * depth, (14 + 90 * depth) * draw.uniform(0.5, 1.3)
        sheet.add(rect(draw.uniform(-20, sheet.width), y, long, 1.6 + 4 * depth, sparkle, rx=2, opacity=draw.uniform(0.1, 0.38)))


def landing() -> Sheet:
    """Draw the fish landing at sunrise."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#2f6f86", "#74a7a6", "#f3bd86", "#fbe3b0", height=560)
    sheet.glow(860, 500, 460, "#fff0c2", 0.95)
    sheet.add(circle(860, 492, 62, "#fff8e2"))
    clouds(sheet, 8, "#ffe4c0", top=90, bottom=330, opacity=0.5, count=7)
    sheet.add(mountain(300, 545, 720, 220, "#5f8f96", "#e5b98e"))
    hills(sheet, 560, [("#4d8488", 20, 80), ("#35706f", 0, 50)], seed=31, bottom=566)
    water(sheet, 556, 900, "#f6cf95", "#6fb0a7", "#1f7674", "#125a5e", seed=5)
    for n in range(16):
        wide = 30 + (n % 4) * 26 + n * 9
        sheet.add(rect(860 - wide / 2 + (n % 3) * 8, 566 + n * 17, wide, 5, "#fff3cc", rx=2.5, opacity=0.75 - n * 0.035))
    boat(sheet, 1130, 636, 0.9, "#2c7f8c", p.GOLD)
    boat(sheet, 560, 662, 1.05, "#f2e6cd", p.RED, flip=True)
    boat(sheet, 230, 778, 1.75, p.TEAL, p.CORAL)
    boat(sheet, 1030, 812, 1.95, "#c9452f", p.AMBER, flip=True)
    sheet.add(polygon([(0, 884), (1350, 866), (1350, 1080), (0, 1080)], sheet.linear("#b58a5c", "#80583a")))
    for x in range(-100, 1450, 74):
        sheet.add(line([(675 + (x - 675) * 0.86, 872), (675 + (x - 675) * 1.25, 1080)], "#4b2f1d", 3, opacity=0.35))
    sheet.add(polygon([(0, 884), (1350, 866), (1350, 876), (0, 896)], "#d3ab78"))
    for x in (70, 470, 900, 1290):
        sheet.add(rect(x - 13, 822, 26, 86, "#5b3a24", rx=6), rect(x - 17, 840, 34, 11, "#e2cda0", rx=5))
    for x, tall, colour, skin in ((350, 300, p.SLATE, 1), (690, 316, "#b5503a", 3)):
        worker = Person(colour, p.NAVY, "caping", "#d9b36c", p.SKINS[skin], "hold", "hold", short=True)
        sheet.add(figure(worker, x, 1012, tall), basket(x, 1012 - tall * 0.55, tall / 330))
    sheet.add(figure(Person("#3d6b50", p.INK, "cap", "#22324a", p.SKINS[2], back=True, short=True, right="reach"), 1130, 1004, 306))
    sheet.add(line([(1203, 822), (1222, 776)], "#e8dcc0", 4))
    for x, y, size in ((120, 1010, 1.3), (234, 1030, 1.1), (880, 1016, 1.2), (990, 1034, 1.35)):
        sheet.add(ellipse(x, y + 38 * size, 56 * size, 9 * size, "#3b2416", opacity=0.35), basket(x, y, size))
    sheet.add(palm(1290, 870, 520, "#173f3f", lean=-0.2))
    return sheet


def stall() -> Sheet:
    """Draw a stall of fish on ice under the roof of the landing place."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#8ecbc8", "#dcefdc", height=700)
    hills(sheet, 470, [("#8fbcb0", 30, 90), ("#5e9f90", 0, 60)], seed=12, bottom=520)
    water(sheet, 505, 640, "#8fcac2", "#3f9a95", seed=9)
    boat(sheet, 260, 560, 0.62, "#c9452f", p.GOLD)
    boat(sheet, 1030, 572, 0.7, p.TEAL, p.CORAL, flip=True)
    sheet.add(rect(0, 620, 1350, 460, sheet.linear("#a9b5ae", "#7d8c88")))
    _roof(sheet)
    seller = Person("#2f7f86", p.NAVY, "caping", "#d9b36c", p.SKINS[3], "reach", "hold", short=True, vest="#f0e2c2", vest_band="#e2cda0")
    woman = Person(p.CORAL, p.SLATE, "hijab", "#7d3f52", p.SKINS[0], "hold", "write", skirt=True, vest="#f0e2c2", vest_band="#e2cda0")
    sheet.add(figure(woman, 1080, 900, 440), figure(seller, 800, 900, 470))
    _fish_table(sheet)
    sheet.add(figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[1], "side", "reach", back=True), 300, 1250, 640))
    sheet.add(figure(Person("#b9774f", p.NAVY, "hijab", "#e9c9a2", p.SKINS[2], back=True, skirt=True, left="side", right="side"), 86, 1240, 560))
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
        sheet.add(rect(x - 1.5, 90, 3, 140, "#222"), path(f"M{x - 40},260 Q{x},190 {x + 40},260 Z", p.TEAL_DEEP), ellipse(x, 261, 26, 7, "#fff6d8"))


def _fish_table(sheet: Sheet) -> None:
    sheet.add(polygon([(430, 640), (1330, 640), (1410, 800), (330, 800)], "#eaf6f7"), polygon([(330, 800), (1410, 800), (1410, 1080), (330, 1080)], sheet.linear("#2f8f8a", "#14615f")))
    sheet.add(rect(330, 798, 1080, 16, "#c9dfe0"))
    for x in range(350, 1400, 66):
        sheet.add(rect(x, 814, 62, 266, "#fff", opacity=0.05))
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
        ellipse(4, 13, 50, 5, "#5a8a92", opacity=0.3), path("M34,0 L58,-15 L53,0 L58,15 Z", dark),
        path("M-48,0 C-30,-22 14,-20 38,0 C14,18 -30,20 -48,0 Z", dark), path("M-46,3 C-28,10 14,10 36,2 C14,18 -30,20 -46,3 Z", pale),
        path("M-10,-15 Q6,-27 20,-11 Z", dark), path("M-26,-10 Q-19,0 -26,10", stroke="#fff", stroke_width=1.6, opacity=0.6),
        circle(-36, -3, 3.8, "#fff"), circle(-36, -3, 2, p.INK), line([(-14, -6), (26, -3)], "#fff", 1.4, opacity=0.4),
    ]
    return moved(parts, x, y, size)


def long_table() -> Sheet:
    """Draw pupils from behind at a long table that faces the sea."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#86c8cf", "#d8efe2", "#fdf2d2", height=500)
    sheet.glow(420, 330, 380, "#fffbe8", 0.85)
    clouds(sheet, 15, "#ffffff", top=170, bottom=300, opacity=0.6)
    sheet.add(mountain(1060, 470, 560, 150, "#9cc6c0", "#eaf0dc"))
    hills(sheet, 478, [("#77b0a5", 14, 50)], seed=3, bottom=482)
    water(sheet, 474, 640, "#a7d8cd", "#3fa29b", "#2c8886", seed=14)
    boat(sheet, 280, 545, 0.62, "#f2e6cd", p.RED)
    boat(sheet, 930, 560, 0.7, "#c9452f", p.GOLD, flip=True)
    sheet.add(rect(0, 636, 1350, 444, sheet.linear("#ecd9ae", "#d4b982")))
    sheet.add(polygon([(0, 0), (1350, 0), (1350, 110), (0, 110)], sheet.linear("#f7efe0", "#e4d6bb")))
    sheet.add(*(line([(675 + (x - 675) * 0.7, 0), (x, 110)], "#b9a988", 2, opacity=0.5) for x in range(0, 1400, 96)))
    for n in range(14):
        wide = 1350 / 14
        sheet.add(path(f"M{n * wide},110 h{wide} v22 q0,34 -{wide / 2},34 q-{wide / 2},0 -{wide / 2},-34 Z", (p.TEAL, p.WHITE)[n % 2]))
    for x in (36, 1290):
        sheet.add(rect(x, 110, 24, 640, "#f4efe4"), rect(x + 15, 110, 9, 640, "#000", opacity=0.12))
    sheet.add(bunting(48, 675, 196, 34, 11, (p.RED, p.WHITE)), bunting(675, 1302, 196, 34, 11, (p.RED, p.WHITE)))
    server = Person("#b9774f", p.NAVY, "hijab", "#e9c9a2", p.SKINS[2], "hold", "hold", skirt=True)
    leader = Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[0], "hold", "talk", badge=True)
    sheet.add(figure(server, 330, 800, 340), figure(leader, 840, 800, 366), figure(Person("#2f7f86", p.NAVY, "hijab", p.TEAL_MIST, p.SKINS[1], "folded", "folded", skirt=True), 1090, 800, 330))
    sheet.add(polygon([(90, 700), (1260, 700), (1330, 800), (20, 800)], "#cfe6dd"), rect(20, 798, 1310, 150, sheet.linear("#5fa99d", "#2f7f78")), rect(20, 798, 1310, 8, "#e6f3ed"))
    for n in range(8):
        sheet.add(_dish(150 + n * 150, 742, n))
    shirts = (Person(p.WHITE, p.RED, "hair", back=True, short=True), Person(p.WHITE, p.RED, "hijab", p.WHITE, back=True), Person(p.WHITE, p.RED, "long", back=True, short=True))
    for n in range(8):
        person = shirts[(n * 2 + n // 3) % 3]
        seat = Person(person.top, person.bottom, person.head, person.cloth, p.SKINS[n % 4], "hold", "hold", True, short=person.short)
        x = 100 + n * 164
        sheet.add(ellipse(x, 992, 74, 16, "#000", opacity=0.1), path(f"M{x - 44},950 Q{x},936 {x + 44},950 L{x + 52},1006 L{x - 52},1006 Z", p.RED), seated_back(seat, x, 962, 262 + (n % 3) * 12))
    sheet.add(rect(0, 986, 1350, 34, "#a9774a", rx=6), rect(0, 986, 1350, 9, "#cf9e6c"), rect(0, 1020, 1350, 60, "#8a6f48", opacity=0.35))
    return sheet


def _dish(x: float, y: float, turn: int) -> str:
    plate = [ellipse(0, 8, 58, 15, "#000", opacity=0.1), ellipse(0, 0, 58, 17, "#ffffff"), ellipse(0, -2, 46, 12, "#e3efe9")]
    if turn % 2:
        return moved([*plate, path("M-40,-4 Q-6,-30 26,-6 L42,-16 L40,2 L26,-4 Q-6,12 -40,-4 Z", "#b5653a"), path("M-14,4 q10,-8 24,0", stroke=p.LEAF, stroke_width=5)], x, y, 1)
    steam = path("M-8,-26 q8,-10 0,-20 q-8,-10 0,-20 M10,-26 q8,-10 0,-20", stroke="#fff", stroke_width=3, opacity=0.6, stroke_linecap="round")
    return moved([ellipse(0, 8, 46, 12, "#000", opacity=0.1), path("M-44,-18 H44 Q40,14 0,14 Q-40,14 -44,-18 Z", p.TEAL_MIST), ellipse(0, -18, 44, 11, "#f0c071"), circle(-12, -19, 5, p.LEAF), circle(12, -17, 6, p.RED), steam], x, y, 1)


def flood_boat() -> Sheet:
    """Draw the rescue boat in a flooded lane at dusk."""
    sheet = Sheet(1080, 1350)
    sky(sheet, "#33506b", "#6f7f92", "#e2a27f", "#f7d3a0", height=760)
    sheet.glow(540, 690, 460, "#ffdf9f", 0.9)
    clouds(sheet, 41, "#4a6078", top=60, bottom=330, opacity=0.6, count=9)
    clouds(sheet, 42, "#f1c29c", top=380, bottom=600, opacity=0.5, count=5)
    hills(sheet, 730, [("#7a7f8c", 20, 60)], seed=6, bottom=760)
    scene = _lane(sheet)
    sheet.add(group(scene), rect(0, 748, 1080, 602, sheet.linear("#c99a7d", "#6f7f86", "#2f5663", "#183f4f")))
    mirror = group(scene, transform="translate(0 1500) scale(1 -1)", opacity=0.3)
    sheet.add(group([mirror], clip_path=sheet.clip(rect(0, 750, 1080, 600, "#fff"))))
    draw = random.Random(77)
    for _ in range(110):
        depth = draw.random()
        y, long = 760 + depth * 580, (20 + depth * 150) * draw.uniform(0.4, 1.2)
        sheet.add(rect(draw.uniform(-40, 1080), y, long, 2 + depth * 5, draw.choice(("#ffe3b8", "#9fb6bb", "#12394a")), rx=2, opacity=draw.uniform(0.12, 0.34)))
    sheet.add(moved(_raft(sheet), -78, -166, 1.14))
    return sheet


def _lane(sheet: Sheet) -> list[str]:
    """Stand houses and poles along both sides of the lane, the near ones larger."""
    parts: list[str] = []
    walls, roofs = ("#d9c3a0", "#a8b9ad", "#c9a98a"), ("#8c4636", "#6d5a4e", "#934f33")
    for side in (-1, 1):
        for step, (away, size) in enumerate(((150, 0.5), (270, 0.8), (470, 1.3))):
            x, base, wide = 540 + side * away, 752 + step * 1, 230 * size
            tall = 250 * size
            parts += [rect(x - wide / 2, base - tall, wide, tall, walls[(step + (side > 0)) % 3]), rect(x - wide / 2, base - tall, wide, tall, "#182c3e", opacity=0.25)]
            parts.append(polygon([(x - wide * 0.6, base - tall), (x + wide * 0.6, base - tall), (x + wide * 0.4, base - tall * 1.42), (x - wide * 0.4, base - tall * 1.42)], roofs[step]))
            parts += [rect(x - side * wide * 0.2 - wide * 0.14, base - tall * 0.7, wide * 0.28, tall * 0.32, "#ffd98a"), rect(x - side * wide * 0.2 - 2, base - tall * 0.7, 4, tall * 0.32, "#5a4030")]
            parts.append(rect(x + side * wide * 0.22 - wide * 0.1, base - tall * 0.62, wide * 0.2, tall * 0.62, "#4c3428"))
    for side in (-1, 1):
        for away, tall in ((92, 230), (190, 400), (372, 640)):
            x = 540 + side * away
            parts += [rect(x - tall * 0.01, 752 - tall, tall * 0.02, tall, "#2b2f38"), rect(x - tall * 0.09, 752 - tall * 0.95, tall * 0.18, tall * 0.014, "#2b2f38")]
        parts.append(path(f"M{540 + side * 372},148 Q{540 + side * 270},320 {540 + side * 190},376 Q{540 + side * 130},500 {540 + side * 92},536", stroke="#2b2f38", stroke_width=2.4))
    parts += [palm(90, 752, 620, "#22303a", lean=0.1), palm(1010, 752, 500, "#22303a", lean=-0.14)]
    return parts


def _raft(sheet: Sheet) -> list[str]:
    """Fill an inflatable boat with two rescuers and two residents."""
    rescuer = Person(p.NAVY, p.INK, "helmet", p.RED, p.SKINS[1], "hold", "hold", vest="#f05a28", vest_band="#ffe27a")
    pointing = Person(p.NAVY, p.INK, "helmet", p.RED, p.SKINS[2], "hold", "reach", vest="#f05a28", vest_band="#ffe27a")
    woman = Person("#86698f", p.SLATE, "hijab", "#d8b7c9", p.SKINS[0], "folded", "folded", vest=p.ORANGE, vest_band=p.WHITE)
    elder = Person("#6d8290", p.SLATE, "peci", "#17131a", p.SKINS[3], "folded", "folded", vest=p.ORANGE, vest_band=p.WHITE)
    crew = [figure(rescuer, 262, 1206, 400, shadow=0), figure(woman, 432, 1262, 390, shadow=0), figure(elder, 592, 1266, 400, shadow=0)]
    crew += [line([(312, 930), (204, 1240)], "#c99a5b", 9), figure(pointing, 762, 1216, 410, shadow=0)]
    hull = "M150,1092 Q540,1136 850,1092 Q920,1072 950,1030 Q990,1040 974,1084 Q950,1170 850,1192 Q540,1216 210,1192 Q140,1180 128,1124 Q128,1096 150,1092 Z"
    return [
        ellipse(540, 1192, 430, 46, "#0c2b3a", opacity=0.5),
        group(crew, clip_path=sheet.clip(rect(0, 0, 1080, 1150, "#fff"))),
        line([(222, 1188), (204, 1240)], "#c99a5b", 9),
        path(hull, p.ORANGE), path(hull, sheet.linear(("#fff", 0.25), ("#000", 0.0), ("#000", 0.3))),
        path("M140,1142 Q540,1186 870,1142 Q930,1130 966,1086", stroke="#fff6e0", stroke_width=9, opacity=0.85),
        path("M150,1104 Q540,1146 850,1104", stroke="#222", stroke_width=4, stroke_dasharray="26 18", opacity=0.6),
        *(rect(x, y, wide, 7, "#ffe9c9", rx=3.5, opacity=0.5) for x, y, wide in _RIPPLES),
    ]


_RIPPLES = ((120, 1206, 180), (380, 1226, 320), (760, 1212, 220), (60, 1246, 120), (520, 1256, 260), (860, 1244, 150))
