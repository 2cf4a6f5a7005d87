"""Pictures of the terminal for the docs: runs a command as a person would and photographs what it prints.

python -m tools.screens docs/gambar/demo.png -- kendal demo --dir peragaan
"""

import html
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

COLUMNS = 80
COLOURS = {"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "36": "#76e3ea"}
STYLE = """
body { margin: 0; background: #0d1117; }
pre { margin: 0; padding: 28px 32px; color: #e6edf3; font: 15px/1.5 "DejaVu Sans Mono", monospace; }
b { font-weight: 700; }
.prompt { color: #7d8590; }
"""
CHROMIUM = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking")


def as_html(printed: str) -> str:
    """What a terminal would show, with the styles of ``reporters/style.py``."""
    parts, position, opened = [], 0, 0
    for found in re.finditer(r"\x1b\[([0-9;]*)m", printed):
        parts.append(html.escape(printed[position : found.start()]))
        position = found.end()
        codes = found[1].split(";")
        if codes in ([""], ["0"]):
            parts.append("</span>" * opened)
            opened = 0
            continue
        styles = [f"color:{COLOURS[code]}" for code in codes if code in COLOURS]
        styles += ["font-weight:700"] if "1" in codes else []
        styles += ["color:#8b949e"] if "2" in codes else []
        parts.append(f'<span style="{";".join(styles)}">')
        opened += 1
    return "".join((*parts, html.escape(printed[position:])))


def photograph(picture: Path, words: list[str]) -> None:
    """Run the command in an empty folder, 80 columns wide with colours, and write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1", "PYTHONUTF8": "1"}
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        shown = f'<span class="prompt">$ {html.escape(" ".join(words))}</span>\n{as_html(done.stdout + done.stderr)}'
        lines = shown.count("\n") + 2
        page = Path(folder) / "screen.html"
        page.write_text(f"<meta charset=utf-8><style>{STYLE}</style><pre>{shown}</pre>", encoding="utf-8")
        size = f"--window-size={COLUMNS * 9 + 64 + 36},{int(lines * 22.5) + 56}"
        command = ["chromium", *CHROMIUM, f"--user-data-dir={folder}/profile", "--force-device-scale-factor=2", size]
        subprocess.run([*command, f"--screenshot={picture.resolve()}", page.as_uri()], check=True, capture_output=True)


if __name__ == "__main__":
    split = sys.argv.index("--")
    photograph(Path(sys.argv[1]), sys.argv[split + 1 :])
