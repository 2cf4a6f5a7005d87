"""One post each, by the platforms' own word: after lost answers and after SIGKILL at every discovered point."""

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kendal_git.objects import Git
from tests.channels.houses import Bluesky, Mastodon, new_account
from tests.channels.killing import House, Stage, finish, office_of, publish
from tests.channels.pds import Pds
from tests.support.lossy import Lossy
from tests.wire.office import Place

Evidence = Callable[[str, object], None]
NODE, SLOW = pytest.mark.node, pytest.mark.slow
SAMPLE = 3
CHANNELS = ["mastodon", pytest.param("bluesky", marks=NODE)]
ALL_POINTS = [pytest.param("mastodon", marks=SLOW), pytest.param("bluesky", marks=[SLOW, NODE])]


@pytest.fixture(scope="module")
def offices() -> dict[str, Place]:
    """Each channel's office, made by the first test that needs it, to be copied."""
    return {}


@pytest.fixture
def made(
    request: pytest.FixtureRequest,
    offices: dict[str, Place],
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Stage]:
    """An office with one post for the channel that the test is about."""
    channel: str = request.param
    lines: list[Lossy] = []

    def line(port: int) -> Lossy:
        lines.append(Lossy(port))
        return lines[-1]

    def mastodon() -> Mastodon:
        port = request.getfixturevalue("mastodon_port")
        return Mastodon(line(port), port, new_account())

    def bluesky() -> Bluesky:
        server: Pds = request.getfixturevalue("pds")
        return Bluesky(line(server.port), server, server.account())

    house: Callable[[], House] = mastodon if channel == "mastodon" else bluesky
    house()  # the server is started here, and not by the first of two threads
    if channel not in offices:
        offices[channel] = office_of(channel, tmp_path_factory.mktemp("offices"))
    yield Stage(offices[channel], tmp_path, house)
    for one in lines:
        one.close()


@pytest.mark.parametrize("made", CHANNELS, indirect=True)
@pytest.mark.parametrize("lost", [1, 3])
def test_lost_answers_double_nothing(made: Stage, lost: int) -> None:
    """The run repeats under its own intent and a later one takes over: one post, a receipt, no person asked."""
    place, house = made.place("lost")
    for _ in range(lost):
        house.lose_answer()
    first = publish(place)

    assert first.code == (0 if lost == 1 else 4), first
    assert finish(place)[-1] == 0
    assert len(house.shown()) == 1
    assert house.line.faults == []


def expect_one_post_each(made: Stage, points: list[tuple[str, int]], record_property: Evidence) -> None:
    rows = made.kill_at(points)
    died = sum(code == -9 for _, code, _, _ in rows)
    posts = [shown for _, _, _, shown in rows]
    channel = made.office.folder.name
    record_property(
        "evidence", f"{channel}: {died} of {len(rows)} runs killed, posts each {min(posts)} to {max(posts)}"
    )

    assert died >= 0.75 * len(rows)  # a run need not come by every point that another came by
    assert [(point, codes, shown) for point, _, codes, shown in rows if shown != 1] == []


@pytest.mark.parametrize("made", CHANNELS, indirect=True)
def test_a_kill_at_some_points_neither_doubles_nor_loses_a_post(made: Stage, record_property: Evidence) -> None:
    """Killed before, within and behind the visible call and at seeded points, the next runs leave one post."""
    points = made.points()
    calls = [index for index, (label, _) in enumerate(points) if label.startswith("http")]
    near = points[calls[-2] : calls[-1] + 2]
    others = random.Random(2026).sample([one for one in points if one not in near], SAMPLE)

    expect_one_post_each(made, near + others, record_property)


@pytest.mark.parametrize("made", ALL_POINTS, indirect=True)
def test_a_kill_at_any_point_neither_doubles_nor_loses_a_post(made: Stage, record_property: Evidence) -> None:
    """Wherever a run is killed, the runs after it end with exactly one post on the platform, and ask nobody."""
    points = made.points()

    assert len(points) > 40
    expect_one_post_each(made, points, record_property)


@pytest.mark.parametrize("made", CHANNELS, indirect=True)
def test_no_secret_is_written_anywhere(made: Stage) -> None:
    """Neither what a run says nor the repository with its ledger holds the credential or a session made from it."""
    place, house = made.place("quiet")
    ended = publish(place)
    committed = Git(place.folder).text("log", "--patch", "--all")
    files = b"".join(path.read_bytes() for path in place.folder.rglob("*") if path.is_file()).decode(errors="replace")

    assert ended.code == 0
    assert json.loads(ended.out)["deliveries"][0]["url"].startswith("http")
    for word in (house.account.word, "Bearer"):
        assert word not in ended.out + ended.error + committed + files
    assert not re.search(r"eyJ[\w-]{20}", ended.out + ended.error + committed + files)  # how a session's token begins
