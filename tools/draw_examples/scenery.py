"""The open air: skies, the layered hills south of Kendal, flags, trees, roofs and boats."""

import math
import random
from itertools import pairwise

from . import palette as p
from .sheet import Sheet, circle, group, number, path, polygon, rect


def sky(sheet: Sheet, *colours: str, height: float | None = None) -> None:
    """Fill the upper part of the page with a sky."""
    sheet.add(rect(0, 0, sheet.width, height or sheet.height, sheet.linear(*colours)))


def ridge(width: float, base: float, height: float, seed: int, *, bottom: float, waves: float = 2.2) -> str:
    """Return the outline of a range of soft hills."""
    draw = random.Random(seed)
    tones = [(waves * (1 + n * 0.9), draw.uniform(0, 6.28), 1 / (1 + n * 1.3)) for n in range(4)]
    points = []
    for step in range(41):
        x = width * step / 40
        lift = sum(size * math.sin(x / width * rate * 3.14 + phase) for rate, phase, size in tones)
        points.append((x, base - height * (0.5 + lift / 4.2)))
    d = f"M0,{number(bottom)} L0,{number(points[0][1])}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        d += f" Q{number(x0)},{number(y0)} {number(middle)},{number((y0 + y1) / 2)}"
    return d + f" L{number(width)},{number(points[-1][1])} L{number(width)},{number(bottom)} Z"


def hills(sheet: Sheet, base: float, layers: list[tuple[str, float, float]], *, seed: int, bottom: float) -> None:
    """Draw hills behind hills; a layer is colour, rise above the base, and height."""
    for place, (colour, rise, height) in enumerate(layers):
        d = ridge(sheet.width, base - rise, height, seed + place * 7, bottom=bottom, waves=1.7 + place * 0.5)
        sheet.add(path(d, sheet.linear(colour, colour)))
        mist = sheet.linear(("#ffffff", 0.0), ("#ffffff", 0.16))
        sheet.add(path(d, mist))


def mountain(x: float, base: float, width: float, height: float, *, colour: str, light: str) -> str:
    """Draw the quiet cone of the mountain behind the hills."""
    half, top = width / 2, base - height
    outline = (
        f"M{number(x - half)},{number(base)} C{number(x - half * 0.5)},{number(base - height * 0.22)} "
        f"{number(x - half * 0.26)},{number(top + height * 0.16)} {number(x - half * 0.1)},{number(top + 4)} "
        f"Q{number(x - half * 0.02)},{number(top + height * 0.05)} {number(x + half * 0.08)},{number(top)} "
        f"C{number(x + half * 0.26)},{number(top + height * 0.2)} {number(x + half * 0.5)},{number(base - height * 0.2)} "
        f"{number(x + half)},{number(base)} Z"
    )
    flank = (
        f"M{number(x - half)},{number(base)} C{number(x - half * 0.5)},{number(base - height * 0.22)} "
        f"{number(x - half * 0.26)},{number(top + height * 0.16)} {number(x - half * 0.1)},{number(top + 4)} "
        f"Q{number(x - half * 0.1)},{number(base - height * 0.4)} {number(x - half * 0.3)},{number(base)} Z"
    )
    return path(outline, colour) + path(flank, light, opacity=0.35)


def clouds(
    sheet: Sheet, seed: int, colour: str, *, top: float, bottom: float, count: int = 6, opacity: float = 0.5
) -> None:
    """Float long soft clouds between two heights."""
    draw = random.Random(seed)
    for _ in range(count):
        x, y, long = draw.uniform(-80, sheet.width), draw.uniform(top, bottom), draw.uniform(180, 420)
        thick = draw.uniform(10, 20)
        bars = [rect(x, y, long, thick, colour, rx=thick / 2)]
        bars.append(rect(x + long * 0.22, y - thick * 0.8, long * 0.5, thick, colour, rx=thick / 2))
        bars.append(rect(x + long * 0.38, y + thick * 0.7, long * 0.7, thick * 0.8, colour, rx=thick * 0.4))
        sheet.add(group(bars, opacity=opacity))


def flag(sheet: Sheet, x: float, base: float, height: float, width: float) -> None:
    """Raise the red and white flag on a white pole."""
    top, tall = base - height, width * 0.64
    half = tall / 2
    pole = sheet.linear("#f7f3ea", "#b9b6ad", across=True)
    sheet.add(rect(x - 34, base - 14, 68, 14, "#d9d3c5", rx=3), rect(x - 22, base - 26, 44, 12, "#e9e4d8", rx=3))
    sheet.add(rect(x - 4, top, 8, height - 20, pole, rx=4), circle(x, top - 5, 9, p.GOLD))
    for row, colour in enumerate((p.RED, p.WHITE)):
        y = top + 8 + row * half
        wave, dip = width * 0.3, tall * 0.13
        d = (
            f"M{number(x + 4)},{number(y)} c{number(wave)},{number(-dip)} {number(wave)},{number(dip)} {number(width * 0.55)},{number(dip * 0.4)} "
            f"c{number(width * 0.2)},{number(-dip * 0.6)} {number(width * 0.3)},{number(-dip * 0.4)} {number(width * 0.45)},{number(dip * 0.3)} "
            f"l0,{number(half)} c{number(-width * 0.15)},{number(-dip * 0.7)} {number(-width * 0.25)},{number(-dip * 0.9)} {number(-width * 0.45)},{number(-dip * 0.3)} "
            f"c{number(-(width * 0.55 - wave))},{number(dip * 0.6)} {number(-(width * 0.55 - wave))},{number(-dip * 1.4)} {number(-width * 0.55)},{number(-dip * 0.4)} Z"
        )
        shade = sheet.linear(("#000", 0.0), ("#000", 0.12), ("#fff", 0.1), ("#000", 0.1), ("#000", 0.02), across=True)
        sheet.add(path(d, colour), path(d, shade))


