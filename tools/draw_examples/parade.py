"""The parade ground: a flag ceremony in early light, and a roll call of health workers."""

from . import palette as p
from .crowds import LEADER, lectern, rank, uniforms
from .people import Head, Person, figure
from .scenery import clouds, flag, hills, mountain, pavilion, sky, tree
from .sheet import Sheet, circle, ellipse, path, polygon, rect

_VEILS: tuple[tuple[Head, str], ...] = (("hijab", p.WHITE), ("hair", p.HAIR), ("hijab", p.TEAL_MIST), ("long", p.HAIR))


def stand(sheet: Sheet, x: float, base: float, size: float) -> None:
    """Build the roofed stand of whoever leads the ceremony."""
    sheet.add(
        rect(x - 150 * size, base - 34 * size, 300 * size, 34 * size, p.RED),
        rect(x - 150 * size, base - 34 * size, 300 * size, 9 * size, "#fff", opacity=0.85),
    )
    for side in (-1, 1):
        sheet.add(rect(x + side * 128 * size - 6 * size, base - 300 * size, 12 * size, 268 * size, "#efe8da"))
    back = rect(
        x - 122 * size, base - 290 * size, 244 * size, 256 * size, sheet.linear(p.TEAL, p.TEAL_DEEP), opacity=0.92
    )
    sheet.add(back)
    roof = [
        (x - 176 * size, base - 290 * size),
        (x + 176 * size, base - 290 * size),
        (x + 96 * size, base - 356 * size),
        (x - 96 * size, base - 356 * size),
    ]
    sheet.add(polygon(roof, "#9a3b2e"), polygon(roof, sheet.linear(("#fff", 0.18), ("#000", 0.14))))
    for place in range(12):
        wide = 352 * size / 12
        left = x - 176 * size + place * wide
        sheet.add(
            path(
                f"M{left},{base - 290 * size} h{wide} q0,{22 * size} -{wide / 2},{22 * size} q-{wide / 2},0 -{wide / 2},-{22 * size} Z",
                p.RED if place % 2 == 0 else p.WHITE,
            )
        )


def flag_ceremony() -> Sheet:
    """Draw teachers on parade before the flag in early light."""
    sheet = Sheet(1350, 1080)
    sky(sheet, "#f0a56b", "#f7c98d", "#fde7bf", "#fdf1d8", height=720)
    sheet.glow(1010, 420, 420, "#fff3cf", 0.95)
    sheet.add(circle(1010, 430, 54, "#fffaf0"))
    clouds(sheet, 3, "#fff6e6", top=90, bottom=330, opacity=0.55)
    sheet.add(mountain(330, 640, 900, 330, colour="#b8a3a0", light="#f3c9a4"))
    hills(sheet, 650, [("#9eb3a4", 40, 120), ("#6fa08f", 12, 100), ("#3f7f6f", -26, 70)], seed=5, bottom=760)
    for x, size in ((40, 190), (150, 150), (1210, 170), (1320, 210), (260, 120), (1110, 120)):
        sheet.add(tree(x, 716, size, "#1f5c50", "#4d9277"))
    sheet.add(rect(0, 700, 1350, 380, sheet.linear("#a9b873", "#7f9c58", "#557d47")))
    sheet.add(polygon([(500, 706), (850, 706), (1180, 1080), (150, 1080)], "#d9c08d", opacity=0.55))
    stand(sheet, 1050, 768, 0.74)
    sheet.add(
        figure(Person(p.WHITE, p.WHITE, "peci", "#17131a", badge=True, right="salute"), 1050, 744, 176, flip=True)
    )
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
    sheet = Sheet(1350, 1080)
    sky(sheet, "#7fc1c4", "#b9dfd6", "#f4efd6", height=640)
    sheet.glow(240, 300, 420, "#fffbe6", 0.8)
    clouds(sheet, 11, "#ffffff", top=70, bottom=260, opacity=0.6)
    sheet.add(mountain(1000, 520, 820, 260, colour="#9fc3bd", light="#e5ecd8"))
    hills(sheet, 560, [("#86b8ab", 50, 110), ("#5a9a89", 14, 90)], seed=17, bottom=640)
    sheet.add(rect(0, 590, 1350, 490, sheet.linear("#e9dfc6", "#d8c8a4", "#c2ae86")))
    for x, size in ((60, 230), (180, 170), (1300, 240), (1190, 170)):
        sheet.add(tree(x, 622, size, "#26695a", "#5aa585"))
    pavilion(sheet, 690, 622, 760, roof="#a4503b", wall="#f6ecd6", glow="#5d8f96")
    flag(sheet, 300, 690, 560, 200)
    sheet.add(rect(800, 690, 280, 26, "#b9a57d"), rect(800, 684, 280, 10, "#d7c6a1"))
    sheet.add(figure(LEADER, 940, 690, 196))
    lectern(sheet, 940, 692, 0.84)
    sheet.add(
        figure(
            Person(p.KHAKI, p.KHAKI_DEEP, "hijab", "#74613a", skirt=True, left="folded", right="folded", badge=True),
            1140,
            716,
            180,
        )
    )
    sheet.add(
        figure(
            Person(p.KHAKI, p.KHAKI_DEEP, "peci", "#17131a", left="folded", right="folded", badge=True), 1216, 720, 188
        )
    )
    white = [Person(p.WHITE, "#e8e6de", h, c, back=True, skirt=h == "hijab") for h, c in _VEILS]
    teal = [Person("#2f9c8f", p.TEAL_DEEP, h, c, back=True, skirt=h == "hijab") for h, c in _VEILS]
    sheet.add(ellipse(680, 1010, 760, 120, "#7b6a45", opacity=0.18))
    rank(sheet, teal, left=40, right=760, feet=830, height=190, count=13, seed=21)
    rank(sheet, white, left=0, right=1350, feet=950, height=256, count=14, seed=22)
    rank(sheet, teal, left=-52, right=1400, feet=1100, height=350, count=9, seed=23)
    rank(sheet, white, left=40, right=1310, feet=1290, height=470, count=8, seed=24)
    return sheet
