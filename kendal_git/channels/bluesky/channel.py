"""The channel: uploads first, then one record under the post's own key, whoever sends it and however often."""

from math import inf
from typing import Any

from kendal_git.channels.answers import require_light, unprepared
from kendal_git.channels.bluesky.payload import (
    COLLECTION,
    day,
    looked_at,
    media_type,
    ours,
    record,
    record_key,
)
from kendal_git.channels.bluesky.service import Service
from kendal_git.composing.limits import limits_of
from kendal_git.model.outcome import ByHand, Outcome, Refused, Sent, Unknown
from kendal_git.pictures.inspecting import UndecodableError
from kendal_git.ports import Edits, Parcel

PUT, DELETE, GET = "com.atproto.repo.putRecord", "com.atproto.repo.deleteRecord", "com.atproto.repo.getRecord"


class Bluesky:
    """One account; putting the same record again leaves the one that stands."""

    repeatable, keeps, edits = True, inf, Edits.ALL

    def __init__(self, name: str, service: Service) -> None:
        self.name = name
        self._service = service

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Open the session and upload the pictures, each under an id that follows from its bytes."""
        if day(parcel.post) is None:
            raise unprepared(Refused(f"{parcel.post}: content/YYYY/MM/DD-…"))
        if parcel.replaces and not ours(parcel.replaces):
            raise unprepared(Refused(f"{parcel.replaces}: ≠ rkey"))
        require_light(parcel.pictures, limits_of("bluesky").image.bytes)
        if stop := self._service.enter():
            raise unprepared(stop)
        pictures = enumerate(parcel.pictures, 1)
        return tuple((f"picture-{number}", self._upload(name, data)) for number, (name, data) in pictures)

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Put the record."""
        key = self._key(parcel.post, parcel.replaces)
        answer = self._write(PUT, key, timeout, record=record(parcel))
        if not isinstance(answer, dict):
            return answer
        return self._shown(key) if "uri" in answer else Unknown("200")

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The record, when it is in every part what this revision makes."""
        key = self._key(parcel.post, parcel.replaces)
        try:
            wanted = record(parcel)
        except UndecodableError:
            return None
        answer = self._service.enter() or self._service.ask(GET, collection=COLLECTION, rkey=key)
        return self._shown(key) if isinstance(answer, dict) and answer.get("value") == wanted else None

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Delete the record; to the server one that is not there is deleted, too."""
        if remote and not ours(remote):
            return ByHand(f"{remote}: ≠ rkey")
        answer = self._write(DELETE, self._key(post, remote), 30.0)
        return Sent() if isinstance(answer, dict) else answer

    def _write(self, method: str, key: str, timeout: float, **more: Any) -> dict[str, Any] | Outcome:
        """One change of the record, within the time, also when a session must be opened first."""
        share = timeout if self._service.entered else timeout / 2
        place = {"collection": COLLECTION, "rkey": key}
        return self._service.enter(share) or self._service.write(method, {**place, **more}, share)

    def _upload(self, name: str, data: bytes) -> str:
        """One picture's id."""
        try:
            seen = looked_at(data)
        except UndecodableError as broken:
            raise unprepared(Refused(f"{name}: {broken.reason}")) from broken
        answer = self._service.upload(data, media_type(seen))
        if not isinstance(answer, dict):
            raise unprepared(answer)
        try:
            return str(answer["blob"]["ref"]["$link"])
        except (KeyError, TypeError) as strange:
            raise unprepared(Unknown(f"{name}: 200")) from strange

    def _key(self, post: str, remote: str) -> str:
        return remote or record_key(post, self.name)

    def _shown(self, key: str) -> Sent:
        return Sent(f"https://bsky.app/profile/{self._service.handle}/post/{key}", key)
