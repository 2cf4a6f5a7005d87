"""A picture's width and height from its first bytes, so that a page keeps its place while pictures arrive."""

START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # the JPEG markers that carry a size
TYPES = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))


def media_type(data: bytes) -> str:
    """``image/jpeg`` or ``image/png``; empty for bytes that are neither, which no page may carry."""
    return next((name for magic, name in TYPES if data.startswith(magic)), "")


def size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels; zeros when the header does not say."""
    if media_type(data) == "image/png":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker, length = data[position + 1], int.from_bytes(data[position + 2 : position + 4], "big")
        if marker in START_OF_FRAME:
            return int.from_bytes(data[position + 7 : position + 9], "big"), int.from_bytes(
                data[position + 5 : position + 7], "big"
            )
        position += 2 + length
    return 0, 0
