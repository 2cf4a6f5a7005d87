"""Under a roof and after dark: a classroom, an exhibition of craft, a batik maker's hands, a guard post at night."""

import random

from . import palette as p
from .people import Person, figure, seated_back
from .scenery import hills, mountain, palm, sky, tree
from .sheet import Sheet, circle, ellipse, group, line, moved, path, polygon, rect


def classroom() -> Sheet:
    """Draw a teacher at the board, seen over the pupils' shoulders."""
    sheet = Sheet(1350, 1080)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#f7ecd2", "#ecdab4")), rect(0, 640, 1350, 440, sheet.linear("#b98a5d", "#8d6140")))
    sheet.add(rect(0, 560, 1350, 84, "#8fbfb2"), rect(0, 552, 1350, 10, "#f8f2e2"), rect(0, 634, 1350, 10, "#6a9b8f"))
    for x in (46, 226):
        _window(sheet, x)
    sheet.add(rect(420, 120, 780, 430, "#8a5a34", rx=10), rect(438, 138, 744, 394, sheet.linear("#1d5b50", "#174a43"), rx=4), rect(420, 546, 780, 16, "#a8744a", rx=4))
    _chalk(sheet)
    sheet.add(rect(500, 566, 40, 8, "#fff", rx=3), rect(560, 566, 24, 8, p.GOLD, rx=3))
    sheet.add(circle(1270, 190, 46, "#fffaf0"), circle(1270, 190, 46, "none", stroke=p.WOOD, stroke_width=7), line([(1270, 190), (1270, 160)], p.INK, 4), line([(1270, 190), (1248, 202)], p.INK, 4))
    teacher = Person(p.KHAKI, p.KHAKI_DEEP, "hijab", p.TEAL, p.SKINS[0], "point", "hold", skirt=True, badge=True)
    sheet.add(figure(teacher, 900, 800, 520))
    sheet.add(polygon([(80, 190), (400, 190), (1040, 1080), (420, 1080)], sheet.linear(("#fff3c4", 0.0), ("#fff3c4", 0.34), ("#fff3c4", 0.0)), filter=sheet.blur(16)))
    rows = ((720, 150, 6, 150, 236, 0), (860, 200, 5, 20, 310, 3), (1050, 290, 4, 170, 400, 1))
    kinds = (Person(p.WHITE, p.NAVY, "hair", back=True, short=True), Person(p.WHITE, p.NAVY, "hijab", "#cfdedb", back=True), Person(p.WHITE, p.NAVY, "long", back=True, short=True), Person(p.WHITE, p.NAVY, "hair", back=True, short=True))
    for base, tall, count, left, step, turn in rows:
        size = tall / 200
        for n in range(count):
            kind = kinds[(n * 3 + turn) % 4]
            x = left + n * step
            pupil = Person(kind.top, kind.bottom, kind.head, kind.cloth, p.SKINS[(n + turn) % 4], "hold", "hold", True, short=kind.short)
            sheet.add(rect(x - 118 * size, base - 66 * size, 236 * size, 16 * size, "#c98f58", rx=4), rect(x - 118 * size, base - 52 * size, 236 * size, 7 * size, "#8d5f36"))
            sheet.add(seated_back(pupil, x, base, tall))
            sheet.add(rect(x - 62 * size, base - 26 * size, 124 * size, 64 * size, "#b57a45", rx=10 * size), rect(x - 62 * size, base - 26 * size, 124 * size, 12 * size, "#d39d66", rx=6 * size))
            sheet.add(*(rect(x + side * 50 * size - 6 * size, base + 30 * size, 12 * size, 130 * size, "#8d5f36") for side in (-1, 1)))
    return sheet


def _window(sheet: Sheet, x: float) -> None:
    sheet.add(rect(x, 140, 150, 330, "#a8744a", rx=6), rect(x + 10, 150, 130, 310, sheet.linear("#8fd0d2", "#fdf3cf")))
    inside = [tree(x + 30, 470, 190, "#3f8f76", "#79b999"), tree(x + 130, 480, 160, "#357d68", "#6bb091")]
    sheet.add(group(inside, clip_path=sheet.clip(rect(x + 10, 150, 130, 310, "#fff"))))
    sheet.add(rect(x + 71, 150, 8, 310, "#a8744a"), rect(x + 10, 290, 130, 8, "#a8744a"), rect(x - 8, 466, 166, 14, "#8a5a34", rx=4))


