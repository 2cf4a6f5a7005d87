"""A real ``kendal`` process whose channels talk to the tests' servers, and which can trace and kill itself.

    python -m tests.channels.publisher [--trace FILE | --kill LABEL NUMBER] -- publish --format json

The usual names of the secrets would stop it: the embedded forge's verdicts are not for the public. WIRE has them here.
"""

import json
import os
import sys
from pathlib import Path

from kendal_git.channels.bluesky.channel import Bluesky
from kendal_git.channels.bluesky.service import Service as BlueskyService
from kendal_git.channels.mastodon.channel import Mastodon
from kendal_git.channels.mastodon.service import Service as MastodonService
from kendal_git.model.office import Office
from kendal_git.model.secret import Secret
from kendal_git.ports import Channel
from kendal_git.wiring import desk
from kendal_git.wiring.desk import Adapters
from tests.wire.publisher import main


def bluesky(name: str, _office: Office, _root: Path) -> Channel:
    """Bluesky's adapter, as wiring makes it."""
    address, handle, password = json.loads(os.environ["WIRE"])
    return Bluesky(name, BlueskyService(address, handle, Secret(password)))


def mastodon(name: str, _office: Office, _root: Path) -> Channel:
    """Mastodon's adapter, without the moment that it leaves to a server after a lost answer."""
    address, _, token = json.loads(os.environ["WIRE"])
    return Mastodon(name, MastodonService(address, Secret(token)), pause=lambda _: None)


ADAPTERS = Adapters({**desk.ADAPTERS.channels, "bluesky": bluesky, "mastodon": mastodon}, desk.ADAPTERS.forges)

if __name__ == "__main__":
    sys.exit(main(ADAPTERS))