def tree(x: float, base: float, size: float, dark: str, light: str) -> str:
    """Draw a round shade tree."""
    crowns = [(-0.32, -0.62, 0.3), (0.3, -0.6, 0.32), (0, -0.82, 0.36), (-0.02, -0.55, 0.34)]
    parts = [rect(x - size * 0.045, base - size * 0.45, size * 0.09, size * 0.45, p.WOOD_DEEP)]
    parts += [circle(x + dx * size, base + dy * size, radius * size, dark) for dx, dy, radius in crowns]
    parts += [
        circle(x + (dx - 0.06) * size, base + (dy - 0.07) * size, radius * size * 0.68, light, opacity=0.55)
        for dx, dy, radius in crowns[:3]
    ]
    return group(parts)


def palm(x: float, base: float, size: float, colour: str, *, lean: float = 0.12) -> str:
    """Draw a coconut palm."""
    top_x, top_y = x + lean * size, base - size
    trunk = path(
        f"M{number(x - size * 0.03)},{number(base)} Q{number(x + lean * size * 0.25 - size * 0.024)},{number(base - size * 0.6)} {number(top_x - size * 0.014)},{number(top_y)} "
        f"L{number(top_x + size * 0.016)},{number(top_y)} Q{number(x + lean * size * 0.25 + size * 0.018)},{number(base - size * 0.6)} {number(x + size * 0.034)},{number(base)} Z",
        colour,
    )
    leaves = []
    for angle in (-178, -152, -124, -62, -30, -4, 14, 166):
        reach, drop = size * 0.42, size * 0.2
        dx, dy = math.cos(math.radians(angle)) * reach, math.sin(math.radians(angle)) * reach * 0.62
        end = (top_x + dx, top_y + dy + drop * abs(math.cos(math.radians(angle))))
        up = (top_x + dx * 0.5, top_y + dy - size * 0.08)
        low = (top_x + dx * 0.55, top_y + dy * 0.6 + size * 0.055)
        leaves.append(
            path(
                f"M{number(top_x)},{number(top_y)} Q{number(up[0])},{number(up[1])} {number(end[0])},{number(end[1])} Q{number(low[0])},{number(low[1])} {number(top_x)},{number(top_y)} Z",
                colour,
            )
        )
    return group([trunk, *leaves])


def pavilion(sheet: Sheet, x: float, base: float, width: float, *, roof: str, wall: str, glow: str) -> None:
    """Build an office with the two-stepped roof of a Javanese hall."""
    tall = width * 0.2
    left, eaves = x - width / 2, base - tall
    sheet.add(
        rect(left + width * 0.05, eaves, width * 0.9, tall, wall),
        rect(left + width * 0.05, eaves, width * 0.9, tall * 0.2, "#000", opacity=0.18),
    )
    for column in range(9):
        place = left + width * (0.075 + column * 0.102)
        sheet.add(rect(place, eaves, width * 0.016, tall, "#fff", opacity=0.75))
        if column < 8:
            sheet.add(rect(place + width * 0.03, eaves + tall * 0.34, width * 0.058, tall * 0.5, glow, rx=3))
    skirt = [
        (left - width * 0.03, eaves + 4),
        (x + width * 0.53, eaves + 4),
        (x + width * 0.33, eaves - width * 0.085),
        (x - width * 0.33, eaves - width * 0.085),
    ]
    crown = [
        (x - width * 0.27, eaves - width * 0.085),
        (x + width * 0.27, eaves - width * 0.085),
        (x + width * 0.13, eaves - width * 0.215),
        (x - width * 0.13, eaves - width * 0.215),
    ]
    shade = sheet.linear(("#fff", 0.14), ("#000", 0.12))
    for shape in (skirt, crown):
        sheet.add(polygon(shape, roof), polygon(shape, shade))
    sheet.add(rect(x - width * 0.14, eaves - width * 0.226, width * 0.28, width * 0.016, roof, rx=4))
    sheet.add(rect(left, base - 6, width, 10, "#000", opacity=0.12))


def bunting(x0: float, x1: float, y: float, sag: float, *, count: int, colours: tuple[str, ...]) -> str:
    """Hang a string of little pennants between two points."""
    middle = (x0 + x1) / 2
    parts = [
        path(
            f"M{number(x0)},{number(y)} Q{number(middle)},{number(y + sag * 2)} {number(x1)},{number(y)}",
            stroke="#fff",
            stroke_width=2,
            opacity=0.8,
        )
    ]
    for place in range(count):
        t = (place + 0.5) / count
        x, drop = x0 + (x1 - x0) * t, y + sag * 4 * t * (1 - t)
        wide = (x1 - x0) / count * 0.36
        parts.append(
            polygon([(x - wide, drop), (x + wide, drop), (x, drop + wide * 2.2)], colours[place % len(colours)])
        )
    return group(parts)
