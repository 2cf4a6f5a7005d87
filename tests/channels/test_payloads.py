"""What Bluesky and Mastodon get, without any server: names, keys and records follow from the parcel alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kendal_git.channels.answers import wait
from kendal_git.channels.bluesky.payload import DIGITS, facets, record, record_key
from kendal_git.channels.bluesky.service import verdict
from kendal_git.channels.mastodon import finding, payload
from kendal_git.channels.mastodon.service import settled
from kendal_git.model.outcome import Denied, Refused, Throttled, Unknown, Unreached
from kendal_git.transport import Answer
from tests.contracts.channel import TEACHERS, WORDS, parcel

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)


def test_a_record_key_belongs_to_a_post_for_ever() -> None:
    """The key of a path and channel is this one, today and on any machine: another would be a second post."""
    assert record_key(TEACHERS, "bluesky") == "3n362wpnr4lxl"


def test_record_keys_are_valid_and_apart() -> None:
    """Ten thousand posts of one day have as many keys, each of the form that servers take, sorted by their days."""
    keys = [record_key(f"content/2026/11/25-kiriman-{number}", "bluesky") for number in range(10_000)]

    assert len(set(keys)) == len(keys)
    assert all(len(key) == 13 and set(key) <= set(DIGITS) and key[0] in DIGITS[:8] for key in keys)
    assert record_key("content/2026/11/24-z", "bluesky") < min(keys)
    assert record_key("content/2026/11/26-a", "bluesky") > max(keys)


def test_a_record_is_the_same_on_every_run() -> None:
    """Neither the clock nor the intent's time is in it, and its day is the post's in all of Indonesia's zones."""
    first, later = (record(replace(parcel(), since=NOON + timedelta(hours=hours))) for hours in (0, 30))

    assert first == later
    assert first == {
        "$type": "app.bsky.feed.post",
        "text": WORDS,
        "createdAt": "2026-11-25T14:00:00.000Z",
        "langs": ["id"],
    }


def test_a_picture_has_its_size_its_words_and_its_id() -> None:
    """The app needs the ratio before the picture is there, and a reader the words."""
    given = replace(parcel(pictures=1), prepared=(("picture-1", "bafkrei-1"),))
    data = given.pictures[0][1]
    blob = {"$type": "blob", "ref": {"$link": "bafkrei-1"}, "mimeType": "image/jpeg", "size": len(data)}

    assert record(given)["embed"] == {
        "$type": "app.bsky.embed.images",
        "images": [{"image": blob, "alt": "Guru di depan kelas", "aspectRatio": {"width": 320, "height": 400}}],
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tanpa apa pun", []),
        ("🇮🇩 é https://kendalkab.go.id/a?b=1. #HariGuru", [
            ("https://kendalkab.go.id/a?b=1", "uri", "https://kendalkab.go.id/a?b=1"),
            ("#HariGuru", "tag", "HariGuru"),
        ]),
        ("lihat kendalkab.go.id, ya", [("kendalkab.go.id", "uri", "https://kendalkab.go.id")]),
        ("https://a.go.id/#bagian #Satu#dua no #1", [
            ("https://a.go.id/#bagian", "uri", "https://a.go.id/#bagian"),
            ("#Satu", "tag", "Satu"),
        ]),
        ("#" + "a" * 65, []),
        ("surel: humas@kendalkab.go.id", []),
    ],
)  # fmt: skip
def test_links_and_tags_are_found_by_their_bytes(text: str, found: list[tuple[str, str, str]]) -> None:
    """Each place cuts exactly its word out of the text's bytes, behind flags and accents, too."""
    data = text.encode()
    cut = [
        (data[one["index"]["byteStart"] : one["index"]["byteEnd"]].decode(), name, value)
        for one in facets(text)
        for name, value in one["features"][0].items()
        if name != "$type"
    ]

    assert cut == found


def test_a_key_is_of_a_revision_on_a_channel() -> None:
    """Whoever sends one revision uses one key; another revision, channel or post has another."""
    one = parcel()
    others = (replace(one, revision="b" * 40), replace(one, post="content/2026/11/25-lain"))

    assert payload.key(one, "mastodon") == payload.key(replace(one, since=NOON), "mastodon")
    assert (
        len({payload.key(one, "mastodon"), payload.key(one, "lain"), *(payload.key(o, "mastodon") for o in others)})
        == 4
    )


