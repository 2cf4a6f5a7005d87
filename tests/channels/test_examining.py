"""kendal doctor --channels: every channel of the office is examined, whatever becomes of its neighbours."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kendal_git.channels.answers import LONGEST
from kendal_git.channels.examining import instant
from kendal_git.cli import main
from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.model.office import ChannelSettings
from kendal_git.ports import Clock
from kendal_git.wiring.examining import INSPECTORS
from kendal_git.wiring.routes import ROUTE_SECRETS
from tests.channels.clinic import APP, FAKES, PLANTED, ROUTES, WORDS, Clinic, made, parrot
from tests.channels.fakes.service import Fake, Fault
from tests.channels.houses import NOWHERE, Mastodon
from tests.support.lossy import Fault as LineFault

FAKED = tuple(FAKES)


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clinic:
    return made(tmp_path, monkeypatch, capsys)


@pytest.fixture(params=FAKED)
def fake(request: pytest.FixtureRequest, clinic: Clinic) -> Iterator[Fake]:
    """One service that is well, and its channel."""
    with FAKES[request.param]() as server:
        clinic.open(server.name, server.url, **APP)
        yield server


def echo(words: str) -> tuple[Any, ...]:
    """Answers in all services' forms of a no at once, of a yes at once, and in none."""
    no = {
        **dict.fromkeys(("title", "detail", "type", "description", "error_description"), words),
        "ok": False,
        "error_code": 400,
        "errors": [{"message": words}],
        "message": words,
    }
    yes = {
        **dict.fromkeys(("id", "name", "username", "acct", "version", "did", "accessJwt", "handle", "status"), words),
        "availableUserDomains": [],
        "active": False,
        "moved": {"acct": words},
        "scopes": [words],
        "ok": True,
        "data": {"id": words, "name": words, "username": words, "is_valid": False, "error": {"message": words}},
        "result": {"id": 7, "username": words, "title": words, "type": words, "status": words},
    }
    meta = {"message": words, "error_user_msg": words, "type": words, "code": 190}
    return {**no, "error": meta}, {**no, "error": words}, yes, f"<html>{words}</html>", [words]


# ---- the office and its channels -----------------------------------------------------------------------------------


def test_every_route_with_secrets_has_eyes() -> None:
    """A route that can send can be examined."""
    assert {via for via, names in ROUTE_SECRETS.items() if names} <= set(INSPECTORS)


def test_a_channel_by_hand_needs_nothing(clinic: Clinic) -> None:
    """The outbox asks for no secret and for no network, and the office that has only it is ready."""
    clinic.channels = {"instagram": "{via: outbox}", "x": "{via: outbox}"}
    clinic._write()

    code, said = clinic.text()

    assert code == 0
    assert said == (
        "instagram via: outbox\n"
        "  ✓ tidak perlu token: kendal menyiapkan kit, orang yang mengunggah\n\n"
        "x via: outbox\n"
        "  ✓ tidak perlu token: kendal menyiapkan kit, orang yang mengunggah\n\n"
        "instagram  siap\n"
        "x          siap\n\n"
        "2 beres, 0 kurang, 0 belum pasti, 0 tidak tersedia\n"
    )


def test_each_neighbour_is_examined(clinic: Clinic, mastodon: Mastodon) -> None:
    """A dead service, a wrong token and missing secrets of some channels leave the others examined, in their order."""
    with ExitStack() as stack:
        servers = {name: stack.enter_context(make()) for name, make in FAKES.items() if name not in ("instagram", "x")}
        clinic.open("telegram", NOWHERE)
        clinic.open("facebook", servers["facebook"].url, META_PAGE_TOKEN="EAAsalah")
        clinic.open("mastodon", mastodon.line.url, MASTODON_TOKEN=mastodon.account.word)
        clinic.channels["x"] = "{via: x}"
        clinic.channels["arsip"] = "{via: outbox}"
        clinic.open("bluesky", servers["bluesky"].url)
        told = clinic.look()
        text = clinic.text()[1]

    worst = {one["channel"]: one["state"] for one in told.findings if one["state"] != "ok"}
    assert {"telegram": "unknown", "facebook": "missing", "mastodon": "unknown", "x": "missing"} == worst
    assert told.code == 3
    assert list(dict.fromkeys(one["channel"] for one in told.findings)) == list(clinic.channels)
    assert "bluesky   siap\n" in text
    assert "telegram  1 belum pasti\n" in text


