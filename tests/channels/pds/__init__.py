"""The reference server of Bluesky (npm: @atproto/pds), started on loopback; tools/prepare-pds.sh installs it."""

import itertools
import json
import os
import shutil
import socket
import subprocess
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

HERE = Path(__file__).parent
NUMBERS = itertools.count()
PASSWORD = "sandi-utama"


@dataclass(frozen=True, slots=True)
class Account:
    """Who we are on a platform: a name, the credential that a channel gets, and what else the platform calls us."""

    name: str
    word: str
    id: str = ""


class Pds:
    """One server; ``strict`` with the limits of a public one."""

    def __init__(self, *, strict: bool = False) -> None:
        if not (HERE / "node_modules").is_dir():
            pytest.skip("the reference server of Bluesky is not installed: sh tools/prepare-pds.sh")
        node = shutil.which("node")
        assert node, "node is missing"
        self.port, directory = _free(), _free()
        settings = {"PDS_PORT": str(self.port), "PLC_PORT": str(directory), "LOG_ENABLED": "0"}
        self._server = subprocess.Popen(
            [node, str(HERE / "server.cjs")],
            env={**os.environ, **settings, "RATE_LIMITS": "1" if strict else "0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it tells of every caller that was killed
            text=True,
        )
        assert self._server.stdout
        assert json.loads(self._server.stdout.readline())["ready"]

    def close(self) -> None:
        """End it; its folder goes, too."""
        self._server.terminate()
        self._server.wait(30)
        assert self._server.stdout
        self._server.stdout.close()

    def account(self) -> Account:
        """A new account with an app password."""
        name = f"k{next(NUMBERS)}-{os.getpid()}.test"
        made = self.post("server.createAccount", handle=name, email=f"{name}@example.com", password=PASSWORD)
        token = made["accessJwt"]
        word = self.post("server.createAppPassword", token, name="kendal")["password"]
        return Account(name, word, made["did"])

    def exhaust(self, name: str) -> float:
        """Sign in with a wrong password until the server has had enough; the seconds that it asks to wait then."""
        for _ in range(60):
            body = {"identifier": name, "password": "bukan-ini"}
            answer = httpx.post(f"{self._url}com.atproto.server.createSession", json=body)
            if answer.status_code == 429:
                now = parsedate_to_datetime(answer.headers["Date"]).timestamp()
                return float(answer.headers["RateLimit-Reset"]) - now
        raise AssertionError("the server never had enough")

    def records(self, account: Account) -> list[dict[str, Any]]:
        """All posts of an account."""
        words = {"repo": account.id, "collection": "app.bsky.feed.post", "limit": "100"}
        answer = httpx.get(f"{self._url}com.atproto.repo.listRecords", params=words)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, Any]] = answer.json()["records"]
        return found

    def blob(self, account: Account, identity: str) -> bytes:
        """A picture as the server serves it."""
        words = {"did": account.id, "cid": identity}
        answer = httpx.get(f"{self._url}com.atproto.sync.getBlob", params=words)
        assert answer.status_code == 200, answer.text
        return answer.content

    def post(self, method: str, token: str = "", **body: str) -> dict[str, Any]:
        """Something that a person does with an account."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        answer = httpx.post(f"{self._url}com.atproto.{method}", json=body, headers=headers, timeout=30)
        assert answer.status_code == 200, answer.text
        made: dict[str, Any] = answer.json()
        return made

    @property
    def _url(self) -> str:
        return f"http://127.0.0.1:{self.port}/xrpc/"


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port
