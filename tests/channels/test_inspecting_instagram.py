"""What the doctor reads out of the Graph API's answers about an Instagram account."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.channels.clinic import APP, Clinic, made
from tests.channels.fakes.instagram_account import FakeInstagramAccount
from tests.channels.fakes.service import Fault


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clinic:
    return made(tmp_path, monkeypatch, capsys)


@pytest.fixture
def gram(clinic: Clinic) -> Iterator[FakeInstagramAccount]:
    """An account that is well, and an app that may ask about its Page's token."""
    with FakeInstagramAccount() as fake:
        clinic.open("instagram", fake.url, **APP)
        yield fake


def test_a_good_account(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """The account, its Page, the token's end and permissions, and what is left of the day."""
    told = clinic.look()

    assert told.line("account") == "ok: token sampai ke akun @kominfocontoh"
    assert told.line("page") == "ok: terhubung lewat Halaman Kominfo Contoh"
    assert told.line("token") == "ok: token tidak punya tanggal kedaluwarsa"
    assert told.line("scopes") == (
        "ok: izinnya lengkap: instagram_basic, instagram_content_publish, pages_read_engagement"
    )
    assert told.line("quota") == "ok: tersisa 97 dari 100 kiriman dalam 24 jam ini"
    assert {name for name, state in told.states().items() if state != "ok"} == {"mode"}
    assert gram.visible() == []


def test_a_day_that_is_full(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """A hundred posts in 24 hours are a gap until some grow older."""
    gram.used = 100

    assert clinic.quick().line("quota").startswith("missing: jatah 100 kiriman dalam 24 jam ini sudah habis → tunggu")


def test_a_page_of_another_account(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """A token whose Page is connected to another account, or to none, is told with both names."""
    gram.connected = "17840000000000009"
    assert (
        clinic.quick()
        .line("page")
        .startswith(
            "missing: Halaman Kominfo Contoh terhubung ke akun @kominfocontoh, bukan ke akun di META_IG_USER_ID → "
        )
    )

    gram.connected = ""
    assert clinic.quick().line("page").startswith("missing: Halaman Kominfo Contoh terhubung ke akun –, bukan ke akun")


def test_a_wrong_account_number(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """A number that the token does not reach is a gap in Meta's words."""
    clinic.open("instagram", gram.url, META_IG_USER_ID="17840000000000009")
    told = clinic.quick()

    assert told.code == 1
    assert told.line("account").startswith(
        "missing: layanan menolak pertanyaan kita: 100/33 Unsupported get request. Object with ID '17840000000000009'"
    )
    assert "docs/panduan/instagram.md" in told.one("account")["hint"]


@pytest.mark.parametrize("lacked", ["instagram_basic", "instagram_content_publish", "pages_read_engagement"])
def test_a_permission_that_is_missing(clinic: Clinic, gram: FakeInstagramAccount, lacked: str) -> None:
    """Each of the three is named."""
    gram.token.scopes = tuple(name for name in gram.token.scopes if name != lacked)

    assert clinic.quick().line("scopes").startswith(f"missing: izin ini belum ada: {lacked} → ")


def test_permissions_for_another_account(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """Those of Instagram must reach the account, those of the Page are for a Page."""
    gram.token.targets = ("100000000000001",)

    assert (
        clinic.quick()
        .line("scopes")
        .startswith("missing: izin ini belum ada: instagram_basic, instagram_content_publish → ")
    )


def test_a_token_with_an_end(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """Ten days before its end it must be renewed, as Instagram's own guide says."""
    until = datetime.now(UTC) + timedelta(days=10, hours=1)
    gram.token.expires = int(until.timestamp())

    assert clinic.quick().line("token") == (
        f"missing: token berlaku sampai {until:%d-%m-%Y}: tinggal 10 hari → "
        "buat token Halaman yang baru menurut docs/panduan/instagram.md"
    )


def test_an_expired_token(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """A refusal ends the questions; the version needs none."""
    gram.faults.append(Fault("expired"))
    told = clinic.quick()

    assert told.states() == {"secrets": "ok", "account": "missing", "version": "ok"}
    assert "190/463 Error validating access token: Session has expired." in told.line("account")


def test_a_throttle_tells_its_minutes(clinic: Clinic, gram: FakeInstagramAccount) -> None:
    """Meta's own estimate is what is waited for."""
    gram.faults.append(Fault("throttled"))

    assert "layanan meminta menunggu 420 detik (80002" in clinic.quick().line("account")


@pytest.mark.usefixtures("gram")
def test_the_app_alone_may_ask_about_the_token(clinic: Clinic) -> None:
    """Without the app's words end and permissions are unknown, and the rest is told."""
    for name in APP:
        clinic.monkeypatch.delenv(name)
    told = clinic.quick()

    assert told.states()["token"] == "unknown"
    assert told.states()["quota"] == told.states()["account"] == "ok"
