"""An office on the wire: a repository with an approved and merged post, ready to be published by real processes."""

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
POST = "content/2026/11/25-hari-guru"
CHANNELS = ("wire-one", "wire-two")
FRONT = """---
title: Selamat Hari Guru
kind: pengumuman
date: 2026-11-25
opd: [setda]
commemoration: hari-guru-nasional
team: {design: staf, text: staf}
channels: [wire-one, wire-two]
information: serta-merta
sensitivity: biasa
images:
  - {file: flyer.jpg, alt: Buku terbuka di atas meja guru, credit: Tim IKP, purpose: flyer}
consent: {children: none}
---
Terima kasih, guru.
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended; ``code`` is negative for a signal."""

    code: int
    out: str
    error: str

    @property
    def deliveries(self) -> list[dict[str, Any]]:
        """The deliveries of ``publish --format json``."""
        found: list[dict[str, Any]] = json.loads(self.out)["deliveries"]
        return found


@dataclass(frozen=True, slots=True)
class Place:
    """One clone and the wire that it publishes to."""

    folder: Path
    wire: str
    program: str = "tests.wire.publisher"

    def start(self, *words: str, own: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
        """Start one kendal process."""
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "WIRE": self.wire}
        command = [sys.executable, "-m", self.program, *own, "--", *words]
        return subprocess.Popen(
            command, cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def kendal(self, *words: str, own: tuple[str, ...] = ()) -> Ended:
        """Run one kendal process to its end."""
        process = self.start(*words, own=own)
        out, error = process.communicate(timeout=120)
        return Ended(process.returncode, out, error)


def make(
    folder: Path,
    wire: str,
    deadline: int = 4,
    routes: dict[str, str] | None = None,
    site: str = "https://example.go.id",
) -> Place:
    """An office with one approved and merged post that nobody has published yet; ``routes``: its channels' adapters."""
    routes = routes or dict.fromkeys(CHANNELS, "wire")
    place = Place(folder, wire)
    _good(Place(folder.parent, wire).kendal("init", folder.name))
    settings = folder / "kendal.yaml"
    text = settings.read_text(encoding="utf-8")
    text = text.replace(
        "channels:\n", "channels:\n" + "".join(f"  {name}: {{via: {via}}}\n" for name, via in routes.items())
    )
    text = text.replace("https://example.go.id", site)
    text = text.replace("{deadline: 60, settling: 120}", f"{{deadline: {deadline}, settling: 0}}")
    settings.write_text(text, encoding="utf-8")
    for words in (("commit", "-qam", "kantor: kanal wire"), ("push", "-q", "origin", "main")):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)
    post = folder / POST
    post.mkdir(parents=True)
    (post / "post.md").write_text(FRONT.replace(", ".join(CHANNELS), ", ".join(routes)), encoding="utf-8")
    Image.new("RGB", (540, 675), (20, 90, 90)).save(post / "flyer.jpg", quality=80)
    _good(place.kendal("submit", POST))
    for who in ("subkoor-psdk", "kabid-ikp"):
        _good(place.kendal("review", "1", "--approve", "--as", who))
    _good(place.kendal("merge", "1"))
    return place


def copy(place: Place, folder: Path, name: str) -> Place:
    """The same office again, remote and all, with a part of the wire of its own."""
    shutil.copytree(place.folder, folder, symlinks=True)
    return replace(place, folder=folder, wire=f"{place.wire}/{name}")


def calls(log: Path, name: str, channel: str) -> int:
    """How often a channel's call was accepted, by the wire's own log."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return sum(json.loads(line)["path"] == f"/{name}/{channel}" for line in lines)


def finish(place: Place, log: Path, name: str) -> list[int]:
    """Run until nothing is owed, settling each doubt truthfully, by what the wire's log shows; the exit codes."""
    codes: list[int] = []
    while not codes or codes[-1] != 0:
        assert len(codes) < 12, f"not finished after {codes}"
        ended = place.kendal("publish", "--format", "json")
        codes.append(ended.code)
        assert ended.code in (0, 3, 4), ended.error
        for delivery in ended.deliveries if ended.code == 4 else ():
            if delivery["state"] == "in-doubt":
                settle(place, delivery["channel"], sent=calls(log, name, delivery["channel"]) > 0)
    return codes


def settle(place: Place, channel: str, *, sent: bool) -> None:
    """State what the log shows; ``not-sent`` is refused until nothing can arrive any more, so ask again until then."""
    for _ in range(60):
        ended = place.kendal("ledger", "settle", POST, channel, "sent" if sent else "not-sent", "--as", "kabid-ikp")
        if ended.code == 0:
            return
        assert ended.code == 2, ended.error
        time.sleep(0.3)
    raise AssertionError(f"could not settle {channel}")


def _good(ended: Ended) -> None:
    assert ended.code == 0, ended.out + ended.error
