"""Pictures of the terminal for the docs: commands run in a real one, 80 columns wide, and what then stands there.

python -m tools.screens docs/gambar            all of them
python -m tools.screens docs/gambar periksa    those whose name begins so

Needs tmux, Chromium and the DejaVu letters (Debian: tmux chromium fonts-dejavu-core).
"""

import html
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
COLUMNS, ROWS = 80, 150
SCALE = 1.5
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "36": "#76e3ea"}
STYLE = """
body { margin: 0; background: #0d1117; }
pre { margin: 0; padding: 24px 28px; color: #e6edf3; font: 15px/1.45 "DejaVu Sans Mono", monospace; }
.prompt { color: #7d8590; }
"""
CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking")
PATH = "content/2026/11/25-pasar-murah/post.md"
GOOD = """\
---
title: Pasar Murah di Alun-alun Kendal
kind: pengumuman
date: 2026-11-25
channels: [instagram, facebook]
publish_at: 2026-11-24T06:00+07:00
information: berkala
sensitivity: biasa
images:
  - file: lapak.jpg
    alt: Lapak sembako berjajar di tepi alun-alun
    credit: Tim IKP
consent: {children: none}
---
Pasar murah digelar Rabu, 25 November 2026, di Alun-alun Kendal (contoh).
"""
SLIPS = (
    ("kind: pengumuman", "kind: pengumumam"),
    ("facebook]", "facebok]"),
    ("06:00+07:00", "06:00"),
    ("Lapak sembako berjajar di tepi alun-alun", "Lapak"),
    ("digelar Rabu", "digelar Selasa"),
    ("(contoh).", "(contoh).\n\nTanya panitia di 0812-0000-0000."),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A command, and the post that lies in the office's repository when it runs; without one, an empty folder."""

    command: str
    post: str = ""


def slipped() -> str:
    """The good post with a mistake of every usual sort."""
    text = GOOD
    for right, wrong in SLIPS:
        assert right in text, right
        text = text.replace(right, wrong)
    return text


SCENES = {
    "demo": Scene("kendal demo --dir peragaan"),
    "periksa-salah": Scene("kendal check", slipped()),
    "periksa-baik": Scene("kendal check", GOOD),
    "periksa-jelaskan": Scene("kendal check --explain day-name", GOOD),
    "bantuan": Scene("kendal --help", GOOD),
    "bantuan-check": Scene("kendal check --help", GOOD),
}


def lay(folder: Path, post: str) -> None:
    """An office's repository with one post and its picture."""
    subprocess.run(["kendal", "init", "."], cwd=folder, check=True, capture_output=True)
    written = folder / PATH
    written.parent.mkdir(parents=True)
    written.write_text(post, encoding="utf-8")
    Image.new("RGB", (64, 48), (20, 110, 120)).save(written.parent / "lapak.jpg")


def shown(folder: Path, command: str) -> str:
    """What a terminal of our width shows after the command, with its colours."""
    tmux = ["tmux", "-L", f"kendal-{os.getpid()}", "-f", os.devnull]
    script = f"{command}; {shlex.join([*tmux, 'wait-for', '-S', 'done'])}; sleep 60"
    size = ("-x", str(COLUMNS), "-y", str(ROWS))
    subprocess.run([*tmux, "new-session", "-d", *size, "-c", str(folder), f"sh -c {shlex.quote(script)}"], check=True)
    try:
        subprocess.run([*tmux, "wait-for", "done"], check=True, timeout=120)
        done = subprocess.run([*tmux, "capture-pane", "-e", "-p"], check=True, capture_output=True, encoding="utf-8")
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
    return done.stdout.rstrip()


def as_html(printed: str) -> Iterator[str]:
    """A terminal's text with the styles of ``reporters/style.py``, which tmux tells one after the other."""
    bold = dim = False
    colour = ""
    for part in re.split(r"(\x1b\[[0-9;]*m)", printed):
        if not part.startswith("\x1b"):
            look = [f"color:{'#8b949e' if dim else COLOURS.get(colour, 'inherit')}", *(["font-weight:700"] * bold)]
            yield f'<span style="{";".join(look)}">{html.escape(part)}</span>'
            continue
        for code in part[2:-1].split(";"):
            if code in ("", "0"):
                bold, dim, colour = False, False, ""
            bold, dim = (code == "1") or bold, (code == "2") or dim
            if code == "22":
                bold = dim = False
            if code == "39" or code in COLOURS:
                colour = code


def photograph(picture: Path, scene: Scene) -> None:
    """Play one scene and write its picture, in as few colours as it needs."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "kantor"
        folder.mkdir()
        if scene.post:
            lay(folder, scene.post)
        printed = shown(folder, scene.command)
        told = f'<span class="prompt">$ {html.escape(scene.command)}</span>\n{"".join(as_html(printed))}'
        page = Path(place) / "screen.html"
        page.write_text(f"<meta charset=utf-8><style>{STYLE}</style><pre>{told}</pre>", encoding="utf-8")
        width, height = COLUMNS * 9 + 60, int((printed.count("\n") + 2) * 21.75) + 48
        size = (f"--force-device-scale-factor={SCALE}", f"--window-size={width},{height + 500}")
        command = ["chromium", *CHROMIUM, f"--user-data-dir={place}/profile", *size]
        raw = Path(place) / "screen.png"
        subprocess.run([*command, f"--screenshot={raw}", page.as_uri()], check=True, capture_output=True)
        out = BytesIO()
        cut = Image.open(raw).convert("RGB").crop((0, 0, int(width * SCALE), int(height * SCALE)))
        cut.quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        picture.write_bytes(out.getvalue())


if __name__ == "__main__":
    os.environ["PATH"] = f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    os.environ["PYTHONUTF8"] = "1"
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    for name, scene in SCENES.items():
        if name.startswith(wanted):
            photograph(Path(sys.argv[1]) / f"{name}.png", scene)
