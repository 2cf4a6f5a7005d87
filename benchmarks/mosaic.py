"""The picture maker of the corpus: real 640x800 baseline JPEGs, the same every time, each a Git blob of its own.

Fifty patterns are drawn by a small DC-only encoder and padded with incompressible comment segments, so that, as with
photographs, no picture is a delta of another.
"""

import random
import struct
from dataclasses import dataclass, field

DC_CODE = ["00", "010", "011", "100", "101", "110", "1110", "11110", "111110"]
STEPS = (0, 0, 0, 1, -1, 5, -5)
PATTERNS = 50
LONGEST_SEGMENT = 65000


def segment(marker: int, data: bytes) -> bytes:
    """Write one JPEG marker segment."""
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def mosaic(seed: int, width: int = 640, height: int = 800) -> tuple[bytes, bytes]:
    """Draw a grey mosaic: baseline JPEG with DC terms only, as (head, entropy-coded data)."""
    chance = random.Random(f"jpeg:{seed}")
    head = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xDB, b"\0" + b"\x10" * 64)
    head += segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + bytes([1, 0x11, 0]))
    head += segment(0xC4, b"\0" + bytes([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]) + bytes(range(12)))
    head += segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")  # one AC code: end of block = "0"
    bits: list[str] = []
    level = 0
    for _ in range((width // 8) * (height // 8)):
        target = max(-60, min(60, level + chance.choice(STEPS)))
        step, level = target - level, target
        size = abs(step).bit_length()
        bits.append(DC_CODE[size])
        if size:
            bits.append(format(step if step > 0 else step + (1 << size) - 1, f"0{size}b"))
        bits.append("0")
    raw = "".join(bits)
    raw += "1" * (-len(raw) % 8)
    data = int(raw, 2).to_bytes(len(raw) // 8, "big").replace(b"\xff", b"\xff\0")
    return head, segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + data + b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Pictures:
    """A supply of pictures of one size."""

    size: int
    seed: int
    pool: list[tuple[bytes, bytes]] = field(default_factory=lambda: [mosaic(seed) for seed in range(PATTERNS)])

    def picture(self, post: int, place: int) -> bytes:
        """Make the picture that stands at a place of a post."""
        head, tail = self.pool[(post * 7 + place) % PATTERNS]
        chance = random.Random(f"{self.seed}:img:{post}:{place}")
        parts = [b"\xff\xd8", head]
        left = max(16, self.size - len(head) - len(tail) - 6)
        while left > 0:
            length = min(left, LONGEST_SEGMENT)
            parts.append(segment(0xFE, chance.randbytes(length)))
            left -= length
        return b"".join([*parts, tail])
