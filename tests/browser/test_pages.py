"""The pages in a real browser: a silent console, nothing from elsewhere, nothing too wide, nothing inaccessible."""

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kendal_git.cli.app import run
from kendal_git.files import packaged
from kendal_git.model.delivery import Payload
from kendal_git.model.office import Office
from kendal_git.model.post import Amendment, Image
from kendal_git.rendering.kit import Kit, kit_page
from kendal_git.rendering.templates import Templates
from kendal_git.rendering.values import Proof
from tests.siteroom import NOW, OFFICE, POST_MD, Press, item, picture, post, repository

HERE = Path(__file__).parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FIELDS: dict[str, Any] = {"officials": ("bupati", "sekda"), "opd": ("dinkes",), "place": "Alun-alun Kendal"}
WORDS = """Upacara berlangsung **khidmat** di [alun-alun](https://example.org/).

## Yang dilakukan

1. Menyanyikan lagu kebangsaan.
2. Mendengarkan amanat.

> Terima kasih, Bapak dan Ibu Guru.

| Waktu | Acara yang namanya cukup panjang untuk sebuah kolom | Tempat | Penanggung jawab | Keterangan |
|---|---|---|---|---|
| 08.00 | Upacara | Alun-alun | Bagian Kesejahteraan Rakyat | Seluruh peserta hadir tepat waktu |

Alamat panjang: https://example.org/sebuah/alamat/yang/sangat/panjang/sekali/tanpa/spasi/sama/sekali/di/dalamnya

    perintah --yang-sangat-panjang --sampai-melewati-tepi-layar-telepon --dan-masih-berlanjut-lagi
"""
WIDE, TALL = picture(1350, 1080), picture(1080, 1350)
BAD = """<!doctype html><html><head><title>x</title></head><body><img src="https://example.org/x.png">
<div style="width:3000px;color:#eee;background:#fff">pudar</div><script>console.error("aduh")</script></body></html>"""

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    """A static server that does not talk, and to which a reader who leaves early is no news."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send the file, as far as anybody still listens."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def log_message(self, *_words: object) -> None:
        """Nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """The address under which ``tmp_path`` is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def look(address: str, **pages: str) -> list[dict[str, Any]]:
    """What the browser finds on pages of the server, in light and in dark."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    node = shutil.which("node")
    assert browser, "the browser tests need Chromium: make browser brings it"
    assert node, "the browser tests need Node 20"
    wanted = json.dumps([{"name": name, "url": f"{address}/{path}"} for name, path in pages.items()])
    command = [node, str(HERE / "look.mjs"), browser, wanted]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    results: list[dict[str, Any]] = json.loads(done.stdout)
    return results


def faults(results: list[dict[str, Any]]) -> list[str]:
    """Everything that a reader would suffer from, a line each."""
    kinds = ("console", "foreign", "failed", "overflow", "violations")
    found = [
        f"{one['name']} ({one['scheme']}) {kind}: {what}" for one in results for kind in kinds for what in one[kind]
    ]
    return found + [f"{one['name']}: {one['scripts']} script(s)" for one in results if one["scripts"]]


def build_site(folder: Path, office: Office = OFFICE) -> None:
    """A site with every kind of page: posters, photos, a correction, a tombstone, words without end, an archive."""
    long = "Keterbukaan" * 12
    poster = post("2026/12/20-poster", kind="flyer-hari-besar", narration=WORDS, images=(Image("foto.jpg", "Poster"),))
    links = (Proof("instagram", "https://www.instagram.com/p/abc/", NOW), Proof("x", "https://x.com/kendal/status/1"))
    story = post(
        "2026/12/21-liputan", narration=WORDS, correction=Amendment("ejaan", "Ejaan nama."), expires=NOW, **FIELDS
    )
    posts = [
        item(story, {"foto.jpg": WIDE}, proofs=links),
        item(poster, {"foto.jpg": TALL}, proofs=links),
        item(post("2026/12/19-panjang", title=long, place=long, hashtags=(long,)), {}),
        item(post("2026/12/18-ditarik"), withdrawn=Amendment("data-pribadi")),
        *(item(post(f"2026/10/{day:02d}-a", **FIELDS), {"foto.jpg": WIDE}) for day in range(1, 31)),
    ]
    Press(folder).build(*posts, office=office, verified=False)


def test_every_kind_of_page_is_sound(tmp_path: Path, address: str) -> None:
    """Every kind of page is sound at 320, 768 and 1280 pixels, in light and in dark."""
    build_site(tmp_path)

    results = look(
        address,
        front="",
        photo="2026/12/21-liputan/",
        poster="2026/12/20-poster/",
        words="2026/12/19-panjang/",
        tombstone="2026/12/18-ditarik/",
        official="pejabat/bupati/",
        browse="telusuri/",
        archive="halaman/1/",
    )

    assert len(results) == 16
    assert not faults(results), "\n".join(faults(results))


def test_the_preview_is_sound(tmp_path: Path, address: str) -> None:
    """A preview, also one of a post that somebody filled with scripts, is sound and asks for nothing."""
    long = f"captions: {{x: {'kata ' * 70}}}\nembargo: 2099-01-01T00:00+07:00\nhashtags:"
    evil = POST_MD.replace("hashtags:", long).replace(
        "Loket", "<script>alert(1)</script><img src=x onerror=alert(2)> Loket"
    )
    root = repository(tmp_path / "repo", post_md=evil)
    run(["-C", str(root), "preview", "content/2026/11/25-libur", "--out", str(tmp_path)])

    results = look(address, preview="2026-11-25-libur.html")

    assert len(results) == 2
    assert not faults(results), "\n".join(faults(results))


def test_the_kit_is_sound_on_a_telephone_and_copies(tmp_path: Path, address: str) -> None:
    """The page of a post with words without end is sound; it has the one script of its own, and asks for nothing."""
    words = f"{WORDS}\n\n{'Keterbukaan' * 12}<script>alert(1)</script>"
    pictures = (("01-a.jpg", "Guru & murid “melati”", TALL), ("02-b.jpg", "", WIDE))
    kit = Kit("content/2026/11/25-hari-guru", "whatsapp-channel", "Hari Guru", Payload("x", words), pictures)
    (tmp_path / "kit.html").write_bytes(kit_page(kit, Templates(packaged("templates")), "id"))

    results = look(address, kit="kit.html")

    assert len(results) == 2
    assert [one["scripts"] for one in results] == [1, 1]
    found = faults([{**one, "scripts": 0} for one in results])
    assert not found, "\n".join(found)


def test_the_browser_sees_what_is_wrong(tmp_path: Path, address: str) -> None:
    """A page with every fault is caught for each of them: silence of the other tests means something."""
    (tmp_path / "bad.html").write_text(BAD, encoding="utf-8")

    seen = look(address, bad="bad.html")[0]

    assert {kind for kind in ("console", "foreign", "overflow", "violations", "scripts") if seen[kind]} == {
        "console",
        "foreign",
        "overflow",
        "violations",
        "scripts",
    }
