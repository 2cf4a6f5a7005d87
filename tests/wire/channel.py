"""The wire's adapter: one visible call over the one transport, and nothing to look anything up with."""

import json

from kendal_git.model.outcome import Outcome, Refused, Sent, Unknown, Unreached
from kendal_git.ports import Edits, Parcel
from kendal_git.transport import call


class Wire:
    """A ``once`` channel: a second call is a second post."""

    repeatable, keeps, edits = False, 0.0, Edits.ALL

    def __init__(self, name: str, url: str) -> None:
        self.name = name
        self._url = f"{url}/{name}"

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        """Nothing to upload."""
        return ()

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        """Make it visible."""
        body = {"post": parcel.post, "revision": parcel.revision, "text": parcel.payload.text}
        return self._outcome("POST", json.dumps(body).encode(), timeout)

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        """The wire shows nothing."""
        return None

    def withdraw(self, post: str, remote: str) -> Outcome:
        """Take it down."""
        return self._outcome("DELETE", b"", 10.0)

    def _outcome(self, method: str, data: bytes, timeout: float) -> Outcome:
        answer = call(method, self._url, body=data, timeout=timeout)
        if isinstance(answer, Unreached | Unknown):
            return answer
        if answer.status >= 500:
            return Unknown(str(answer.status))
        if answer.status >= 400:
            return Refused(str(answer.status))
        return Sent(url=json.loads(answer.text)["url"])
