"""The guard post at night: lamps above the road, guards and their visitors."""

import random
from dataclasses import replace

from . import palette as p
from .people import Person, figure
from .scenery import hills, mountain, palm, sky
from .sheet import Sheet, circle, ellipse, group, moved, path, polygon, rect


def guard_post() -> Sheet:
    """Draw the joint guard post at night, lights strung above the road."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#061329", "#0f2a4d", "#24486b", "#3f6276", height=680)
    draw = random.Random(24)
    for _ in range(120):
        sheet.add(
            circle(
                draw.uniform(0, 1350),
                draw.uniform(0, 430),
                draw.choice((1.2, 1.6, 2.2)),
                "#fff",
                opacity=draw.uniform(0.3, 0.9),
            )
        )
    sheet.glow(1120, 150, 200, "#fdf0c8", 0.5)
    sheet.add(circle(1120, 150, 50, "#fdf3d4"))
    sheet.add(
        *(
            circle(x, y, radius, "#e9d9ac", opacity=0.7)
            for x, y, radius in ((1104, 138, 11), (1136, 164, 8), (1128, 130, 5))
        )
    )
    sheet.add(mountain(420, 640, 900, 250, colour="#16385a", light="#2c5878"))
    hills(sheet, 640, [("#14374f", 26, 90), ("#0f2c40", 0, 60)], seed=71, bottom=700)
    sheet.add(
        palm(60, 700, 420, "#07182c"),
        palm(1290, 700, 380, "#07182c", lean=-0.14),
        rect(0, 670, 1350, 410, sheet.linear("#25384a", "#152434")),
    )
    sheet.add(
        polygon([(0, 720), (1350, 700), (1350, 800), (0, 836)], "#1b2a39"),
        *(rect(60 + n * 190, 766 - n * 2, 100, 6, "#e8e2cf", rx=3, opacity=0.7) for n in range(7)),
    )
    _traffic(sheet)
    _post(sheet)
    _lamps(sheet)
    _watch(sheet)
    return sheet


def _traffic(sheet: Sheet) -> None:
    for y, colour, left, right in (
        (744, "#ff5a4a", 850, 1350),
        (752, "#ff8a6a", 900, 1350),
        (790, "#fff0b8", 0, 300),
        (800, "#ffe28a", 0, 240),
    ):
        paint = (
            sheet.linear((colour, 0.0), (colour, 0.9), across=True)
            if left
            else sheet.linear((colour, 0.9), (colour, 0.0), across=True)
        )
        sheet.add(rect(left, y, right - left, 5, paint, rx=2.5))
    car = path(
        "M0,0 C6,-30 20,-34 44,-36 L66,-62 Q72,-68 84,-68 H150 Q162,-68 170,-58 L190,-34 C214,-32 222,-24 224,0 Z",
        "#0b1826",
    )
    glass = path("M74,-58 H108 V-38 H58 Z M116,-58 H148 L164,-38 H116 Z", "#5d7f93")
    wheels = "".join(circle(x, 0, 19, "#05101c") + circle(x, 0, 9, "#6f7f8a") for x in (48, 176))
    sheet.add(
        moved(
            [car, glass, wheels, rect(214, -24, 10, 12, "#fff4c4", rx=3), rect(0, -24, 8, 12, "#ff4a3a", rx=3)],
            1080,
            796,
            1.0,
        )
    )
    sheet.glow(1310, 776, 90, "#fff4c4", 0.8)


def _post(sheet: Sheet) -> None:
    sheet.glow(560, 640, 520, "#ffcf7a", 0.7)
    sheet.add(
        rect(310, 470, 500, 300, sheet.linear("#fff0c4", "#f6cf86")),
        rect(310, 470, 500, 300, sheet.radial(("#fff", 0.5), ("#fff", 0.0))),
    )
    sheet.add(
        rect(360, 560, 130, 90, "#e7b765", rx=4),
        rect(372, 572, 106, 66, "#fdf6e2", rx=2),
        path("M386,616 q20,-26 36,-6 q16,18 44,-22", stroke=p.TEAL, stroke_width=5),
    )
    sheet.add(
        rect(620, 600, 160, 14, "#8a5a34"),
        rect(632, 614, 136, 110, "#a8744a"),
        *(circle(x, 590, 10, "#fffaf0") for x in (652, 684, 716)),
        rect(736, 560, 26, 40, p.TEAL, rx=6),
    )
    roof = [(260, 474), (860, 474), (700, 352), (420, 352)]
    sheet.add(polygon(roof, "#1f7a70"), polygon(roof, sheet.linear(("#000", 0.3), ("#fff", 0.1))))
    for n in range(12):
        sheet.add(path(f"M{260 + n * 50},474 h50 v16 q0,24 -25,24 q-25,0 -25,-24 Z", (p.GOLD, p.WHITE)[n % 2]))
    for x in (290, 818):
        sheet.add(rect(x, 474, 14, 310, "#dfe5e2"), rect(x + 9, 474, 5, 310, "#000", opacity=0.2))
    sheet.add(
        polygon([(300, 770), (820, 770), (1000, 1080), (120, 1080)], sheet.linear(("#ffd98a", 0.42), ("#ffd98a", 0.02)))
    )
    sheet.add(
        rect(556, 246, 8, 80, "#33475b"), rect(548, 318, 24, 36, "#33475b"), rect(540, 296, 40, 24, "#4aa8ff", rx=6)
    )
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
    """Let the guards and their visitors talk before the post."""
    ready = Person(p.NAVY, p.INK, "cap", p.INK, vest="#c6e63c", vest_band="#f4f7f2", left="folded", right="folded")
    visitor = Person("#54603e", "#414a31", "cap", "#414a31", p.SKINS[2], badge=True)
    people = [
        (replace(ready, skin=p.SKINS[1], left="side", right="talk"), 410, 1000, 404),
        (replace(ready, top="#5d5a3c", bottom="#3c3a28", cloth="#3c3a28", skin=p.SKINS[3]), 300, 1020, 412),
        (replace(ready, top=p.SLATE, bottom=p.NAVY, head="hijab", cloth=p.NAVY, skirt=True), 196, 1008, 388),
        (Person(p.WHITE, p.WHITE, "peci", "#17131a", left="talk", badge=True), 612, 1008, 412),
        (visitor, 730, 1020, 416),
        (Person("#b09a74", "#4d4435", "cap", "#4d4435", p.SKINS[1], "folded", "folded", badge=True), 842, 1024, 408),
    ]
    for person, x, y, tall in people:
        sheet.add(figure(person, x, y, tall, shadow=0.4))
    for x in (1040, 1150, 1260):
        sheet.add(_cone(x))


def _cone(x: float) -> str:
    body = polygon([(x - 44, 1000), (x + 44, 1000), (x + 10, 880), (x - 10, 880)], p.ORANGE)
    band = polygon([(x - 27, 950), (x + 27, 950), (x + 20, 922), (x - 20, 922)], p.WHITE)
    foot = rect(x - 56, 996, 112, 12, "#b8571a", rx=4)
    return group([ellipse(x, 1004, 62, 10, "#000", opacity=0.35), body, band, foot])
