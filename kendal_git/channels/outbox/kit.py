"""The files of one kit: the text, the pictures, a page that a telephone can open, and what the folder holds."""

import hashlib
import json

from kendal_git.ports import Parcel
from kendal_git.rendering.kit import Kit, kit_page
from kendal_git.rendering.templates import Templates

MANIFEST, PAGE, TAKEN_DOWN = "manifest.json", "kit.html", "TURUNKAN.txt"


def contents(parcel: Parcel, channel: str, templates: Templates, language: str) -> dict[str, bytes]:
    """What a person needs: the text, each picture in its order with its alternative text beside it, and the page."""
    names = [f"{number:02d}-{one.file}" for number, one in enumerate(parcel.payload.pictures, 1)]
    files = {"teks.txt": parcel.payload.text.encode() + b"\n"}
    for name, picture, (_, data) in zip(names, parcel.payload.pictures, parcel.pictures, strict=True):
        files[name] = data
        files[f"{name}.alt.txt"] = picture.alt.encode() + b"\n"
    pictures = tuple(
        (name, one.alt, data)
        for name, one, (_, data) in zip(names, parcel.payload.pictures, parcel.pictures, strict=True)
    )
    kit = Kit(parcel.post, channel, parcel.title, parcel.payload, pictures, bool(parcel.replaces))
    return {**files, PAGE: kit_page(kit, templates, language)}


def manifest(parcel: Parcel, files: dict[str, bytes]) -> bytes:
    """What the folder holds and of which revision it is, for people and programs."""
    payload = parcel.payload
    record = {
        "post": parcel.post,
        "channel": payload.channel,
        "revision": parcel.revision,
        "title": parcel.title,
        "counts": [{"length": one.length, "most": one.most, "unit": one.unit} for one in payload.counts],
        "alt": {f"{number:02d}-{picture.file}": picture.alt for number, picture in enumerate(payload.pictures, 1)},
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"
