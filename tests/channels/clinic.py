"""Channels under examination: the real command with the real wiring, whose services are fakes on loopback."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kendal_git.channels.facebook import channel as facebook_channel
from kendal_git.channels.telegram.channel import Bot
from kendal_git.channels.x.channel import Account
from kendal_git.cli import main
from tests.channels.fakes import bluesky_account, facebook, instagram_account, meta, telegram, x
from tests.channels.fakes.service import Asked, Fake, Reply
from tests.contracts.channel import Shown
from tests.scratch import OFFICE, make

ROUTES = ("bluesky", "mastodon", "telegram", "x", "facebook", "instagram")
MASTODON_TOKEN = "rahasiaTokenMastodon00000000000000000000007"
WORDS: Mapping[str, dict[str, str]] = {
    "bluesky": {"BSKY_HANDLE": bluesky_account.HANDLE, "BSKY_APP_PASSWORD": bluesky_account.PASSWORD},
    "mastodon": {"MASTODON_TOKEN": MASTODON_TOKEN},
    "telegram": {"TELEGRAM_BOT_TOKEN": telegram.TOKEN, "TELEGRAM_CHAT_ID": telegram.CHAT},
    "x": {
        "X_API_KEY": x.KEY,
        "X_API_SECRET": x.SECRET_KEY,
        "X_ACCESS_TOKEN": x.TOKEN,
        "X_ACCESS_TOKEN_SECRET": x.SECRET_TOKEN,
    },
    "facebook": {"META_PAGE_ID": facebook.PAGE, "META_PAGE_TOKEN": facebook.TOKEN},
    "instagram": {"META_IG_USER_ID": instagram_account.ACCOUNT, "META_PAGE_TOKEN": instagram_account.TOKEN},
}
SITE = "site: {url: https://contoh.example, title: Kegiatan}"  # from where Instagram fetches
APP = {"META_APP_ID": meta.APP, "META_APP_SECRET": meta.APP_SECRET}
ADDRESSES = {"bluesky": "BSKY_SERVICE", "mastodon": "MASTODON_BASE_URL"}
PLANTED = (
    *(bluesky_account.PASSWORD, MASTODON_TOKEN, telegram.TOKEN, x.KEY, x.SECRET_KEY, x.TOKEN, x.SECRET_TOKEN),
    *(facebook.TOKEN, instagram_account.TOKEN, meta.APP_SECRET),
)
FAKES: Mapping[str, type[Fake]] = {
    "bluesky": bluesky_account.FakeBlueskyAccount,
    "telegram": telegram.FakeTelegram,
    "x": x.FakeX,
    "facebook": facebook.FakeFacebook,
    "instagram": instagram_account.FakeInstagramAccount,
}


class Parrot(Fake):
    """A server that answers everything alike: ``status``, ``body`` as it is, ``date`` as its clock."""

    name = "parrot"

    def __init__(self, status: int = 200, body: Any = None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.status, self.body, self.headers = status, body, dict(headers or {})

    def visible(self) -> list[Shown]:
        return []

    def trouble(self, kind: str) -> Reply:
        return Reply(self.status, self.body)

    def handle(self, asked: Asked) -> Reply:
        return Reply(self.status, self.body, self.headers)


@dataclass(frozen=True)
class Told:
    """What the command said: its exit code and the findings, as records; ``out`` is all of it, in four forms."""

    code: int
    findings: list[dict[str, Any]]
    out: str

    def one(self, name: str) -> dict[str, Any]:
        """The only finding of a name."""
        found = [one for one in self.findings if one["name"] == name]
        assert len(found) == 1, f"{name}: {found} in {self.findings}"
        return found[0]

    def line(self, name: str) -> str:
        """The same as people read it."""
        one = self.one(name)
        return f"{one['state']}: {one['message']}" + (f" → {one['hint']}" if one["hint"] else "")

    def states(self) -> dict[str, str]:
        """The states by name; of several of one name the last that is not well."""
        found: dict[str, str] = {}
        for one in self.findings:
            if found.get(one["name"], "ok") == "ok":
                found[one["name"]] = one["state"]
        return found


@dataclass
class Clinic:
    """An office with one channel of each route, and the secrets of those that ``words`` names."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]
    channels: dict[str, str] = field(default_factory=dict)

    def open(self, via: str, url: str, **words: str) -> None:
        """A channel called after its route, whose service answers at ``url``."""
        self.channels.setdefault(via, f"{{via: {via}}}")
        given = {**WORDS[via], **({ADDRESSES[via]: url} if via in ADDRESSES else {}), **words}
        for name, word in given.items():
            self.monkeypatch.setenv(name, word)
        if via == "telegram":
            self.monkeypatch.setattr(Bot.__init__, "__defaults__", (url,))
        if via == "x":
            self.monkeypatch.setattr(Account.__init__, "__defaults__", (url,))
        if via in ("facebook", "instagram"):
            self.monkeypatch.setattr(facebook_channel, "API", f"{url}/v26.0")
        self._write()

    def look(self, *words: str) -> Told:
        """Examine twice: in English as people read it, in Indonesian as a program does."""
        self.capsys.readouterr()
        main(["-C", str(self.root), "--lang", "en", "doctor", "--channels", *words])
        other = self.capsys.readouterr()
        told = self.quick(*words)
        return Told(told.code, told.findings, other.out + other.err + told.out)

    def quick(self, *words: str) -> Told:
        """Examine once."""
        self.capsys.readouterr()
        code = main(["-C", str(self.root), "doctor", "--channels", *words, "--format", "json"])
        said = self.capsys.readouterr()
        return Told(code, json.loads(said.out)["findings"], said.out + said.err)

    def text(self, *words: str) -> tuple[int, str]:
        """What a person reads."""
        self.capsys.readouterr()
        code = main(["-C", str(self.root), "doctor", "--channels", *words])
        return code, self.capsys.readouterr().out

    def _write(self) -> None:
        listed = ", ".join(f"{name}: {words}" for name, words in self.channels.items())
        old = "channels: {instagram: {via: outbox}, facebook: {via: outbox}, x: {via: outbox}}"
        assert old in OFFICE
        make(self.root).write("kendal.yaml", OFFICE.replace(old, f"channels: {{{listed}}}\n{SITE}"))


def made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], **channels: str
) -> Clinic:
    """An office with these channels and no secrets yet."""
    clinic = Clinic(tmp_path, monkeypatch, capsys, dict(channels))
    clinic._write()
    return clinic


@contextmanager
def parrot(status: int, body: Any, headers: Mapping[str, str] | None = None) -> Iterator[Parrot]:
    """A server that answers everything alike."""
    with Parrot(status, body, headers) as server:
        yield server