def _chalk(sheet: Sheet) -> None:
    """Chalk a leaf, a sun, waves and rows of notes on the board; no words."""
    white = {"stroke": "#f4f7ee", "stroke_width": 5.0, "stroke_linecap": "round", "opacity": 0.85}
    sheet.add(path("M520,420 C520,300 600,240 700,230 C700,340 640,420 520,420 Z M520,420 L660,280 M570,370 L570,320 M600,340 L650,340", **white))
    sheet.add(path("M1050,240 m-34,0 a34,34 0 1,0 68,0 a34,34 0 1,0 -68,0 M1050,184 v-22 M1050,296 v22 M994,240 h-22 M1106,240 h22 M1010,200 l-15,-15 M1090,200 l15,-15 M1010,280 l-15,15 M1090,280 l15,15", **{**white, "stroke": "#f6d98b"}))
    sheet.add(path("M990,400 q22,-26 44,0 q22,26 44,0 q22,-26 44,0 M990,440 q22,-26 44,0 q22,26 44,0 q22,-26 44,0", **{**white, "stroke": "#a9dcd8"}))
    for n, long in enumerate((150, 110, 134)):
        sheet.add(line([(500, 460 + n * 24), (500 + long, 460 + n * 24)], "#f4f7ee", 4, opacity=0.5))


def exhibition() -> Sheet:
    """Draw an exhibition of craft in a wooden hall."""
    sheet = Sheet(1350, 1080)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#f4dfb4", "#f8ecd0")))
    hills(sheet, 520, [("#b9cdb2", 60, 100), ("#8fb79f", 20, 70)], seed=51, bottom=640)
    sheet.add(rect(0, 600, 1350, 60, "#a9bd84"), rect(0, 640, 1350, 440, sheet.linear("#c98f66", "#9c5f42")))
    for n in range(-7, 22):
        sheet.add(line([(675 + (n * 96 - 675) * 0.75, 640), (675 + (n * 96 - 675) * 1.6, 1080)], "#7d4630", 2, opacity=0.35))
    for y in (664, 704, 766, 860, 990):
        sheet.add(rect(0, y, 1350, 2, "#7d4630", opacity=0.35))
    sheet.add(polygon([(0, 0), (1350, 0), (1350, 150), (1120, 96), (230, 96), (0, 150)], "#5a361f"), polygon([(0, 150), (230, 96), (1120, 96), (1350, 150), (1350, 176), (1120, 118), (230, 118), (0, 176)], "#8a5a34"))
    sheet.add(*(line([(675 + (x - 675) * 0.72, 0), (x, 140)], "#432614", 5, opacity=0.6) for x in range(-40, 1420, 84)))
    for x in (60, 1234):
        sheet.add(rect(x, 120, 56, 720, sheet.linear("#6b4024", "#a87143", "#5c371f", across=True)), rect(x - 14, 820, 84, 34, "#4b2c19", rx=5), rect(x - 8, 150, 72, 16, p.GOLD))
    for place, x in enumerate((190, 390, 590, 790, 990)):
        _cloth(sheet, x, place)
    _stand_table(sheet, 170, 660, 520)
    _stand_table(sheet, 800, 660, 420)
    _wares(sheet)
    sheet.add(figure(Person("#3f6f8f", p.NAVY, "hijab", "#d9b48c", p.SKINS[0], "talk", "hold", skirt=True, vest="", badge=False), 728, 900, 430))
    sheet.add(figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[1], "hold", "folded", badge=True), 300, 960, 500))
    sheet.add(figure(Person(p.KHAKI, p.KHAKI_DEEP, "hijab", "#6d5b36", p.SKINS[2], "folded", "folded", badge=True, skirt=True), 142, 970, 460))
    _wheelchair(sheet, 520, 984)
    sheet.add(figure(Person("#a8553c", p.INK, "hair", skin=p.SKINS[3], left="reach", right="side"), 1130, 940, 470))
    sheet.add(figure(Person("#5f4a7a", p.SLATE, "hijab", "#c9b6dd", p.SKINS[0], back=True, skirt=True), 978, 1000, 470))
    return sheet


