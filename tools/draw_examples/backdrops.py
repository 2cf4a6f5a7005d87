"""The back wall of each flyer: light, hills, water and people behind the day's motif."""

import math
import random

from . import palette as p
from .people import Person, figure
from .scenery import hills, mountain, sky
from .sheet import Sheet, circle, group, line, moved, path, polygon, rect


def _page() -> Sheet:
    return Sheet(1080, 1350)


def _rays(
    sheet: Sheet, x: float, y: float, colour: str, count: int, *, reach: float = 1300, strength: float = 0.16
) -> None:
    paint = sheet.radial((colour, strength), (colour, strength * 0.5), (colour, 0.0))
    d = ""
    for n in range(count):
        a, b = 0.06 + 2 * math.pi * n / count, 0.06 + 2 * math.pi * (n + 0.5) / count
        d += f"M{x},{y} L{x + reach * math.cos(a):.1f},{y + reach * math.sin(a):.1f} L{x + reach * math.cos(b):.1f},{y + reach * math.sin(b):.1f} Z "
    sheet.add(path(d, paint))


def heroes() -> Sheet:
    """Paint a red dusk with fighters along the ridge."""
    sheet = _page()
    sky(sheet, "#4a0d18", "#9c1f27", "#e0672f", "#f8b85a", height=900)
    sheet.glow(540, 430, 620, "#ffd58a", 0.85)
    _rays(sheet, 540, 430, "#fff0c8", 22)
    sheet.add(circle(540, 430, 262, "#ffdf9a", opacity=0.55))
    sheet.add(mountain(250, 770, 820, 210, colour="#8e2a2a", light="#d9683a"))
    hills(sheet, 800, [("#7a1d26", 10, 130), ("#5a121d", -16, 90)], seed=61, bottom=960)
    dark = "#2c0810"
    for n, x in enumerate((84, 190, 300, 404, 676, 782, 890, 996)):
        tall = 224 - abs(x - 540) * 0.07 + (n % 3) * 10
        fighter = Person(
            dark,
            dark,
            ("peci", "cap", "hair", "caping")[n % 4],
            dark,
            dark,
            "side" if x > 540 else "raise",
            "raise" if x > 540 else "side",
            back=True,
        )
        side = 1 if x > 540 else -1
        hand = (x + side * 0.19 * tall, 850 - 1.03 * tall)
        sheet.add(
            line([(hand[0] - side * 6, hand[1] + tall * 0.66), (hand[0] + side * 4, hand[1] - tall * 0.34)], dark, 6),
            figure(fighter, x, 850, tall, shadow=0),
        )
    hills(sheet, 850, [(dark, -24, 46)], seed=4, bottom=1350)
    return sheet


def health() -> Sheet:
    """Paint a fresh morning over green hills, with health workers."""
    sheet = _page()
    sky(sheet, "#bfe6dc", "#dff3e6", "#f6f6dc", height=900)
    sheet.glow(540, 480, 560, "#ffffff", 0.95)
    for radius in (330, 410, 500, 600):
        sheet.add(circle(540, 490, radius, "none", stroke="#0f766e", stroke_width=3, opacity=0.12))
    sheet.add(mountain(880, 760, 640, 190, colour="#a3d0c3", light="#e9f3dc"))
    hills(sheet, 790, [("#86c2a8", 30, 130), ("#4f9f85", 0, 110), ("#1f7567", -40, 70)], seed=23, bottom=1000)
    crew = (
        ("hijab", p.WHITE, "#e8e6de", 150),
        ("hair", "#2f9c8f", p.TEAL_DEEP, 250),
        ("hair", p.WHITE, p.NAVY, 830),
        ("hijab", "#2f9c8f", p.TEAL_DEEP, 930),
    )
    for n, (head, top, bottom, x) in enumerate(crew):
        veil = p.TEAL_MIST if top == p.WHITE else p.WHITE
        person = Person(
            top,
            bottom,
            "hijab" if head == "hijab" else "hair",
            veil if head == "hijab" else p.HAIR,
            p.SKINS[n],
            "folded",
            "folded",
            skirt=head == "hijab",
        )
        sheet.add(figure(person, x, 866 + (n % 2) * 8, 236))
    return sheet


#: small fish: place, size and turn
SHOAL = (
    (150, 250, 1.2, -10),
    (236, 222, 0.9, -12),
    (216, 290, 0.8, -8),
    (906, 196, 0.7, -8),
    (180, 700, 1.2, 8),
    (270, 736, 0.9, 4),
    (110, 744, 0.8, 8),
    (900, 660, 1.1, -4),
    (980, 700, 0.8, 0),
)


