"""Pictures for the tests as phones, cameras and drawing programs give them, with what they hide."""

import struct
from io import BytesIO

from PIL import Image
from pillow_heif import register_heif_opener

register_heif_opener()

MARK = b"PENANDA-RAHASIA"
CORNERS = {"top left": "red", "top right": "lime", "bottom left": "blue", "bottom right": "yellow"}
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF exif:GPSLatitude="6,55.1S">' + MARK + b"</rdf:RDF></x:xmpmeta>"
# Red, green and blue of a colour space as ICC profiles carry them: XYZ under the light D50; and how it is bent.
WIDE = {
    "Display P3": ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407), 0.0),
    "Adobe RGB": ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457), 563 / 256),
}


def corners(size: tuple[int, int] = (64, 48)) -> Image.Image:
    """A picture with a colour of its own in each corner."""
    width, height = size[0] // 2, size[1] // 2
    made = Image.new("RGB", size)
    for (row, column), colour in zip(((0, 0), (0, 1), (1, 0), (1, 1)), CORNERS.values(), strict=True):
        made.paste(colour, (column * width, row * height, size[0], size[1]))
    return made


def encoded(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    """The bytes of a picture file."""
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def decoded(data: bytes) -> Image.Image:
    """A picture file as Pillow reads it, wholly."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def located(orientation: int = 1) -> Image.Exif:
    """EXIF as a phone writes it: maker, orientation, place."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = MARK.decode(), orientation
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "S", (6.0, 55.0, 0.0), "E", (110.0, 12.0, 0.0)
    return exif


def telling(form: str) -> bytes:
    """A picture that tells its place and carries the mark wherever its format has room for it."""
    image, exif = corners((320, 240)), located().tobytes()
    if form == "JPEG":
        plain = encoded(image, "JPEG", exif=exif, xmp=XMP, comment=MARK, icc_profile=profile("Display P3"))
        iptc = (
            b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(MARK) + 5) + b"\x1c\x02\x78\x00\x0f" + MARK
        )
        segment = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
        return plain[:2] + segment + plain[2:] + MARK
    if form == "PNG":
        from PIL.PngImagePlugin import PngInfo

        words = PngInfo()
        words.add_text("Comment", MARK.decode())
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return encoded(image, "PNG", exif=exif, pnginfo=words, icc_profile=profile("Display P3")) + MARK
    return encoded(image, form, exif=exif, xmp=XMP, icc_profile=profile("Display P3")) + (
        b"" if form == "HEIF" else MARK
    )


def profile(name: str) -> bytes:
    """A colour profile of matrix and curve, described with the mark."""
    *primaries, bend = WIDE[name]
    if bend:
        curve = b"curv" + struct.pack(">IIH", 0, 1, round(bend * 256)) + b"\0\0"
    else:
        points = [round(65535 * linear(step / 1023)) for step in range(1024)]
        curve = b"curv" + struct.pack(">II1024H", 0, 1024, *points)
    described = b"desc" + struct.pack(">II", 0, len(MARK) + 1) + MARK + b"\0" * 80
    tags = {
        b"desc": described + b"\0" * (-len(described) % 4),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": _xyz((0.9642, 1.0, 0.8249)),
        **{kind + b"XYZ": _xyz(value) for kind, value in zip((b"r", b"g", b"b"), primaries, strict=True)},
        **{kind + b"TRC": curve for kind in (b"r", b"g", b"b")},
    }
    table, body, start = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">II", start + len(body), len(data))
        body += data
    size = start + len(body)
    head = struct.pack(">I4xI", size, 0x02400000) + b"mntrRGB XYZ " + struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head += b"acsp" + b"\0" * 28 + struct.pack(">3i", *(round(part * 65536) for part in (0.9642, 1.0, 0.8249)))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def in_srgb(name: str, colour: tuple[int, int, int]) -> tuple[int, ...]:
    """What a colour of a wide space is in sRGB by the books, without a colour library."""
    red, green, blue, bend = WIDE[name]
    light = [(part / 255) ** bend if bend else linear(part / 255) for part in colour]
    xyz = [sum(axis[row] * share for axis, share in zip((red, green, blue), light, strict=True)) for row in range(3)]
    back = ((3.1341359, -1.6173856, -0.4906619), (-0.9787955, 1.9162544, 0.0334427), (0.0719554, -0.2289769, 1.4053860))
    mixed = [sum(weight * part for weight, part in zip(row, xyz, strict=True)) for row in back]
    return tuple(round(255 * _bent(min(1.0, max(0.0, part)))) for part in mixed)


def linear(part: float) -> float:
    """The light of an sRGB value."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _bent(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _xyz(value: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(part * 65536) for part in value))
