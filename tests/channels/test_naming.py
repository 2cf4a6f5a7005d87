"""What a person points to: a channel's own name of a post, read from its address, and never a wrong one."""

import pytest

from kendal_git.channels.naming import remote_of

TOLD = {
    "bluesky": {
        "https://bsky.app/profile/kendal.example/post/3n362wpnr4lxl": "3n362wpnr4lxl",
        "https://bsky.app/profile/did:plc:abc/post/3n362wpnr4lxl?ref=share": "3n362wpnr4lxl",
    },
    "mastodon": {
        "https://sosial.example/@kendal/113570000000000001": "113570000000000001",
        "https://sosial.example/users/kendal/statuses/113570000000000001": "113570000000000001",
        "https://sosial.example/@kendal/statuses/01JDXYZABCDEFGHJKMNPQRSTVW": "01JDXYZABCDEFGHJKMNPQRSTVW",
    },
    "telegram": {
        "https://t.me/kendalkab/412": "412",
        "https://t.me/s/kendalkab/412": "412",
        "https://t.me/c/1234567890/412?single": "412",
        "https://telegram.me/kendalkab/412": "412",
    },
    "x": {
        "https://x.com/kendalkab/status/1861000000000000001": "1861000000000000001",
        "https://x.com/i/web/status/1861000000000000001": "1861000000000000001",
        "https://mobile.twitter.com/kendalkab/status/1861000000000000001/photo/1": "1861000000000000001",
    },
    "facebook": {
        "https://www.facebook.com/100001_200002": "100001_200002",
        "https://www.facebook.com/100001/posts/200002": "100001_200002",
        "https://web.facebook.com/100001/posts/selamat-hari-guru/200002/?locale=id_ID": "100001_200002",
        "https://m.facebook.com/story.php?story_fbid=200002&id=100001": "100001_200002",
    },
}
UNTOLD = {
    "bluesky": (
        "https://bsky.app/profile/kendal.example",
        "https://bsky.app/profile/kendal.example/post/terlalu-pendek",
    ),
    "mastodon": ("https://lain.example/@kendal@sosial.example/900001", "https://sosial.example/@kendal"),
    "telegram": ("https://t.me/kendalkab", "https://t.me/+undangan/412", "https://contoh.example/kendalkab/412"),
    "x": ("https://x.com/kendalkab", "https://x.com.contoh.example/kendalkab/status/1861000000000000001"),
    "facebook": (
        "https://www.facebook.com/kendalkab/posts/200002",
        "https://www.facebook.com/kendalkab/posts/pfbid0AbC",
        "https://www.facebook.com/photo/?fbid=200002",
        "https://contoh.example/100001/posts/200002",
    ),
    "outbox": ("https://www.instagram.com/p/AbC/",),
    "instagram": ("https://www.instagram.com/p/AbC/",),
}


@pytest.mark.parametrize(("via", "url"), [(via, url) for via, urls in TOLD.items() for url in urls])
def test_an_address_of_the_platform_s_own_form_tells_the_name(via: str, url: str) -> None:
    """Every form in which the app or the web page gives a post's address is read."""
    assert remote_of(via, url, 1) == TOLD[via][url]


@pytest.mark.parametrize(("via", "url"), [(via, url) for via, urls in UNTOLD.items() for url in urls])
def test_an_address_that_does_not_tell_the_name_gives_none(via: str, url: str) -> None:
    """A name that is guessed would change or delete another post: what is no such address has none."""
    assert remote_of(via, url, 1) == ""


@pytest.mark.parametrize("pictures", [2, None], ids=["an album", "nobody knows"])
def test_one_message_is_not_an_album(pictures: int | None) -> None:
    """Taking down the message that an address names would leave an album's other pictures on the channel."""
    assert remote_of("telegram", "https://t.me/kendalkab/412", pictures) == ""
