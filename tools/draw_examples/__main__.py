"""The studio door: `python -m tools.draw_examples` draws all example pictures into their posts."""

import sys
from pathlib import Path

from .catalogue import drawings
from .printing import jpeg, write

CONTENT = Path(__file__).parents[2] / "content"


def main() -> int:
    """Draw every picture and say what changed."""
    for name, draw in drawings().items():
        picture = jpeg(draw())
        changed = write(picture, CONTENT / name)
        sys.stdout.write(f"{'drawn' if changed else 'same '}  {len(picture) // 1000:>4} kB  {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
