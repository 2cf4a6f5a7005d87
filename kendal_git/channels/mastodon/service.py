"""Calls to the account's server, and its answers in the house's five kinds of no."""

import json
from typing import Any
from urllib.parse import urlencode

from kendal_git.channels.answers import content, wait
from kendal_git.model.outcome import Denied, Outcome, Refused, Throttled, Unknown, Unreached
from kendal_git.model.secret import Secret
from kendal_git.transport import Answer, Body, Line, call

USUAL_WAIT = 300.0  # seconds: the length of the server's window
TAKEN = (200, 202, 206)


class Service:
    """One account on its server."""

    def __init__(self, address: str, token: Secret) -> None:
        self._address, self._token = address.rstrip("/"), token
        self._line: Line | None = None

    def ask(self, path: str, **words: str) -> Any:
        """A question: what the JSON says, None when there is no good answer."""
        query = f"?{urlencode(words)}" if words else ""
        answer = self.quiet("GET", path + query)
        if not isinstance(answer, Answer) or answer.status != 200:
            return None
        try:
            return json.loads(answer.text)
        except ValueError:
            return None

    def quiet(self, method: str, path: str, body: Body | None = None) -> Answer | Unreached | Unknown:
        """A call that shows nothing, over the line that stays open."""
        self._line = self._line or Line()
        return self._line.call(method, self._address + path, body=body, headers=self._headers())

    def write(
        self, method: str, path: str, body: Body | None = None, *, key: str = "", timeout: float = 30.0
    ) -> dict[str, Any] | Outcome:
        """The visible call, on a connection of its own."""
        headers = {**self._headers(), **({"Idempotency-Key": key} if key else {})}
        return settled(call(method, self._address + path, body=body, headers=headers, timeout=timeout))

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token.word}"}


def settled(answer: Answer | Unreached | Unknown) -> dict[str, Any] | Outcome:
    """The answer's content, or which kind of no it is: only what the server says to have done nothing is called so."""
    if not isinstance(answer, Answer):
        return answer
    found = content(answer)
    if answer.status in TAKEN:
        return Unknown(str(answer.status)) if found is None else found
    reason = " ".join(str(part) for part in (answer.status, (found or {}).get("error", "")) if part)
    if answer.status >= 500 or answer.status == 408 or answer.status < 300:
        return Unknown(reason)
    if answer.status == 429:
        return Throttled(reason, wait(answer, "x-ratelimit-reset", USUAL_WAIT))
    if answer.status in (400, 413, 422):
        return Refused(reason)
    return Denied(reason)  # no right, or no such service at this address