def test_only_those_that_are_named(clinic: Clinic) -> None:
    """Names after --channels choose, in the office's order; one that the office does not have is said to be unknown."""
    clinic.channels = {"a": "{via: outbox}", "b": "{via: outbox}", "c": "{via: outbox}"}
    clinic._write()

    assert [one["channel"] for one in clinic.look("c", "a").findings] == ["a", "c"]
    assert main(["-C", str(clinic.root), "doctor", "--channels", "d"]) == 2
    said = clinic.capsys.readouterr().err
    assert said == "kendal: tidak ada kanal d di kendal.yaml\n  saran: kanal di kendal.yaml: a, b, c\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("facebook",), "nama kanal hanya dipakai bersama --channels"),
        (("--write", "--channels"), "--write dan --channels tidak dapat digabung"),
    ],
)
def test_words_that_do_not_go_together(clinic: Clinic, words: tuple[str, ...], said: str) -> None:
    """A name alone and two deeds at once are misuse, with what to type."""
    assert main(["-C", str(clinic.root), "doctor", *words]) == 2
    assert said in clinic.capsys.readouterr().err


def test_an_office_without_channels(clinic: Clinic) -> None:
    """Nothing to examine is said to be so."""
    assert clinic.text() == (0, "kendal.yaml belum menyebut kanal apa pun\n")


def test_a_broken_office_is_misuse(clinic: Clinic) -> None:
    """A kendal.yaml that cannot be read names no channels: its place is said, and nothing is asked."""
    (clinic.root / "kendal.yaml").write_text("office: [\n", encoding="utf-8")

    assert main(["-C", str(clinic.root), "doctor", "--channels"]) == 2
    assert "kendal.yaml belum benar: kendal.yaml:1: " in clinic.capsys.readouterr().err


def test_a_route_that_is_not_there(clinic: Clinic) -> None:
    """An unknown ``via:`` is a finding of its channel and stops no other."""
    clinic.channels = {"a": "{via: pos}", "b": "{via: outbox}"}
    clinic._write()
    told = clinic.look()

    assert told.states() == {"route": "missing", "account": "ok"}
    assert "jalur “pos” tidak tersedia; yang ada: " in told.one("route")["message"]


# ---- secrets -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("via", ROUTES)
def test_missing_secrets_are_all_named(clinic: Clinic, via: str) -> None:
    """Whatever a route lacks is named at once, with its guide and the way without a token, and no service is asked."""
    clinic.channels = {via: f"{{via: {via}}}"}
    clinic._write()
    told = clinic.look()
    names = ROUTE_SECRETS[via]

    assert told.code == 1
    assert told.line("secrets") == (
        f"missing: secret belum diisi: {', '.join(names)} → isi sebagai secret atau variabel lingkungan "
        f"(docs/panduan/{via}.md), atau tulis “{via}: {{via: outbox}}” di kendal.yaml agar diunggah dengan tangan"
    )


def test_every_gap_of_the_secrets_is_told(clinic: Clinic) -> None:
    """One that is missing does not hide one that is odd and an address that would carry a token in the clear."""
    words = {"BSKY_HANDLE": "", "BSKY_APP_PASSWORD": "rahasia dua kata", "BSKY_SERVICE": "http://bsky.example"}
    clinic.open("bluesky", "", **words)
    told = clinic.look()

    assert [one["message"] for one in told.findings] == [
        "secret belum diisi: BSKY_HANDLE",
        "BSKY_APP_PASSWORD memuat spasi, baris baru, atau huruf yang bukan ASCII",
        "BSKY_SERVICE harus berawalan https://, sebab token dikirim ke sana",
    ]
    assert all("docs/panduan/bluesky.md" in one["hint"] for one in told.findings)
    assert "rahasia" not in told.out


