"""Credentials: asked for by name, and never said aloud."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from kendal_git.channels.answers import HIDDEN, LONGEST, aloud
from kendal_git.channels.x.signing import Keys
from kendal_git.messages import text
from kendal_git.model.ledger import as_record
from kendal_git.model.office import ChannelSettings, Office
from kendal_git.model.trouble import Misuse
from kendal_git.reporters import deliveries
from kendal_git.wiring.desk import ADAPTERS
from kendal_git.wiring.routes import ROUTE_SECRETS
from tests.channels.fakes import facebook, instagram, telegram, x
from tests.channels.fakes.service import FAULTS, Fake, Fault
from tests.channels.matrix import OLD, ServiceDesk
from tests.channels.offices import FAKES, NOWHERE, SECRETS, VISIBLE, channel_of
from tests.support.desk import TEACHERS

CHANNELS = ("telegram", "x", "facebook", "instagram")
GOOD = {
    "TELEGRAM_BOT_TOKEN": telegram.TOKEN, "TELEGRAM_CHAT_ID": telegram.CHAT, "X_API_KEY": x.KEY,
    "X_API_SECRET": x.SECRET_KEY, "X_ACCESS_TOKEN": x.TOKEN, "X_ACCESS_TOKEN_SECRET": x.SECRET_TOKEN,
    "META_PAGE_ID": facebook.PAGE, "META_PAGE_TOKEN": facebook.TOKEN, "META_IG_USER_ID": instagram.ACCOUNT,
}  # fmt: skip


NAMES = [(via, name) for via in CHANNELS for name in ROUTE_SECRETS[via]]


def office(via: str) -> Office:
    return Office(channels=(("kanal", ChannelSettings(via)),))


@pytest.mark.parametrize("via", CHANNELS)
def test_a_channel_is_made_of_its_secrets(via: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all of its variables set a route gives a channel, and with a line end behind one as well."""
    for name in ROUTE_SECRETS[via]:
        monkeypatch.setenv(name, f"{GOOD[name]}\n")
    made = ADAPTERS.channel_map(office(via), tmp_path)["kanal"]

    assert (made.name, made.repeatable, made.keeps) == ("kanal", False, 0)


@pytest.mark.parametrize("which", NAMES, ids=lambda one: one[1])
@pytest.mark.parametrize("word", ["", "dua kata", "tanda…"])
def test_a_missing_secret_is_named(
    which: tuple[str, str], word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A route that lacks a secret, or has one that no header takes, is misuse that names the variable and its guide."""
    via, name = which
    key = "odd-secret" if word else "no-secret"
    for one in ROUTE_SECRETS[via]:
        monkeypatch.setenv(one, word if one == name else GOOD[one])
    with pytest.raises(Misuse) as raised:
        ADAPTERS.channel_map(office(via), tmp_path)
    found = raised.value

    assert (found.code, found.message.key) == (2, f"publish.{key}")
    assert name in text(found.message, "id")
    assert not any(GOOD[one] in text(found.message, "id") for one in ROUTE_SECRETS[via])
    assert found.hint
    assert key == "odd-secret" or f"docs/panduan/{via}.md" in text(found.hint, "id")


def test_the_outbox_needs_no_secret(tmp_path: Path) -> None:
    """An office without any token publishes by hand on the first day."""
    assert ADAPTERS.channel_map(office("outbox"), tmp_path)["kanal"].name == "kanal"


@pytest.fixture(params=CHANNELS)
def fake(request: pytest.FixtureRequest) -> Iterator[Fake]:
    with FAKES[request.param]() as made:
        yield made


@pytest.mark.parametrize("fault", [*FAULTS, "wrong", "nowhere"])
def test_no_secret_comes_out(fake: Fake, fault: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong, planted credentials stand in no output, ledger line, log record or object's own words."""
    caplog.set_level(logging.DEBUG)
    wrong = "BUKANEAArahasia-tertanam-0123456789"
    desk = ServiceDesk(tmp_path, fake)
    desk.write(OLD)
    url = NOWHERE if fault == "nowhere" else fake.url
    channel = channel_of(fake.name, url, wrong if fault == "wrong" else "", desk.clock.now)
    if fault in FAULTS:
        fake.faults.append(Fault(fault, VISIBLE[fake.name]))
    runs = [desk.publish(f"run-{number}", boards={fake.name: channel}).published for number in range(2)]
    desk.write(OLD, withdrawn="{reason: fakta}")
    runs.append(desk.publish("run-3", boards={fake.name: channel}).published)
    said = [
        repr((channel, vars(channel), runs)),
        *(str(deliveries.as_json(ran, language)) for ran in runs for language in ("id", "en")),
        *(str(as_record(entry)) for entry in desk.ledger.fetch().entries(TEACHERS)),
        *(f"{record.getMessage()} {record.args}" for record in caplog.records),
        *fake.log,
    ]
    desk.close()

    assert runs[0].deliveries
    assert [secret for secret in (*SECRETS[fake.name], wrong) if any(secret in words for words in said)] == []


def test_a_secret_inside_a_service_s_words_is_covered() -> None:
    """Meta repeats a malformed token in its error: it is covered, and the rest stays readable, on one line."""
    assert aloud("Malformed access token EAAx\n(1)", ("EAAx", "")) == f"Malformed access token {HIDDEN} (1)"
    assert len(aloud("x" * 5000)) == LONGEST
    assert "rahasia" not in repr(Keys("rahasia1", "rahasia2", "rahasia3", "rahasia4"))
