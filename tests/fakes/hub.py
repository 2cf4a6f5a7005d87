"""A small office on the fake GitHub, and hands for it: requests of the API and real git over HTTP."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from kendal_git.fakes.github.repository import Repository
from kendal_git.fakes.github.server import Server

LEVELS = {"ketua": "admin", "siti": "write", "budi": "write", "tamu": "read", "asep": "triage"}


def http(who: str) -> httpx.Client:
    """A client with somebody's token; nothing here is encrypted, and a context for it takes long to make."""
    return httpx.Client(headers={"Authorization": f"Bearer token-of-{who}"}, trust_env=False, verify=False)


def fetch(url: str, who: str = "siti") -> httpx.Response:
    with http(who) as client:
        return client.get(url)


@dataclass(frozen=True)
class Hub:
    """The forge of one test: `kominfo/konten` with a first commit on main."""

    server: Server
    folder: Path

    @property
    def repository(self) -> Repository:
        found = self.server.state.repository("kominfo", "konten")
        assert found
        return found

    def ask(self, who: str, method: str, path: str, body: Any = None, **query: Any) -> httpx.Response:
        """One request; a path without a slash at its front lies below the repository."""
        place = path if path.startswith("/") else f"/repos/kominfo/konten/{path}".rstrip("/")
        with http(who) as client:
            return client.request(method, self.server.api + place, json=body, params=query)

    def get(self, path: str, who: str = "siti", **query: Any) -> Any:
        found = self.ask(who, "GET", path, **query)
        assert found.status_code == 200, found.text
        return found.json()

    def do(self, who: str, method: str, path: str, **body: Any) -> Any:
        """A change that works."""
        found = self.ask(who, method, path, body)
        assert found.is_success, found.text
        return found.json()

    def refused(self, who: str, method: str, path: str, **body: Any) -> tuple[int, str]:
        """A request that does not work: status, and what the forge says."""
        found = self.ask(who, method, path, body)
        assert not found.is_success, found.text
        told = found.json()
        errors = told.get("errors", [])
        reasons = [one if isinstance(one, str) else one.get("message") or one["code"] for one in errors]
        return found.status_code, "; ".join([told["message"], *reasons])

    def clone(self, who: str) -> "Clone":
        """A clone as somebody makes it, with the token in a helper of that clone."""
        where = self.folder / f"{who}-{len(list(self.folder.glob(f'{who}-*')))}"
        settings = {
            "protocol.http.allow": "always",
            "credential.helper": f"!f() {{ echo username={who}; echo password=token-of-{who}; }}; f",
            "push.default": "current",
            "user.name": who,
            "user.email": f"{who}@example.id",
        }
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        subprocess.run(
            ["git", "clone", "-q", *options, self.server.git_url("kominfo", "konten"), str(where)],
            check=True,
            capture_output=True,
        )
        return Clone(where)

    def branch(self, who: str, branch: str, files: dict[str, str], *more: dict[str, str]) -> "Clone":
        """A new branch from main with one commit for each set of files, pushed."""
        clone = self.clone(who)
        clone.git("switch", "-q", "-c", branch)
        for number, content in enumerate((files, *more), 1):
            clone.commit(content, f"Perubahan {number}")
        clone.git("push", "-q", "origin", branch)
        return clone

    def pull(self, who: str = "siti", branch: str = "naskah", **more: Any) -> int:
        """An open pull from a branch that is there."""
        number = self.do(who, "POST", "pulls", **{"title": "Naskah", "head": branch, "base": "main", **more})["number"]
        assert isinstance(number, int)
        return number

    def kinds(self, number: int) -> list[str]:
        return [event["event"] for event in self.get(f"issues/{number}/events", per_page=100)]


@dataclass(frozen=True)
class Clone:
    """A work tree."""

    root: Path

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(["git", *words], cwd=self.root, capture_output=True, text=True, check=False)

    def git(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, files: dict[str, str], message: str = "Ubah") -> str:
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, encoding="utf-8", newline="\n")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def refused(self, *words: str) -> str:
        """What git says about a push that does not work."""
        done = self.run("push", *words)
        assert done.returncode != 0
        return done.stderr
