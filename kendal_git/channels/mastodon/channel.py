"""The channel: pictures first, then one status under a key that the server keeps for about an hour."""

import time
from collections.abc import Callable
from typing import Any

from kendal_git.channels.answers import require_light, unprepared
from kendal_git.channels.mastodon.finding import SLACK, same, when
from kendal_git.channels.mastodon.payload import changed_status, key, media_type, new_status, ours
from kendal_git.channels.mastodon.service import Service, settled
from kendal_git.composing.limits import limits_of
from kendal_git.model.outcome import ByHand, Denied, Outcome, Refused, Sent, Unknown, Unreached
from kendal_git.ports import Edits, Parcel
from kendal_git.transport import Answer, File, Form

STATUSES, MEDIA, UPLOADS = "/api/v1/statuses", "/api/v1/media", "/api/v2/media"
ME, ACCOUNTS = "/api/v1/accounts/verify_credentials", "/api/v1/accounts"
KEPT = 3000.0  # seconds of the hour for which the server keeps a key, less ten minutes of reserve
LOOKS, PAUSE = 20, 1.0  # how often, and how many seconds apart, a picture in the making is looked at
# The server keeps a key only when the status is there: after an answer that was lost a repeat must not come at once.
BREATH = 3.0
PAGES, PAGE = 5, 40


class Mastodon:
    """One account; a repeat under the key gives back the status that stands."""

    repeatable, keeps, edits = True, KEPT, Edits.ALL

    def __init__(self, name: str, service: Service, pause: Callable[[float], None] = time.sleep) -> None:
        self.name = name
        self._service, self._pause = service, pause

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Upload the pictures with their words and wait until the server has made its own of them."""
        if parcel.replaces and not ours(parcel.replaces):
            raise unprepared(Refused(f"{parcel.replaces}: ≠ id"))
        require_light(parcel.pictures, limits_of("mastodon").image.bytes)
        pictures = zip(parcel.pictures, parcel.payload.pictures, strict=True)
        return tuple(
            (f"picture-{number}", self._upload(name, data, picture.alt))
            for number, ((name, data), picture) in enumerate(pictures, 1)
        )

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Post, or change what stands."""
        left = max(timeout - BREATH, timeout / 2)
        if parcel.replaces:
            path, body = f"{STATUSES}/{parcel.replaces}", changed_status(parcel)
            answer = self._service.write("PUT", path, body, timeout=left)
        else:
            given = key(parcel, self.name)
            answer = self._service.write("POST", STATUSES, new_status(parcel), key=given, timeout=left)
        outcome = _shown(answer) if isinstance(answer, dict) else answer
        if isinstance(outcome, Unknown):
            self._pause(timeout - left)
        if parcel.replaces and isinstance(outcome, Denied) and _gone(outcome):
            return Refused(
                outcome.reason
            )  # a person has deleted what was to be changed: nothing is wrong with our right
        return outcome

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The status that it replaces, or one not older than the intent, when that is surely this revision."""
        status = next((one for one in self._candidates(parcel) if same(one, parcel)), None)
        shown = _shown(status) if status else None
        return shown if isinstance(shown, Sent) else None

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Delete the status; one that the server does not know is gone."""
        if not ours(remote):
            return ByHand(f"{remote or post}: ≠ id")
        answer = self._service.write("DELETE", f"{STATUSES}/{remote}")
        return Sent() if isinstance(answer, dict) or (isinstance(answer, Denied) and _gone(answer)) else answer

    def _upload(self, name: str, data: bytes, alt: str) -> str:
        """One picture's id, once it may be attached."""
        form = Form((("description", alt),), (File("file", name, data, media_type(data)),))
        answer = self._service.quiet("POST", UPLOADS, form)
        found = settled(answer)
        if not isinstance(found, dict):
            raise unprepared(found)
        if not found.get("id"):
            raise unprepared(Unknown(f"{name}: 200"))
        identity = str(found["id"])
        for _ in range(LOOKS):
            if isinstance(answer, Answer) and answer.status == 200:
                return identity
            self._pause(PAUSE)
            answer = self._service.quiet("GET", f"{MEDIA}/{identity}")
            found = settled(answer)
            if not isinstance(found, dict):
                raise unprepared(found)
        raise unprepared(Unreached(f"{name}: 206"))

    def _candidates(self, parcel: Parcel) -> list[dict[str, Any]]:
        """Own statuses that may be the parcel's, newest first."""
        if parcel.replaces:
            found = self._service.ask(f"{STATUSES}/{parcel.replaces}")
            return [found] if isinstance(found, dict) else []
        me = self._service.ask(ME)
        if not isinstance(me, dict) or parcel.since is None:
            return []
        found, last = [], ""
        for _ in range(PAGES):
            words = {"limit": str(PAGE), "exclude_replies": "true", "exclude_reblogs": "true"}
            page = self._service.ask(f"{ACCOUNTS}/{me['id']}/statuses", **words, **({"max_id": last} if last else {}))
            found += page or []
            moment = when(found[-1]) if page else None
            if moment is None or moment < parcel.since - SLACK:
                break
            last = str(found[-1]["id"])
        return found


def _shown(status: dict[str, Any]) -> Sent | Unknown:
    """Where a status is."""
    if not status.get("id"):
        return Unknown("200")
    return Sent(str(status.get("url") or status.get("uri") or ""), str(status["id"]))


def _gone(outcome: Denied) -> bool:
    """Whether the server said that it has no such status; a page of some other server says nothing."""
    return outcome.reason.startswith("404 ")
