"""Whether channels wait for each other: one post to seven of them, against the slowest of them alone.

    python -m benchmarks.channels [-n 5]

Each call to a service takes 300 ms more than the service itself, each push to the ledger's remote one second more. The
services are the tests' own: Bluesky's reference server, Mastodon's mock, the strict stand-ins of the others; a WhatsApp
channel gets a kit. Every run is a real `kendal publish`, and must leave one post on each channel.
Exit 0 when the median ratio meets its target, 1 when it does not, 2 when a post is missing.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from kendal_git import transport
from kendal_git.channels.bluesky.channel import Bluesky
from kendal_git.channels.bluesky.service import Service as BlueskyService
from kendal_git.channels.mastodon.channel import Mastodon
from kendal_git.channels.mastodon.service import Service as MastodonService
from kendal_git.cli.app import run
from kendal_git.model.office import Office
from kendal_git.model.secret import Secret
from kendal_git.ports import Channel
from kendal_git.wiring import desk
from kendal_git.wiring.desk import Adapters
from tests.channels.houses import new_account
from tests.channels.offices import FAKES, channel_of
from tests.channels.pds import Pds
from tests.wire.office import ROOT, Place, make

TARGET = 1.3
CALL, PUSH = 0.3, 1.0  # seconds
SERVICES = ("bluesky", "mastodon", *FAKES, "whatsapp-channel")
HOOK = f"#!/bin/sh\nsleep {PUSH:g}\n"


def channel(name: str, office: Office, root: Path) -> Channel:
    """A service's adapter, told by WIRE where its service is."""
    service = name.removeprefix("kanal-")
    where = json.loads(os.environ["WIRE"]).get(service)
    if where is None:
        return desk.ADAPTERS.channels["outbox"](name, office, root)
    if service == "bluesky":
        made: Any = Bluesky(name, BlueskyService(where[0], where[1], Secret(where[2])))
    elif service == "mastodon":
        made = Mastodon(name, MastodonService(where[0], Secret(where[2])))
    else:
        made = channel_of(service, where[0])
    made.name = name
    return made  # type: ignore[no-any-return]


def slow(attempt: Callable[..., Any]) -> Callable[..., Any]:
    """A far service; what stands for the deployment of the site is no call."""

    def later(send: Callable[..., Any], method: str, url: str, **options: Any) -> Any:
        time.sleep(CALL if method != "PUT" else 0)
        return attempt(send, method, url, **options)

    return later


def publish() -> int:
    """The child: one kendal command line over slow lines."""
    transport._attempt = slow(transport._attempt)  # noqa: SLF001 — the one door through which every call goes
    words = sys.argv[sys.argv.index("--") + 1 :]
    return run(words, Adapters({**desk.ADAPTERS.channels, "wire": channel}, desk.ADAPTERS.forges))


@contextmanager
def mastodon(folder: Path) -> Iterator[str]:
    """The mock's address."""
    words = [sys.executable, "-m", "tests.channels.mastodon_server", str(folder)]
    server = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout
    yield f"http://127.0.0.1:{int(server.stdout.readline())}"
    server.kill()
    server.wait()


def office(folder: Path, services: tuple[str, ...]) -> Place:
    """One approved post for these services, and a remote that takes its time."""
    made = make(folder, "", deadline=60, routes={f"kanal-{name}": "wire" for name in services})
    hook = made.folder / ".git/kendal-origin.git/hooks/pre-receive"
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(0o755)
    return made


def timed(place: Place, folder: Path, accounts: Mapping[str, tuple[str, ...]], services: tuple[str, ...]) -> float:
    """Seconds of one run that brought one post to each of the services. Raises SystemExit when one lacks it."""
    with ExitStack() as stack:
        fakes = {name: stack.enter_context(make()) for name, make in FAKES.items() if name in services}
        where = {**accounts, **{name: (fake.url,) for name, fake in fakes.items()}}
        copy = Path(shutil.copytree(place.folder, folder, symlinks=True))
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "WIRE": json.dumps(where)}
        words = [sys.executable, "-m", "benchmarks.channels", "--child", "--", "publish", "--format", "json"]
        began = time.perf_counter()
        done = subprocess.run(words, cwd=copy, env=environment, capture_output=True, text=True, check=False)
        took = time.perf_counter() - began
        states = [one["state"] for one in json.loads(done.stdout)["deliveries"]] if done.returncode == 0 else []
        if len(states) != len(services) or any(len(fake.visible()) != 1 for fake in fakes.values()):
            raise SystemExit(f"not published: {done.stdout}{done.stderr}")
    shutil.rmtree(copy)
    return took


def main() -> int:
    """Time each service alone, then all against the slowest, in turn."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("-n", type=int, default=5, metavar="PAIRS")
    chosen = words.parse_args()
    with tempfile.TemporaryDirectory() as name, mastodon(Path(name)) as address:
        folder, pds = Path(name), Pds()

        def accounts() -> dict[str, tuple[str, ...]]:
            here, there = new_account(), pds.account()
            return {"mastodon": (address, *here_words(here)), "bluesky": (pds_url(pds), there.name, there.word)}

        alone = {one: office(folder / one, (one,)) for one in SERVICES}
        every = office(folder / "semua", SERVICES)
        took = {one: timed(place, folder / "lari", accounts(), (one,)) for one, place in alone.items()}
        slowest = max(took, key=lambda one: took[one])
        print("alone: " + ", ".join(f"{one} {seconds:.2f} s" for one, seconds in took.items()), flush=True)
        found = []
        for number in range(chosen.n):
            pair = {}
            for services in ((slowest,), SERVICES) if number % 2 else (SERVICES, (slowest,)):
                place = every if services == SERVICES else alone[slowest]
                pair[len(services)] = timed(place, folder / "lari", accounts(), services)
            found.append(pair[len(SERVICES)] / pair[1])
            print(f"{len(SERVICES)} channels {pair[len(SERVICES)]:.2f} s, {slowest} alone {pair[1]:.2f} s", flush=True)
        pds.close()
    missed = statistics.median(found) > TARGET
    spread = f"{min(found):.2f} / {statistics.median(found):.2f} / {max(found):.2f}"
    print(f"ratio {spread}  ≤ {TARGET}  {'NOT MET' if missed else 'met'}")
    return int(missed)


def here_words(account: Any) -> tuple[str, str]:
    """An account's name and token."""
    return account.name, account.word


def pds_url(pds: Pds) -> str:
    """The reference server's address."""
    return f"http://127.0.0.1:{pds.port}"


if __name__ == "__main__":
    sys.exit(publish() if "--child" in sys.argv else main())
