"""The parade ground: a flag ceremony, a morning roll call of health workers, and a signing on a stage."""

import random

from . import palette as p
from .people import Head, Person, figure
from .scenery import clouds, flag, hills, mountain, pavilion, sky, tree
from .sheet import Sheet, circle, ellipse, line, path, polygon, rect

LANDSCAPE = (1350, 1080)
LEADER = Person(p.WHITE, p.WHITE, "peci", "#17131a", badge=True)
OFFICER = Person(p.KHAKI, p.KHAKI_DEEP, "peci", "#17131a", badge=True)


def rank(sheet: Sheet, wardrobe: list[Person], *, left: float, right: float, feet: float, height: float, count: int, seed: int) -> None:
    """Line people up, each a little different in height and skin."""
    draw = random.Random(seed)
    for place in range(count):
        base = wardrobe[draw.randrange(len(wardrobe))]
        x = left + (right - left) * (place / max(count - 1, 1)) + draw.uniform(-2, 2)
        tall = height * draw.uniform(0.95, 1.03) * (0.96 if base.head == "hijab" else 1.0)
        person = Person(
            base.top, base.bottom, base.head, base.cloth, p.SKINS[draw.randrange(4)], base.left, base.right, base.back, base.skirt,
            base.short, base.vest, base.vest_band, base.badge, base.sash,
        )
        sheet.add(figure(person, x, feet, tall))


def uniforms(top: str, bottom: str, veil: str, *, back: bool) -> list[Person]:
    """Dress a group of men and women alike."""
    man = Person(top, bottom, "hair", back=back)
    capped = Person(top, bottom, "peci", "#17131a", back=back)
    woman = Person(top, bottom, "hijab", veil, back=back, skirt=True)
    return [man, woman, capped, woman]


def lectern(sheet: Sheet, x: float, base: float, size: float) -> None:
    """Set a lectern with a microphone and an abstract mark."""
    body = [(x - 44 * size, base - 120 * size), (x + 44 * size, base - 120 * size), (x + 34 * size, base), (x - 34 * size, base)]
    sheet.add(polygon(body, p.TEAL_DEEP), polygon(body, sheet.linear(("#fff", 0.16), ("#000", 0.16), across=True)))
    sheet.add(rect(x - 52 * size, base - 130 * size, 104 * size, 14 * size, p.GOLD, rx=4 * size))
    sheet.add(circle(x, base - 66 * size, 20 * size, p.GOLD), circle(x, base - 66 * size, 12 * size, p.TEAL_DEEP))
    sheet.add(path(f"M{x + 10 * size},{base - 130 * size} q4,-16 -4,-{26 * size}", stroke="#222", stroke_width=3 * size), circle(x + 5 * size, base - 160 * size, 5 * size, "#222"))


def stand(sheet: Sheet, x: float, base: float, size: float) -> None:
    """Build the roofed stand of whoever leads the ceremony."""
    sheet.add(rect(x - 150 * size, base - 34 * size, 300 * size, 34 * size, p.RED), rect(x - 150 * size, base - 34 * size, 300 * size, 9 * size, "#fff", opacity=0.85))
    for side in (-1, 1):
        sheet.add(rect(x + side * 128 * size - 6 * size, base - 300 * size, 12 * size, 268 * size, "#efe8da"))
    back = rect(x - 122 * size, base - 290 * size, 244 * size, 256 * size, sheet.linear(p.TEAL, p.TEAL_DEEP), opacity=0.92)
    sheet.add(back)
    roof = [(x - 176 * size, base - 290 * size), (x + 176 * size, base - 290 * size), (x + 96 * size, base - 356 * size), (x - 96 * size, base - 356 * size)]
    sheet.add(polygon(roof, "#9a3b2e"), polygon(roof, sheet.linear(("#fff", 0.18), ("#000", 0.14))))
    for place in range(12):
        wide = 352 * size / 12
        left = x - 176 * size + place * wide
        sheet.add(path(f"M{left},{base - 290 * size} h{wide} q0,{22 * size} -{wide / 2},{22 * size} q-{wide / 2},0 -{wide / 2},-{22 * size} Z", p.RED if place % 2 == 0 else p.WHITE))


