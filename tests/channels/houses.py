"""The platforms as the contract sees them: eyes that use none of the channels' code, and hands for the faults."""

import itertools
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import httpx

from kendal_git.channels.bluesky.channel import Bluesky as BlueskyChannel
from kendal_git.channels.bluesky.service import Service as BlueskyService
from kendal_git.channels.mastodon.channel import Mastodon as MastodonChannel
from kendal_git.channels.mastodon.service import Service as MastodonService
from kendal_git.model.secret import Secret
from kendal_git.ports import Channel, Parcel
from tests.channels.pds import Account, Pds
from tests.contracts.channel import SECRET, Shown
from tests.support.lossy import Fault, Lossy

NUMBERS = itertools.count()
NOWHERE = "http://127.0.0.1:9"  # the port of "discard", where nobody listens


def new_account() -> Account:
    """An account of the mock that nobody else uses."""
    number = next(NUMBERS)
    return Account(f"kantor{number}", f"token-{number}")


@dataclass(frozen=True, slots=True)
class Mastodon:
    """One account of the mock."""

    line: Lossy
    port: int
    account: Account

    def channel(self) -> Channel:
        return self._channel(self.line.url, self.account.word)

    def stranger(self) -> Channel:
        return self._channel(self.line.url, SECRET)

    def nowhere(self) -> Channel:
        return self._channel(NOWHERE, self.account.word)

    def lose_answer(self) -> None:
        self.line.faults.append(Fault("POST", "/api/v1/statuses"))

    def break_down(self) -> None:
        self.line.faults.append(Fault("POST", "/api/v1/statuses", 503, instead=True))

    def throttle(self) -> float:
        """As the documentation says: the moment at which calls are taken again, as ISO 8601."""
        now = datetime.now(UTC)
        headers = {
            "Date": f"{now:%a, %d %b %Y %H:%M:%S GMT}",
            "X-RateLimit-Reset": f"{now + timedelta(seconds=170):%FT%T}.000Z",
        }
        self.line.faults.append(Fault("POST", "/api/v1/statuses", 429, instead=True, headers=headers))
        return 170.0

    def unwelcome(self, parcel: Parcel) -> Parcel:
        return replace(parcel, payload=replace(parcel.payload, text="a" * 501))

    def shown(self) -> list[Shown]:
        return [
            Shown(
                unescape(re.sub(r"<[^>]+>", "", one["content"])),
                tuple(media["description"] for media in one["media_attachments"]),
                tuple(self._bytes(media["url"]) for media in one["media_attachments"]),
            )
            for one in reversed(self.statuses())
        ]

    def statuses(self) -> list[dict[str, Any]]:
        """Everything that the account shows, newest first."""
        me = self._get("/api/v1/accounts/verify_credentials")["id"]
        found: list[dict[str, Any]] = self._get(f"/api/v1/accounts/{me}/statuses?limit=40")
        return found

    def _get(self, path: str) -> Any:
        headers = {"Authorization": f"Bearer {self.account.word}"}
        answer = httpx.get(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def _bytes(self, url: str) -> bytes:
        return httpx.get(f"http://127.0.0.1:{self.port}{httpx.URL(url).path}").content

    def _channel(self, url: str, token: str) -> Channel:
        return MastodonChannel("mastodon", MastodonService(url, Secret(token)), pause=lambda _: None)


PUT = "/xrpc/com.atproto.repo.putRecord"


@dataclass(frozen=True, slots=True)
class Bluesky:
    """One account of the reference server."""

    line: Lossy
    pds: Pds
    account: Account

    def channel(self) -> Channel:
        return self._channel(self.line.url, self.account.word)

    def stranger(self) -> Channel:
        return self._channel(self.line.url, SECRET)

    def nowhere(self) -> Channel:
        return self._channel(NOWHERE, self.account.word)

    def lose_answer(self) -> None:
        self.line.faults.append(Fault("POST", PUT))

    def break_down(self) -> None:
        self.line.faults.append(Fault("POST", PUT, 502, instead=True))

    def throttle(self) -> float:
        """Sign in wrongly as often as the server allows; no fault is made up, and it asks to wait for its window."""
        strict = Pds(strict=True)
        self.line.closing.append(strict.close)
        self.line.upstream = strict.port
        return strict.exhaust(self.account.name)

    def unwelcome(self, parcel: Parcel) -> Parcel:
        return replace(parcel, payload=replace(parcel.payload, text="a" * 301))

    def shown(self) -> list[Shown]:
        return [
            Shown(
                one["value"]["text"],
                tuple(image["alt"] for image in _images(one)),
                tuple(self.pds.blob(self.account, image["image"]["ref"]["$link"]) for image in _images(one)),
            )
            for one in self.records()
        ]

    def records(self) -> list[dict[str, Any]]:
        """Everything that the account's repository holds, by its keys."""
        return self.pds.records(self.account)

    def service(self) -> BlueskyService:
        """The account's service without its channel."""
        return self._service(self.line.url, self.account.word)

    def _channel(self, url: str, password: str) -> Channel:
        return BlueskyChannel("bluesky", self._service(url, password))

    def _service(self, url: str, password: str) -> BlueskyService:
        return BlueskyService(url, self.account.name, Secret(password))


def _images(record: dict[str, Any]) -> list[dict[str, Any]]:
    images: list[dict[str, Any]] = record["value"].get("embed", {}).get("images", [])
    return images
