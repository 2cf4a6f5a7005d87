"""The outbox as a channel: to send is to make a kit, and only a person can say that a post came of it."""

import json
import shutil
from math import inf
from pathlib import Path, PurePosixPath

from kendal_git.channels.outbox.kit import MANIFEST, TAKEN_DOWN, contents, manifest
from kendal_git.files import packaged, write
from kendal_git.messages import text
from kendal_git.model.ledger import OUTBOX
from kendal_git.model.message import say
from kendal_git.model.outcome import ByHand, Outcome, Refused, Sent
from kendal_git.ports import Edits, Parcel
from kendal_git.rendering.templates import Templates


class Outbox:
    """One channel's folder below ``outbox/``; writing the same parcel again changes nothing."""

    repeatable, keeps, edits = True, inf, Edits.ALL

    def __init__(self, name: str, folder: Path, own: Path | None = None, language: str = "id") -> None:
        """``own`` are the repository's own templates."""
        self.name = name
        self._folder, self._language = folder, language
        self._templates = Templates(*((own,) if own else ()), packaged("templates"))

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Nothing can be made ready: the folder is the visible thing."""
        return ()

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Build the folder aside, then put it in the place of whatever was there: it is never seen half-made."""
        folder = self._place(parcel.post)
        aside = folder.with_name(f".{folder.name}.new")
        try:
            shutil.rmtree(aside, ignore_errors=True)
            files = contents(parcel, self.name, self._templates, self._language)
            for name, data in {**files, MANIFEST: manifest(parcel, files)}.items():
                write(aside / name, data)
            if folder.exists():
                shutil.rmtree(folder)
            aside.rename(folder)
        except OSError as failed:
            return Refused(failed.strerror or str(failed))
        return Sent(url=f"{OUTBOX}{self.name}/{folder.name}", remote=folder.name)

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The folder, when its manifest names this revision."""
        folder = self._place(parcel.post)
        if self._manifest(parcel.post).get("revision") != parcel.revision:
            return None
        return Sent(url=f"{OUTBOX}{self.name}/{folder.name}", remote=folder.name)

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Replace the kit by a note: what was posted from it can be taken down by a person alone."""
        folder = self._place(post)
        told = say("kit.down", post=post, channel=self.name)
        try:
            shutil.rmtree(folder, ignore_errors=True)
            write(folder / TAKEN_DOWN, text(told, self._language).encode() + b"\n")
        except OSError as failed:
            return Refused(failed.strerror or str(failed))
        return ByHand(told)

    def _place(self, post: str) -> Path:
        """``content/2026/11/25-x`` goes to ``instagram/2026-11-25-x``."""
        return self._folder / self.name / "-".join(PurePosixPath(post).parts[1:])

    def _manifest(self, post: str) -> dict[str, object]:
        try:
            loaded: dict[str, object] = json.loads((self._place(post) / MANIFEST).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return {}
        return loaded