def flag_ceremony() -> Sheet:
    """Draw teachers on parade before the flag in early light."""
    sheet = Sheet(*LANDSCAPE)
    sky(sheet, "#f0a56b", "#f7c98d", "#fde7bf", "#fdf1d8", height=720)
    sheet.glow(1010, 420, 420, "#fff3cf", 0.95)
    sheet.add(circle(1010, 430, 54, "#fffaf0"))
    clouds(sheet, 3, "#fff6e6", top=90, bottom=330, opacity=0.55)
    sheet.add(mountain(330, 640, 900, 330, "#b8a3a0", "#f3c9a4"))
    hills(sheet, 650, [("#9eb3a4", 40, 120), ("#6fa08f", 12, 100), ("#3f7f6f", -26, 70)], seed=5, bottom=760)
    for x, size in ((40, 190), (150, 150), (1210, 170), (1320, 210), (260, 120), (1110, 120)):
        sheet.add(tree(x, 716, size, "#1f5c50", "#4d9277"))
    sheet.add(rect(0, 700, 1350, 380, sheet.linear("#a9b873", "#7f9c58", "#557d47")))
    sheet.add(polygon([(500, 706), (850, 706), (1180, 1080), (150, 1080)], "#d9c08d", opacity=0.55))
    stand(sheet, 1050, 768, 0.74)
    sheet.add(figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", badge=True, right="salute"), 1050, 744, 176, flip=True))
    flag(sheet, 560, 770, 620, 250)
    guard = Person(p.WHITE, p.WHITE, "peci", "#17131a", sash=p.RED, right="salute", back=True)
    for x in (410, 482, 638, 710):
        sheet.add(figure(guard, x, 826, 178))
    khaki = uniforms(p.KHAKI, p.KHAKI_DEEP, "#74613a", back=True)
    batik = uniforms("#3b4a5e", p.NAVY, "#22324a", back=True)
    rank(sheet, khaki, left=20, right=330, feet=880, height=140, count=8, seed=1)
    rank(sheet, batik, left=842, right=1340, feet=908, height=144, count=12, seed=2)
    rank(sheet, khaki, left=0, right=340, feet=1010, height=236, count=6, seed=3)
    rank(sheet, batik, left=890, right=1350, feet=1030, height=244, count=8, seed=4)
    rank(sheet, khaki, left=10, right=400, feet=1230, height=410, count=4, seed=6)
    rank(sheet, khaki, left=950, right=1350, feet=1250, height=420, count=4, seed=9)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear(("#ffb36b", 0.14), ("#ffdca0", 0.05), ("#0b2545", 0.16))))
    return sheet


def roll_call() -> Sheet:
    """Draw health workers at a morning roll call before an office."""
    sheet = Sheet(*LANDSCAPE)
    sky(sheet, "#7fc1c4", "#b9dfd6", "#f4efd6", height=640)
    sheet.glow(240, 300, 420, "#fffbe6", 0.8)
    clouds(sheet, 11, "#ffffff", top=70, bottom=260, opacity=0.6)
    sheet.add(mountain(1000, 520, 820, 260, "#9fc3bd", "#e5ecd8"))
    hills(sheet, 560, [("#86b8ab", 50, 110), ("#5a9a89", 14, 90)], seed=17, bottom=640)
    sheet.add(rect(0, 590, 1350, 490, sheet.linear("#e9dfc6", "#d8c8a4", "#c2ae86")))
    for x, size in ((60, 230), (180, 170), (1300, 240), (1190, 170)):
        sheet.add(tree(x, 622, size, "#26695a", "#5aa585"))
    pavilion(sheet, 690, 622, 760, roof="#a4503b", wall="#f6ecd6", glow="#5d8f96")
    flag(sheet, 300, 690, 560, 200)
    sheet.add(rect(800, 690, 280, 26, "#b9a57d"), rect(800, 684, 280, 10, "#d7c6a1"))
    sheet.add(figure(LEADER, 940, 690, 196))
    lectern(sheet, 940, 692, 0.84)
    sheet.add(figure(Person(p.KHAKI, p.KHAKI_DEEP, "hijab", "#74613a", skirt=True, left="folded", right="folded", badge=True), 1140, 716, 180))
    sheet.add(figure(Person(p.KHAKI, p.KHAKI_DEEP, "peci", "#17131a", left="folded", right="folded", badge=True), 1216, 720, 188))
    white = [Person(p.WHITE, "#e8e6de", h, c, back=True, skirt=h == "hijab") for h, c in _VEILS]
    teal = [Person("#2f9c8f", p.TEAL_DEEP, h, c, back=True, skirt=h == "hijab") for h, c in _VEILS]
    sheet.add(ellipse(680, 1010, 760, 120, "#7b6a45", opacity=0.18))
    rank(sheet, teal, left=40, right=760, feet=830, height=190, count=13, seed=21)
    rank(sheet, white, left=0, right=1350, feet=950, height=256, count=14, seed=22)
    rank(sheet, teal, left=-52, right=1400, feet=1100, height=350, count=9, seed=23)
    rank(sheet, white, left=40, right=1310, feet=1290, height=470, count=8, seed=24)
    return sheet


_VEILS: tuple[tuple[Head, str], ...] = (("hijab", p.WHITE), ("hair", p.HAIR), ("hijab", p.TEAL_MIST), ("long", p.HAIR))


