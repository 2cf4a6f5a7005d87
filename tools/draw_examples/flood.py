"""The flooded lane: a rescue boat at dusk."""

import random

from . import palette as p
from .people import Person, figure
from .scenery import clouds, hills, palm, sky
from .sheet import Sheet, ellipse, group, line, moved, path, polygon, rect


def flood_boat() -> Sheet:
    """Draw the rescue boat in a flooded lane at dusk."""
    sheet = Sheet(1080, 1350)
    sky(sheet, "#33506b", "#6f7f92", "#e2a27f", "#f7d3a0", height=760)
    sheet.glow(540, 690, 460, "#ffdf9f", 0.9)
    clouds(sheet, 41, "#4a6078", top=60, bottom=330, opacity=0.6, count=9)
    clouds(sheet, 42, "#f1c29c", top=380, bottom=600, opacity=0.5, count=5)
    hills(sheet, 730, [("#7a7f8c", 20, 60)], seed=6, bottom=760)
    scene = _lane()
    sheet.add(group(scene), rect(0, 748, 1080, 602, sheet.linear("#c99a7d", "#6f7f86", "#2f5663", "#183f4f")))
    mirror = group(scene, transform="translate(0 1500) scale(1 -1)", opacity=0.3)
    sheet.add(group([mirror], clip_path=sheet.clip(rect(0, 750, 1080, 600, "#fff"))))
    draw = random.Random(77)
    for _ in range(110):
        depth = draw.random()
        y, long = 760 + depth * 580, (20 + depth * 150) * draw.uniform(0.4, 1.2)
        sheet.add(
            rect(
                draw.uniform(-40, 1080),
                y,
                long,
                2 + depth * 5,
                draw.choice(("#ffe3b8", "#9fb6bb", "#12394a")),
                rx=2,
                opacity=draw.uniform(0.12, 0.34),
            )
        )
    sheet.add(moved(_raft(sheet), -78, -166, 1.14))
    return sheet


def _lane() -> list[str]:
    """Stand houses and poles along both sides of the lane, the near ones larger."""
    parts: list[str] = []
    walls, roofs = ("#d9c3a0", "#a8b9ad", "#c9a98a"), ("#8c4636", "#6d5a4e", "#934f33")
    for side in (-1, 1):
        for step, (away, size) in enumerate(((150, 0.5), (270, 0.8), (470, 1.3))):
            x, base, wide = 540 + side * away, 752 + step * 1, 230 * size
            tall = 250 * size
            parts += [
                rect(x - wide / 2, base - tall, wide, tall, walls[(step + (side > 0)) % 3]),
                rect(x - wide / 2, base - tall, wide, tall, "#182c3e", opacity=0.25),
            ]
            parts.append(
                polygon(
                    [
                        (x - wide * 0.6, base - tall),
                        (x + wide * 0.6, base - tall),
                        (x + wide * 0.4, base - tall * 1.42),
                        (x - wide * 0.4, base - tall * 1.42),
                    ],
                    roofs[step],
                )
            )
            parts += [
                rect(x - side * wide * 0.2 - wide * 0.14, base - tall * 0.7, wide * 0.28, tall * 0.32, "#ffd98a"),
                rect(x - side * wide * 0.2 - 2, base - tall * 0.7, 4, tall * 0.32, "#5a4030"),
            ]
            parts.append(
                rect(x + side * wide * 0.22 - wide * 0.1, base - tall * 0.62, wide * 0.2, tall * 0.62, "#4c3428")
            )
    for side in (-1, 1):
        for away, tall in ((92, 230), (190, 400), (372, 640)):
            x = 540 + side * away
            parts += [
                rect(x - tall * 0.01, 752 - tall, tall * 0.02, tall, "#2b2f38"),
                rect(x - tall * 0.09, 752 - tall * 0.95, tall * 0.18, tall * 0.014, "#2b2f38"),
            ]
        parts.append(
            path(
                f"M{540 + side * 372},148 Q{540 + side * 270},320 {540 + side * 190},376 Q{540 + side * 130},500 {540 + side * 92},536",
                stroke="#2b2f38",
                stroke_width=2.4,
            )
        )
    parts += [palm(90, 752, 620, "#22303a", lean=0.1), palm(1010, 752, 500, "#22303a", lean=-0.14)]
    return parts


def _raft(sheet: Sheet) -> list[str]:
    """Fill an inflatable boat with two rescuers and two residents."""
    rescuer = Person(p.NAVY, p.INK, "helmet", p.RED, p.SKINS[1], "hold", "hold", vest="#f05a28", vest_band="#ffe27a")
    pointing = Person(p.NAVY, p.INK, "helmet", p.RED, p.SKINS[2], "hold", "reach", vest="#f05a28", vest_band="#ffe27a")
    woman = Person(
        "#86698f", p.SLATE, "hijab", "#d8b7c9", p.SKINS[0], "folded", "folded", vest=p.ORANGE, vest_band=p.WHITE
    )
    elder = Person(
        "#6d8290", p.SLATE, "peci", "#17131a", p.SKINS[3], "folded", "folded", vest=p.ORANGE, vest_band=p.WHITE
    )
    crew = [
        figure(rescuer, 262, 1206, 400, shadow=0),
        figure(woman, 432, 1262, 390, shadow=0),
        figure(elder, 592, 1266, 400, shadow=0),
    ]
    crew += [line([(312, 930), (204, 1240)], "#c99a5b", 9), figure(pointing, 762, 1216, 410, shadow=0)]
    hull = "M150,1092 Q540,1136 850,1092 Q920,1072 950,1030 Q990,1040 974,1084 Q950,1170 850,1192 Q540,1216 210,1192 Q140,1180 128,1124 Q128,1096 150,1092 Z"
    return [
        ellipse(540, 1192, 430, 46, "#0c2b3a", opacity=0.5),
        group(crew, clip_path=sheet.clip(rect(0, 0, 1080, 1150, "#fff"))),
        line([(222, 1188), (204, 1240)], "#c99a5b", 9),
        path(hull, p.ORANGE),
        path(hull, sheet.linear(("#fff", 0.25), ("#000", 0.0), ("#000", 0.3))),
        path("M140,1142 Q540,1186 870,1142 Q930,1130 966,1086", stroke="#fff6e0", stroke_width=9, opacity=0.85),
        path("M150,1104 Q540,1146 850,1104", stroke="#222", stroke_width=4, stroke_dasharray="26 18", opacity=0.6),
        *(rect(x, y, wide, 7, "#ffe9c9", rx=3.5, opacity=0.5) for x, y, wide in RIPPLES),
    ]


RIPPLES = ((120, 1206, 180), (380, 1226, 320), (760, 1212, 220), (60, 1246, 120), (520, 1256, 260), (860, 1244, 150))
