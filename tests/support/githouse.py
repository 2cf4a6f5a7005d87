"""An office on the fake GitHub: the starter repository pushed there, a clone for each person, and the command in it."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kendal_git.cli import main
from kendal_git.fakes.github.repository import Repository
from kendal_git.fakes.github.server import Server
from kendal_git.forges.github.address import address_of
from kendal_git.forges.github.api import Api
from kendal_git.forges.github.forge import GitHubForge
from kendal_git.model.office import Office
from kendal_git.objects import Git
from kendal_git.verbs.investigate import office_at
from kendal_git.wiring.workplace import CLOCK

PEOPLE = {"staf": 1, "subkoor-psdk": 2, "kabid-ikp": 3, "kepala-dinas": 4, "tamu": 9}
ACCESS = {"staf": "write", "subkoor-psdk": "write", "kabid-ikp": "maintain", "kepala-dinas": "admin", "tamu": "write"}
POST = "content/2026/11/25-hari-guru"
FRONT = """\
---
title: Selamat Hari Guru
kind: pengumuman
date: 2026-11-25
opd: [setda]
team: {text: staf}
channels: [x, facebook]
information: serta-merta
sensitivity: biasa
consent: {children: none}
---
"""


@dataclass(frozen=True)
class Said:
    """What one command printed and how it ended."""

    code: int
    out: str
    error: str


class House:
    """The office of one test; ``api`` is where its people find the API when a proxy stands before the server."""

    def __init__(self, server: Server, folder: Path, starter: Path, api: str = "") -> None:
        self.server, self.folder, self.api = server, folder, api
        server.public_api = api
        for login, number in PEOPLE.items():
            server.state.add_user(login, id=number, emails=[f"{login}@example.id"])
        self.repository: Repository = server.state.add_repository("kominfo", "konten", access=ACCESS)
        self._move_in(starter)

    def _move_in(self, starter: Path) -> None:
        """Push the starter's main and ledger, with kendal.yaml set to GitHub, as the head of the office does once."""
        git(starter, "config", "protocol.http.allow", "always")
        git(starter, "config", "credential.helper", helper("kepala-dinas"))
        git(starter, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*")
        text = (starter / "kendal.yaml").read_text(encoding="utf-8").replace("forge: local", "forge: github")
        (starter / "kendal.yaml").write_text(text, encoding="utf-8")
        git(starter, "commit", "-qam", "kantor: pindah ke GitHub")
        ledger = [f"refs/remotes/origin/{name}:refs/heads/{name}" for name in ("ledger", "ledger-seen")]
        git(starter, "push", "-q", self.url, "main", *ledger)

    @property
    def url(self) -> str:
        return self.server.git_url("kominfo", "konten")

    def clone(self, login: str) -> Git:
        """A person's clone, with the token in a helper of that clone."""
        where = self.folder / f"{login}"
        if not where.exists():
            settings = {"protocol.http.allow": "always", "credential.helper": helper(login), "kendal.login": login}
            options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
            git(self.folder, "clone", "-q", *options, self.url, str(where))
        return Git(where)

    def forge(self, login: str) -> GitHubForge:
        """The adapter with a person's token."""
        clone = self.clone(login)
        api = Api(address_of(self.url, self.api), f"token-of-{login}")
        return GitHubForge(clone, self.office(clone), login, CLOCK, api)

    def office(self, clone: Git) -> Office:
        return office_at(clone, "refs/remotes/origin/main")

    def push(self, login: str, branch: str, files: dict[str, str | bytes | None], author: str = "") -> str:
        """One more commit on a branch, begun at main when it is new; its id."""
        clone = self.clone(login)
        clone.fetch("origin", "+refs/heads/*:refs/remotes/origin/*")
        parent = clone.resolve(f"refs/remotes/origin/{branch}") or clone.resolve("refs/remotes/origin/main")
        data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        who = author or f"{login} <{PEOPLE[login]}+{login}@users.noreply.github.com>"
        head = clone.write_commit(parent, data, "isi", datetime.now(UTC), who)
        clone.push("origin", f"{head}:refs/heads/{branch}")
        return head

    def propose(self, words: str = "Terima kasih, guru.", login: str = "staf", **fields: str) -> int:
        """An open proposal of one post."""
        text = FRONT + words + "\n"
        for name, value in fields.items():
            text = text.replace(f"{name}: {dict(_lines(FRONT))[name]}\n", f"{name}: {value}\n")
        head = self.push(login, "kiriman/hari-guru", {f"{POST}/post.md": text})
        return self.forge(login).submit("kiriman/hari-guru", "Selamat Hari Guru", head)

    def main(self) -> str:
        """Main's tip at GitHub."""
        found = self.repository.bare.branch("main")
        assert found
        return found


def _lines(front: str) -> Iterator[tuple[str, str]]:
    for line in front.splitlines():
        name, found, value = line.partition(": ")
        if found:
            yield name, value


def helper(login: str) -> str:
    return f"!f() {{ echo username={login}; echo password=token-of-{login}; }}; f"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class Person:
    """Somebody at the keyboard of their own clone: ``person("gate", "1")`` is what they typed."""

    def __init__(
        self, house: House, login: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.house, self.login, self._monkeypatch, self._capsys = house, login, monkeypatch, capsys
        self.root = house.clone(login).folder

    def __call__(self, *words: str) -> Said:
        self._capsys.readouterr()
        with self._monkeypatch.context() as patch:
            patch.setenv("KENDAL_GITHUB_TOKEN", f"token-of-{self.login}")
            patch.setenv("KENDAL_GITHUB_API", self.house.api)
            code = main(["-C", str(self.root), *words])
        printed = self._capsys.readouterr()
        return Said(code, printed.out, printed.err)

    def write(self, path: str, content: str | bytes) -> None:
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(content.encode() if isinstance(content, str) else content)
