"""The office's public site as the world sees it: what was put there, a built folder, and the ways in which it fails."""

from pathlib import Path

from tests.channels.fakes.service import Asked, Fake, No, Reply
from tests.contracts.channel import Shown


class FakeSite(Fake):
    """``held`` by path, or ``folder``; ``moved``: every address leads elsewhere; ``kind``: what it calls a picture."""

    name = "situs"

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[str, bytes] = {}
        self.folder: Path | None = None
        self.moved, self.kind = False, "image/jpeg"

    def visible(self) -> list[Shown]:
        return []

    def trouble(self, kind: str) -> Reply:
        return Reply(500, b"")

    def handle(self, asked: Asked) -> Reply:
        """A PUT stands for building and deploying one picture; GET is everybody's."""
        if asked.method == "PUT":
            self.held[asked.path] = asked.body
            return Reply(201, b"")
        if self.moved:
            return Reply(302, b"", {"Location": "https://contoh.example/"})
        found = self._file(asked.path)
        if found is None:
            raise No(Reply(404, b"<p>Tidak ada</p>", {"Content-Type": "text/html"}))
        return Reply(200, found, {"Content-Type": self.kind})

    def label(self, asked: Asked) -> str:
        """The query is a part of the name: caches keep what they saw by it."""
        return f"{asked.method} {'fresh' if asked.query else 'plain'}"

    def _file(self, path: str) -> bytes | None:
        if self.folder is not None and (self.folder / path.lstrip("/")).is_file():
            return (self.folder / path.lstrip("/")).read_bytes()
        return self.held.get(path)