# ---- whatever a service does ---------------------------------------------------------------------------------------


def test_nothing_is_changed_or_shown(fake: Fake, clinic: Clinic) -> None:
    """A channel that is well is asked questions alone, and nobody sees a trace of them."""
    told = clinic.quick()

    assert {"secrets", "account", "token"} <= told.states().keys()
    assert not [one for one in told.findings if one["state"] == "missing"]
    assert fake.visible() == []
    asked = {call for call in fake.log if not call.startswith("GET")}
    assert asked <= {
        "POST /getMe",
        "POST /getChat",
        "POST /getChatMember",
        "POST /xrpc/com.atproto.server.createSession",
    }


@pytest.mark.parametrize("via", ROUTES)
def test_a_dead_service_is_unknown(clinic: Clinic, via: str) -> None:
    """Where nobody listens nothing is known: neither well nor missing, with what to look at."""
    clinic.open(via, NOWHERE)
    told = clinic.look()

    assert told.code == 3
    assert told.line(where(told)) == (
        "unknown: layanan tidak terhubung: ConnectError → "
        "periksa sambungan internet dan alamat di secret-nya, lalu jalankan lagi"
    )


def where(told: Any) -> str:
    """The name of the first finding that is not well."""
    return next(str(one["name"]) for one in told.findings if one["state"] != "ok" and one["name"] != "clock")


@pytest.mark.parametrize("via", ROUTES)
@pytest.mark.parametrize("status", [500, 503])
def test_a_service_out_of_order_is_unknown(clinic: Clinic, via: str, status: int) -> None:
    """A fault of the service's own says nothing of our token, even in words that do."""
    with parrot(status, {"error": "Unauthorized", "message": "invalid token"}) as server:
        clinic.open(via, server.url)
        told = clinic.look()

    assert told.code == 3
    assert set(told.states().values()) == {"ok", "unknown"}
    assert told.one(where(told))["hint"] == "layanannya mungkin terganggu; jalankan lagi nanti"


@pytest.mark.parametrize("via", ROUTES)
@pytest.mark.parametrize("body", [None, 7, "buram", [], {}, {"id": {}, "data": [], "result": 3}])
def test_a_body_that_is_none_is_no_yes(clinic: Clinic, via: str, body: Any) -> None:
    """HTTP 200 with something else in it is never taken for an account that answers."""
    with parrot(200, body) as server:
        clinic.open(via, server.url)
        told = clinic.look()

    assert told.code in (1, 3)
    assert "account" in told.states()
    assert told.states()["account"] != "ok"


@pytest.mark.parametrize("via", ROUTES)
def test_a_service_that_has_enough_is_waited_for(clinic: Clinic, via: str, mastodon: Mastodon) -> None:
    """A throttle is unknown and says how long; it is no fault of the token."""
    if via == "mastodon":
        mastodon.line.faults += [LineFault("GET", "/api/v1", 429, instead=True, headers={"Retry-After": "170"})] * 4
        clinic.open(via, mastodon.line.url)
        told = clinic.look()
    else:
        with FAKES[via]() as server:
            server.faults += [Fault("throttled", nth=number) for number in range(1, 9)]
            clinic.open(via, server.url)
            told = clinic.look()

    assert told.code == 3
    found = next(one for one in told.findings if "layanan meminta menunggu" in one["message"])
    assert found["state"] == "unknown"
    assert found["hint"] == "tunggu dulu; kendal publish juga menunggu, lalu mengirim sendiri"


@pytest.mark.parametrize("via", ROUTES)
@pytest.mark.parametrize("hours", [-2, 2])
def test_a_wrong_clock_is_told(clinic: Clinic, via: str, hours: int) -> None:
    """A service whose clock is elsewhere makes our own suspect, even in an answer that is a no."""
    with parrot(401, {}) as server:
        server.clock = lambda: datetime.now(UTC) + timedelta(hours=hours)
        clinic.open(via, server.url)
        told = clinic.look()

    way = "lebih lambat daripada" if hours > 0 else "lebih cepat daripada"
    assert told.one("clock")["message"] in [f"jam komputer ini {n} detik {way} jam layanan" for n in range(7195, 7206)]
    assert told.one("clock")["hint"].startswith("nyalakan penyetelan jam otomatis")


