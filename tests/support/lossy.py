"""A proxy on loopback that does to answers what networks do: the service has acted, and the caller may not know."""

import http.client
import http.server
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

KEPT = ("host", "connection", "accept-encoding")
OURS = ("transfer-encoding", "connection", "content-length", "content-encoding", "keep-alive")


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to the next call of this method whose path begins so.

    Without a status the service acts and its answer is lost; with one the caller reads that instead of the service's
    own, and ``instead`` means that the service never hears of the call.
    """

    method: str
    path: str
    status: int = 0
    instead: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None


class Lossy:
    """Passes calls on to a port of this machine; ``faults`` come true one by one, ``seen`` is what passed."""

    def __init__(self, upstream: int) -> None:
        self.upstream = upstream
        self.faults: list[Fault] = []
        self.seen: list[tuple[str, str, int]] = []
        self.closing: list[Callable[[], None]] = []  # what else ends with the line
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.line = self
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """No more calls."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        for close in self.closing:
            close()

    def fault(self, method: str, path: str) -> Fault | None:
        """The fault of one call, used up by it."""
        found = next((one for one in self.faults if one.method == method and path.startswith(one.path)), None)
        if found:
            self.faults.remove(found)
        return found


class _Server(http.server.ThreadingHTTPServer):
    line: Lossy

    def handle_error(self, *_: Any) -> None:
        """A caller that was killed is no fault of the line, and a service that is gone shows in the caller's answer."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *_: Any) -> None:
        """Silence."""

    def pass_on(self) -> None:
        line = self.server.line
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        fault = line.fault(self.command, self.path)
        if fault and fault.instead:
            line.seen.append((self.command, self.path, 0))
            self.reply(fault.status, fault.headers, fault.body or b'{"error":"instead"}')
            return
        status, headers, data = self.asked(body)
        line.seen.append((self.command, self.path, status))
        if not fault:
            self.reply(status, headers, data)
        elif fault.status:
            self.reply(fault.status, {**headers, **fault.headers}, fault.body or data)
        # otherwise the connection closes without a word

    def asked(self, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """What the service answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.line.upstream, timeout=60)
        try:
            sent = {name: value for name, value in self.headers.items() if name.lower() not in KEPT}
            connection.request(self.command, self.path, body, sent)
            answer = connection.getresponse()
            headers = {name: value for name, value in answer.getheaders() if name.lower() not in OURS}
            return answer.status, headers, answer.read()
        finally:
            connection.close()

    def reply(self, status: int, headers: dict[str, str], data: bytes) -> None:
        """One answer, and the end of the connection."""
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": str(len(data)), "Connection": "close"}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


for method in ("GET", "POST", "PUT", "DELETE"):
    setattr(_Handler, f"do_{method}", _Handler.pass_on)
