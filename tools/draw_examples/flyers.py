"""The flyer desk: fills the office's flyer templates with fitted text, a backdrop and a motif."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import backdrops
from .sheet import Sheet
from .typesetting import fit, measure

FOLDER = Path(__file__).parents[2] / "templates" / "flyer"
PAGES = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one flyer: `ground` carries the text, `mark` is the ribbon and the abstract mark."""

    ground: str
    deep: str
    text: str
    accent: str
    head: str
    mark: str
    mark_ink: str
    alarm: str = "#c8202f"


@dataclass(frozen=True, slots=True)
class Flyer:
    """What a commemorative flyer says."""

    greeting: str
    title: str
    ordinal: str
    day: str
    weekday: str
    month: str
    tagline: str
    motif: str
    backdrop: Callable[[], Sheet]
    theme: Theme


@dataclass(frozen=True, slots=True)
class Step:
    """One instruction of a notice and its drawn sign."""

    lines: tuple[str, ...]
    icon: Markup


def _inside(svg: str) -> Markup:
    """Take the drawing out of its `svg` element, so that it can lie in another one."""
    return Markup(re.sub(r"^<svg[^>]*>|</svg>$", "", svg))  # noqa: S704 -- our own drawing, never a reader's


def commemoration(flyer: Flyer) -> str:
    """Return a flyer of a commemorative day as SVG."""
    measure(flyer.greeting, 500, 40)
    beside = round(measure(flyer.day, 800, 138)) + 86
    spare = 1008 - beside - max(measure(flyer.month, 700, 46), measure(flyer.weekday, 500, 34)) - 40
    seal = fit(flyer.ordinal, 800, width=spare - 76, largest=60, smallest=36, lines=1).size if flyer.ordinal else 0
    return PAGES.get_template("hari-besar.svg").render(
        theme=flyer.theme,
        backdrop=_inside(flyer.backdrop().svg()),
        motif=_inside((FOLDER / "motif" / f"{flyer.motif}.svg").read_text(encoding="utf-8")),
        greeting=flyer.greeting,
        title=fit(flyer.title, 800, width=936, largest=116, smallest=72, lines=2),
        ordinal=flyer.ordinal,
        seal=round(measure(flyer.ordinal, 800, seal)) + 76 if seal else 0,
        seal_size=seal,
        day=flyer.day,
        beside=beside,
        weekday=flyer.weekday,
        month=flyer.month,
        tagline=fit(flyer.tagline, 500, width=936, largest=34, smallest=26, lines=1),
    )


PLUG = Markup('<path d="M-14,-34 V-14 M14,-34 V-14 M-26,-14 H26 V2 A26,26 0 0 1 -26,2 Z M0,28 V42 M-40,-40 L40,40"/>')
CARE = Markup(
    '<path d="M-20,-26 m-11,0 a11,11 0 1,0 22,0 a11,11 0 1,0 -22,0 M-20,-10 V18 M-20,18 L-32,42 M-20,18 L-8,42 M-20,0 L10,8 M18,-4 m-9,0 a9,9 0 1,0 18,0 a9,9 0 1,0 -18,0 M18,8 V28 M18,28 L10,42 M18,28 L26,42"/>'
)
ROAD = Markup('<path d="M0,-40 L44,38 H-44 Z M0,-12 V10 M0,24 V25"/>')
GUIDE = Markup('<path d="M-36,-8 V10 H-18 L22,32 V-30 L-18,-8 Z M34,-12 Q44,1 34,14"/>')


def notice() -> str:
    """Return the notice about tidal flooding as SVG."""
    texts = (
        "Matikan listrik bila air masuk rumah",
        "Dahulukan lansia, anak, dan ibu hamil",
        "Hindari jalan yang tergenang",
        "Ikuti arahan petugas",
    )
    icons = (PLUG, CARE, ROAD, GUIDE)
    steps = [
        Step(fit(text, 700, width=620, largest=38, smallest=38, lines=2).lines, icon)
        for text, icon in zip(texts, icons, strict=True)
    ]
    for text, weight in (("Waspada", 700), ("Perlu bantuan?", 500), ("Panggilan darurat", 700), ("112", 800)):
        measure(text, weight, 40)
    theme = Theme("#14506a", "#0b2f4a", "#fffdf8", "#f6cf6a", "#fffdf8", "#f6cf6a", "#0b2f4a")
    return PAGES.get_template("imbauan.svg").render(
        theme=theme,
        backdrop=_inside(backdrops.tide().svg()),
        kicker="Waspada",
        title=fit("Genangan Rob", 800, width=620, largest=104, smallest=80, lines=2),
        steps=steps,
        call="Perlu bantuan?",
        place="Panggilan darurat",
        number="112",
    )
