"""A real ``kendal`` process whose channel ``wire-one`` is a service's adapter; it can trace and kill itself.

    SERVICE=x WIRE=http://… python -m tests.channels.services_publisher [--trace FILE | --kill LABEL NUMBER] -- publish

The usual names of the secrets would stop it: the embedded forge's verdicts are not for the public.
"""

import os
import sys
from pathlib import Path

from kendal_git.cli.app import run
from kendal_git.model.office import Office
from kendal_git.ports import Channel
from kendal_git.wiring import desk
from kendal_git.wiring.desk import Adapters
from tests.channels.offices import channel_of
from tests.wire.publisher import Points, watch


def wire(name: str, office: Office, root: Path) -> Channel:
    """The one channel that matters here; its neighbour is the outbox."""
    if name != "wire-one":
        return desk.ADAPTERS.channels["outbox"](name, office, root)
    made = channel_of(os.environ["SERVICE"], os.environ["WIRE"])
    made.name = name
    return made


ADAPTERS = Adapters({**desk.ADAPTERS.channels, "wire": wire}, desk.ADAPTERS.forges)


def main() -> int:
    """Run one kendal command line, watched."""
    split = sys.argv.index("--")
    own, words = sys.argv[1:split], sys.argv[split + 1 :]
    if own and own[0] == "--trace":
        watch(Points(own[1], "", 0))
    elif own:
        watch(Points("", own[1], int(own[2])))
    return run(words, ADAPTERS)


if __name__ == "__main__":
    sys.exit(main())
