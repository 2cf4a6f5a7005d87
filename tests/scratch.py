"""A scratch content repository: an office, one day of its agenda and a good post, each to be broken by a test."""

import random
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from kendal_git.files import WorkTree
from kendal_git.model.diagnostic import Diagnostic
from kendal_git.reading.offices import read_office
from kendal_git.reporters import text
from kendal_git.reporters.style import Style
from kendal_git.verbs.check import check_post

FOLDER = "content/2026/11/25-upacara-hari-guru"
DAY_PATH = "agenda/2026/11/25.yaml"
OFFICE = """\
office: {name: Dinas Contoh}
roles:
  staf: {holders: [{id: 1, login: staf-narasi, from: 2026-01-01}, {id: 2, login: staf-foto, from: 2026-01-01}]}
officials: {bupati: Bupati Kendal, sekda: Sekretaris Daerah}
opd: {disdikbud: Dinas Pendidikan dan Kebudayaan}
channels: {instagram: {via: outbox}, facebook: {via: outbox}, x: {via: outbox}}
"""
CALENDAR = """\
entries:
  - id: hari-guru-nasional
    nama: Hari Guru Nasional
    rule: {type: fixed, month: 11, day: 25}
"""
DAY = """\
date: 2026-11-25
entries:
  - id: upacara
    time: "08:00"
    title: Upacara Hari Guru
    source: protokol
  - {id: ziarah, time: "10:00", title: Ziarah, source: opd, cancelled: {at: 2026-11-24T09:00+07:00, reason: hujan}}
"""
POST = """\
---
title: Upacara Hari Guru
kind: liputan
date: 2026-11-25
agenda: 2026/11/25#upacara
officials: [bupati, sekda]
place: Alun-alun Kendal
opd: [disdikbud]
team: {text: staf-narasi, photo: staf-foto}
channels: [instagram, facebook, x]
information: berkala
sensitivity: biasa
images:
  - file: foto.jpg
    alt: Peserta upacara berbaris rapi di alun-alun
    credit: Tim IKP
consent: {children: none}
hashtags: [HariGuru]
---
Upacara berlangsung khidmat.
"""


# What editors, spreadsheets and messengers leave in a text, and what an attacker would.
ODDITIES = (
    *(
        "\r\n",
        "\r",
        "\u2028",
        "\u2029",
        "\x85",
        "\x00",
        "\x1b",
        "\x7f",
        "\ufeff",
        "\ufffe",
        "\u202e",
        "\U0001f389",
        "\t",
    ),
    *(
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "<<: ",
        "? ",
        "---\n",
        "...\n",
        "%YAML 9.9\n",
        "\\ud800",
        '"',
        "'",
        "|",
    ),
    *("[" * 500, "{a: " * 500, "- " * 500, "x" * 20_000, "title: dua kali\n", "[a, b]: c\n", "{a: b}: c\n", "ꦏꦼꦤ꧀ꦢꦭ꧀"),
)
BYTES = (b"\xed\xa0\x80", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc0\x80", b"\x80", b"\xf4\x90\x80\x80")


def picture(size: tuple[int, int] = (64, 48), form: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    """The bytes of a plain picture."""
    out = BytesIO()
    Image.new(mode, size, (90, 120, 60)[: len(mode)] if len(mode) < 4 else (9, 9, 9, 9)).save(out, form, **options)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Repository:
    """A folder that the command takes for a content repository."""

    root: Path

    @property
    def files(self) -> WorkTree:
        return WorkTree(self.root)

    def write(self, path: str, content: str | bytes) -> None:
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content.encode() if isinstance(content, str) else content)

    def post(self, content: str | bytes, folder: str = FOLDER) -> list[Diagnostic]:
        """Write a post's file and check the post."""
        self.write(f"{folder}/post.md", content)
        return self.check(folder)

    def check(self, folder: str = FOLDER) -> list[Diagnostic]:
        return check_post(self.files, folder, read_office(self.files)[0])

    def changed(self, old: str, new: str) -> list[str]:
        """The first lines of what is found when the good post says ``new`` instead of ``old``."""
        assert POST.count(old) == 1, f"{old!r} stands {POST.count(old)} times in the good post"
        return first_lines(self.post(POST.replace(old, new)))


def make(root: Path) -> Repository:
    """An office, its calendar, a day and a post in which nothing is wrong."""
    made = Repository(root)
    contents = {"kendal.yaml": OFFICE, "agenda/hari-besar.yaml": CALENDAR, DAY_PATH: DAY, f"{FOLDER}/post.md": POST}
    for path, content in contents.items():
        made.write(path, content)
    made.write(f"{FOLDER}/foto.jpg", picture())
    return made


def first_lines(found: list[Diagnostic] | tuple[Diagnostic, ...], language: str = "id") -> list[str]:
    """What a person reads first of each finding, with the post's folder left out."""
    shown = (text.diagnostic(one, language, Style()).split("\n")[0] for one in found)
    return [line.removeprefix(f"{FOLDER}/") for line in shown]


def mutated(good: str, dice: random.Random) -> bytes:
    """A good file after one to six accidents."""
    data = bytearray(good.encode())
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data) + 1)
        match dice.randrange(5):
            case 0 if data:
                data[at - 1] ^= 1 << dice.randrange(8)
            case 1:
                del data[at : at + dice.randrange(30)]
            case 2:
                data[at:at] = dice.choice(BYTES)
            case 3:
                data[at:at] = dice.choice(ODDITIES).encode("utf-8", "ignore")
            case _:
                data = bytearray(bytes(data).replace(b"\n", dice.choice((b"\r\n", b"\r", b"\n\n")), dice.randrange(9)))
    return bytes(data)