def test_a_small_difference_of_clocks_is_none(fake: Fake, clinic: Clinic) -> None:
    """Half a minute is no finding."""
    fake.clock = lambda: datetime.now(UTC) + timedelta(seconds=30)

    assert "clock" not in clinic.quick().states()


@pytest.mark.parametrize("via", ROUTES)
@pytest.mark.parametrize("status", [200, 400, 401, 429])
def test_no_secret_comes_out_of_the_doctor(clinic: Clinic, via: str, status: int) -> None:
    """A service that repeats every credential, also where its words are cut, gets none of them onto a screen."""
    own = [word for word in (*WORDS[via].values(), *APP.values()) if word in PLANTED]
    words = " ".join(own)
    with parrot(status, {}) as server:
        clinic.open(via, server.url, **APP)
        for before in ("", "x" * (LONGEST - 10)):
            for server.body in echo(before + words):
                told = clinic.look()

                assert told.findings
                assert [word for word in own if word in told.out or word[:10] in told.out] == [], server.body


class Careless:
    """Eyes that repeat a secret wherever a finding has words."""

    def findings(self, settings: ChannelSettings, clock: Clock) -> Iterator[Finding]:
        word = WORDS["x"]["X_API_SECRET"]
        deep = say("examine.scopes", names=(word, say("examine.account", who=word)))
        hint, link = say("examine.account", who=f"<{word}>"), f"https://x.example/?key={word}"
        yield Finding("account", State.MISSING, say("examine.strange", reason=deep), hint, link)


def test_careless_eyes_are_covered(clinic: Clinic) -> None:
    """Whatever an inspector forgets, what it says is covered once more before anybody sees it."""
    clinic.monkeypatch.setattr("kendal_git.wiring.examining.INSPECTORS", {"x": lambda _: Careless()})
    clinic.open("x", NOWHERE)
    told = clinic.look()

    assert WORDS["x"]["X_API_SECRET"] not in told.out
    assert told.line("account") == (
        "missing: jawabannya tidak dikenali (izinnya lengkap: •••, akunnya menjawab: •••) → akunnya menjawab: <•••>"
    )
    assert told.one("account")["link"] == "https://x.example/?key=•••"


@pytest.mark.parametrize("via", ROUTES)
def test_strange_answers_break_nothing(clinic: Clinic, via: str) -> None:
    """Whatever stands where a service writes its words and numbers, the doctor ends with findings and no traceback."""
    chance = random.Random(f"aneh {via}")
    numbers: tuple[Any, ...] = (True, -1, 0, 10**30, 1.5, float("inf"), float("nan"))
    odd = (*numbers, None, "", "²", "buram", [], {}, [[]], {"id": []})

    def mutated(value: Any) -> Any:
        if chance.random() < 0.2:
            return chance.choice(odd)
        if isinstance(value, dict):
            return {name: mutated(one) for name, one in value.items()}
        return [mutated(one) for one in value] if isinstance(value, list) else value

    bodies = list(echo("akun"))
    headers = (
        "x-app-usage",
        "x-rate-limit-remaining",
        "x-rate-limit-limit",
        "x-ratelimit-limit",
        "ratelimit-remaining",
    )
    with parrot(200, {}) as server:
        clinic.open(via, server.url, **APP)
        for _ in range(40):
            server.status, server.body = chance.choice((200, 200, 200, 400, 403, 429)), mutated(chance.choice(bodies))
            server.headers = {name: str(chance.choice(numbers)) for name in headers if chance.random() < 0.5}
            assert clinic.quick().findings, server.body


def test_a_moment_that_is_none_is_none() -> None:
    """Numbers that no calendar knows, and what is no number, are no moments."""
    assert [instant(one) for one in (None, True, "7", 1.5, 10**30, -(10**30))] == [None] * 6
    assert instant(0) == datetime(1970, 1, 1, tzinfo=UTC)
