"""What the fake services share: a server on loopback, a clock, a log, the faults, and a request taken apart.

A fake refuses what its platform refuses and remembers what it took; no test sets its replies but through a ``Fault``.
"""

import json
import re
import socketserver
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.contracts.channel import Shown

FAULTS = {
    "lost": "taken, and the connection ends without an answer",
    "cut": "the connection ends before anything is taken",
    "500-before": "HTTP 500, and nothing is taken",
    "500-after": "HTTP 500, and it is taken all the same",
    "throttled": "too much for now, with the platform's own wait",
    "expired": "the credential is no longer good",
    "duplicate": "an identical post is said to exist already",
}
UNTAKEN = ("cut", "500-before", "throttled", "expired", "duplicate")
SILENT = ("lost", "cut")


@dataclass
class Fault:
    """One trouble: of the calls that match, the nth has it. ``call`` is a pattern over ``METHOD /path``."""

    kind: str
    call: str = ""
    nth: int = 1
    seen: int = 0
    fired: bool = False

    def meets(self, call: str) -> bool:
        """Count a call, and say whether it has this trouble."""
        if not re.search(self.call, call):
            return False
        self.seen += 1
        hit = self.seen == self.nth
        self.fired = self.fired or hit
        return hit


@dataclass(frozen=True)
class Asked:
    """A request taken apart: ``fields`` of the query or a form, ``files`` by field, or ``json``."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    fields: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    json: Any = None
    url: str = ""
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """An answer; ``body`` is bytes, or what goes out as JSON."""

    status: int
    body: Any
    headers: dict[str, str] = field(default_factory=dict)


class No(Exception):
    """The platform's refusal."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply.status))
        self.reply = reply


class Fake:
    """One service: ``with Fake() as fake``, then ``fake.url``, ``fake.faults``, ``fake.log``, ``fake.visible()``."""

    name = ""

    def __init__(self) -> None:
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.faults: list[Fault] = []
        self.log: list[str] = []  # each call as ``METHOD /path``, numbers as N, without any secret
        self.lock = threading.RLock()
        self._http = _Http(self)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    def visible(self) -> list[Shown]:
        """What the public sees, oldest first."""
        raise NotImplementedError

    def handle(self, asked: Asked) -> Reply:
        """The true answer. Raises No."""
        raise NotImplementedError

    def trouble(self, kind: str) -> Reply:
        """How this platform words a fault."""
        raise NotImplementedError

    def label(self, asked: Asked) -> str:
        """A call's name in the log and the table."""
        return f"{asked.method} {re.sub(r'[0-9]{3,}(?:_[0-9]+)?', 'N', asked.path)}"

    def answer(self, asked: Asked) -> Reply | None:
        """The reply with whatever goes wrong; None when the connection ends instead."""
        with self.lock:
            call = self.label(asked)
            self.log.append(call)
            fault = next((one for one in [one for one in self.faults if one.meets(call)]), None)
            if fault and fault.kind in UNTAKEN:
                return None if fault.kind in SILENT else self.trouble(fault.kind)
            try:
                reply = self.handle(asked)
            except No as no:
                reply = no.reply
            if fault:
                return None if fault.kind in SILENT else self.trouble(fault.kind)
            return reply


def moment(when: datetime) -> str:
    """ISO 8601 with a Z."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def size(data: bytes) -> tuple[str, int, int] | None:
    """Format, width and height of a picture; None for what is none."""
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as opened:
            return str(opened.format), *opened.size
    except (UnidentifiedImageError, OSError):
        return None


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, fake: Fake) -> None:
        self.fake = fake
        super().__init__(("127.0.0.1", 0), _Handler)

    def server_bind(self) -> None:
        socketserver.TCPServer.server_bind(self)  # HTTPServer would ask the name service who 127.0.0.1 is
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Http
    wbufsize = -1

    def _any(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        self.close_connection = True
        if len(body) < length:
            return  # the caller died in the middle: nothing whole arrived, nothing is taken
        reply = self.server.fake.answer(self._asked(body))
        if reply is None:
            return
        data = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body, ensure_ascii=False).encode()
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
            self.wfile.flush()
        except OSError:
            return  # the caller was killed

    do_GET = do_POST = do_DELETE = do_PUT = _any  # noqa: N815 — http.server calls them so

    def _asked(self, body: bytes) -> Asked:
        split = urlsplit(self.path)
        query = dict(parse_qsl(split.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        kind = headers.get("content-type", "")
        fields: dict[str, str] = {}
        files: dict[str, bytes] = {}
        loaded: Any = None
        if kind.startswith("multipart/form-data"):
            fields, files = parts(body, kind.partition("boundary=")[2].strip('"'))
        elif kind.startswith("application/x-www-form-urlencoded"):
            fields = dict(parse_qsl(body.decode(), keep_blank_values=True))
        elif kind.startswith("application/json"):
            loaded = json.loads(body)
        path, url = unquote(split.path), self.server.fake.url + self.path
        return Asked(self.command, path, query, headers, fields, files, loaded, url, body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return format_datetime(self.server.fake.clock().astimezone(UTC), usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 — the name in http.server
        """``Fake.log`` remembers."""


def parts(body: bytes, boundary: str) -> tuple[dict[str, str], dict[str, bytes]]:
    """The fields and the files of a multipart body."""
    fields: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for chunk in body.split(b"--" + boundary.encode())[1:-1]:
        head, _, data = chunk.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        data = data.removesuffix(b"\r\n")
        found = re.search(rb'[; ]name="([^"]*)"', head)
        name = found[1].decode() if found else ""
        if b"filename=" in head:
            files[name] = data
        else:
            fields[name] = data.decode()
    return fields, files
