"""The outbox's promises: the folder says of its text what the channel would count, in every unit that it counts in."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kendal_git.channels.outbox.channel import Outbox
from kendal_git.composing import compose
from kendal_git.model.delivery import PayloadPicture
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


def test_the_kit_says_what_to_do_and_what_to_record(tmp_path: Path, post: Post) -> None:
    """The page has the text as approved, each picture with its words, the channel's own first step and the last."""
    payload = replace(compose(post, "whatsapp-channel"), pictures=(PayloadPicture("a.jpg", "Guru & murid"),))
    parcel = Parcel(FOLDER, "r1", payload, (("a.jpg", b"\xff\xd8\xff"),), post.title)

    receipt = Outbox("whatsapp-channel", tmp_path / "outbox").send(parcel, "n", 1.0)
    page = (tmp_path / "outbox/whatsapp-channel/2026-11-25-upacara-hari-guru/kit.html").read_text(encoding="utf-8")

    assert receipt == Sent("outbox:whatsapp-channel/2026-11-25-upacara-hari-guru", "2026-11-25-upacara-hari-guru")
    assert "Unggah dengan tangan: Saluran WhatsApp" in page
    assert "Buka WhatsApp di telepon kantor, tab Pembaruan, lalu saluran kantor." in page
    assert f'<p class="words" id="words" lang="id">{payload.text}</p>' in page
    assert 'id="alt-1" lang="id">Guru &amp; murid</p>' in page
    assert 'download="01-a.jpg"' in page
    assert f"kendal publish --handed-off {FOLDER} whatsapp-channel --url https://…" in page


def test_a_correction_s_kit_begins_with_the_old_post(tmp_path: Path, post: Post) -> None:
    """Who mends a post by hand is sent to the one that stands; the office's language is the page's."""
    parcel = Parcel(FOLDER, "r2", compose(post, "facebook"), (), post.title, replaces="2026-11-25-upacara-hari-guru")
    parcel = replace(parcel, payload=replace(parcel.payload, pictures=()))

    Outbox("facebook", tmp_path / "outbox", language="en").send(parcel, "n", 1.0)
    page = (tmp_path / "outbox/facebook/2026-11-25-upacara-hari-guru/kit.html").read_text(encoding="utf-8")

    assert "Open the old post on Facebook and edit it" in page
    assert "This post has no picture." in page
