"""The drawing board: an SVG page that hands out gradients, blurs and clips under its own names."""

from collections.abc import Iterable, Sequence

Point = tuple[float, float]


def number(value: float) -> str:
    """Write a coordinate shortly and always the same way."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def attributes(values: dict[str, str | float]) -> str:
    """Turn keyword arguments into SVG attributes (`stroke_width` becomes `stroke-width`)."""
    return "".join(
        f' {name.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for name, value in values.items()
    )


def rect(x: float, y: float, width: float, height: float, fill: str, **more: str | float) -> str:
    """Draw a rectangle."""
    return f"<rect{attributes({'x': x, 'y': y, 'width': width, 'height': height, 'fill': fill, **more})}/>"


def circle(x: float, y: float, radius: float, fill: str, **more: str | float) -> str:
    """Draw a circle."""
    return f"<circle{attributes({'cx': x, 'cy': y, 'r': radius, 'fill': fill, **more})}/>"


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: str | float) -> str:
    """Draw an ellipse."""
    return f"<ellipse{attributes({'cx': x, 'cy': y, 'rx': rx, 'ry': ry, 'fill': fill, **more})}/>"


def path(d: str, fill: str = "none", **more: str | float) -> str:
    """Draw a path."""
    return f"<path{attributes({'d': d, 'fill': fill, **more})}/>"


def line(points: Sequence[Point], stroke: str, width: float, **more: str | float) -> str:
    """Draw an open line with round joins."""
    d = "M" + " L".join(f"{number(x)},{number(y)}" for x, y in points)
    more = {"stroke_linecap": "round", "stroke_linejoin": "round", **more}
    return path(d, "none", stroke=stroke, stroke_width=width, **more)


def polygon(points: Iterable[Point], fill: str, **more: str | float) -> str:
    """Draw a closed shape of straight sides."""
    return path("M" + " L".join(f"{number(x)},{number(y)}" for x, y in points) + " Z", fill, **more)


def group(parts: Iterable[str], **more: str | float) -> str:
    """Put parts into one group."""
    return f"<g{attributes(more)}>{''.join(parts)}</g>"


def moved(parts: Iterable[str], x: float, y: float, scale: float = 1.0, *, flip: bool = False) -> str:
    """Place parts somewhere else, larger or smaller, or seen in a mirror."""
    across = -scale if flip else scale
    return group(parts, transform=f"translate({number(x)} {number(y)}) scale({across:.4f} {scale:.4f})")


class Sheet:
    """One page to draw on; names of gradients and the like are numbered, so the page is always the same."""

    def __init__(self, width: int, height: int) -> None:
        """Lay out an empty page."""
        self.width = width
        self.height = height
        self._definitions: list[str] = []
        self._parts: list[str] = []

    def add(self, *parts: str) -> None:
        """Draw parts above what is there."""
        self._parts.extend(parts)

    def _define(self, tag: str, inside: str, **more: str | float) -> str:
        name = f"d{len(self._definitions)}"
        self._definitions.append(f'<{tag} id="{name}"{attributes(more)}>{inside}</{tag}>')
        return f"url(#{name})"

    @staticmethod
    def _stops(colours: Sequence[str | tuple[str, float]]) -> str:
        last = max(len(colours) - 1, 1)
        stops = []
        for place, colour in enumerate(colours):
            paint, opacity = colour if isinstance(colour, tuple) else (colour, 1.0)
            stops.append(
                f'<stop offset="{number(place / last)}" stop-color="{paint}" stop-opacity="{number(opacity)}"/>'
            )
        return "".join(stops)

    def linear(self, *colours: str | tuple[str, float], across: bool = False) -> str:
        """Mix colours from top to bottom, or from left to right."""
        ends: dict[str, str | float] = {"x1": 0, "y1": 0, "x2": 1 if across else 0, "y2": 0 if across else 1}
        return self._define("linearGradient", self._stops(colours), **ends)

    def radial(self, *colours: str | tuple[str, float]) -> str:
        """Mix colours from the middle outwards."""
        return self._define("radialGradient", self._stops(colours))

    def blur(self, amount: float) -> str:
        """Soften whatever carries this filter."""
        inside = f'<feGaussianBlur stdDeviation="{number(amount)}"/>'
        return self._define("filter", inside, x="-50%", y="-50%", width="200%", height="200%")

    def clip(self, *parts: str) -> str:
        """Cut whatever carries this clip path to the outline of the parts."""
        return self._define("clipPath", "".join(parts))

    def pattern(self, width: float, height: float, *parts: str, turn: float = 0) -> str:
        """Repeat parts as a paint."""
        turned = f"rotate({number(turn)})"
        return self._define(
            "pattern",
            "".join(parts),
            width=width,
            height=height,
            patternUnits="userSpaceOnUse",
            patternTransform=turned,
        )

    def glow(self, x: float, y: float, radius: float, colour: str, strength: float = 0.8) -> None:
        """Let light bloom around a point."""
        paint = self.radial((colour, strength), (colour, strength * 0.35), (colour, 0.0))
        self.add(circle(x, y, radius, paint))

    def svg(self) -> str:
        """Return the page as SVG text."""
        size = f'width="{self.width}" height="{self.height}" viewBox="0 0 {self.width} {self.height}"'
        definitions = f"<defs>{''.join(self._definitions)}</defs>"
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{definitions}{"".join(self._parts)}</svg>'