def signing() -> Sheet:
    """Draw officials signing a pledge on the stage of a hall."""
    sheet = Sheet(*LANDSCAPE)
    sheet.add(rect(0, 0, 1350, 1080, sheet.linear("#0d5f58", "#0b4f4a")))
    fold = sheet.linear(("#000", 0.28), ("#fff", 0.1), ("#000", 0.28), across=True)
    for place in range(18):
        sheet.add(rect(place * 75, 0, 75, 800, fold))
    swag = "".join(f"M{x},0 h225 q-20,120 -112,120 q-92,0 -113,-120 Z " for x in range(0, 1350, 225))
    sheet.add(path(swag, p.GOLD), path(swag, sheet.linear(("#fff", 0.15), ("#7a4b10", 0.4))))
    for x in (250, 675, 1100):
        cone = polygon([(x - 30, 0), (x + 30, 0), (x + 250, 840), (x - 250, 840)], sheet.linear(("#fff3cf", 0.26), ("#fff3cf", 0.0)))
        sheet.add(cone)
    sheet.add(rect(0, 790, 1350, 290, sheet.linear("#7a4a2b", "#5a351f")))
    sheet.add(rect(0, 784, 1350, 12, "#c79a55"))
    for x in range(0, 1350, 90):
        sheet.add(polygon([(675 + (x - 675) * 0.9, 796), (675 + (x - 675) * 0.9 + 2, 796), (675 + (x - 675) * 1.3 + 3, 1080), (675 + (x - 675) * 1.3, 1080)], "#000", opacity=0.16))
    _hall_flag(sheet, 84)
    row = [OFFICER, Person(p.KHAKI, p.KHAKI_DEEP, "hijab", "#6d5b36", left="folded", right="folded", badge=True), Person(p.KHAKI, p.KHAKI_DEEP, left="folded", right="folded", badge=True)]
    for place, x in enumerate((232, 366, 500, 850, 984, 1118)):
        person = row[place % 3]
        sheet.add(figure(Person(person.top, person.bottom, person.head, person.cloth, p.SKINS[place % 4], "folded", "folded", badge=True, skirt=person.head == "hijab"), x, 840, 432 + (place % 2) * 12))
    sheet.add(rect(588, 440, 174, 330, "#7d2d22", rx=30), rect(602, 454, 146, 240, "#a5402f", rx=22))
    sheet.add(figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", badge=True, left="write", right="write"), 675, 968, 474, shadow=0))
    _table(sheet)
    lectern(sheet, 1240, 900, 1.5)
    return sheet


def _hall_flag(sheet: Sheet, x: float) -> None:
    sheet.add(rect(x - 4, 330, 8, 480, p.GOLD, rx=4), circle(x, 326, 11, p.GOLD), ellipse(x, 812, 42, 10, "#3a2314"))
    sheet.add(path(f"M{x + 4},346 C{x + 74},352 {x + 96},420 {x + 90},560 C{x + 60},600 {x + 30},560 {x + 4},580 Z", p.RED))
    sheet.add(path(f"M{x + 4},470 C{x + 40},480 {x + 66},520 {x + 62},700 C{x + 40},716 {x + 20},690 {x + 4},700 Z", p.WHITE))
    sheet.add(path(f"M{x + 30},352 C{x + 60},420 {x + 40},500 {x + 46},580", stroke="#000", stroke_width=7, opacity=0.1))


def _table(sheet: Sheet) -> None:
    sheet.add(polygon([(334, 716), (1016, 716), (1048, 768), (302, 768)], "#fffaf0"), polygon([(306, 766), (1044, 766), (1036, 1000), (314, 1000)], "#f4ead4"))
    for x in range(340, 1030, 58):
        sheet.add(polygon([(x, 768), (x + 20, 768), (x + 14, 1000), (x + 4, 1000)], "#b59a6b", opacity=0.22))
    sheet.add(rect(306, 766, 738, 18, p.TEAL), rect(306, 784, 738, 5, p.GOLD))
    sheet.add(polygon([(608, 724), (742, 724), (756, 758), (594, 758)], "#d8c9a6"), polygon([(614, 726), (736, 726), (748, 755), (602, 755)], "#ffffff"))
    sheet.add(*(line([(628 - step * 3, 734 + step * 7), (690 - step * 2, 734 + step * 7)], "#b8c4c6", 2) for step in range(3)))
    for side, hand in ((-1, 636), (1, 712)):
        sheet.add(line([(675 + side * 64, 704), (hand + side * 6, 732)], "#efece4", 26), circle(hand, 738, 13, p.SKINS[0]))
    sheet.add(line([(706, 752), (726, 716)], p.NAVY, 5))
    for x in (380, 960):
        sheet.add(ellipse(x, 748, 70, 22, p.LEAF), ellipse(x, 738, 54, 18, "#56a873"))
        for step in range(7):
            sheet.add(circle(x - 54 + step * 18, 724 + (step % 3) * 9, 11, (p.RED, p.WHITE, p.GOLD)[step % 3]))
