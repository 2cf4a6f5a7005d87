"""The X channel: once; a post can be found again among our own, and not be changed."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kendal_git.channels.answers import part, record_of, unseen
from kendal_git.channels.x.answers import gone, outcome_of, problem_of
from kendal_git.channels.x.payload import address, described, shows, timeline, tweet, upload
from kendal_git.channels.x.signing import Keys, authorization
from kendal_git.model.message import say
from kendal_git.model.outcome import ByHand, Outcome, Sent, Unknown, Unreached
from kendal_git.ports import Edits, NotPrepared, Parcel
from kendal_git.transport import Answer, Body, call

API = "https://api.x.com"
SECONDS = 30.0  # of a call that shows nothing


@dataclass(frozen=True, slots=True)
class Account:
    """Whose posts, and the clock by which calls are signed."""

    keys: Keys
    now: Callable[[], datetime]
    api: str = API


class X:
    """One account."""

    repeatable, keeps, edits = False, 0.0, Edits.NOTHING

    def __init__(self, name: str, account: Account) -> None:
        self.name = name
        self._account = account

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Upload the pictures and describe them; what no post uses within a day vanishes."""
        ids = []
        for place, (one, (name, data)) in enumerate(zip(parcel.payload.pictures, parcel.pictures, strict=True), 1):
            media = self._outcome(self._call("POST", "/2/media/upload", upload(name, data), SECONDS))
            if not isinstance(media, Sent):
                raise NotPrepared(unseen(media))
            if one.alt:
                self._describe(described(media.remote, one.alt))
            ids.append((f"picture-{place}", media.remote))
        return tuple(ids)

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Post it."""
        return self._outcome(self._call("POST", "/2/tweets", tweet(parcel), timeout))

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The post of our own timeline that has these words and is no older than the intent."""
        if parcel.since is None:
            return None
        me = part(self._read("/2/users/me"), "data").get("id")
        shown = self._read(timeline(str(me), parcel.since)).get("data") if me else None
        for one in shown if isinstance(shown, list) else ():
            if isinstance(one, dict) and shows(one, parcel):
                return Sent(address(str(one["id"])), str(one["id"]))
        return None

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Delete it; that it is gone already is as good."""
        if not remote.isdigit():
            return ByHand(say("channels.no-number", post=post))
        answer = self._call("DELETE", f"/2/tweets/{remote}", None, SECONDS)
        if isinstance(answer, Answer):
            deleted = part(record_of(answer), "data").get("deleted") is True
            if (answer.status == 200 and deleted) or gone(answer):
                return Sent()
        return self._outcome(answer)

    def _describe(self, body: Body) -> None:
        """A picture's words; a success without an error is one, whatever it says. Raises NotPrepared."""
        answer = self._call("POST", "/2/media/metadata", body, SECONDS)
        if not isinstance(answer, Answer) or answer.status >= 300 or problem_of(record_of(answer)):
            raise NotPrepared(unseen(self._outcome(answer)))

    def _read(self, path: str) -> dict[str, Any]:
        """An answer to a question; empty when there is none."""
        answer = self._call("GET", path, None, SECONDS)
        return record_of(answer) if isinstance(answer, Answer) and answer.status == 200 else {}

    def _outcome(self, answer: Answer | Unreached | Unknown) -> Outcome:
        account = self._account
        return outcome_of(answer, account.now(), account.keys.all) if isinstance(answer, Answer) else answer

    def _call(self, method: str, path: str, body: Body | None, timeout: float) -> Answer | Unreached | Unknown:
        """One signed attempt."""
        account, url = self._account, self._account.api + path
        signed = authorization(account.keys, method, url, secrets.token_hex(16), account.now())
        return call(method, url, body=body, headers={"Authorization": signed}, timeout=timeout)
