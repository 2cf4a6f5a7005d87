"""Servers for the whole run, started when first asked for, and for each test an account of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.channels.houses import Bluesky, Mastodon, new_account
from tests.channels.pds import Pds
from tests.support.lossy import Lossy

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def mastodon_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Mastodon mock."""
    folder = tmp_path_factory.mktemp("mastodon")
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.channels.mastodon_server", str(folder)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout
    yield int(server.stdout.readline())
    server.kill()
    server.wait()
    server.stdout.close()


@pytest.fixture
def mastodon(mastodon_port: int) -> Iterator[Mastodon]:
    """A server where one account of nobody else's is ours, behind a bad line."""
    line = Lossy(mastodon_port)
    yield Mastodon(line, mastodon_port, new_account())
    line.close()


@pytest.fixture(scope="session")
def pds() -> Iterator[Pds]:
    """The reference server of Bluesky."""
    server = Pds()
    yield server
    server.close()


@pytest.fixture
def bluesky(pds: Pds) -> Iterator[Bluesky]:
    """A server where one account of nobody else's is ours, behind a bad line."""
    line = Lossy(pds.port)
    yield Bluesky(line, pds, pds.account())
    line.close()