def motif(colour: str, ground: str, turn: int) -> list[str]:
    """Draw one repeat of a batik ground of our own: leaves, diamonds or waves."""
    tile = rect(0, 0, 60, 60, ground)
    leaf = path("M30,8 C46,20 46,40 30,52 C14,40 14,20 30,8 Z", stroke=colour, stroke_width=3)
    if turn % 3 == 0:
        return [tile, leaf, line([(30, 14), (30, 48)], colour, 2), circle(4, 4, 4, colour), circle(56, 56, 4, colour), circle(56, 4, 4, colour), circle(4, 56, 4, colour)]
    if turn % 3 == 1:
        return [tile, path("M30,4 L56,30 L30,56 L4,30 Z", stroke=colour, stroke_width=3), path("M30,18 L42,30 L30,42 L18,30 Z", colour), circle(0, 0, 5, colour), circle(60, 60, 5, colour), circle(60, 0, 5, colour), circle(0, 60, 5, colour)]
    return [tile, path("M-4,18 q17,-20 34,0 q17,20 34,0 M-4,48 q17,-20 34,0 q17,20 34,0", stroke=colour, stroke_width=4), circle(30, 33, 4, colour), circle(0, 3, 4, colour), circle(60, 3, 4, colour)]


def _cloth(sheet: Sheet, x: float, turn: int) -> None:
    ground, ink = (("#12305c", p.GOLD), ("#7d2d22", "#f4d79a"), ("#0f5f58", "#f0dca4"), ("#4b2c19", "#e2b36a"), ("#22304a", "#e9a98f"))[turn]
    paint = sheet.pattern(60, 60, *motif(ink, ground, turn))
    sheet.add(rect(x - 10, 196, 190, 10, p.WOOD_DEEP, rx=5), line([(x + 10, 110), (x + 10, 196)], "#4b2c19", 3), line([(x + 160, 110), (x + 160, 196)], "#4b2c19", 3))
    shape = f"M{x},202 h170 v330 q-42,14 -85,0 q-43,-14 -85,0 Z"
    sheet.add(path(shape, paint), path(shape, sheet.linear(("#000", 0.2), ("#fff", 0.1), ("#000", 0.12), ("#fff", 0.08), ("#000", 0.22), across=True)))


def _stand_table(sheet: Sheet, x: float, y: float, wide: float) -> None:
    sheet.add(polygon([(x + 20, y), (x + wide - 20, y), (x + wide, y + 46), (x, y + 46)], "#fffaf0"), rect(x, y + 44, wide, 150, sheet.linear(p.TEAL, p.TEAL_DEEP)))
    sheet.add(*(rect(x + n, y + 44, 14, 150, "#000", opacity=0.1) for n in range(20, int(wide), 46)), rect(x, y + 44, wide, 10, p.GOLD))


def _wares(sheet: Sheet) -> None:
    for x, y, size, colour in ((392, 676, 0.9, "#b5653a"), (448, 684, 0.7, "#d08a55"), (580, 676, 1.25, "#8f4a2c"), (838, 678, 0.8, "#b5653a"), (1050, 682, 1.05, "#b5653a"), (1196, 680, 0.8, "#8f4a2c")):
        pot = "M-16,-84 h32 l-4,14 C40,-60 44,-14 18,0 h-36 C-44,-14 -40,-60 -12,-70 Z"
        sheet.add(moved([ellipse(0, 0, 34, 6, "#000", opacity=0.16), path(pot, colour), path("M6,-84 h10 l-4,14 C40,-60 44,-14 18,0 h-10 C30,-20 24,-56 4,-70 Z", "#000", opacity=0.14), path("M-33,-40 q33,14 66,0", stroke="#f6dfb4", stroke_width=4)], x, y + 12, size))
    for x, y, size in ((656, 694, 0.9), (886, 692, 0.78), (220, 690, 0.9)):
        weave = [line([(-42, -8 - n * 10), (42, -8 - n * 10)], "#9a6d35", 4, opacity=0.8) for n in range(4)]
        sheet.add(moved([path("M-46,-48 H46 L36,4 H-36 Z", "#d7a963"), *weave, path("M-40,-48 C-34,-96 34,-96 40,-48", stroke="#9a6d35", stroke_width=6)], x, y + 8, size))


