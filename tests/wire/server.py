"""The wire's server: appends every accepted call to its log, never forgets and never recognises a repeat."""

import json
import os
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOCK = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """POST makes a post visible; DELETE takes all of a path down; both are one line of the log."""

    protocol_version = "HTTP/1.1"
    log_path: Path

    def do_POST(self) -> None:
        """Accept and log."""
        length = int(self.headers["Content-Length"])
        data = self.rfile.read(length)
        if len(data) < length:
            self.close_connection = True  # the caller died in the middle: nothing whole arrived, nothing is accepted
            return
        body = json.loads(data)
        self._write({"do": "post", "path": self.path, **body})
        self._answer(201, {"url": f"wire:{self.path}"})

    def do_DELETE(self) -> None:
        """Take down and log."""
        self._write({"do": "delete", "path": self.path})
        self._answer(200, {"url": f"wire:{self.path}"})

    def _write(self, record: dict[str, object]) -> None:
        with LOCK, self.log_path.open("a", encoding="utf-8") as log:
            log.write(json.dumps(record) + "\n")
            log.flush()
            os.fsync(log.fileno())

    def _answer(self, status: int, record: dict[str, object]) -> None:
        data = json.dumps(record).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            self.close_connection = True  # the caller was killed; what it sent stands in the log

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 — the base class's name
        """Nothing to standard error: the log is the file."""


def main() -> None:
    """``python -m tests.wire.server LOG`` prints its port and serves until killed."""
    Handler.log_path = Path(sys.argv[1])
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
