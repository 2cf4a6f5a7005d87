"""A scratch office with its agenda and calendar, a clock that stands still, and the command as a person types it."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kendal_git.cli.app import run
from kendal_git.files import WorkTree
from kendal_git.messages import text
from kendal_git.model.office import Office
from kendal_git.model.trouble import Trouble
from kendal_git.verbs.daybook import office_of
from kendal_git.wiring import workplace

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)  # Monday, 14:10 in Kendal
OFFICE = """\
office: {name: Diskominfo Kabupaten Contoh, short: Diskominfo, region: Kabupaten Kendal}
roles:
  staf:
    holders:
      - {id: 1001, login: staf-desain, from: 2026-01-01}
      - {id: 1002, login: staf-narasi, from: 2026-01-01}
      - {id: 1003, login: staf-foto, from: 2026-01-01}
      - {id: 1004, login: staf-lama, from: 2025-01-01, until: 2026-06-30}
  subkoor-psdk: {title: SubKoor PSDK, holders: [{id: 1101, login: subkoor-psdk, from: 2026-01-01}]}
  kabid-ikp: {title: Kabid IKP, holders: [{id: 1201, login: kabid-ikp, from: 2026-01-01}]}
officials:
  bupati: Bupati Kendal
  wakil-bupati: Wakil Bupati Kendal
  sekda: Sekretaris Daerah Kabupaten Kendal
  kepala-opd: Kepala Perangkat Daerah
  camat: Camat
opd: {disdikbud: Dinas Pendidikan dan Kebudayaan, dinkes: Dinas Kesehatan, bpbd: Badan Penanggulangan Bencana Daerah}
channels: {instagram: {via: outbox}, facebook: {via: outbox}, x: {via: outbox}}
"""
TEACHERS_DAY = """\
date: 2026-11-25
entries:
  - id: upacara-hari-guru
    time: "08:00"
    until: "09:30"
    title: Upacara Hari Guru
    place: Alun-alun Kendal
    officials:
      - {official: bupati}
    source: protokol
    organiser: disdikbud
    coverage: [liputan]
"""


class StillClock:
    """A clock that always says the same."""

    def now(self) -> datetime:
        return NOW

    def steady(self) -> float:
        return 0.0


def make_office(root: Path, files: dict[str, str] | None = None, *, calendar: bool = True) -> WorkTree:
    """A repository with the example office, the real calendar and the given files."""
    kept = {"agenda/hari-besar.yaml": (ROOT / "agenda/hari-besar.yaml").read_text(encoding="utf-8")} if calendar else {}
    for name, words in {"kendal.yaml": OFFICE, **kept, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words.encode())
    return WorkTree(root)


def office(files: WorkTree) -> Office:
    return office_of(files)


def read(files: WorkTree, path: str) -> str:
    """A file's text with the line ends that it has."""
    return (files.read(path) or b"").decode()


def sentence(trouble: Trouble) -> str:
    """What a person reads: the sentence and the hint below it."""
    return "\n".join(text(message, "id") for message in (trouble.message, trouble.hint) if message)


class Keyboard:
    """Types one command after the other in one repository; keeps what was said."""

    def __init__(self, files: WorkTree, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.files, self.capsys = files, capsys
        monkeypatch.setattr(workplace, "CLOCK", StillClock())
        monkeypatch.setitem(os.environ, "NO_COLOR", "1")

    def type(self, *words: str) -> tuple[int, str]:
        """The exit code, and everything on the screen."""
        code = run(["-C", str(self.files.root), *words])
        said = self.capsys.readouterr()
        return code, said.out + said.err
