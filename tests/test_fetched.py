"""The pictures that a channel's service fetches from the site: which are there, when, and what an archive costs."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kendal_git.composing import compose
from kendal_git.composing.picturing import pictures, public_name
from kendal_git.files import WorkTree
from kendal_git.ledgers.memory import MemoryHead
from kendal_git.model.ledger import LedgerEntry, Wish
from kendal_git.model.office import ChannelSettings
from kendal_git.model.post import Amendment, Image, Post
from kendal_git.reading.posts import Files
from kendal_git.rendering.fetched import media
from kendal_git.rendering.values import Shown, Site, SitePost
from kendal_git.verbs.showing import Gathered, from_ledger
from tests.siteroom import NOW, OFFICE, PHOTO, POST_MD, Press, item, picture, post, repository

CHANNELS = (("instagram", ChannelSettings("instagram")), ("x", ChannelSettings("x")))
KANTOR = replace(OFFICE, channels=CHANNELS)
OPENS = datetime(2026, 12, 29, 6, 0, tzinfo=OFFICE.zone)
PATH = "content/2026/11/25-libur"
TALL = picture(400, 900)  # narrower than Instagram takes


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path / "public")


def of(made: Post) -> set[str]:
    """Where the site keeps what Instagram gets of a post."""
    read = {"foto.jpg": PHOTO}.get
    return {public_name(data) for _, data in pictures(compose(made, "instagram", KANTOR), read, KANTOR)}


def due(**fields: Any) -> Post:
    return post("2026/12/29-hari-guru", channels=("instagram", "x"), **fields)


def fetched(press: Press) -> set[str]:
    return {path for path in press.files() if path.startswith("media/")}


def test_what_is_owed_is_there_byte_for_byte(press: Press) -> None:
    """Each picture lies under the name of the bytes that Instagram would get, those that had to be fitted as well."""
    made = due(images=(Image("foto.jpg", "a", "IKP"), Image("b.jpg", "b", "IKP")))
    read = {"foto.jpg": PHOTO, "b.jpg": TALL}
    press.build(item(made, read, owed=("instagram", "x")), office=KANTOR)
    want = {public_name(data): data for _, data in pictures(compose(made, "instagram", KANTOR), read.get, KANTOR)}

    assert {path: (press.out / path).read_bytes() for path in fetched(press)} == want
    assert len(want) == 2
    assert public_name(TALL) not in want


def test_a_second_build_writes_nothing_and_a_sent_post_leaves(press: Press) -> None:
    """The same bytes are not written again, and once nothing is owed any more the pictures go."""
    owed = item(due(), owed=("instagram",))
    press.build(owed, office=KANTOR)
    again = press.build(owed, office=KANTOR)
    after = press.build(replace(owed, owed=()), office=KANTOR)

    assert (again.written, after.removed, fetched(press)) == (0, 1, set())


@pytest.mark.parametrize(
    ("fields", "now", "there"),
    [
        ({"embargo": OPENS}, OPENS - timedelta(seconds=1), False),
        ({"embargo": OPENS}, OPENS, True),
        ({"publish_at": OPENS}, OPENS - timedelta(seconds=1), False),
        ({"publish_at": OPENS}, OPENS, True),
        ({"publish_at": OPENS}, OPENS + timedelta(days=1), False),
        ({"expires": OPENS}, OPENS, False),
        ({}, datetime(2026, 12, 29, 23, 0, tzinfo=OFFICE.zone), True),
    ],
)
def test_pictures_are_there_while_they_can_be_sent(
    press: Press, fields: dict[str, Any], now: datetime, there: bool
) -> None:
    """Not a second before the post's time, not once it is too late, and in the night before the morning's hours."""
    press.build(item(due(**fields), owed=("instagram",)), now=now, office=KANTOR)

    assert fetched(press) == (of(due()) if there else set())


@pytest.mark.parametrize(
    "channels", [(("instagram", ChannelSettings("outbox")),), (("x", ChannelSettings("instagram")),), ()]
)
def test_a_channel_that_takes_bytes_needs_no_address(
    press: Press, channels: tuple[tuple[str, ChannelSettings], ...]
) -> None:
    """Only a channel of kendal.yaml whose route fetches, and to which the post is owed, has pictures on the site."""
    press.build(item(due(), owed=("instagram",)), office=replace(OFFICE, channels=channels))

    assert fetched(press) == set()


def test_a_picture_that_cannot_be_read_stops_no_build(press: Press) -> None:
    """The check tells of it, and the sending is refused."""
    press.build(item(due(), {"foto.jpg": b"bukan gambar"}, owed=("instagram",)), office=KANTOR)

    assert fetched(press) == set()


def test_an_archive_costs_nothing() -> None:
    """Of ten thousand posts that were sent no picture is opened to find out what somebody will fetch."""

    def closed(_name: str) -> bytes:
        raise AssertionError("nobody needs this picture")

    archive = [Shown(SitePost(due(), closed), NOW) for _ in range(10_000)]
    owed = Shown(item(due()), NOW, fetching=("instagram",))

    assert [page.path for page in media(Site(KANTOR, (*archive, owed)))] == sorted(of(due()))


# ---- from the ledger -------------------------------------------------------------------------------------------------


def approved(revision: str) -> LedgerEntry:
    return LedgerEntry("judged", NOW, revision=revision, outcome="approved")


def gathered(folder: Path, entries: tuple[LedgerEntry, ...], *wishes: Wish, more: str = "") -> Gathered:
    """One post at its revision ``baru``, and what a ledger says of it."""
    root = repository(folder, committed=False, post_md=POST_MD.replace("consent:", f"{more}consent:"))

    def at(_revision: str, _path: str) -> Files:
        return WorkTree(root)

    head = MemoryHead(cursor="c", facts={PATH: entries}, open={PATH: wishes})
    return from_ledger([(PATH, "baru")], at, head)


def test_owed_is_the_approved_revision_that_the_ledger_wants(tmp_path: Path) -> None:
    """An open entry of this very revision counts; one of a revision that nobody approved does not, nor a withdrawal."""
    wish = Wish(PATH, "instagram", "baru")
    (owed,) = gathered(tmp_path / "a", (approved("baru"),), wish, Wish(PATH, "papan", "baru")).posts
    (other,) = gathered(tmp_path / "b", (approved("lama"),), wish).posts
    (gone,) = gathered(tmp_path / "c", (approved("baru"),), wish, more="withdrawn: {reason: fakta}\n").posts

    assert [one.owed for one in (owed, other, gone)] == [("instagram",), (), ()]
    assert gathered(tmp_path / "d", (), wish).posts == ()
    assert gone.withdrawn == Amendment("fakta")
