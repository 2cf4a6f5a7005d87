"""The wardrobe: well-proportioned figures without faces, one hundred units tall, feet at the origin."""

from dataclasses import dataclass
from typing import Literal

from . import palette as p
from .sheet import Point, circle, ellipse, group, line, moved, path, rect

Head = Literal["hair", "long", "peci", "hijab", "cap", "caping", "helmet"]
Pose = Literal["side", "hold", "salute", "point", "folded", "write", "reach", "raise", "talk"]

#: elbow and hand of the figure's arm on our right, in the figure's own units; the other arm is its mirror.
ARMS: dict[Pose, tuple[Point, Point]] = {
    "side": ((13.6, -63), (12.6, -47.5)),
    "hold": ((13.8, -64), (5, -59)),
    "salute": ((20, -80), (6.6, -95)),
    "point": ((19, -73), (29, -83)),
    "folded": ((13, -63), (1.5, -53)),
    "write": ((14.5, -64), (7, -54)),
    "reach": ((16, -67), (24, -60)),
    "raise": ((17, -86), (19, -103)),
    "talk": ((14.5, -65), (21, -72)),
}


@dataclass(frozen=True, slots=True)
class Person:
    """What somebody wears and does; `back` means that we see them from behind."""

    top: str
    bottom: str
    head: Head = "hair"
    cloth: str = p.HAIR
    skin: str = p.SKINS[0]
    left: Pose = "side"
    right: Pose = "side"
    back: bool = False
    skirt: bool = False
    short: bool = False
    vest: str = ""
    vest_band: str = p.AMBER
    badge: bool = False
    sash: str = ""


def _arm(person: Person, pose: Pose) -> str:
    elbow, hand = ARMS[pose]
    shoulder = (9.6, -78.5)
    sleeve_end = (
        elbow[0] + (hand[0] - elbow[0]) * 0.72,
        elbow[1] + (hand[1] - elbow[1]) * 0.72,
    )
    parts = [line([elbow, hand], person.skin, 3.5), circle(hand[0], hand[1], 2.3, person.skin)]
    sleeve = [shoulder, elbow, sleeve_end]
    if person.short:
        sleeve = [shoulder, ((shoulder[0] + elbow[0]) / 2 + 0.6, (shoulder[1] + elbow[1]) / 2)]
        parts.append(line([sleeve[1], elbow, hand], person.skin, 3.7))
    parts += [line(sleeve, person.top, 5.8), line(sleeve, "#000000", 5.8, opacity=0.09)]
    return group(parts)


def _legs(person: Person) -> str:
    shoes = ellipse(-4.6, -1.4, 3.6, 1.8, "#1d1a1c") + ellipse(4.6, -1.4, 3.6, 1.8, "#1d1a1c")
    if person.skirt:
        skirt = "M-8.6,-52 L8.6,-52 C10,-38 10.4,-20 10,-5.5 Q0,-3.6 -10,-5.5 C-10.4,-20 -10,-38 -8.6,-52 Z"
        return (
            shoes
            + path(skirt, person.bottom)
            + path("M2,-52 L8.6,-52 C10,-38 10.4,-20 10,-5.5 L3,-4.6 Z", "#000", opacity=0.1)
        )
    left = "M-8.6,-53 L0.4,-53 L-0.7,-38 L-1.4,-2 L-7.4,-2 L-8.4,-30 Z"
    right = "M8.6,-53 L-0.4,-53 L0.7,-38 L1.4,-2 L7.4,-2 L8.4,-30 Z"
    return shoes + path(left, person.bottom) + path(right, person.bottom) + path(right, "#000", opacity=0.14)


def _torso(person: Person) -> str:
    body = (
        "M-3.4,-85 C-7,-84 -12.6,-83 -12.8,-77.5 C-12.6,-70 -9.6,-63 -9.2,-49.5 "
        "Q0,-47.6 9.2,-49.5 C9.6,-63 12.6,-70 12.8,-77.5 C12.6,-83 7,-84 3.4,-85 Q0,-82.6 -3.4,-85 Z"
    )
    parts = [path(body, person.top)]
    if person.vest:
        vest = (
            "M-6,-84 L-10.6,-81 C-9.6,-70 -9.6,-60 -9.4,-51 Q0,-49.4 9.4,-51 C9.6,-60 9.6,-70 10.6,-81 L6,-84 L0,-77 Z"
        )
        back = "M-6,-84 L-10.6,-81 C-9.6,-70 -9.6,-60 -9.4,-51 Q0,-49.4 9.4,-51 C9.6,-60 9.6,-70 10.6,-81 L6,-84 Q0,-82 -6,-84 Z"
        parts.append(path(back if person.back else vest, person.vest))
        parts += [rect(-9.6, y, 19.2, 2.3, person.vest_band) for y in (-69, -59)]
    parts.append(
        path(
            "M2.4,-84 C7,-84 12.6,-83 12.8,-77.5 C12.6,-70 9.6,-63 9.2,-49.5 L4,-48.8 C6,-60 6.6,-72 2.4,-84 Z",
            "#000",
            opacity=0.1,
        )
    )
    if not person.back and not person.vest:
        parts.append(line([(0, -82.5), (0, -50)], "#000", 0.5, opacity=0.22))
        parts.append(path("M-3.6,-85 L0,-80.6 L3.6,-85 L2.4,-86.5 L-2.4,-86.5 Z", "#fff", opacity=0.35))
    if person.badge and not person.back:
        parts += [rect(3.6, -74.6, 4, 1.3, p.GOLD), rect(-7.4, -74.6, 4, 1.3, "#fff", opacity=0.7)]
        parts += [
            rect(-11, -83, 4.4, 1.5, p.GOLD, transform="rotate(-14 -9 -82)"),
            rect(6.6, -83, 4.4, 1.5, p.GOLD, transform="rotate(14 9 -82)"),
        ]
    if person.sash:
        parts.append(path("M-9.6,-82 L-6.4,-83.6 L9.3,-53 L9.2,-49.5 Z", person.sash))
    return group(parts)