def _wheelchair(sheet: Sheet, x: float, base: float) -> None:
    """Seat a visitor in a wheelchair, three quarters from behind."""
    sheet.add(ellipse(x, base, 120, 14, "#000", opacity=0.2))
    visitor = Person("#d9a441", p.SLATE, "hair", skin=p.SKINS[2], left="hold", right="talk", back=False)
    sheet.add(rect(x - 62, base - 300, 124, 190, "#2b3a4a", rx=14))
    sheet.add(seated_back(visitor, x, base - 120, 270))
    sheet.add(path(f"M{x - 58},{base - 130} h116 l10,46 h-136 Z", p.SLATE), rect(x - 56, base - 88, 40, 66, p.SLATE, rx=8), rect(x + 16, base - 88, 40, 66, p.SLATE, rx=8))
    sheet.add(ellipse(x - 36, base - 18, 26, 11, "#1d1a1c"), ellipse(x + 36, base - 18, 26, 11, "#1d1a1c"))
    for side in (-1, 1):
        wheel = x + side * 84
        sheet.add(ellipse(wheel, base - 84, 22, 84, "none", stroke="#1f2830", stroke_width=10), ellipse(wheel, base - 84, 22, 84, "none", stroke="#aeb9bf", stroke_width=3), ellipse(wheel, base - 84, 6, 16, "#aeb9bf"))
        sheet.add(rect(wheel - 22, base - 176, 40, 12, "#1f2830", rx=6))


def batik_hands() -> Sheet:
    """Draw a batik maker's hands close by, the wax pen on a dark blue cloth."""
    sheet = Sheet(1350, 1080)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#16396b", "#0b2545")))
    weave = sheet.pattern(6, 6, rect(0, 0, 6, 6, "#fff", opacity=0), rect(0, 0, 6, 1, "#fff", opacity=0.05), rect(0, 0, 1, 6, "#000", opacity=0.08))
    sheet.add(rect(0, 0, 1350, 1080, weave))
    _branches(sheet)
    sheet.glow(600, 360, 700, "#ffd98a", 0.22)
    _wax_pan(sheet, 1120, 250)
    shadow = sheet.blur(14)
    sheet.add(group([_hand_left("#06142b")], transform="translate(16 26)", opacity=0.4, filter=shadow), group([_hand_right("#06142b")], transform="translate(-18 30)", opacity=0.4, filter=shadow))
    sheet.add(_hand_left(""), _canting(), _hand_right(""))
    return sheet


