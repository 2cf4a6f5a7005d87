"""The network's room, and the only HTTP import: one call, one answer, and an honest word about what is not known."""

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from kendal_git.model.outcome import Unknown, Unreached


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that arrived whole; ``data`` is its body as it came."""

    status: int
    text: str
    headers: tuple[tuple[str, str], ...] = ()
    data: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class File:
    """One file of a form: the form's field, the file's name, its bytes and their media type."""

    field: str
    name: str
    data: bytes
    type: str = "image/jpeg"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: url-encoded, or multipart when it carries files."""

    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[File, ...] = ()


Body = bytes | Form | dict[str, Any]  # a dict goes as JSON
Headers = dict[str, str]


class Line:
    """Calls to one service over connections that stay open, for questions that may be asked again.

    What becomes visible is never sent over one: a connection that the other side has closed meanwhile would turn a call
    that surely did not arrive into one of which nothing is known.
    """

    def __init__(self) -> None:
        import httpx

        self._client = httpx.Client(follow_redirects=False)
        weakref.finalize(self, self._client.close)  # whoever forgets it leaves no connection open

    def call(
        self, method: str, url: str, *, body: Body | None = None, headers: Headers | None = None, timeout: float = 30.0
    ) -> Answer | Unreached | Unknown:
        """One attempt, as ``call`` makes it."""
        return _attempt(self._client.request, method, url, headers=headers, timeout=timeout, **_content(body))


def call(
    method: str, url: str, *, body: Body | None = None, headers: Headers | None = None, timeout: float = 30.0
) -> Answer | Unreached | Unknown:
    """One attempt. Unreached only when no byte of the request can have arrived; a lost or cut answer is Unknown."""
    import httpx  # 70 ms, and only where something is sent

    return _attempt(
        httpx.request, method, url, headers=headers, timeout=timeout, follow_redirects=False, **_content(body)
    )


def _content(body: Body | None) -> dict[str, Any]:
    """A body in httpx's words."""
    match body:
        case None:
            return {}
        case bytes():
            return {"content": body}
        case Form(fields=fields, files=files):
            parts = [(one.field, (one.name, one.data, one.type)) for one in files]
            return {"data": dict(fields), **({"files": parts} if parts else {})}
        case _:
            return {"json": body}


def _attempt(send: Callable[..., Any], method: str, url: str, **options: Any) -> Answer | Unreached | Unknown:
    import logging

    import httpx

    logging.getLogger("httpx").disabled = True  # it writes each address down, and one of ours holds a token
    try:
        answer = send(method, url, **options)
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL) as failed:
        return Unreached(type(failed).__name__)
    except httpx.HTTPError as failed:
        return Unknown(type(failed).__name__)
    return Answer(answer.status_code, answer.text, tuple(answer.headers.items()), answer.content)
