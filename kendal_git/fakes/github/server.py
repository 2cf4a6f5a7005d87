"""The fake forge as a server on loopback: the API below /api/v3, Git below /OWNER/NAME.git."""

import json
import socketserver
import threading
from collections.abc import Mapping
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from kendal_git.fakes.github import githttp, routes
from kendal_git.fakes.github.call import Answer, Call, Links
from kendal_git.fakes.github.errors import Refusal
from kendal_git.fakes.github.faults import JSON, Fault, Faults, Reply, spoiled
from kendal_git.fakes.github.log import Entry, Log
from kendal_git.fakes.github.people import User
from kendal_git.fakes.github.state import State

API = "/api/v3"
LIMIT = 5000
BOTH_WAYS = 2  # socket.SHUT_RDWR; this house opens sockets through http.server only


class Server:
    """One fake GitHub: `with Server(folder) as server`, then `server.api`, `server.state`, `server.faults`."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.state = State(folder.resolve())
        self.faults = Faults()
        self.log = Log()
        self.public_api = ""
        """The API's address in answers when clients come through a proxy; empty: our own."""
        self._http = _Http(self, port)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)
        self._requests = 0

    def start(self) -> Self:
        self._thread.start()
        return self

    def stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._http.hang_up()
        self._thread.join()

    __enter__ = start

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wait(self) -> None:
        """Serve until somebody interrupts."""
        self._thread.join()

    @property
    def html(self) -> str:
        """The web page's address, which nothing answers."""
        return f"http://127.0.0.1:{self._http.server_address[1]}"

    @property
    def api(self) -> str:
        return self.html + API

    def git_url(self, owner: str, name: str) -> str:
        return f"{self.html}/{owner}/{name}.git"

    def handle(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Reply | None:
        """The reply to one request, or None when the connection is to end without one."""
        path, query = urlsplit(target).path, urlsplit(target).query
        in_api = path == API or path.startswith(f"{API}/")
        user = self._user(headers) if in_api else githttp.user_of(self.state, headers)
        asked = githttp.Asked(method, unquote(path), query, headers, body)
        fault = self.faults.meeting(method, target)
        reply = Reply(0) if fault and fault.early else self._handled(asked, user, path[len(API) :] if in_api else None)
        wire = self._faulty(fault, reply) if fault else reply
        who, status = user.login if user else "", wire.status if wire else 0
        self.log.add(Entry(method, path, query, who, status, fault.kind if fault else ""))
        return wire

    def _handled(self, asked: githttp.Asked, user: User | None, path: str | None) -> Reply:
        """The true reply; `path` is the one below the API, None for Git."""
        if path is None:
            return githttp.answer(self.state, asked, user)
        try:
            query = dict(parse_qsl(asked.query, keep_blank_values=True))
            call = Call(self.state, self._links(), _recognised(user, asked.headers), path, query=query)
            with self.state.lock:
                answer = routes.answer(call, asked.method, asked.body)
        except Refusal as refusal:
            answer = Answer(refusal.status, refusal.body())
        return Reply(answer.status, {**JSON, **self._limits(), **answer.headers}, _body(answer))

    def _faulty(self, fault: Fault, reply: Reply) -> Reply | None:
        if fault.kind in ("drop-before", "drop-after"):
            return None
        return spoiled(fault, reply, int(self.state.clock.now().timestamp()))

    def _links(self) -> Links:
        return Links(self.public_api or self.api, self.html)

    def _user(self, headers: Mapping[str, str]) -> User | None:
        scheme, _, token = headers.get("Authorization", "").partition(" ")
        return self.state.people.by_token(token.strip()) if scheme.casefold() in ("bearer", "token") else None

    def _limits(self) -> dict[str, str]:
        self._requests += 1
        used = self._requests % LIMIT
        return {
            "X-RateLimit-Limit": str(LIMIT),
            "X-RateLimit-Remaining": str(LIMIT - used),
            "X-RateLimit-Used": str(used),
            "X-RateLimit-Reset": str(int(self.state.clock.now().timestamp()) + 3600),
            "X-RateLimit-Resource": "core",
            "X-GitHub-Request-Id": f"FAKE:{self._requests:04X}",
            "X-GitHub-Media-Type": "github.v3; format=json",
        }


def _recognised(user: User | None, headers: Mapping[str, str]) -> User:
    """Who asks, or the refusal of a stranger."""
    if not headers.get("User-Agent"):
        raise Refusal(403, "Request forbidden by administrative rules. Please make sure it has a User-Agent header.")
    if user is None:
        raise Refusal(401, "Bad credentials" if "Authorization" in headers else "Requires authentication")
    return user


def _body(answer: Answer) -> bytes:
    return b"" if answer.body is None else json.dumps(answer.body, ensure_ascii=False).encode()


class _Http(ThreadingHTTPServer):
    """The listening socket; it remembers its connections, so that stopping ends the idle ones, too."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, forge: Server, port: int) -> None:
        self.forge = forge
        self._open: set[Any] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def server_bind(self) -> None:
        socketserver.TCPServer.server_bind(self)  # HTTPServer would ask the name service who 127.0.0.1 is
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        for request in list(self._open):
            try:
                request.shutdown(BOTH_WAYS)
            except OSError:
                continue  # the other side was quicker


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "github.com"
    sys_version = ""
    wbufsize = -1
    disable_nagle_algorithm = True
    server: _Http

    def _any(self) -> None:
        body = self._chunks() if "chunked" in self.headers.get("Transfer-Encoding", "") else self._counted()
        headers = {name.title(): value for name, value in self.headers.items()}
        reply = self.server.forge.handle(self.command, self.path, headers, body)
        if reply is None:
            self.close_connection = True
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        self.close_connection = self.close_connection or reply.length is not None
        self.end_headers()
        self.wfile.write(reply.body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _any  # noqa: N815 - http.server calls them so

    def _counted(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def _chunks(self) -> bytes:
        """A body whose length nobody knew, as git sends a large push."""
        parts = []
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(parts)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return format_datetime(self.server.forge.state.clock.now(), usegmt=True)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name in http.server
        """Say nothing on the terminal: `Server.log` remembers."""
