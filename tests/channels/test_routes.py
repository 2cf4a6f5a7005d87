"""From kendal.yaml and the environment to a channel: what a missing or unsafe secret stops, and what it says."""

from pathlib import Path

import pytest

from kendal_git.messages import text
from kendal_git.model.office import ChannelSettings, Office
from kendal_git.model.trouble import Misuse
from kendal_git.ports import Channel
from kendal_git.wiring.desk import ADAPTERS
from kendal_git.wiring.hosts import CREDENTIALS
from kendal_git.wiring.routes import ROUTE_SECRETS
from tests.contracts.channel import SECRET

GOOD = {
    "BSKY_SERVICE": "https://bsky.social",
    "BSKY_HANDLE": "@kantor.go.id",
    "BSKY_APP_PASSWORD": SECRET,
    "MASTODON_BASE_URL": "https://mastodon.example",
    "MASTODON_TOKEN": SECRET,
}


def channels(folder: Path, **routes: str) -> dict[str, Channel]:
    """The channels of an office with these routes."""
    office = Office(channels=tuple((name, ChannelSettings(via)) for name, via in routes.items()))
    return ADAPTERS.channel_map(office, folder)


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment with everything that both channels need."""
    for name, word in GOOD.items():
        monkeypatch.setenv(name, word)
    return monkeypatch


@pytest.mark.usefixtures("secrets")
def test_a_route_with_its_secrets_is_a_channel(tmp_path: Path) -> None:
    """Each is made under the name that the office gave it, and shows nobody its secret."""
    made = channels(tmp_path, langit="bluesky", mastodon="mastodon", x="outbox")

    assert {name: one.name for name, one in made.items()} == {"langit": "langit", "mastodon": "mastodon", "x": "x"}
    assert SECRET not in repr(
        [
            (one, vars(one), [vars(part) for part in vars(one).values() if hasattr(part, "__dict__")])
            for one in made.values()
        ]
    )


@pytest.mark.parametrize("missing", GOOD)
@pytest.mark.parametrize("empty", [None, " "])
def test_a_missing_secret_is_named_with_what_to_do(
    secrets: pytest.MonkeyPatch, tmp_path: Path, missing: str, empty: str | None
) -> None:
    """Exit 2: the channel, its route and the name that is missing, and two ways on."""
    secrets.delenv(missing)
    if empty:
        secrets.setenv(missing, empty)
    via = "bluesky" if missing.startswith("BSKY") else "mastodon"
    with pytest.raises(Misuse) as stopped:
        channels(tmp_path, kanalku=via, x="outbox")

    assert stopped.value.code == 2
    assert text(stopped.value.message, "id") == f"kanal kanalku (via: {via}): secret {missing} belum diisi"
    assert stopped.value.hint
    assert text(stopped.value.hint, "id") == (
        f"isi sebagai secret atau variabel lingkungan (docs/panduan/{via}.md), "
        "atau tulis “kanalku: {via: outbox}” di kendal.yaml agar diunggah dengan tangan"
    )
    assert list(channels(tmp_path, bluesky="outbox", mastodon="outbox")) == ["bluesky", "mastodon"]


@pytest.mark.parametrize("address", ["http://mastodon.example", "mastodon.example", "ftp://mastodon.example"])
@pytest.mark.parametrize(("name", "via"), [("BSKY_SERVICE", "bluesky"), ("MASTODON_BASE_URL", "mastodon")])
def test_a_secret_travels_encrypted(
    secrets: pytest.MonkeyPatch, tmp_path: Path, address: str, name: str, via: str
) -> None:
    """An address that would carry it in the clear stops the command."""
    secrets.setenv(name, address)
    with pytest.raises(Misuse) as stopped:
        channels(tmp_path, kanal=via)

    assert text(stopped.value.message, "en") == f"{name} must begin with https://, for a token is sent there"
    secrets.setenv(name, "http://127.0.0.1:3300")
    assert channels(tmp_path, kanal=via)


def test_every_route_has_its_secrets_listed() -> None:
    """What a route needs is known by name, and what is a credential keeps the embedded forge from publishing."""
    assert set(ROUTE_SECRETS) == set(ADAPTERS.channels)
    assert {"BSKY_APP_PASSWORD", "MASTODON_TOKEN"} <= set(CREDENTIALS)
