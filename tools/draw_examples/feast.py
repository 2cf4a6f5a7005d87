"""The long table by the sea: pupils eat fish together, seen from behind."""

from dataclasses import replace

from . import palette as p
from .people import Person, figure, seated_back
from .scenery import bunting, clouds, hills, mountain, sky
from .sheet import Sheet, circle, ellipse, line, moved, path, polygon, rect
from .waterside import boat, water


def long_table() -> Sheet:
    """Draw pupils from behind at a long table that faces the sea."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#86c8cf", "#d8efe2", "#fdf2d2", height=500)
    sheet.glow(420, 330, 380, "#fffbe8", 0.85)
    clouds(sheet, 15, "#ffffff", top=170, bottom=300, opacity=0.6)
    sheet.add(mountain(1060, 470, 560, 150, colour="#9cc6c0", light="#eaf0dc"))
    hills(sheet, 478, [("#77b0a5", 14, 50)], seed=3, bottom=482)
    water(sheet, 474, 640, "#a7d8cd", "#3fa29b", "#2c8886", seed=14)
    boat(sheet, 280, 545, 0.62, hull="#f2e6cd", band=p.RED)
    boat(sheet, 930, 560, 0.7, hull="#c9452f", band=p.GOLD, flip=True)
    sheet.add(rect(0, 636, 1350, 444, sheet.linear("#ecd9ae", "#d4b982")))
    _awning(sheet)
    server = Person("#b9774f", p.NAVY, "hijab", "#e9c9a2", p.SKINS[2], "hold", "hold", skirt=True)
    leader = Person(p.WHITE, p.WHITE, "peci", "#17131a", p.SKINS[0], "hold", "talk", badge=True)
    sheet.add(
        figure(server, 330, 800, 340),
        figure(leader, 840, 800, 366),
        figure(
            Person("#2f7f86", p.NAVY, "hijab", p.TEAL_MIST, p.SKINS[1], "folded", "folded", skirt=True), 1090, 800, 330
        ),
    )
    sheet.add(
        polygon([(90, 700), (1260, 700), (1330, 800), (20, 800)], "#cfe6dd"),
        rect(20, 798, 1310, 150, sheet.linear("#5fa99d", "#2f7f78")),
        rect(20, 798, 1310, 8, "#e6f3ed"),
    )
    for n in range(8):
        sheet.add(_dish(150 + n * 150, 742, n))
    _pupils(sheet)
    return sheet


def _awning(sheet: Sheet) -> None:
    sheet.add(polygon([(0, 0), (1350, 0), (1350, 110), (0, 110)], sheet.linear("#f7efe0", "#e4d6bb")))
    sheet.add(*(line([(675 + (x - 675) * 0.7, 0), (x, 110)], "#b9a988", 2, opacity=0.5) for x in range(0, 1400, 96)))
    for n in range(14):
        wide = 1350 / 14
        sheet.add(
            path(
                f"M{n * wide},110 h{wide} v22 q0,34 -{wide / 2},34 q-{wide / 2},0 -{wide / 2},-34 Z",
                (p.TEAL, p.WHITE)[n % 2],
            )
        )
    for x in (36, 1290):
        sheet.add(rect(x, 110, 24, 640, "#f4efe4"), rect(x + 15, 110, 9, 640, "#000", opacity=0.12))
    sheet.add(
        bunting(48, 675, 196, 34, count=11, colours=(p.RED, p.WHITE)),
        bunting(675, 1302, 196, 34, count=11, colours=(p.RED, p.WHITE)),
    )


def _pupils(sheet: Sheet) -> None:
    """Seat eight pupils on a bench, all with their backs to us."""
    shirts = (
        Person(p.WHITE, p.RED, "hair", back=True, short=True, left="hold", right="hold"),
        Person(p.WHITE, p.RED, "hijab", p.WHITE, back=True, left="hold", right="hold"),
        Person(p.WHITE, p.RED, "long", back=True, short=True, left="hold", right="hold"),
    )
    for n in range(8):
        seat = replace(shirts[(n * 2 + n // 3) % 3], skin=p.SKINS[n % 4])
        x = 100 + n * 164
        sheet.add(
            ellipse(x, 992, 74, 16, "#000", opacity=0.1),
            path(f"M{x - 44},950 Q{x},936 {x + 44},950 L{x + 52},1006 L{x - 52},1006 Z", p.RED),
            seated_back(seat, x, 962, 262 + (n % 3) * 12),
        )
    sheet.add(
        rect(0, 986, 1350, 34, "#a9774a", rx=6),
        rect(0, 986, 1350, 9, "#cf9e6c"),
        rect(0, 1020, 1350, 60, "#8a6f48", opacity=0.35),
    )


def _dish(x: float, y: float, turn: int) -> str:
    plate = [
        ellipse(0, 8, 58, 15, "#000", opacity=0.1),
        ellipse(0, 0, 58, 17, "#ffffff"),
        ellipse(0, -2, 46, 12, "#e3efe9"),
    ]
    if turn % 2:
        return moved(
            [
                *plate,
                path("M-40,-4 Q-6,-30 26,-6 L42,-16 L40,2 L26,-4 Q-6,12 -40,-4 Z", "#b5653a"),
                path("M-14,4 q10,-8 24,0", stroke=p.LEAF, stroke_width=5),
            ],
            x,
            y,
            1,
        )
    steam = path(
        "M-8,-26 q8,-10 0,-20 q-8,-10 0,-20 M10,-26 q8,-10 0,-20",
        stroke="#fff",
        stroke_width=3,
        opacity=0.6,
        stroke_linecap="round",
    )
    return moved(
        [
            ellipse(0, 8, 46, 12, "#000", opacity=0.1),
            path("M-44,-18 H44 Q40,14 0,14 Q-40,14 -44,-18 Z", p.TEAL_MIST),
            ellipse(0, -18, 44, 11, "#f0c071"),
            circle(-12, -19, 5, p.LEAF),
            circle(12, -17, 6, p.RED),
            steam,
        ],
        x,
        y,
        1,
    )
