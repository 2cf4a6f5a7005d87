"""Small builders for the site's tests: an office, posts with pictures in memory, and a folder to build into."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image as Canvas

from kendal_git.files import packaged
from kendal_git.model.office import Identity, Office
from kendal_git.model.office import Site as Address
from kendal_git.model.post import Image, Post
from kendal_git.rendering.templates import Templates
from kendal_git.rendering.values import Shown, SitePost
from kendal_git.verbs.build import Built, Target, build

NOW = datetime(2026, 12, 30, 3, 0, tzinfo=UTC)
OFFICE = Office(
    identity=Identity("Dinas Contoh", "Contoh", "Kabupaten Contoh"),
    site=Address("https://contoh.example/kabar", "Kabar Contoh"),
    officials=(("bupati", "Bupati Contoh"), ("sekda", "Sekretaris Daerah")),
    opd=(("dinkes", "Dinas Kesehatan"),),
)
KENDAL_YAML = """\
office: {name: Dinas Contoh, short: Contoh, region: Kabupaten Contoh}
site: {url: "https://contoh.example/kabar", title: Kabar Contoh}
roles:
  staf: {holders: [{id: 1, login: staf-narasi, from: 2026-01-01}]}
officials: {bupati: Bupati Contoh}
opd: {dinkes: Dinas Kesehatan}
channels: {instagram: {via: outbox}, x: {via: outbox}}
"""
POST_MD = """\
---
title: Pengumuman Libur Layanan
kind: pengumuman
date: 2026-11-25
channels: [instagram, x]
information: berkala
sensitivity: biasa
images: [{file: foto.jpg, alt: Loket pelayanan yang tertutup rapi, credit: Tim IKP}]
consent: {children: none}
hashtags: [Layanan]
---
Loket **tutup** satu hari.
"""


def picture(width: int = 60, height: int = 40) -> bytes:
    """A plain JPEG."""
    out = BytesIO()
    Canvas.new("RGB", (width, height), (20, 110, 120)).save(out, "JPEG")
    return out.getvalue()


PHOTO = picture()
PACKAGED = Templates(packaged("templates"))


def post(name: str = "2026/11/25-hari-guru", **fields: Any) -> Post:
    """A post about the day in its path, with one photo."""
    year, month, rest = name.split("/")
    usual: dict[str, Any] = {
        "title": "Hari Guru",
        "kind": "liputan",
        "date": date(int(year), int(month), int(rest[:2])),
        "narration": "Upacara berlangsung khidmat.",
        "images": (Image("foto.jpg", "Barisan peserta upacara", "Tim IKP"),),
    }
    return Post(path=f"content/{name}", **{**usual, **fields})


def item(made: Post | None = None, files: Mapping[str, bytes] | None = None, **more: Any) -> SitePost:
    """A post for the site; ``files`` are its pictures by name."""
    return SitePost(made or post(), ({"foto.jpg": PHOTO} if files is None else files).get, **more)


def shown(made: Post | None = None, **more: Any) -> Shown:
    """A post that may be seen now."""
    return Shown(item(made, **more), NOW)


def no_days(_name: str, _year: int) -> tuple[date, ...]:
    """A calendar that knows nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Press:
    """A folder to build into, again and again."""

    out: Path
    templates: Templates = PACKAGED

    def build(self, *posts: SitePost, now: datetime = NOW, office: Office = OFFICE, verified: bool = True) -> Built:
        """Build the site of these posts."""
        return build(office, posts, no_days, now, Target(self.out, self.templates, verified))

    def read(self, path: str) -> str:
        """A file of the site."""
        return (self.out / path).read_text(encoding="utf-8")

    def files(self) -> set[str]:
        """Everything in the folder but the manifest."""
        found = (path.relative_to(self.out).as_posix() for path in self.out.rglob("*") if path.is_file())
        return {path for path in found if path != ".kendal-build.json"}


def with_own(press: Press, folder: Path) -> Press:
    """The same press with a repository's own templates in front."""
    return replace(press, templates=Templates(folder, *press.templates.folders))


def git(folder: Path, *words: str) -> str:
    """Run git as a person with a name."""
    who = ("-c", "user.name=Staf", "-c", "user.email=staf@example.org")
    done = subprocess.run(["git", "-C", str(folder), *who, *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def repository(root: Path, *, committed: bool = True, post_md: str = POST_MD) -> Path:
    """A content repository with one post; its path is ``content/2026/11/25-libur``."""
    folder = root / "content/2026/11/25-libur"
    folder.mkdir(parents=True)
    (root / "kendal.yaml").write_text(KENDAL_YAML, encoding="utf-8", newline="\n")
    (folder / "post.md").write_text(post_md, encoding="utf-8", newline="\n")
    (folder / "foto.jpg").write_bytes(PHOTO)
    git(root, "init", "-q", "-b", "main")
    if committed:
        git(root, "add", "-A")
        git(root, "commit", "-q", "-m", "first")
    return root