def _branches(sheet: Sheet) -> None:
    gold = p.GOLD
    stems = ("M-40,900 C240,820 380,600 560,470 C700,370 820,340 960,160", "M300,1120 C420,900 620,820 840,800 C1020,780 1180,700 1390,520", "M-40,340 C120,330 260,240 330,120 C370,60 400,20 420,-40")
    for place, d in enumerate(stems):
        sheet.add(path(d, stroke=gold, stroke_width=7, stroke_linecap="round", opacity=1 if place < 2 else 0.8))
    leaf = "M0,0 C20,-46 70,-62 118,-54 C104,-8 60,22 0,0 Z"
    veins = "M0,0 C34,-18 70,-36 106,-48 M36,-18 l8,-22 M62,-30 l10,-20 M40,-18 l26,4 M66,-32 l24,2"
    places = (
        (60, 862, -60, 1.1), (60, 862, 40, 1.0), (210, 792, -70, 1.2), (230, 780, 30, 1.1), (370, 650, -80, 1.2), (392, 630, 16, 1.1), (470, 545, -96, 0.9), (700, 385, -88, 1.1), (740, 372, 20, 1.1),
        (860, 280, -70, 0.9), (520, 905, -50, 1.1), (560, 880, 60, 1.1), (700, 830, -40, 1.2), (780, 812, 62, 1.1), (1190, 680, -64, 1.0), (110, 335, -70, 0.9), (230, 250, -90, 0.9), (250, 232, 10, 0.9), (1260, 630, 46, 0.9),
    )
    for x, y, angle, size in places:
        shape = [path(leaf, gold, opacity=0.22), path(leaf, stroke=gold, stroke_width=5), path(veins, stroke=gold, stroke_width=3, stroke_linecap="round")]
        sheet.add(group(shape, transform=f"translate({x} {y}) rotate({angle}) scale({size})"))
    draw = random.Random(19)
    for _ in range(70):
        x, y = draw.uniform(0, 1350), draw.uniform(0, 1080)
        sheet.add(circle(x, y, draw.choice((3, 4, 5)), gold, opacity=0.5))


def _wax_pan(sheet: Sheet, x: float, y: float) -> None:
    sheet.add(ellipse(x + 10, y + 40, 190, 150, "#040d1d", opacity=0.45), circle(x, y, 168, "#3a2a22"), circle(x, y, 168, "none", stroke="#7a5a44", stroke_width=12))
    sheet.add(circle(x, y, 128, sheet.radial("#f0a63a", "#b96a1d", "#7a3f12")), ellipse(x - 40, y - 46, 46, 20, "#ffe2a0", opacity=0.6, transform=f"rotate(-30 {x - 40} {y - 46})"))
    sheet.add(line([(x + 120, y - 120), (x + 300, y - 300)], "#3a2a22", 34), line([(x + 124, y - 130), (x + 300, y - 306)], "#7a5a44", 8))


def _canting() -> str:
    return group([line([(640, 566), (880, 716)], "#a8683a", 18), line([(640, 562), (880, 712)], "#d19560", 5), path("M596,520 q-8,32 20,44 q34,8 44,-18 q-10,-34 -64,-26 Z", "#b87333"), path("M600,548 q-34,8 -42,34", stroke="#b87333", stroke_width=7, stroke_linecap="round"), circle(556, 586, 7, "#ffd98a")])


def _hand_right(flat: str) -> str:
    """Draw the writing hand, coming in from the lower right."""
    skin, dark, sleeve = (flat or p.SKINS[0]), (flat or "#9c6244"), (flat or p.TEAL)
    fingers = [line([(846, 800), (792, 770), (744, 712)], dark, 50), line([(872, 780), (800, 742), (730, 676)], skin, 52), line([(880, 740), (800, 690), (712, 630)], skin, 50)]
    palm_shape = path("M820,690 C900,650 980,700 1060,770 L1000,900 C920,900 830,860 806,810 C790,770 796,710 820,690 Z", skin)
    thumb = line([(850, 700), (790, 648), (720, 606)], flat or "#c98a66", 46)
    nail = "" if flat else ellipse(716, 604, 13, 9, "#f0c8ae", transform="rotate(32 716 604)")
    arm = path("M960,690 C1060,730 1180,820 1400,990 L1400,1120 L1180,1120 C1080,1010 1000,930 930,890 Z", skin)
    cuff = path("M1130,800 L1420,960 L1420,1140 L1150,1140 L1010,960 Z", sleeve)
    band = "" if flat else path("M1130,800 L1010,960 L1034,984 L1160,818 Z", p.GOLD)
    return group([arm, *fingers, palm_shape, thumb, nail, cuff, band])


