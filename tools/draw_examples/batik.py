"""The batik workshop: a maker's hands close by."""

import random

from . import palette as p
from .sheet import Sheet, circle, ellipse, group, line, path, rect


def batik_hands() -> Sheet:
    """Draw a batik maker's hands close by, the wax pen on a dark blue cloth."""
    sheet = Sheet(1350, 1080)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#16396b", "#0b2545")))
    weave = sheet.pattern(
        6,
        6,
        rect(0, 0, 6, 6, "#fff", opacity=0),
        rect(0, 0, 6, 1, "#fff", opacity=0.05),
        rect(0, 0, 1, 6, "#000", opacity=0.08),
    )
    sheet.add(rect(0, 0, 1350, 1080, weave))
    _branches(sheet)
    sheet.glow(600, 360, 700, "#ffd98a", 0.22)
    _wax_pan(sheet, 1120, 250)
    shadow = sheet.blur(14)
    sheet.add(
        group([_hand_left("#06142b")], transform="translate(16 26)", opacity=0.4, filter=shadow),
        group([_hand_right("#06142b")], transform="translate(-18 30)", opacity=0.4, filter=shadow),
    )
    sheet.add(_hand_left(""), _canting(), _hand_right(""))
    return sheet


def _branches(sheet: Sheet) -> None:
    gold = p.GOLD
    stems = (
        "M-40,900 C240,820 380,600 560,470 C700,370 820,340 960,160",
        "M300,1120 C420,900 620,820 840,800 C1020,780 1180,700 1390,520",
        "M-40,340 C120,330 260,240 330,120 C365,60 400,20 420,-40",
    )
    for place, d in enumerate(stems):
        sheet.add(path(d, stroke=gold, stroke_width=7, stroke_linecap="round", opacity=1 if place < 2 else 0.8))
    leaf = "M0,0 C20,-46 70,-62 118,-54 C104,-8 60,22 0,0 Z"
    veins = "M0,0 C34,-18 70,-36 106,-48 M36,-18 l8,-22 M62,-30 l10,-20 M40,-18 l26,4 M66,-32 l24,2"
    places = (
        (60, 862, -60, 1.1),
        (60, 862, 40, 1.0),
        (210, 792, -70, 1.2),
        (230, 780, 30, 1.1),
        (370, 650, -80, 1.2),
        (392, 630, 16, 1.1),
        (470, 545, -96, 0.9),
        (700, 385, -88, 1.1),
        (740, 372, 20, 1.1),
        (860, 280, -70, 0.9),
        (520, 905, -50, 1.1),
        (560, 880, 60, 1.1),
        (700, 830, -40, 1.2),
        (780, 812, 62, 1.1),
        (1190, 680, -64, 1.0),
        (110, 335, -70, 0.9),
        (230, 250, -90, 0.9),
        (250, 232, 10, 0.9),
        (1260, 630, 46, 0.9),
    )
    for x, y, angle, size in places:
        shape = [
            path(leaf, gold, opacity=0.22),
            path(leaf, stroke=gold, stroke_width=5),
            path(veins, stroke=gold, stroke_width=3, stroke_linecap="round"),
        ]
        sheet.add(group(shape, transform=f"translate({x} {y}) rotate({angle}) scale({size})"))
    draw = random.Random(19)
    for _ in range(70):
        spot = (draw.uniform(0, 1350), draw.uniform(0, 1080))
        sheet.add(circle(*spot, draw.choice((3, 4, 5)), gold, opacity=0.5))


