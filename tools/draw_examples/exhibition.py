"""The exhibition hall: batik, pottery and baskets, and those who made them."""

from . import palette as p
from .people import Person, figure, seated_back
from .scenery import hills
from .sheet import Sheet, circle, ellipse, group, line, moved, path, polygon, rect


def exhibition() -> Sheet:
    """Draw an exhibition of craft in a wooden hall."""
    sheet = Sheet(1350, 1080)
    _hall(sheet)
    for place, x in enumerate((190, 390, 590, 790, 990)):
        _cloth(sheet, x, place)
    _stand_table(sheet, 170, 660, 520)
    _stand_table(sheet, 800, 660, 420)
    _wares(sheet)
    sheet.add(
        figure(
            Person("#3f6f8f", p.NAVY, "hijab", "#d9b48c", p.SKINS[0], "talk", "hold", skirt=True),
            728,
            900,
            430,
        )
    )
    sheet.add(
        figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[1], "folded", "folded", badge=True), 300, 960, 500)
    )
    sheet.add(
        figure(
            Person(p.KHAKI, p.KHAKI_DEEP, "hijab", "#6d5b36", p.SKINS[2], "folded", "folded", badge=True, skirt=True),
            142,
            970,
            460,
        )
    )
    _wheelchair(sheet, 520, 984)
    sheet.add(figure(Person("#a8553c", p.INK, "hair", skin=p.SKINS[3], left="reach", right="side"), 1130, 940, 470))
    sheet.add(figure(Person("#5f4a7a", p.SLATE, "hijab", "#c9b6dd", p.SKINS[0], back=True, skirt=True), 978, 1000, 470))
    return sheet


def _hall(sheet: Sheet) -> None:
    """Build the open hall: hills outside, tiles, rafters and two columns."""
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#f4dfb4", "#f8ecd0")))
    hills(sheet, 520, [("#b9cdb2", 60, 100), ("#8fb79f", 20, 70)], seed=51, bottom=640)
    sheet.add(rect(0, 600, 1350, 60, "#a9bd84"), rect(0, 640, 1350, 440, sheet.linear("#c98f66", "#9c5f42")))
    for n in range(-7, 22):
        sheet.add(
            line([(675 + (n * 96 - 675) * 0.75, 640), (675 + (n * 96 - 675) * 1.6, 1080)], "#7d4630", 2, opacity=0.35)
        )
    for y in (664, 704, 766, 860, 990):
        sheet.add(rect(0, y, 1350, 2, "#7d4630", opacity=0.35))
    sheet.add(
        polygon([(0, 0), (1350, 0), (1350, 150), (1120, 96), (230, 96), (0, 150)], "#5a361f"),
        polygon(
            [(0, 150), (230, 96), (1120, 96), (1350, 150), (1350, 176), (1120, 118), (230, 118), (0, 176)], "#8a5a34"
        ),
    )
    rafters = [line([(675 + (x - 675) * 0.72, 0), (x, 140)], "#432614", 5, opacity=0.6) for x in range(-40, 1420, 84)]
    under = polygon([(0, 0), (1350, 0), (1350, 150), (1120, 96), (230, 96), (0, 150)], "#fff")
    sheet.add(group(rafters, clip_path=sheet.clip(under)))
    for x in (60, 1234):
        sheet.add(
            rect(x, 120, 56, 720, sheet.linear("#6b4024", "#a87143", "#5c371f", across=True)),
            rect(x - 14, 820, 84, 34, "#4b2c19", rx=5),
            rect(x - 8, 150, 72, 16, p.GOLD),
        )


def motif(colour: str, ground: str, turn: int) -> list[str]:
    """Draw one repeat of a batik ground of our own: leaves, diamonds or waves."""
    tile = rect(0, 0, 60, 60, ground)
    leaf = path("M30,8 C46,20 46,40 30,52 C14,40 14,20 30,8 Z", stroke=colour, stroke_width=3)
    if turn % 3 == 0:
        return [
            tile,
            leaf,
            line([(30, 14), (30, 48)], colour, 2),
            circle(4, 4, 4, colour),
            circle(56, 56, 4, colour),
            circle(56, 4, 4, colour),
            circle(4, 56, 4, colour),
        ]
    if turn % 3 == 1:
        return [
            tile,
            path("M30,4 L56,30 L30,56 L4,30 Z", stroke=colour, stroke_width=3),
            path("M30,18 L42,30 L30,42 L18,30 Z", colour),
            circle(0, 0, 5, colour),
            circle(60, 60, 5, colour),
            circle(60, 0, 5, colour),
            circle(0, 60, 5, colour),
        ]
    return [
        tile,
        path("M0,18 q15,-20 30,0 q15,20 30,0 M0,48 q15,-20 30,0 q15,20 30,0", stroke=colour, stroke_width=4),
        circle(30, 33, 4, colour),
        circle(0, 3, 4, colour),
        circle(60, 3, 4, colour),
    ]


