"""The fake forge in a process of its own: `python -m kendal_git.fakes.github --folder DIR --port 0 --seed FILE`."""

import argparse
import contextlib
import json
import sys
from pathlib import Path

from kendal_git.fakes.github.seed import plant
from kendal_git.fakes.github.server import Server


def main() -> None:
    """Serve until interrupted; the first line on standard output says where."""
    words = argparse.ArgumentParser(prog="python -m kendal_git.fakes.github", description=__doc__)
    words.add_argument("--folder", type=Path, required=True, help="where the repositories are made")
    words.add_argument("--port", type=int, default=0, help="0: a free one")
    words.add_argument("--seed", type=Path, help="a JSON file with users and repositories")
    words.add_argument("--public-api", default="", help="the API's address in answers, when a proxy stands before it")
    asked = words.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    server = Server(asked.folder, asked.port)
    server.public_api = asked.public_api
    if asked.seed:
        plant(server.state, asked.seed)
    with server, contextlib.suppress(KeyboardInterrupt):
        sys.stdout.write(json.dumps({"api": server.api, "git": server.html}) + "\n")
        sys.stdout.flush()
        server.wait()


if __name__ == "__main__":
    main()
