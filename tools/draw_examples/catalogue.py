"""The order book: which picture hangs in which example post."""

from collections.abc import Callable
from functools import partial

from . import backdrops, batik, exhibition, feast, flood, flyers, landing, night, parade, pledge, school, stall
from .flyers import Flyer, Theme
from .sheet import Sheet

FLYERS: dict[str, Flyer] = {
    "2026/11/10-hari-pahlawan/flyer.jpg": Flyer(
        "Selamat Memperingati",
        "Hari Pahlawan",
        "",
        "10",
        "Selasa",
        "November 2026",
        "Meneladani keberanian, meneruskan pengabdian",
        "obor",
        backdrops.heroes,
        Theme("#2c0810", "#17040a", "#fffdf8", "#f6b84c", "#fffdf8", "#f6cf86", "#4a0d18"),
    ),
    "2026/11/12-hari-kesehatan-nasional/flyer.jpg": Flyer(
        "Selamat",
        "Hari Kesehatan Nasional",
        "ke-62",
        "12",
        "Kamis",
        "November 2026",
        "Sehat dimulai dari rumah",
        "palang-daun",
        backdrops.health,
        Theme("#0b4f4a", "#073834", "#fffdf8", "#f6cf86", "#0b4f4a", "#0f766e", "#fffdf8"),
    ),
    "2026/11/21-hari-ikan-nasional/flyer.jpg": Flyer(
        "Selamat",
        "Hari Ikan Nasional",
        "ke-13",
        "21",
        "Sabtu",
        "November 2026",
        "Gemar makan ikan, sehat sekeluarga",
        "ikan",
        backdrops.fish,
        Theme("#0a3f55", "#062a3c", "#fffdf8", "#ffc766", "#06364a", "#ffd98a", "#0a3f55"),
    ),
    "2026/11/25-hari-guru-nasional/flyer.jpg": Flyer(
        "Selamat",
        "Hari Guru Nasional",
        "",
        "25",
        "Rabu",
        "November 2026",
        "Terima kasih, Bapak dan Ibu Guru",
        "buku",
        backdrops.teachers,
        Theme("#12443f", "#0a2c29", "#fffdf8", "#f9cf8f", "#5a2f12", "#c9452f", "#fffdf8"),
    ),
    "2026/11/29-hut-korpri/flyer.jpg": Flyer(
        "Dirgahayu",
        "KORPRI",
        "HUT ke-55",
        "29",
        "Minggu",
        "November 2026",
        "Melayani, berkarya, menyatukan",
        "pohon",
        backdrops.servants,
        Theme("#0a1f3d", "#061328", "#fffdf8", "#e9b44c", "#fffdf8", "#e9b44c", "#081a33"),
    ),
}

SCENES: dict[str, Callable[[], Sheet]] = {
    "2026/11/12-apel-hari-kesehatan/apel.jpg": parade.roll_call,
    "2026/11/21-gemar-makan-ikan/tpi.jpg": landing.landing,
    "2026/11/21-gemar-makan-ikan/lapak.jpg": stall.stall,
    "2026/11/21-gemar-makan-ikan/makan-bersama.jpg": feast.long_table,
    "2026/11/25-upacara-hari-guru/upacara.jpg": parade.flag_ceremony,
    "2026/11/25-upacara-hari-guru/kelas.jpg": school.classroom,
    "2026/12/03-hari-disabilitas-internasional/pameran.jpg": exhibition.exhibition,
    "2026/12/03-hari-disabilitas-internasional/karya.jpg": batik.batik_hands,
    "2026/12/09-komitmen-antikorupsi/penandatanganan.jpg": pledge.signing,
    "2026/12/15-genangan-rob/perahu.jpg": flood.flood_boat,
    "2026/12/24-pos-nataru/pos-jaga.jpg": night.guard_post,
}


def _scene(draw: Callable[[], Sheet]) -> str:
    return draw().svg()


def drawings() -> dict[str, Callable[[], str]]:
    """Return, for each picture below `content/`, what draws it."""
    book: dict[str, Callable[[], str]] = {"2026/12/15-genangan-rob/imbauan.jpg": flyers.notice}
    book |= {name: partial(flyers.commemoration, flyer) for name, flyer in FLYERS.items()}
    book |= {name: partial(_scene, draw) for name, draw in SCENES.items()}
    return dict(sorted(book.items()))