def _wax_pan(sheet: Sheet, x: float, y: float) -> None:
    sheet.add(
        ellipse(x + 10, y + 40, 190, 150, "#040d1d", opacity=0.45),
        circle(x, y, 168, "#3a2a22"),
        circle(x, y, 168, "none", stroke="#7a5a44", stroke_width=12),
    )
    sheet.add(
        circle(x, y, 128, sheet.radial("#f0a63a", "#b96a1d", "#7a3f12")),
        ellipse(x - 40, y - 46, 46, 20, "#ffe2a0", opacity=0.6, transform=f"rotate(-30 {x - 40} {y - 46})"),
    )
    sheet.add(
        line([(x + 120, y - 120), (x + 300, y - 300)], "#3a2a22", 34),
        line([(x + 124, y - 130), (x + 300, y - 306)], "#7a5a44", 8),
    )


def _canting() -> str:
    return group(
        [
            line([(640, 566), (880, 716)], "#a8683a", 18),
            line([(640, 562), (880, 712)], "#d19560", 5),
            path("M596,520 q-8,32 20,44 q34,8 44,-18 q-10,-34 -64,-26 Z", "#b87333"),
            path("M600,548 q-34,8 -42,34", stroke="#b87333", stroke_width=7, stroke_linecap="round"),
            circle(556, 586, 7, "#ffd98a"),
        ]
    )


def _hand_right(flat: str) -> str:
    """Draw the writing hand, coming in from the lower right."""
    skin, dark, sleeve = (flat or p.SKINS[0]), (flat or "#9c6244"), (flat or p.TEAL)
    fingers = [
        line([(846, 800), (792, 770), (744, 712)], dark, 50),
        line([(872, 780), (800, 742), (730, 676)], skin, 52),
        line([(880, 740), (800, 690), (712, 630)], skin, 50),
    ]
    palm_shape = path(
        "M820,690 C900,650 980,700 1060,770 L1000,900 C920,900 830,860 806,810 C790,770 796,710 820,690 Z", skin
    )
    thumb = line([(850, 700), (790, 648), (720, 606)], flat or "#c98a66", 46)
    nail = "" if flat else ellipse(716, 604, 13, 9, "#f0c8ae", transform="rotate(32 716 604)")
    arm = path(
        "M880,692 C970,678 1090,760 1150,820 L1400,1010 L1400,1120 L1180,1120 C1080,1010 1000,930 930,890 Z", skin
    )
    cuff = path("M1130,800 L1420,960 L1420,1140 L1150,1140 L1010,960 Z", sleeve)
    band = "" if flat else path("M1130,800 L1010,960 L1034,984 L1160,818 Z", p.GOLD)
    return group([arm, *fingers, palm_shape, thumb, nail, cuff, band])


def _hand_left(flat: str) -> str:
    """Draw the hand that holds the cloth, coming in from the lower left."""
    skin, light, sleeve = (flat or "#a96d4c"), (flat or p.SKINS[0]), (flat or p.TEAL)
    arm = path("M-60,860 L200,760 L290,860 L40,1120 L-60,1120 Z", skin)
    palm_shape = path("M180,770 C230,700 320,690 380,740 C410,790 380,880 300,900 C230,900 180,850 180,770 Z", light)
    fingers = [
        line([(300, 752), (380, 690), (430, 640)], light, 44),
        line([(336, 770), (424, 714), (486, 668)], light, 46),
        line([(356, 808), (446, 762), (508, 724)], light, 44),
        line([(350, 846), (430, 816), (484, 790)], light, 40),
    ]
    thumb = line([(230, 770), (262, 690), (310, 636)], flat or "#c98a66", 46)
    nails = (
        ""
        if flat
        else "".join(
            ellipse(x, y, 12, 8, "#f0c8ae", transform=f"rotate({turn} {x} {y})")
            for x, y, turn in ((436, 634, -45), (492, 664, -36), (514, 721, -30), (490, 787, -25), (314, 632, -50))
        )
    )
    cuff = path("M-80,800 L110,760 L220,930 L60,1140 L-80,1140 Z", sleeve)
    band = "" if flat else path("M110,760 L220,930 L196,962 L84,766 Z", p.GOLD)
    return group([arm, *fingers, palm_shape, thumb, nails, cuff, band])