def fish() -> Sheet:
    """Paint the sea from below, with light, a school of fish and a swell."""
    sheet = _page()
    sky(sheet, "#8fdcd2", "#2fa7a4", "#0f6f7c", "#0a4a63", height=1000)
    for x, wide, lean in ((140, 120, -160), (360, 170, -60), (620, 190, 40), (880, 140, 160)):
        sheet.add(
            polygon(
                [(x, 0), (x + wide, 0), (x + wide * 1.6 + lean, 900), (x - wide * 0.6 + lean, 900)],
                sheet.linear(("#ffffff", 0.26), ("#ffffff", 0.0)),
            )
        )
    draw = random.Random(13)
    small = "M-30,0 C-16,-15 10,-14 26,0 C10,14 -16,15 -30,0 Z M22,0 L42,-14 L38,0 L42,14 Z"
    for x, y, size, turn in SHOAL:
        sheet.add(
            group(
                [path(small, "#d8f3ea", opacity=0.62), circle(-18, -3, 2.6, "#0a4a63")],
                transform=f"translate({x} {y}) rotate({turn}) scale({size})",
            )
        )
    for _ in range(30):
        sheet.add(
            circle(
                draw.uniform(60, 1020),
                draw.uniform(180, 800),
                draw.uniform(4, 15),
                "none",
                stroke="#fff",
                stroke_width=2.5,
                opacity=draw.uniform(0.15, 0.5),
            )
        )
    for n, colour in enumerate(("#1c8a90", "#146f7d", "#0c5468")):
        y, step = 752 + n * 46, 180
        d = (
            f"M{-250 + n * 50},{y}"
            + "".join(f" q{step / 2},-58 {step},0" for _ in range(9))
            + f" V1350 H{-250 + n * 50} Z"
        )
        sheet.add(path(d, colour), path(d, stroke="#d8f3ea", stroke_width=4, opacity=0.35))
    return sheet


def teachers() -> Sheet:
    """Paint a warm morning, with a teacher and two pupils walking towards it."""
    sheet = _page()
    sky(sheet, "#f3a765", "#f9cf8f", "#fdebc4", height=900)
    sheet.glow(540, 330, 620, "#fffbe8", 0.95)
    _rays(sheet, 540, 330, "#ffffff", 26, strength=0.5)
    sheet.add(mountain(200, 770, 720, 200, colour="#d9a58a", light="#fbdcae"))
    hills(sheet, 800, [("#a9b08a", 30, 120), ("#5f9a86", 0, 100), ("#2c6f68", -34, 60)], seed=37, bottom=1000)
    sheet.add(polygon([(500, 800), (580, 800), (700, 1000), (380, 1000)], "#f3d9a0", opacity=0.75))
    sheet.add(figure(Person("#2c5f8a", p.NAVY, "hijab", p.TEAL_DEEP, p.SKINS[0], back=True, skirt=True), 540, 890, 272))
    sheet.add(
        figure(Person(p.WHITE, p.RED, "hair", skin=p.SKINS[1], back=True, short=True), 438, 896, 206),
        figure(Person(p.WHITE, p.RED, "hijab", p.WHITE, p.SKINS[2], back=True, skirt=True), 644, 896, 200),
    )
    for x in (438, 644):
        sheet.add(
            rect(x - 17, 736, 34, 48, (p.NAVY, p.TEAL)[x > 540], rx=9),
            rect(x - 12, 760, 24, 16, "#fff", opacity=0.2, rx=4),
        )
    return sheet


def servants() -> Sheet:
    """Paint a deep blue hall of light, with civil servants at the foot of the tree."""
    sheet = _page()
    sky(sheet, "#081a33", "#0f2f5e", "#1d4f86", height=1000)
    sheet.glow(540, 430, 600, "#5f9fd6", 0.6)
    _rays(sheet, 540, 450, "#9cc8f0", 30, strength=0.2)
    for radius in (320, 400, 490, 590):
        sheet.add(circle(540, 450, radius, "none", stroke=p.GOLD, stroke_width=2, opacity=0.2))
    hills(sheet, 790, [("#173f6b", 10, 90), ("#0f2f55", -20, 60)], seed=83, bottom=1000)
    blue, trousers = "#2f66a6", "#0d2342"
    for n, x in enumerate((96, 196, 296, 396, 684, 784, 884, 984)):
        woman = n % 2 == 1
        person = Person(
            blue,
            trousers,
            "hijab" if woman else "peci",
            "#12305c" if woman else "#0b1220",
            p.SKINS[n % 4],
            "folded",
            "folded",
            skirt=woman,
            badge=True,
        )
        sheet.add(figure(person, x, 876 - abs(x - 540) * 0.02, 230 if woman else 242))
    return sheet


def tide() -> Sheet:
    """Paint rising water and rain behind a safety notice."""
    sheet = _page()
    sky(sheet, "#0b2f4a", "#14506a", "#1f7a83", height=1350)
    draw = random.Random(7)
    for _ in range(90):
        x, y, long = draw.uniform(0, 1120), draw.uniform(0, 520), draw.uniform(24, 60)
        sheet.add(line([(x, y), (x - long * 0.3, y + long)], "#bfe3e6", 2.4, opacity=draw.uniform(0.08, 0.26)))
    house = [
        polygon([(-96, -110), (0, -190), (96, -110)], "#0a2438"),
        rect(-76, -112, 152, 130, "#0e3048"),
        rect(-40, -80, 34, 40, "#ffd98a"),
        rect(14, -80, 34, 98, "#081a2a"),
    ]
    sheet.add(moved(house, 900, 426, 1.15), moved(house, 716, 436, 0.7))
    for n, colour in enumerate(("#2c8f96", "#1c737d", "#125765")):
        y = 424 + n * 26
        d = (
            f"M{-120 + n * 60},{y}"
            + "".join(" q60,-30 120,0 q60,30 120,0" for _ in range(6))
            + f" V1350 H{-120 + n * 60} Z"
        )
        sheet.add(path(d, colour))
    return sheet