def _hat(person: Person) -> str:
    if person.head == "peci":
        return path("M-5.9,-94.6 L-5,-102 Q0,-103.4 5,-102 L5.9,-94.6 Q0,-96.6 -5.9,-94.6 Z", person.cloth)
    if person.head == "cap":
        brim = "" if person.back else path("M-6.2,-95.6 Q0,-92.6 6.2,-95.6 L5.6,-97 L-5.6,-97 Z", "#000", opacity=0.45)
        return path("M-6,-95.4 C-6.4,-104 6.4,-104 6,-95.4 Q0,-97.2 -6,-95.4 Z", person.cloth) + brim
    if person.head == "helmet":
        return path("M-7,-95 C-7,-105 7,-105 7,-95 Q0,-97 -7,-95 Z", person.cloth) + line(
            [(0, -102), (0, -96)], "#fff", 1, opacity=0.5
        )
    if person.head == "caping":
        return path("M-14,-95.4 Q0,-99 14,-95.4 L1.2,-105 L-1.2,-105 Z", person.cloth) + path(
            "M0,-105 L1.2,-105 L14,-95.4 Q8,-97 3,-97.3 Z", "#000", opacity=0.15
        )
    return ""


def _head(person: Person) -> str:
    skin, hair = person.skin, p.HAIR
    neck = rect(-2.5, -88.5, 5, 2.6, "#000", opacity=0.16)
    face = ellipse(0, -93, 5.2, 6.6, skin)
    if person.head == "hijab":
        veil = (
            "M0,-101.8 C-6.6,-101.8 -7.4,-95 -7.4,-90 C-7.6,-84 -12.4,-82 -11.6,-76.6 "
            "C-7,-72 7,-72 11.6,-76.6 C12.4,-82 7.6,-84 7.4,-90 C7.4,-95 6.6,-101.8 0,-101.8 Z"
        )
        inner = "" if person.back else ellipse(0, -93, 4.3, 5.6, skin)
        fold = path(
            "M3.4,-101.2 C6.9,-99 7.4,-94.5 7.4,-90 C7.6,-84 12.4,-82 11.6,-76.6 C9.4,-74.4 6.4,-73.6 3,-73.2 C6,-82 6.4,-92 3.4,-101.2 Z",
            "#000",
            opacity=0.1,
        )
        return path(veil, person.cloth) + fold + inner
    if person.back:
        crown = path(
            "M-5.6,-91.6 C-6.6,-103.2 6.6,-103.2 5.6,-91.6 C5.2,-88.6 3.4,-87.4 0,-87.4 C-3.4,-87.4 -5.2,-88.6 -5.6,-91.6 Z",
            hair,
        )
        tail = (
            path("M-4.6,-92 C-6.4,-84 -5.4,-80 -4,-78.4 L4,-78.4 C5.4,-80 6.4,-84 4.6,-92 Z", hair)
            if person.head == "long"
            else ""
        )
        return neck + face + crown + tail + _hat(person)
    ears = circle(-5.2, -92.4, 1.1, skin) + circle(5.2, -92.4, 1.1, skin)
    crown = path(
        "M-5.6,-92.6 C-6.8,-103 6.8,-103 5.6,-92.6 C4.8,-95 4,-96.8 2.6,-97.2 C0,-96.2 -3,-96.6 -4.4,-97 C-5,-95.6 -5.2,-94 -5.6,-92.6 Z",
        hair,
    )
    locks = (
        path("M-5.8,-95 C-8,-88 -6.6,-83 -5.4,-81 L5.4,-81 C6.6,-83 8,-88 5.8,-95 Z", hair)
        if person.head == "long"
        else ""
    )
    shade = path("M1.6,-99 C7,-98 6,-87 1,-86.4 C4,-90 4,-95 1.6,-99 Z", "#000", opacity=0.1)
    return locks + neck + ears + face + shade + crown + _hat(person)


def _upper(person: Person) -> list[str]:
    """Order trunk, arms and head so that a raised hand lies over the head, and a veil over the shoulders."""
    arms = [group([_arm(person, person.left)], transform="scale(-1 1)"), _arm(person, person.right)]
    neck = rect(-2.5, -88.5, 5, 6.5, person.skin)
    if "salute" in (person.left, person.right):
        return [neck, _torso(person), _head(person), *arms]
    if person.back:
        return [neck, *arms, _torso(person), _head(person)]
    return [neck, _torso(person), *arms, _head(person)]


def figure(person: Person, x: float, y: float, height: float, *, flip: bool = False, shadow: float = 0.22) -> str:
    """Stand a person with the feet at a point."""
    parts = [ellipse(2, -0.6, 15, 2.6, "#000000", opacity=shadow)] if shadow else []
    parts += [_legs(person), *_upper(person)]
    return moved(parts, x, y, height / 100, flip=flip)


def seated_back(person: Person, x: float, y: float, height: float) -> str:
    """Seat a person with the back to us; the hips are at the point, the height is that of head and trunk."""
    scale = height / 55
    parts = _upper(person)
    return moved([group(parts, transform="translate(0 48)")], x, y, scale)
