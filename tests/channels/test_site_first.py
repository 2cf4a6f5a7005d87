"""The site before Instagram, by the commands that the workflow runs: publish, build, publish, with a ledger in Git."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kendal_git.cli.app import run
from kendal_git.ports import Channel
from kendal_git.wiring import desk
from kendal_git.wiring.desk import Adapters
from kendal_git.wiring.routes import ChannelMaker
from tests.channels.fakes.instagram import FakeInstagram
from tests.channels.fakes.site import FakeSite
from tests.channels.offices import insta
from tests.wire.office import POST, make

CHANNEL = "foto"


@dataclass
class Workflow:
    """A checkout with the fakes around it; ``awaiting`` is the file that the workflow looks into."""

    folder: Path
    awaiting: Path
    fake: FakeInstagram
    site: FakeSite
    capture: pytest.CaptureFixture[str]

    def publish(self, *words: str) -> tuple[int, dict[str, str]]:
        """The exit code, and what became of each channel."""
        made: dict[str, ChannelMaker] = {**desk.ADAPTERS.channels, "instagram": lambda *_: self._channel()}
        self.capture.readouterr()
        code = run(
            ["-C", str(self.folder), "publish", "--format", "json", *words], Adapters(made, desk.ADAPTERS.forges)
        )
        return code, {one["channel"]: one["state"] for one in json.loads(self.capture.readouterr().out)["deliveries"]}

    def _channel(self) -> Channel:
        made = insta(self.fake.url)
        made.name = CHANNEL
        return made

    def build(self) -> list[str]:
        """What the site holds for others to fetch."""
        assert self.site.folder
        assert run(["-C", str(self.folder), "build", "--out", str(self.site.folder)], desk.ADAPTERS) == 0
        return [path.name for path in self.site.folder.glob("media/*")]


@pytest.fixture
def workflow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Workflow]:
    with FakeInstagram() as fake, FakeSite() as site:
        site.folder = tmp_path / "situs"
        place = make(tmp_path / "kantor", "", routes={CHANNEL: "instagram", "papan": "outbox"}, site=site.url)
        yield Workflow(place.folder, tmp_path / "awaiting", fake, site, capsys)


def test_the_workflow_s_order_sends_within_one_run(workflow: Workflow) -> None:
    """What waits for its picture is named and then fails nothing; the site is built; it is sent, once, and let go."""
    plain = workflow.publish()
    asked = list(workflow.fake.log)
    first = workflow.publish("--awaiting", str(workflow.awaiting))
    named = workflow.awaiting.read_text(encoding="utf-8")
    there = workflow.build()
    second = workflow.publish("--awaiting", str(workflow.awaiting))
    after = workflow.build()

    assert (plain[0], plain[1][CHANNEL], asked) == (3, "owed", [])
    assert (first[0], first[1][CHANNEL], named) == (0, "owed", f"{POST} {CHANNEL}\n")
    assert len(there) == 1
    assert (second[0], second[1][CHANNEL], workflow.awaiting.read_text(encoding="utf-8")) == (0, "delivered", "")
    assert after == []
    assert len(workflow.fake.visible()) == 1
