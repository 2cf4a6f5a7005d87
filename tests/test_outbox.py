"""The outbox's promises: the folder says of its text what the channel would count, in every unit that it counts in."""

import json
from pathlib import Path

import pytest

from kendal_git.channels.outbox import Outbox
from kendal_git.composing import compose
from kendal_git.model.outcome import Sent
from kendal_git.model.post import Post
from kendal_git.ports import Parcel
from kendal_git.reading.posts import read_post
from tests.scratch import FOLDER, make


@pytest.fixture
def post(tmp_path: Path) -> Post:
    found = read_post(make(tmp_path / "kantor").files, FOLDER).post
    assert found
    return found


@pytest.mark.parametrize(
    ("channel", "counts"),
    [
        ("x", [{"length": 39, "most": 280, "unit": "weighted"}]),
        ("bluesky", [{"length": 39, "most": 300, "unit": "graphemes"}, {"length": 39, "most": 3000, "unit": "bytes"}]),
        ("radio", [{"length": 39, "most": 0, "unit": "characters"}]),
    ],
)
def test_the_manifest_has_every_count(tmp_path: Path, post: Post, channel: str, counts: object) -> None:
    """Whoever posts by hand sees each limit that the text had to keep, also where a channel counts twice."""
    payload = compose(post, channel)
    parcel = Parcel(FOLDER, "r1", payload, (("foto.jpg", b"x"),), post.title)

    assert isinstance(Outbox(channel, tmp_path / "outbox").send(parcel, "n", 1.0), Sent)
    manifest = tmp_path / f"outbox/{channel}/2026-11-25-upacara-hari-guru/manifest.json"
    assert counts == json.loads(manifest.read_text(encoding="utf-8"))["counts"]
