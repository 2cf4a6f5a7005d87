"""The classroom: a teacher at the board, seen over the pupils' shoulders."""

from dataclasses import replace

from . import palette as p
from .people import Person, figure, seated_back
from .scenery import tree
from .sheet import Sheet, circle, group, line, path, polygon, rect


def classroom() -> Sheet:
    """Draw a teacher at the board, seen over the pupils' shoulders."""
    sheet = Sheet(1350, 1080)
    sheet.add(
        rect(0, 0, 1350, 1080, sheet.linear("#f7ecd2", "#ecdab4")),
        rect(0, 640, 1350, 440, sheet.linear("#b98a5d", "#8d6140")),
    )
    sheet.add(rect(0, 560, 1350, 84, "#8fbfb2"), rect(0, 552, 1350, 10, "#f8f2e2"), rect(0, 634, 1350, 10, "#6a9b8f"))
    for x in (46, 226):
        _window(sheet, x)
    sheet.add(
        rect(420, 120, 780, 430, "#8a5a34", rx=10),
        rect(438, 138, 744, 394, sheet.linear("#1d5b50", "#174a43"), rx=4),
        rect(420, 546, 780, 16, "#a8744a", rx=4),
    )
    _chalk(sheet)
    sheet.add(rect(500, 539, 40, 8, "#fff", rx=3), rect(560, 539, 24, 8, p.GOLD, rx=3))
    sheet.add(
        circle(1270, 190, 46, "#fffaf0"),
        circle(1270, 190, 46, "none", stroke=p.WOOD, stroke_width=7),
        line([(1270, 190), (1270, 160)], p.INK, 4),
        line([(1270, 190), (1248, 202)], p.INK, 4),
    )
    teacher = Person(p.KHAKI, p.KHAKI_DEEP, "hijab", p.TEAL, p.SKINS[0], "point", "hold", skirt=True, badge=True)
    sheet.add(figure(teacher, 900, 800, 520))
    sheet.add(
        polygon(
            [(80, 190), (400, 190), (1040, 1080), (420, 1080)],
            sheet.linear(("#fff3c4", 0.0), ("#fff3c4", 0.34), ("#fff3c4", 0.0)),
            filter=sheet.blur(16),
        )
    )
    _pupils(sheet)
    return sheet


def _pupils(sheet: Sheet) -> None:
    """Seat three rows of pupils, the near ones larger, all with their backs to us."""
    rows = ((720, 150, 6, 150, 236, 0), (860, 200, 5, 20, 310, 3), (1050, 290, 4, 170, 400, 1))
    kinds = (
        Person(p.WHITE, p.NAVY, "hair", back=True, short=True, left="hold", right="hold"),
        Person(p.WHITE, p.NAVY, "hijab", "#cfdedb", back=True, left="hold", right="hold"),
        Person(p.WHITE, p.NAVY, "long", back=True, short=True, left="hold", right="hold"),
        Person(p.WHITE, p.NAVY, "hair", back=True, short=True, left="hold", right="hold"),
    )
    for base, tall, count, left, step, turn in rows:
        size = tall / 200
        for n in range(count):
            x = left + n * step
            pupil = replace(kinds[(n * 3 + turn) % 4], skin=p.SKINS[(n + turn) % 4])
            _desk(sheet, x, base, size)
            sheet.add(seated_back(pupil, x, base, tall))
            _chair(sheet, x, base, size)


def _desk(sheet: Sheet, x: float, base: float, size: float) -> None:
    sheet.add(
        rect(x - 118 * size, base - 66 * size, 236 * size, 16 * size, "#c98f58", rx=4),
        rect(x - 118 * size, base - 52 * size, 236 * size, 7 * size, "#8d5f36"),
    )


def _chair(sheet: Sheet, x: float, base: float, size: float) -> None:
    sheet.add(
        rect(x - 62 * size, base - 26 * size, 124 * size, 64 * size, "#b57a45", rx=10 * size),
        rect(x - 62 * size, base - 26 * size, 124 * size, 12 * size, "#d39d66", rx=6 * size),
    )
    sheet.add(
        *(rect(x + side * 50 * size - 6 * size, base + 30 * size, 12 * size, 130 * size, "#8d5f36") for side in (-1, 1))
    )


def _window(sheet: Sheet, x: float) -> None:
    sheet.add(rect(x, 140, 150, 330, "#a8744a", rx=6), rect(x + 10, 150, 130, 310, sheet.linear("#8fd0d2", "#fdf3cf")))
    inside = [tree(x + 30, 470, 190, "#3f8f76", "#79b999"), tree(x + 130, 480, 160, "#357d68", "#6bb091")]
    sheet.add(group(inside, clip_path=sheet.clip(rect(x + 10, 150, 130, 310, "#fff"))))
    sheet.add(
        rect(x + 71, 150, 8, 310, "#a8744a"),
        rect(x + 10, 290, 130, 8, "#a8744a"),
        rect(x - 8, 466, 166, 14, "#8a5a34", rx=4),
    )


def _stroke(d: str, colour: str = "#f4f7ee") -> str:
    return path(d, stroke=colour, stroke_width=5, stroke_linecap="round", opacity=0.85)


def _chalk(sheet: Sheet) -> None:
    """Chalk a leaf, a sun, waves and rows of notes on the board; no words."""
    sheet.add(_stroke("M520,420 C520,300 600,240 700,230 C700,340 640,420 520,420 Z"))
    sheet.add(_stroke("M520,420 L660,280 M570,370 L570,320 M600,340 L650,340"))
    disc = "M1050,240 m-34,0 a34,34 0 1,0 68,0 a34,34 0 1,0 -68,0"
    straight = "M1050,184 v-22 M1050,296 v22 M994,240 h-22 M1106,240 h22"
    slanted = "M1010,200 l-15,-15 M1090,200 l15,-15 M1010,280 l-15,15 M1090,280 l15,15"
    sheet.add(_stroke(f"{disc} {straight} {slanted}", "#f6d98b"))
    wave = "q22,-26 44,0 q22,26 44,0 q22,-26 44,0"
    sheet.add(_stroke(f"M990,400 {wave} M990,440 {wave}", "#a9dcd8"))
    for n, long in enumerate((150, 110, 134)):
        sheet.add(line([(500, 460 + n * 24), (500 + long, 460 + n * 24)], "#f4f7ee", 4, opacity=0.5))
