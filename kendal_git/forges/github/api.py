"""GitHub's REST API as JSON in and out: one token, one origin, every page or an error, and retries for reads alone."""

import json
from collections.abc import Iterator
from time import sleep
from typing import Any
from urllib.parse import urlencode, urlsplit

from kendal_git.forges.github.address import Address
from kendal_git.forges.github.limits import links, wait_of
from kendal_git.model.message import Message, say
from kendal_git.model.outcome import Unknown, Unreached
from kendal_git.model.trouble import Misuse, OutsideFailed
from kendal_git.transport import Answer, Line

TRIES = 4  # of one read
LONGEST = 60.0  # seconds that one wait may take; a longer one is told to the person instead
PAGE = 100  # GitHub's largest page
MOST_PAGES = 40  # 4,000 entries; a proposal with more is not judged
VERSION = "2022-11-28"

Record = dict[str, Any]


class Refused(OutsideFailed):
    """GitHub's own no, with its HTTP status: 401 token, 403 permission, 404 absent, 405, 409, 422."""

    def __init__(self, status: int, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.status = status


class Api:
    """Calls about one repository. A path is relative to it; one that begins with ``/`` to the API's root."""

    def __init__(self, address: Address, token: str) -> None:
        self.address, self.token = address, token
        self._line = Line()
        self._headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {token}",
            "User-Agent": "kendal_git",
            "X-GitHub-Api-Version": VERSION,
        }

    # ---- reading -----------------------------------------------------------------------------------------------------

    def get(self, path: str, **query: str | int) -> Any:
        """One document. Raises Refused for GitHub's no, OutsideFailed when there is no whole answer."""
        return self._document(self._read(self._url(path, query)))

    def find(self, path: str, **query: str | int) -> Any | None:
        """One document, or None when GitHub says that there is none."""
        try:
            return self.get(path, **query)
        except Refused as refused:
            if refused.status in (404, 422):
                return None
            raise

    def pages(self, path: str, key: str = "", **query: str | int) -> list[Record]:
        """A list, whole; ``key`` names it where GitHub wraps it. Raises OutsideFailed for a list too long to trust."""
        return list(self.walk(path, key, **query))

    def walk(self, path: str, key: str = "", **query: str | int) -> Iterator[Record]:
        """The same one by one, for whoever may stop early."""
        url: str | None = self._url(path, {"per_page": PAGE, **query})
        for _ in range(MOST_PAGES):
            if url is None:
                return
            answer = self._read(url)
            yield from _records(self._document(answer), key)
            url = self._next(answer)
        raise OutsideFailed(say("github.too-long", path=path, most=MOST_PAGES * PAGE))

    def _next(self, answer: Answer) -> str | None:
        """The next page, which must lie where the token may go."""
        url = links(answer).get("next")
        if url is not None and urlsplit(url)[:2] != urlsplit(self.address.api)[:2]:
            raise OutsideFailed(say("github.elsewhere", url=url))
        return url

    def _read(self, url: str) -> Answer:
        """A read, again after a fault or a limit that passes soon."""
        trouble = OutsideFailed(say("github.no-answer", reason="?"))
        for attempt in range(TRIES):
            answer = self._line.call("GET", url, headers=self._headers)
            if isinstance(answer, Unreached | Unknown):
                trouble, wait = OutsideFailed(say("github.no-answer", reason=answer.reason)), 2.0**attempt
            elif (limit := wait_of(answer)) is not None:
                trouble, wait = OutsideFailed(say("github.limit", seconds=round(limit))), limit
            elif answer.status >= 500:
                trouble, wait = OutsideFailed(say("github.fault", status=answer.status)), 2.0**attempt
            else:
                return answer
            if wait > LONGEST or attempt == TRIES - 1:
                break
            sleep(wait)
        raise trouble

    # ---- writing -----------------------------------------------------------------------------------------------------

    def send(self, method: str, path: str, body: Record) -> Any:
        """One change, tried once: whoever repeats it must know that it may be done. Raises Refused, OutsideFailed."""
        answer = self._line.call(method, self._url(path, {}), body=body, headers=self._headers)
        if isinstance(answer, Unreached | Unknown):
            raise OutsideFailed(say("github.no-answer", reason=answer.reason))
        limit = wait_of(answer)
        if limit is not None:
            raise OutsideFailed(say("github.limit", seconds=round(limit)))
        if answer.status >= 500:
            raise OutsideFailed(say("github.fault", status=answer.status))
        return self._document(answer)

    # ---- answers -----------------------------------------------------------------------------------------------------

    def _url(self, path: str, query: dict[str, str | int]) -> str:
        if not self.token:
            raise Misuse(say("github.no-token"), say("github.no-token.hint"))
        root = "" if path.startswith("/") else f"/repos/{self.address.repository}" + ("/" if path else "")
        return f"{self.address.api}{root}{path}" + (f"?{urlencode(query)}" if query else "")

    def _document(self, answer: Answer) -> Any:
        """What the answer says. Raises Refused for a no and OutsideFailed for what is no JSON."""
        try:
            found = json.loads(answer.text) if answer.text else None
        except ValueError:
            raise OutsideFailed(say("github.malformed", problem=f"HTTP {answer.status}")) from None
        if answer.status < 300:
            return found
        reason = found.get("message") if isinstance(found, dict) else None
        raise _refusal(answer.status, str(reason or "?"), found)


def _records(document: Any, key: str) -> list[Record]:
    """The list of a page, in which everything is a record."""
    found = document.get(key) if key and isinstance(document, dict) else document
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise OutsideFailed(say("github.malformed", problem=key or "list"))
    return found


def _refusal(status: int, reason: str, document: Any) -> Refused:
    """GitHub's no in our words, with what to do about it."""
    errors = document.get("errors") if isinstance(document, dict) else None
    details = [
        str(one.get("message") or one.get("code")) if isinstance(one, dict) else str(one) for one in errors or ()
    ]
    message = say("github.refused", status=status, reason=": ".join((reason, *details)))
    hints = {401: say("github.token.hint"), 403: say("github.permission.hint"), 404: say("github.absent.hint")}
    return Refused(status, message, hints.get(status))
