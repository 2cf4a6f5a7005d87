"""The stage of a hall: officials sign a pledge."""

from dataclasses import replace

from . import palette as p
from .crowds import OFFICER, lectern
from .people import Person, figure
from .sheet import Sheet, circle, ellipse, line, path, polygon, rect


def signing() -> Sheet:
    """Draw officials signing a pledge on the stage of a hall."""
    sheet = Sheet(1350, 1080)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#0d5f58", "#0b4f4a")))
    fold = sheet.linear(("#000", 0.28), ("#fff", 0.1), ("#000", 0.28), across=True)
    for place in range(18):
        sheet.add(rect(place * 75, 0, 75, 800, fold))
    swag = "".join(f"M{x},0 h225 q-20,120 -112,120 q-92,0 -113,-120 Z " for x in range(0, 1350, 225))
    sheet.add(path(swag, p.GOLD), path(swag, sheet.linear(("#fff", 0.15), ("#7a4b10", 0.4))))
    for x in (250, 675, 1100):
        cone = polygon(
            [(x - 30, 0), (x + 30, 0), (x + 250, 840), (x - 250, 840)],
            sheet.linear(("#fff3cf", 0.26), ("#fff3cf", 0.0)),
        )
        sheet.add(cone)
    sheet.add(rect(0, 790, 1350, 290, sheet.linear("#7a4a2b", "#5a351f")))
    sheet.add(rect(0, 784, 1350, 12, "#c79a55"))
    for x in range(0, 1350, 90):
        sheet.add(
            polygon(
                [
                    (675 + (x - 675) * 0.9, 796),
                    (675 + (x - 675) * 0.9 + 2, 796),
                    (675 + (x - 675) * 1.3 + 3, 1080),
                    (675 + (x - 675) * 1.3, 1080),
                ],
                "#000",
                opacity=0.16,
            )
        )
    _hall_flag(sheet, 84)
    standing = replace(OFFICER, left="folded", right="folded")
    row = [standing, replace(standing, head="hijab", cloth="#6d5b36", skirt=True), replace(standing, head="hair")]
    for place, x in enumerate((232, 366, 500, 850, 984, 1118)):
        sheet.add(figure(replace(row[place % 3], skin=p.SKINS[place % 4]), x, 840, 432 + (place % 2) * 12))
    sheet.add(rect(588, 440, 174, 330, "#7d2d22", rx=30), rect(602, 454, 146, 240, "#a5402f", rx=22))
    sheet.add(
        figure(
            Person(p.WHITE, p.WHITE, "peci", "#17131a", badge=True, left="write", right="write"),
            675,
            968,
            474,
            shadow=0,
        )
    )
    _table(sheet)
    lectern(sheet, 1240, 900, 1.5)
    return sheet


def _hall_flag(sheet: Sheet, x: float) -> None:
    sheet.add(rect(x - 4, 330, 8, 480, p.GOLD, rx=4), circle(x, 326, 11, p.GOLD), ellipse(x, 812, 42, 10, "#3a2314"))
    sheet.add(
        path(f"M{x + 4},346 C{x + 74},352 {x + 96},420 {x + 90},560 C{x + 60},600 {x + 30},560 {x + 4},580 Z", p.RED)
    )
    sheet.add(
        path(f"M{x + 4},470 C{x + 40},480 {x + 66},520 {x + 62},700 C{x + 40},716 {x + 20},690 {x + 4},700 Z", p.WHITE)
    )
    sheet.add(
        path(f"M{x + 30},352 C{x + 60},420 {x + 40},500 {x + 46},580", stroke="#000", stroke_width=7, opacity=0.1)
    )


def _table(sheet: Sheet) -> None:
    sheet.add(
        polygon([(334, 716), (1016, 716), (1048, 768), (302, 768)], "#fffaf0"),
        polygon([(306, 766), (1044, 766), (1036, 1000), (314, 1000)], "#f4ead4"),
    )
    for x in range(340, 1030, 58):
        sheet.add(polygon([(x, 768), (x + 20, 768), (x + 14, 1000), (x + 4, 1000)], "#b59a6b", opacity=0.22))
    sheet.add(rect(306, 766, 738, 18, p.TEAL), rect(306, 784, 738, 5, p.GOLD))
    sheet.add(
        polygon([(608, 724), (742, 724), (756, 758), (594, 758)], "#d8c9a6"),
        polygon([(614, 726), (736, 726), (748, 755), (602, 755)], "#ffffff"),
    )
    sheet.add(
        *(line([(628 - step * 3, 734 + step * 7), (690 - step * 2, 734 + step * 7)], "#b8c4c6", 2) for step in range(3))
    )
    for side, hand in ((-1, 636), (1, 712)):
        sheet.add(
            line([(675 + side * 64, 704), (hand + side * 6, 732)], "#efece4", 26), circle(hand, 738, 13, p.SKINS[0])
        )
    sheet.add(line([(706, 752), (726, 716)], p.NAVY, 5))
    for x in (380, 960):
        sheet.add(ellipse(x, 748, 70, 22, p.LEAF), ellipse(x, 738, 54, 18, "#56a873"))
        for step in range(7):
            sheet.add(circle(x - 54 + step * 18, 724 + (step % 3) * 9, 11, (p.RED, p.WHITE, p.GOLD)[step % 3]))
