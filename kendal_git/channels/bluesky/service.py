"""Calls to an account's server: one session a run, and the server's answers in the house's five kinds of no."""

from typing import Any
from urllib.parse import urlencode

from kendal_git.channels.answers import content, wait
from kendal_git.model.outcome import Denied, Outcome, Refused, Throttled, Unknown, Unreached
from kendal_git.model.secret import Secret
from kendal_git.transport import Answer, Line, call

AUTH = "com.atproto.server.createSession"
USUAL_WAIT = 300.0  # seconds: the length of the server's window
SESSION_OVER = ("ExpiredToken", "InvalidToken")
NOT_OURS = ("AccountTakedown", "RepoTakendown", "AccountDeactivated", "RepoDeactivated", "RepoNotFound")
PREPARE_AGAIN = ("BlobNotFound",)  # what was uploaded has been cleared away meanwhile


class Service:
    """One account on its server."""

    def __init__(self, address: str, handle: str, password: Secret) -> None:
        self.handle = handle
        self._did = ""
        self._address, self._password = address.rstrip("/"), password
        self._session: Secret | None = None
        self._line: Line | None = None

    @property
    def entered(self) -> bool:
        """Whether the run has a session."""
        return self._session is not None

    def enter(self, timeout: float = 30.0) -> Outcome | None:
        """Open the run's session, which may always be tried again; what stands in the way, or None."""
        if self._session:
            return None
        body = {"identifier": self.handle, "password": self._password.word}
        found = self._settled(self._line_call("POST", self._url(AUTH), body=body, timeout=timeout), AUTH)
        if not isinstance(found, dict):
            return Unreached(found.reason) if isinstance(found, Unknown) else found
        if not (found.get("did") and found.get("accessJwt")):
            return Unreached(AUTH)
        self._did, self._session = str(found["did"]), Secret(str(found["accessJwt"]))
        return None

    def upload(self, data: bytes, media_type: str) -> dict[str, Any] | Outcome:
        """One picture, which nobody sees until a record names it."""
        method = "com.atproto.repo.uploadBlob"
        headers = {**self._headers(), "Content-Type": media_type}
        return self._settled(self._line_call("POST", self._url(method), body=data, headers=headers), method)

    def ask(self, method: str, **words: str) -> dict[str, Any] | Outcome:
        """A question about the account's records, which changes nothing."""
        url = f"{self._url(method)}?{urlencode({'repo': self._did, **words})}"
        return self._settled(self._line_call("GET", url, headers=self._headers()), method)

    def write(self, method: str, body: dict[str, Any], timeout: float) -> dict[str, Any] | Outcome:
        """A change of the account's records: the visible call, on a connection of its own."""
        answer = call(
            "POST", self._url(method), body={"repo": self._did, **body}, headers=self._headers(), timeout=timeout
        )
        return self._settled(answer, method)

    def _url(self, method: str) -> str:
        return f"{self._address}/xrpc/{method}"

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._session.word}"} if self._session else {}

    def _line_call(self, *words: Any, **named: Any) -> Answer | Unreached | Unknown:
        self._line = self._line or Line()
        return self._line.call(*words, **named)

    def _settled(self, answer: Answer | Unreached | Unknown, method: str) -> dict[str, Any] | Outcome:
        """The answer's content, or which kind of no it is."""
        if not isinstance(answer, Answer):
            return answer
        found = content(answer)
        if answer.status == 200:
            return Unknown("200") if found is None else found
        found = found or {}
        fault = str(found.get("error", ""))
        reason = " ".join(str(part) for part in (answer.status, fault, found.get("message", "")) if part)
        if fault in SESSION_OVER and method != AUTH:
            self._session = None  # the next call begins a new one
            return Unreached(reason)
        return verdict(answer, fault, reason)


def verdict(answer: Answer, fault: str, reason: str) -> Outcome:
    """An answer that is no yes: only what the server says to have done nothing is called so."""
    if answer.status >= 500 or answer.status == 408 or answer.status < 300:
        return Unknown(reason)
    if answer.status == 429:
        return Throttled(reason, wait(answer, "ratelimit-reset", USUAL_WAIT))
    if fault in PREPARE_AGAIN:
        return Unreached(reason)
    if answer.status in (400, 413) and fault and fault not in (*NOT_OURS, *SESSION_OVER):
        return Refused(reason)
    return Denied(reason)  # no right, or no such service at this address