HTML = (
    '<p>Halo &amp; selamat<br />pagi <span class="h-card"><a href="https://a.id/@ani">@<span>ani</span></a></span></p>'
    '<p><a href="https://kendalkab.go.id/berita/panjang"><span class="invisible">https://</span>'
    '<span class="ellipsis">kendalkab.go.id/beri</span><span class="invisible">ta/panjang</span></a> '
    '<a href="https://a.id/tags/guru" class="mention hashtag" rel="tag">#<span>Guru</span></a></p>'
)  # fmt: skip
TEXT = "Halo & selamat\npagi @ani@a.id\n\nhttps://kendalkab.go.id/berita/panjang #Guru"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"created_at": "2026-11-25T04:59:30Z"}, True),
        ({"created_at": "2026-11-25T04:58:30Z"}, False),
        ({"created_at": "2026-11-20T04:00:00Z", "edited_at": "2026-11-25T05:00:03Z"}, True),
        ({"created_at": "2026-11-25T05:00:00"}, False),
        ({"created_at": None}, False),
        ({"content": HTML.replace("selamat", "Selamat")}, False),
        ({"media_attachments": [{"description": "lain"}]}, False),
        ({"media_attachments": []}, False),
    ],
)
def test_a_status_is_recognised_without_its_markup(change: dict[str, object], same: bool) -> None:
    """The words, the pictures' words and the time must fit; what the server adds or hides does not matter."""
    status = {
        "content": HTML,
        "created_at": "2026-11-25T05:00:02.000Z",
        "media_attachments": [{"description": "Guru di depan kelas"}],
    }
    given = replace(parcel(text=TEXT, pictures=1), since=NOON)

    assert finding.same({**status, **change}, given) is same


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "17"}, 17.0),
        ({"retry-after": "Wed, 25 Nov 2026 05:01:00 GMT", "Date": "Wed, 25 Nov 2026 05:00:00 GMT"}, 60.0),
        ({"X-Reset": "2026-11-25T05:02:00.000Z", "Date": "Wed, 25 Nov 2026 05:00:00 GMT"}, 120.0),
        ({"X-Reset": str(int(NOON.timestamp()) + 9), "Date": "Wed, 25 Nov 2026 05:00:00 GMT"}, 9.0),
        ({"X-Reset": "2026-11-25T04:00:00Z", "Date": "Wed, 25 Nov 2026 05:00:00 GMT"}, 1.0),
        ({"X-Reset": "2026-11-25T05:02:00Z"}, 300.0),
        ({"X-Reset": "nanti", "Date": "kemarin"}, 300.0),
        ({}, 300.0),
    ],
)
def test_a_wait_is_the_service_s_own(headers: dict[str, str], seconds: float) -> None:
    """Seconds, or a moment in any of the forms that services write, measured from the answer's own date."""
    assert wait(Answer(429, "", tuple(headers.items())), "x-reset", 300.0) == seconds


@pytest.mark.parametrize(
    ("status", "fault", "kind"),
    [
        (400, "InvalidRequest", Refused),
        (400, "BlobNotFound", Unreached),
        (400, "AccountTakedown", Denied),
        (400, "InvalidToken", Denied),
        (400, "", Denied),
        (401, "AuthenticationRequired", Denied),
        (403, "AccountDeactivated", Denied),
        (404, "", Denied),
        (301, "", Denied),
        (408, "", Unknown),
        (413, "PayloadTooLarge", Refused),
        (429, "RateLimitExceeded", Throttled),
        (500, "InternalServerError", Unknown),
        (502, "UpstreamFailure", Unknown),
    ],
)
def test_bluesky_s_no_is_of_one_kind(status: int, fault: str, kind: type) -> None:
    """What its documentation says to have done nothing is called so, everything else is not known."""
    assert type(verdict(Answer(status, ""), fault, "alasan")) is kind


@pytest.mark.parametrize(
    ("status", "text", "kind"),
    [
        (200, '{"id": "1"}', dict),
        (200, "<html>", Unknown),
        (200, "[]", Unknown),
        (204, "", Unknown),
        (302, "", Denied),
        (401, '{"error": "The access token is invalid"}', Denied),
        (403, '{"error": "This action is not allowed"}', Denied),
        (404, '{"error": "Record not found"}', Denied),
        (408, "", Unknown),
        (413, "", Refused),
        (422, '{"error": "Validation failed"}', Refused),
        (429, '{"error": "Too many requests"}', Throttled),
        (500, "", Unknown),
        (503, '{"error": "Service Unavailable"}', Unknown),
    ],
)
def test_mastodon_s_no_is_of_one_kind(status: int, text: str, kind: type) -> None:
    """What its documentation says to have done nothing is called so, everything else is not known."""
    assert type(settled(Answer(status, text))) is kind