def _hand_left(flat: str) -> str:
    """Draw the hand that holds the cloth, coming in from the lower left."""
    skin, light, sleeve = (flat or "#a96d4c"), (flat or p.SKINS[0]), (flat or p.TEAL)
    arm = path("M-60,860 L200,760 L290,860 L40,1120 L-60,1120 Z", skin)
    palm_shape = path("M180,770 C230,700 320,690 380,740 C410,790 380,880 300,900 C230,900 180,850 180,770 Z", light)
    fingers = [line([(300, 752), (380, 690), (430, 640)], light, 44), line([(336, 770), (424, 714), (486, 668)], light, 46), line([(356, 808), (446, 762), (508, 724)], light, 44), line([(350, 846), (430, 816), (484, 790)], light, 40)]
    thumb = line([(230, 770), (262, 690), (310, 636)], flat or "#c98a66", 46)
    nails = "" if flat else "".join(ellipse(x, y, 12, 8, "#f0c8ae", transform=f"rotate({turn} {x} {y})") for x, y, turn in ((436, 634, -45), (492, 664, -36), (514, 721, -30), (490, 787, -25), (314, 632, -50)))
    cuff = path("M-80,800 L110,760 L220,930 L60,1140 L-80,1140 Z", sleeve)
    band = "" if flat else path("M110,760 L220,930 L196,962 L84,766 Z", p.GOLD)
    return group([arm, *fingers, palm_shape, thumb, nails, cuff, band])


