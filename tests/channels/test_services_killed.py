"""SIGKILL while a real process publishes to a service: one post, whatever it was doing."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.channels.fakes.service import Fake
from tests.channels.offices import FAKES
from tests.wire.office import POST, ROOT, Ended, Place, make

Point = tuple[str, int]
PICKED = 4  # kill points of each service beside those of its own calls
CHANNEL = "wire-one"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An office with one approved and merged post that nobody has published yet."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[init]\n  defaultBranch = main\n[gc]\n  auto = 0\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        return make(tmp_path_factory.mktemp("office") / "kantor", "")


@dataclass(frozen=True)
class Stage:
    """A copy of the office and the service that it publishes to."""

    folder: Path
    fake: Fake

    def kendal(self, *words: str, own: tuple[str, ...] = ()) -> Ended:
        """One real process."""
        command = [sys.executable, "-m", "tests.channels.services_publisher", *own, "--", *words]
        settings = {**os.environ, "PYTHONPATH": str(ROOT), "SERVICE": self.fake.name, "WIRE": self.fake.url}
        ended = subprocess.run(
            command, cwd=self.folder, env=settings, capture_output=True, text=True, timeout=120, check=False
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    def publish(self, *own: str) -> Ended:
        return self.kendal("publish", "--format", "json", own=own)

    def finish(self) -> int:
        """Runs until nothing is owed; a doubt that a run could not end is settled truthfully. How often it was."""
        settled = 0
        for turn in range(12):
            ended = self.publish()
            assert ended.code in (0, 3, 4), ended.error
            if ended.code == 0:
                return settled
            if turn and any(one["state"] == "in-doubt" and one["channel"] == CHANNEL for one in ended.deliveries):
                self._settle("sent" if self.fake.visible() else "not-sent")
                settled += 1
        raise AssertionError("not finished")

    def _settle(self, outcome: str) -> None:
        """``not-sent`` is refused until nothing can arrive any more, so ask again until then."""
        for _ in range(60):
            if self.kendal("ledger", "settle", POST, CHANNEL, outcome, "--as", "kabid-ikp").code == 0:
                return
            time.sleep(0.3)
        raise AssertionError(f"could not settle {outcome}")


def points(office: Place, name: str, folder: Path) -> list[Point]:
    """Where to kill: at each byte to and from the service, and at some of the other events, seeded."""
    trace = folder / "trace.txt"
    with FAKES[name]() as fake:
        ended = Stage(copied(office, folder / "traced"), fake).publish("--trace", str(trace))
        assert (ended.code, len(fake.visible())) == (0, 1), ended.error
    lines = [line.partition("\t") for line in trace.read_text(encoding="utf-8").splitlines()]
    found = [(label, int(number)) for label, _, number in lines]
    http = [point for point in found if point[0].startswith("http")]
    return http + random.Random(name).sample([point for point in found if point not in http], PICKED)


def copied(office: Place, folder: Path) -> Path:
    return Path(shutil.copytree(office.folder, folder, symlinks=True))


@pytest.mark.parametrize("name", FAKES)
def test_a_kill_leaves_one_post(
    office: Place, name: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Killed at each of its calls' bytes and at other events, a publisher and the runs after it show one post."""
    where = points(office, name, tmp_path)
    shown, settled, died = [], 0, 0
    for number, (label, nth) in enumerate(where):
        with FAKES[name]() as fake:
            stage = Stage(copied(office, tmp_path / str(number)), fake)
            died += stage.publish("--kill", label, str(nth)).code == -9
            settled += stage.finish()
            shown.append((label, nth, len(fake.visible())))
    record_property("evidence", f"{name}: {died} of {len(where)} killed, {settled} doubts settled by a person")

    assert died > 0.8 * len(where)
    assert [one for one in shown if one[2] != 1] == []