def _cloth(sheet: Sheet, x: float, turn: int) -> None:
    ground, ink = (
        ("#12305c", p.GOLD),
        ("#7d2d22", "#f4d79a"),
        ("#0f5f58", "#f0dca4"),
        ("#4b2c19", "#e2b36a"),
        ("#22304a", "#e9a98f"),
    )[turn]
    paint = sheet.pattern(60, 60, *motif(ink, ground, turn))
    sheet.add(
        rect(x - 10, 196, 190, 10, p.WOOD_DEEP, rx=5),
        line([(x + 10, 110), (x + 10, 196)], "#4b2c19", 3),
        line([(x + 160, 110), (x + 160, 196)], "#4b2c19", 3),
    )
    shape = f"M{x},202 h170 v330 q-42,14 -85,0 q-43,-14 -85,0 Z"
    sheet.add(
        path(shape, paint),
        path(
            shape,
            sheet.linear(("#000", 0.2), ("#fff", 0.1), ("#000", 0.12), ("#fff", 0.08), ("#000", 0.22), across=True),
        ),
    )


def _stand_table(sheet: Sheet, x: float, y: float, wide: float) -> None:
    sheet.add(
        polygon([(x + 20, y), (x + wide - 20, y), (x + wide, y + 46), (x, y + 46)], "#fffaf0"),
        rect(x, y + 44, wide, 150, sheet.linear(p.TEAL, p.TEAL_DEEP)),
    )
    sheet.add(
        *(rect(x + n, y + 44, 14, 150, "#000", opacity=0.1) for n in range(20, int(wide), 46)),
        rect(x, y + 44, wide, 10, p.GOLD),
    )


def _wares(sheet: Sheet) -> None:
    for x, y, size, colour in (
        (392, 676, 0.9, "#b5653a"),
        (448, 684, 0.7, "#d08a55"),
        (580, 676, 1.25, "#8f4a2c"),
        (838, 678, 0.8, "#b5653a"),
        (1050, 682, 1.05, "#b5653a"),
        (1196, 680, 0.8, "#8f4a2c"),
    ):
        pot = "M-16,-84 h32 l-4,14 C40,-60 44,-14 18,0 h-36 C-44,-14 -40,-60 -12,-70 Z"
        sheet.add(
            moved(
                [
                    ellipse(0, 0, 34, 6, "#000", opacity=0.16),
                    path(pot, colour),
                    path("M6,-84 h10 l-4,14 C40,-60 44,-14 18,0 h-10 C30,-20 24,-56 4,-70 Z", "#000", opacity=0.14),
                    path("M-33,-40 q33,14 66,0", stroke="#f6dfb4", stroke_width=4),
                ],
                x,
                y + 12,
                size,
            )
        )
    for left, y, size in ((656, 694, 0.9), (886, 692, 0.78), (220, 690, 0.9)):
        weave = [line([(-42, -8 - n * 10), (42, -8 - n * 10)], "#9a6d35", 4, opacity=0.8) for n in range(4)]
        sheet.add(
            moved(
                [
                    path("M-46,-48 H46 L36,4 H-36 Z", "#d7a963"),
                    *weave,
                    path("M-40,-48 C-34,-96 34,-96 40,-48", stroke="#9a6d35", stroke_width=6),
                ],
                left,
                y + 8,
                size,
            )
        )


def _wheelchair(sheet: Sheet, x: float, base: float) -> None:
    """Seat a visitor in a wheelchair, three quarters from behind."""
    sheet.add(ellipse(x, base, 120, 14, "#000", opacity=0.2))
    visitor = Person("#d9a441", p.SLATE, "hair", skin=p.SKINS[2], left="hold", right="talk", back=False)
    sheet.add(rect(x - 62, base - 300, 124, 190, "#2b3a4a", rx=14))
    sheet.add(seated_back(visitor, x, base - 120, 270))
    sheet.add(
        path(f"M{x - 58},{base - 130} h116 l10,46 h-136 Z", p.SLATE),
        rect(x - 56, base - 88, 40, 66, p.SLATE, rx=8),
        rect(x + 16, base - 88, 40, 66, p.SLATE, rx=8),
    )
    sheet.add(ellipse(x - 36, base - 18, 26, 11, "#1d1a1c"), ellipse(x + 36, base - 18, 26, 11, "#1d1a1c"))
    for side in (-1, 1):
        wheel = x + side * 84
        sheet.add(
            ellipse(wheel, base - 84, 22, 84, "none", stroke="#1f2830", stroke_width=10),
            ellipse(wheel, base - 84, 22, 84, "none", stroke="#aeb9bf", stroke_width=3),
            ellipse(wheel, base - 84, 6, 16, "#aeb9bf"),
        )
        sheet.add(rect(wheel - 22, base - 176, 40, 12, "#1f2830", rx=6))
