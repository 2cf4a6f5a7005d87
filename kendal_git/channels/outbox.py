"""The outbox: a folder with exactly what a channel would get, from which a person posts by hand."""

import hashlib
import json
import shutil
from math import inf
from pathlib import Path, PurePosixPath

from kendal_git.files import write
from kendal_git.model.outcome import Outcome, Refused, Sent
from kendal_git.ports import Edits, Parcel

MANIFEST = "manifest.json"


class Outbox:
    """One channel's folder below ``outbox/``; writing the same parcel again changes nothing."""

    repeatable, keeps, edits = True, inf, Edits.ALL

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Nothing can be made ready: the folder is the visible thing."""
        return ()

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Build the folder aside, then put it in the place of whatever was there: it is never seen half-made."""
        folder = self._place(parcel.post)
        aside = folder.with_name(f".{folder.name}.new")
        try:
            shutil.rmtree(aside, ignore_errors=True)
            for name, data in {**contents(parcel), MANIFEST: manifest(parcel)}.items():
                write(aside / name, data)
            if folder.exists():
                shutil.rmtree(folder)
            aside.rename(folder)
        except OSError as failed:
            return Refused(failed.strerror or str(failed))
        return Sent(url=f"outbox:{self.name}/{folder.name}", remote=folder.name)

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The folder, when its manifest names this revision."""
        folder = self._place(parcel.post)
        if self._manifest(parcel.post).get("revision") != parcel.revision:
            return None
        return Sent(url=f"outbox:{self.name}/{folder.name}", remote=folder.name)

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Replace the folder by a note that says to take the post down."""
        folder = self._place(post)
        try:
            shutil.rmtree(folder, ignore_errors=True)
            write(folder / "TURUNKAN.txt", f"Turunkan kiriman ini dari {self.name}: {post}\n".encode())
        except OSError as failed:
            return Refused(failed.strerror or str(failed))
        return Sent(url=f"outbox:{self.name}/{folder.name}")

    def _place(self, post: str) -> Path:
        """``content/2026/11/25-x`` goes to ``instagram/2026-11-25-x``."""
        return self._folder / self.name / "-".join(PurePosixPath(post).parts[1:])

    def _manifest(self, post: str) -> dict[str, object]:
        try:
            loaded: dict[str, object] = json.loads((self._place(post) / MANIFEST).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return {}
        return loaded


def contents(parcel: Parcel) -> dict[str, bytes]:
    """The files of a parcel: the text, and each picture in its order with its alternative text beside it."""
    files = {"teks.txt": parcel.payload.text.encode() + b"\n"}
    for number, (picture, (_, data)) in enumerate(zip(parcel.payload.pictures, parcel.pictures, strict=True), 1):
        name = f"{number:02d}-{picture.file}"
        files[name] = data
        files[f"{name}.alt.txt"] = picture.alt.encode() + b"\n"
    return files


def manifest(parcel: Parcel) -> bytes:
    """What the folder holds and of which revision it is, for people and programs."""
    payload = parcel.payload
    record = {
        "post": parcel.post,
        "channel": payload.channel,
        "revision": parcel.revision,
        "title": parcel.title,
        "counts": [{"length": one.length, "most": one.most, "unit": one.unit} for one in payload.counts],
        "alt": {f"{number:02d}-{picture.file}": picture.alt for number, picture in enumerate(payload.pictures, 1)},
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in contents(parcel).items()},
    }
    return json.dumps(record, ensure_ascii=False, indent=2).encode() + b"\n"