def guard_post() -> Sheet:
    """Draw the joint guard post at night, lights strung above the road."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#061329", "#0f2a4d", "#24486b", "#3f6276", height=680)
    draw = random.Random(24)
    for _ in range(120):
        sheet.add(circle(draw.uniform(0, 1350), draw.uniform(0, 430), draw.choice((1.2, 1.6, 2.2)), "#fff", opacity=draw.uniform(0.3, 0.9)))
    sheet.glow(1120, 150, 200, "#fdf0c8", 0.5)
    sheet.add(circle(1120, 150, 48, "#fdf3d4"), circle(1100, 140, 44, "#12305a", opacity=0.92))
    sheet.add(mountain(420, 640, 900, 250, "#16385a", "#2c5878"))
    hills(sheet, 640, [("#14374f", 26, 90), ("#0f2c40", 0, 60)], seed=71, bottom=700)
    sheet.add(palm(60, 700, 420, "#07182c"), palm(1290, 700, 380, "#07182c", lean=-0.14), rect(0, 670, 1350, 410, sheet.linear("#25384a", "#152434")))
    sheet.add(polygon([(0, 720), (1350, 700), (1350, 800), (0, 836)], "#1b2a39"), *(rect(60 + n * 190, 766 - n * 2, 100, 6, "#e8e2cf", rx=3, opacity=0.7) for n in range(7)))
    _traffic(sheet)
    _post(sheet)
    _lamps(sheet)
    _watch(sheet)
    return sheet


def _traffic(sheet: Sheet) -> None:
    for y, colour, left, right in ((744, "#ff5a4a", 850, 1350), (752, "#ff8a6a", 900, 1350), (790, "#fff0b8", 0, 300), (800, "#ffe28a", 0, 240)):
        paint = sheet.linear((colour, 0.0), (colour, 0.9), across=True) if left else sheet.linear((colour, 0.9), (colour, 0.0), across=True)
        sheet.add(rect(left, y, right - left, 5, paint, rx=2.5))
    car = path("M0,0 C6,-30 20,-34 44,-36 L66,-62 Q72,-68 84,-68 H150 Q162,-68 170,-58 L190,-34 C214,-32 222,-24 224,0 Z", "#0b1826")
    glass = path("M74,-58 H108 V-38 H58 Z M116,-58 H148 L164,-38 H116 Z", "#5d7f93")
    wheels = "".join(circle(x, 0, 19, "#05101c") + circle(x, 0, 9, "#6f7f8a") for x in (48, 176))
    sheet.add(moved([car, glass, wheels, rect(214, -24, 10, 12, "#fff4c4", rx=3), rect(0, -24, 8, 12, "#ff4a3a", rx=3)], 1080, 796, 1.0))
    sheet.glow(1310, 776, 90, "#fff4c4", 0.8)


def _post(sheet: Sheet) -> None:
    sheet.glow(560, 640, 520, "#ffcf7a", 0.7)
    sheet.add(rect(310, 470, 500, 300, sheet.linear("#fff0c4", "#f6cf86")), rect(310, 470, 500, 300, sheet.radial(("#fff", 0.5), ("#fff", 0.0))))
    sheet.add(rect(360, 560, 130, 90, "#e7b765", rx=4), rect(372, 572, 106, 66, "#fdf6e2", rx=2), path("M386,616 q20,-26 36,-6 q16,18 44,-22", stroke=p.TEAL, stroke_width=5))
    sheet.add(rect(620, 600, 160, 14, "#8a5a34"), rect(632, 614, 136, 110, "#a8744a"), *(circle(x, 590, 10, "#fffaf0") for x in (652, 684, 716)), rect(736, 560, 26, 40, p.TEAL, rx=6))
    roof = [(260, 474), (860, 474), (700, 352), (420, 352)]
    sheet.add(polygon(roof, "#1f7a70"), polygon(roof, sheet.linear(("#000", 0.3), ("#fff", 0.1))))
    for n in range(12):
        sheet.add(path(f"M{260 + n * 50},474 h50 v16 q0,24 -25,24 q-25,0 -25,-24 Z", (p.GOLD, p.WHITE)[n % 2]))
    for x in (290, 818):
        sheet.add(rect(x, 474, 14, 310, "#dfe5e2"), rect(x + 9, 474, 5, 310, "#000", opacity=0.2))
    sheet.add(polygon([(300, 770), (820, 770), (1000, 1080), (120, 1080)], sheet.linear(("#ffd98a", 0.42), ("#ffd98a", 0.02))))
    sheet.add(rect(548, 318, 24, 36, "#33475b"), rect(540, 296, 40, 24, "#4aa8ff", rx=6))
    sheet.glow(560, 306, 110, "#4aa8ff", 0.7)


def _lamps(sheet: Sheet) -> None:
    for x0, x1, y, sag in ((-40, 560, 250, 120), (560, 1390, 250, 120)):
        sheet.add(path(f"M{x0},{y} Q{(x0 + x1) / 2},{y + sag * 2} {x1},{y}", stroke="#0a1626", stroke_width=3))
        for n in range(13):
            t = (n + 0.5) / 13
            x, drop = x0 + (x1 - x0) * t, y + sag * 4 * t * (1 - t) + 8
            sheet.glow(x, drop, 34, "#ffdf94", 0.8)
            sheet.add(circle(x, drop, 7, "#fff3cf"))


def _watch(sheet: Sheet) -> None:
    vest = {"vest": "#c6e63c", "vest_band": "#f4f7f2"}
    guards = [
        (Person(p.NAVY, p.INK, "cap", p.INK, p.SKINS[1], "side", "talk", **vest), 410, 1000, 404, False), (Person("#5d5a3c", "#3c3a28", "cap", "#3c3a28", p.SKINS[3], "folded", "folded", **vest), 300, 1020, 412, False),
        (Person(p.SLATE, p.NAVY, "hijab", p.NAVY, p.SKINS[0], "folded", "folded", skirt=True, **vest), 196, 1008, 388, False),
        (Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[0], "talk", "side", badge=True), 612, 1008, 412, False), (Person("#54603e", "#414a31", "cap", "#414a31", p.SKINS[2], "side", "side", badge=True), 730, 1020, 416, False),
        (Person("#b09a74", "#4d4435", "cap", "#4d4435", p.SKINS[1], "folded", "folded", badge=True), 842, 1024, 408, False),
    ]
    for person, x, y, tall, flip in guards:
        sheet.add(figure(person, x, y, tall, flip=flip, shadow=0.4))
    for x in (1040, 1150, 1260):
        cone = [(x - 44, 1000), (x + 44, 1000), (x + 10, 880), (x - 10, 880)]
        sheet.add(ellipse(x, 1004, 62, 10, "#000", opacity=0.35), polygon(cone, p.ORANGE), polygon([(x - 27, 950), (x + 27, 950), (x + 20, 922), (x - 20, 922)], p.WHITE), rect(x - 56, 996, 112, 12, "#b8571a", rx=4))
