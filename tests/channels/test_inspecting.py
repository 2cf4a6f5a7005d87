"""What the doctor reads out of each service's answers: whose account, what its token may do and until when."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from kendal_git.channels.bluesky.inspecting import scope
from kendal_git.channels.graph_token import granted
from kendal_git.channels.telegram.inspecting import lacking
from kendal_git.channels.x.inspecting import left
from kendal_git.messages import text
from kendal_git.transport import Answer
from tests.channels.clinic import APP, Clinic, made
from tests.channels.fakes import facebook, meta, telegram
from tests.channels.fakes.bluesky_account import FakeBlueskyAccount
from tests.channels.fakes.facebook import FakeFacebook
from tests.channels.fakes.service import Fault
from tests.channels.fakes.telegram import FakeTelegram
from tests.channels.fakes.x import FakeX
from tests.channels.houses import Bluesky, Mastodon
from tests.channels.pds import PASSWORD, Pds
from tests.support.lossy import Fault as LineFault

DAY = timedelta(days=1)
HINT = "tulis pada kanal ini di kendal.yaml: limits: {{{}}} (docs/panduan/mastodon.md bagian 3)"


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clinic:
    return made(tmp_path, monkeypatch, capsys)


def seconds(after: timedelta) -> int:
    """A moment from now on as Unix counts."""
    return int((datetime.now(UTC) + after).timestamp())


# ---- Facebook ------------------------------------------------------------------------------------------------------


@pytest.fixture
def page(clinic: Clinic) -> Iterator[FakeFacebook]:
    """A Page that is well, and an app that may ask about its token."""
    with FakeFacebook() as fake:
        clinic.open("facebook", fake.url, **APP)
        yield fake


@pytest.mark.usefixtures("page")
def test_a_good_page(clinic: Clinic) -> None:
    """The Page's name, its endless token with every permission, and the one thing that Meta tells nobody."""
    told = clinic.look()

    assert told.code == 3
    assert told.line("account") == "ok: token milik Halaman Kominfo Contoh (@kominfocontoh)"
    assert told.line("token") == "ok: token tidak punya tanggal kedaluwarsa"
    assert told.line("scopes") == "ok: izinnya lengkap: pages_manage_posts, pages_read_engagement"
    assert told.line("version") == "ok: Graph API v26.0 didukung paling tidak sampai 29-07-2028"
    assert told.line("mode") == (
        "unknown: mode aplikasi Meta (Development atau Live) tidak dapat diketahui: Meta tidak memberitahukannya → "
        "buka aplikasinya: App Mode harus Live, sebab kiriman dari Development hanya terlihat pengelolanya "
        "(docs/panduan/facebook.md)"
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (60, "ok: token berlaku sampai {:%d-%m-%Y}, 59 hari lagi"),
        (15, "ok: token berlaku sampai {:%d-%m-%Y}, 14 hari lagi"),
        (14, "missing: token berlaku sampai {:%d-%m-%Y}: tinggal 13 hari"),
        (1, "missing: token berlaku sampai {:%d-%m-%Y}: tinggal 0 hari"),
        (-3, "missing: token kedaluwarsa sejak {:%d-%m-%Y}"),
    ],
)
def test_a_page_token_with_an_end(clinic: Clinic, page: FakeFacebook, days: int, said: str) -> None:
    """A token that ends is told with its day, and is a gap from two weeks before on."""
    page.token.expires = seconds(days * DAY)
    line = clinic.quick().line("token")

    assert line.partition(" → ")[0] == said.format(datetime.fromtimestamp(page.token.expires, UTC))
    assert ("buat token Halaman yang baru menurut docs/panduan/facebook.md" in line) == (days < 15)


def test_a_page_token_that_meta_has_ended(clinic: Clinic, page: FakeFacebook) -> None:
    """What Meta calls invalid is a gap in Meta's own words."""
    page.token.valid = False

    assert clinic.quick().line("token") == (
        "missing: layanan menolak token atau izin kita: The session was invalidated: the password was changed. → "
        "buat token Halaman yang baru menurut docs/panduan/facebook.md"
    )


def test_an_expired_page_token_is_refused(clinic: Clinic, page: FakeFacebook) -> None:
    """The first refusal ends the questions and says what to do."""
    page.faults.append(Fault("expired", "GET /me"))
    told = clinic.quick()

    assert told.code == 1
    assert told.line("account") == (
        "missing: layanan menolak token atau izin kita: 190/463 Error validating access token: "
        "Session has expired on Tuesday. → "
        "perbarui token atau izinnya menurut docs/panduan/facebook.md, lalu isi lagi secret-nya"
    )


def test_a_user_token_is_no_page_token(clinic: Clinic, page: FakeFacebook) -> None:
    """A token of another kind than the guide's is told."""
    page.token.kind = "USER"

    assert "tokennya berjenis USER, bukan token Halaman (PAGE)" in [one["message"] for one in clinic.quick().findings]


def test_a_permission_that_the_page_token_lacks(clinic: Clinic, page: FakeFacebook) -> None:
    """What is not granted is named as Meta calls it."""
    page.token.scopes = ("pages_show_list", "pages_read_engagement")

    assert clinic.quick().line("scopes") == (
        "missing: izin ini belum ada: pages_manage_posts → "
        "buat token baru dengan semua centang itu, untuk Halaman kantor (docs/panduan/facebook.md)"
    )


def test_a_permission_for_another_page(clinic: Clinic, page: FakeFacebook) -> None:
    """A permission that was granted for other Pages alone is missing for ours."""
    page.token.targets = ("999",)
    assert "pages_manage_posts, pages_read_engagement" in clinic.quick().line("scopes")
    assert clinic.quick().one("scopes")["state"] == "missing"

    page.token.targets = ("999", facebook.PAGE)
    assert clinic.quick().one("scopes")["state"] == "ok"


def test_permissions_of_strange_shape_are_read_as_they_can_be() -> None:
    """Rows that are none change nothing."""
    data: dict[str, Any] = {"scopes": ["a", 7], "granular_scopes": [None, {"scope": "a"}, {"target_ids": ["1"]}]}

    assert granted(data, {"a": "1"}) == {"a"}


def test_the_end_of_the_apps_access(clinic: Clinic, page: FakeFacebook) -> None:
    """Reading data ends apart from the token, and that is said in time and not before."""
    page.token.access = seconds(60 * DAY)
    assert "data-access" not in clinic.quick().states()

    page.token.access = seconds(5 * DAY)
    until = datetime.fromtimestamp(page.token.access, UTC)
    assert clinic.quick().line("data-access") == (
        f"missing: izin aplikasi membaca data berakhir {until:%d-%m-%Y}, walau tokennya masih berlaku → "
        "buat token Halaman yang baru menurut docs/panduan/facebook.md"
    )


def test_a_token_of_another_page(clinic: Clinic, page: FakeFacebook) -> None:
    """Whose token it is is said before anything else is asked."""
    page.owner = "300000000000003"
    told = clinic.quick()

    assert told.line("account") == (
        "missing: token milik Kominfo Contoh (300000000000003), bukan milik Halaman 100000000000001 → "
        "ambil token Halaman dari me/accounts (docs/panduan/facebook.md bagian 2), "
        "atau perbaiki nomornya di META_PAGE_ID"
    )
    assert "scopes" not in told.states()


def test_a_page_that_nobody_sees(clinic: Clinic, page: FakeFacebook) -> None:
    """An unpublished Page takes posts that nobody can read."""
    page.published = False

    assert (
        clinic.quick()
        .line("account")
        .startswith(
            "missing: Halaman Kominfo Contoh (@kominfocontoh) sedang tidak diterbitkan: tidak ada yang dapat melihatnya"
        )
    )


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({}, "(#100) You must provide an app access token, or a user access token of a developer of the app"),
        ({**APP, "META_APP_SECRET": "keliru0000000001"}, "Invalid OAuth access token signature: 200000000000002|•••"),
    ],
)
def test_without_the_app_its_token_keeps_its_secrets(
    clinic: Clinic, page: FakeFacebook, words: dict[str, str], reason: str
) -> None:
    """Where Meta does not answer about the token, end and permissions are unknown, with both ways to learn them."""
    for name in APP:
        clinic.monkeypatch.delenv(name)
    clinic.open("facebook", page.url, **words)
    told = clinic.look()
    code = "100" if not words else "190"

    assert told.line("token") == (
        "unknown: tanggal kedaluwarsa dan izin token tidak dapat diketahui: "
        f"layanan menolak {'pertanyaan kita' if not words else 'token atau izin kita'}: {code} {reason} → "
        "isi juga META_APP_ID dan META_APP_SECRET, atau lihat sendiri di Access Token Debugger "
        "(docs/panduan/facebook.md)"
    )
    assert told.one("token")["link"] == "https://developers.facebook.com/tools/debug/accesstoken"
    assert "scopes" not in told.states()


def test_a_token_that_may_ask_about_itself(clinic: Clinic, page: FakeFacebook) -> None:
    """Where Meta lets it, no app's secret is needed."""
    for name in APP:
        clinic.monkeypatch.delenv(name)
    page.token.itself = True

    assert clinic.quick().states()["scopes"] == clinic.quick().states()["token"] == "ok"


@pytest.mark.parametrize(
    ("used", "said"),
    [
        (28, "ok: 28% jatah panggilan satu jam ini sudah terpakai"),
        (100, "missing: jatah panggilan satu jam ini habis; terbuka lagi dalam ? menit"),
    ],
)
def test_how_much_of_the_hour_is_used(clinic: Clinic, page: FakeFacebook, used: int, said: str) -> None:
    """The usage header is told in percent, and a full one is a gap."""
    page.used = used

    assert clinic.quick().line("quota").startswith(said)


def test_meta_s_token_is_never_in_the_log(clinic: Clinic, page: FakeFacebook) -> None:
    """Questions go to three places, and the token is in the address of Meta's own question alone."""
    clinic.quick()

    assert page.log == ["GET /me", "GET /N", "GET /debug_token"]
    assert not any(word in line for line in page.log for word in (facebook.TOKEN, meta.APP_SECRET))


# ---- Telegram ------------------------------------------------------------------------------------------------------


@pytest.fixture
def channel(clinic: Clinic) -> Iterator[FakeTelegram]:
    """A bot with its three rights in a public channel."""
    with FakeTelegram() as fake:
        clinic.open("telegram", fake.url)
        yield fake


@pytest.mark.usefixtures("channel")
def test_a_good_bot(clinic: Clinic) -> None:
    """The bot, the channel and the three rights, as the app calls them."""
    told = clinic.look()

    assert told.code == 0
    assert [f"{one['name']} {one['message']}" for one in told.findings] == [
        "secrets secret terisi: TELEGRAM_BOT_TOKEN, TELEGRAM_CHAT_ID",
        "account token milik bot @kominfocontoh_bot",
        "token token tidak punya tanggal kedaluwarsa",
        "chat kanalnya Kominfo Contoh (@kominfocontoh)",
        "rights bot boleh: Post messages, Edit messages, Delete messages",
        "version Telegram Bot API: belum ada akhir yang diumumkan (catatan 27-11-2026)",
    ]


@pytest.mark.parametrize(
    ("rights", "lacked"),
    [
        (telegram.RIGHTS[1:], "Post messages"),
        (telegram.RIGHTS[:1], "Edit messages, Delete messages"),
        ((), "Post messages, Edit messages, Delete messages"),
    ],
)
def test_a_right_that_the_bot_lacks(
    clinic: Clinic, channel: FakeTelegram, rights: tuple[str, ...], lacked: str
) -> None:
    """Each right that is off is named, with where to switch it on."""
    channel.rights = rights

    assert clinic.quick().line("rights") == (
        f"missing: bot belum boleh: {lacked} → "
        "di kanal: Edit → Administrators → bot itu, lalu nyalakan haknya (docs/panduan/telegram.md bagian 2)"
    )


def test_a_creator_has_every_right() -> None:
    """Whoever owns the channel lacks nothing; what is not told is not taken for a right."""
    assert lacking({"status": "creator"}) == ()
    assert lacking({}) is None
    assert lacking({"status": "kicked", "can_post_messages": True}) == (
        "Post messages",
        "Edit messages",
        "Delete messages",
    )


def test_a_bot_outside_of_the_channel(clinic: Clinic, channel: FakeTelegram) -> None:
    """A bot that nobody has let in is told so, and its token is well."""
    channel.admin = False
    told = clinic.quick()

    assert told.states()["account"] == "ok"
    assert told.line("chat") == (
        "missing: layanan menolak token atau izin kita: Forbidden: bot is not a member of the channel chat → "
        "periksa TELEGRAM_CHAT_ID, dan jadikan bot administrator kanal itu (docs/panduan/telegram.md bagian 2 dan 3)"
    )


def test_a_channel_that_is_not_found(clinic: Clinic, channel: FakeTelegram) -> None:
    """A wrong address of the channel is told apart from a wrong token."""
    clinic.open("telegram", channel.url, TELEGRAM_CHAT_ID="@kanallain")
    told = clinic.quick()

    assert told.line("chat").startswith("missing: layanan menolak token atau izin kita: Bad Request: chat not found")


def test_a_group_is_no_channel(clinic: Clinic, channel: FakeTelegram) -> None:
    """The address of a group is said to be one."""
    channel.kind = "supergroup"

    assert (
        clinic.quick()
        .line("chat")
        .startswith("missing: Kominfo Contoh (@kominfocontoh) bukan kanal, melainkan supergroup → isi TELEGRAM_CHAT_ID")
    )


def test_a_private_channel_has_no_name(clinic: Clinic, channel: FakeTelegram) -> None:
    """A channel known by its number is shown by its title."""
    channel.public = False
    clinic.open("telegram", channel.url, TELEGRAM_CHAT_ID=str(telegram.NUMBER))

    assert clinic.quick().line("chat") == "ok: kanalnya Kominfo Contoh"


def test_a_revoked_bot_token(clinic: Clinic, channel: FakeTelegram) -> None:
    """A token that BotFather has revoked is refused, and the address that holds it is not shown."""
    clinic.open("telegram", channel.url, TELEGRAM_BOT_TOKEN="7000000001:AAFsudahdicabut")
    told = clinic.look()

    assert told.line("account") == (
        "missing: layanan menolak token atau izin kita: Unauthorized → "
        "salin lagi tokennya dari @BotFather (docs/panduan/telegram.md bagian 1)"
    )
    assert "sudahdicabut" not in told.out


# ---- X -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def account(clinic: Clinic) -> Iterator[FakeX]:
    """An account whose keys may write."""
    with FakeX() as fake:
        clinic.open("x", fake.url)
        yield fake


def test_good_keys(clinic: Clinic, account: FakeX) -> None:
    """Whose they are, that they may write, have no end, and what is left of the quarter of an hour."""
    told = clinic.quick()

    assert told.code == 0
    assert told.line("account") == "ok: kunci milik akun @kominfocontoh (Kominfo)"
    assert told.line("rights") == "ok: kunci boleh menulis (Read and write)"
    assert told.line("token") == "ok: token tidak punya tanggal kedaluwarsa"
    assert told.line("quota").startswith("ok: tersisa 74 dari 75 pertanyaan seperti ini dalam 15 menit")
    assert account.log == ["GET /2/users/me"]


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("read-write-directmessages", "ok: kunci boleh menulis (Read and write)"),
        ("read", "missing: kunci hanya boleh membaca (Read only) → ubah izinnya menjadi Read and write"),
        ("", "unknown: X tidak menyebut apakah kunci boleh menulis → lihat di Keys and tokens"),
    ],
)
def test_what_keys_may_do(clinic: Clinic, account: FakeX, level: str, said: str) -> None:
    """X writes it over each answer; where it does not, it is unknown."""
    account.level = level

    assert clinic.quick().line("rights").startswith(said)


@pytest.mark.parametrize("name", ["X_API_SECRET", "X_ACCESS_TOKEN_SECRET", "X_ACCESS_TOKEN", "X_API_KEY"])
def test_a_wrong_key(clinic: Clinic, account: FakeX, name: str) -> None:
    """Each of the four, when wrong, is one refusal that names what to look at."""
    clinic.open("x", account.url, **{name: "kuncikeliru0000001"})

    assert clinic.quick().line("account") == (
        "missing: layanan menolak token atau izin kita: Unauthorized → "
        "periksa keempat kunci, Project aplikasinya, dan jam komputer (docs/panduan/x.md)"
    )


def test_a_clock_that_makes_signatures_worthless(clinic: Clinic, account: FakeX) -> None:
    """With a clock ten minutes off X refuses good keys, and the clock is named beside the refusal."""
    account.clock = lambda: datetime.now(UTC) + timedelta(minutes=10)
    told = clinic.quick()

    assert told.states()["account"] == told.states()["clock"] == "missing"


def test_an_app_outside_of_a_project(clinic: Clinic, account: FakeX) -> None:
    """What X says to an app without a project is shown."""
    account.enrolled = False

    assert "When authenticating requests you must use keys of a Project." in clinic.quick().line("account")


def test_credits_that_are_used_up(clinic: Clinic, account: FakeX) -> None:
    """Empty credits are a matter of money and not of keys."""
    account.credits = False

    assert clinic.quick().line("account") == (
        "missing: layanan menolak token atau izin kita: "
        "Your enrolled account does not have any credits to fulfill this. → "
        "isi kredit: Developer Portal → Billing → Credits (docs/panduan/x.md bagian 1)"
    )


def test_the_day_s_posts_are_worth_more_than_the_quarter_hour_s_questions() -> None:
    """Where X counts a day's posts that is what is told, and none left is a gap."""
    counted = (("x-rate-limit-limit", "75"), ("x-rate-limit-remaining", "74"))
    daily = (("X-App-Limit-24hour-Limit", "100"), ("X-App-Limit-24hour-Remaining", "0"))
    found = [(one.state, text(one.message, "id")) for one in left(Answer(200, "", (*counted, *daily)))]

    assert found == [("missing", "tersisa 0 dari 100 kiriman hari ini")]
    assert list(left(Answer(200, "", ()))) == []


# ---- Bluesky -------------------------------------------------------------------------------------------------------


@pytest.fixture
def sky(clinic: Clinic) -> Iterator[FakeBlueskyAccount]:
    """An account with an app password."""
    with FakeBlueskyAccount() as fake:
        clinic.open("bluesky", fake.url)
        yield fake


def test_a_good_app_password(clinic: Clinic, sky: FakeBlueskyAccount) -> None:
    """One sign-in, and what it tells."""
    told = clinic.quick()

    assert told.code == 0
    assert told.line("account") == "ok: akunnya menjawab: @kominfo.contoh.test"
    assert told.line("scopes") == "ok: sandinya sandi aplikasi, tanpa pesan pribadi"
    assert told.line("quota") == "ok: tersisa 29 dari 30 kali masuk untuk sementara ini"
    assert sky.sign_ins == 1


@pytest.mark.parametrize("given", ["@kominfo.contoh.test", "KOMINFO.contoh.test", "did:plc:contoh0000000000000000000"])
def test_every_way_to_write_the_handle(clinic: Clinic, sky: FakeBlueskyAccount, given: str) -> None:
    """With its sign, in capitals, or as the number that never changes: it is the same account."""
    clinic.open("bluesky", sky.url, BSKY_HANDLE=given)

    assert clinic.quick().states()["account"] == "ok"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("com.atproto.access", "missing: yang dipakai sandi utama akun: siapa memegangnya menguasai akun → "),
        ("com.atproto.appPassPrivileged", "missing: sandi aplikasinya boleh membaca pesan pribadi"),
        ("", "unknown: apakah ini sandi utama atau sandi aplikasi tidak dapat diketahui → "),
        ("com.atproto.lain", "unknown: apakah ini sandi utama atau sandi aplikasi tidak dapat diketahui → "),
    ],
)
def test_the_kind_of_a_password(clinic: Clinic, sky: FakeBlueskyAccount, kind: str, said: str) -> None:
    """The session says which password opened it; more than posting needs is a gap."""
    sky.scope = kind
    line = clinic.quick().line("scopes")

    assert line.startswith(said)
    assert line.endswith("buat sandi aplikasi yang baru dan isi BSKY_APP_PASSWORD (docs/panduan/bluesky.md bagian 1)")


@pytest.mark.parametrize("token", ["", "a.b", "a.%%%.c", "a.WzFd.c", "a.e30.c", "a.é.c"])  # [1] and {} among them
def test_a_session_that_is_no_jwt_tells_nothing(token: str) -> None:
    """Any other token leaves the kind unknown."""
    assert scope(token).state == "unknown"


def test_a_main_password_that_asks_for_a_code(clinic: Clinic, sky: FakeBlueskyAccount) -> None:
    """Only the main password asks for a code by mail, and that is said instead of "wrong"."""
    sky.codes = True

    assert clinic.quick().line("scopes").startswith("missing: yang dipakai sandi utama akun")


def test_a_revoked_app_password(clinic: Clinic, sky: FakeBlueskyAccount) -> None:
    """A refusal names the guide and the secret."""
    clinic.open("bluesky", sky.url, BSKY_APP_PASSWORD="aaaa-bbbb-cccc-dddd")

    assert clinic.quick().line("account") == (
        "missing: layanan menolak token atau izin kita: "
        "401 AuthenticationRequired Invalid identifier or password → "
        "buat sandi aplikasi yang baru dan isi BSKY_APP_PASSWORD (docs/panduan/bluesky.md bagian 1)"
    )


@pytest.mark.parametrize(
    ("called", "status", "said"),
    [
        ("lain.contoh.test", "", "yang menjawab akun @lain.contoh.test, bukan kominfo.contoh.test"),
        ("handle.invalid", "", "nama akunnya tidak sah lagi"),
        ("kominfo.contoh.test", "deactivated", "akun @kominfo.contoh.test tidak aktif (deactivated)"),
    ],
)
def test_an_account_that_is_not_as_meant(
    clinic: Clinic, sky: FakeBlueskyAccount, called: str, status: str, said: str
) -> None:
    """Another account, a broken handle and a sleeping account are gaps with their names."""
    sky.called, sky.status = called, status

    assert clinic.quick().line("account").startswith(f"missing: {said}")


def test_a_server_of_something_else(clinic: Clinic, mastodon: Mastodon) -> None:
    """The address of another kind of server is told, and no password goes there."""
    clinic.open("bluesky", mastodon.line.url)
    told = clinic.quick("bluesky")

    assert told.line("account") == (
        "missing: di alamat ini tidak ada server AT Protocol (Bluesky) → "
        "periksa BSKY_SERVICE (docs/panduan/bluesky.md bagian 2)"
    )
    assert [method for method, _, _ in mastodon.line.seen] == ["GET"]


@pytest.mark.node
def test_the_reference_server_answers(clinic: Clinic, bluesky: Bluesky) -> None:
    """The real server tells the account, and an app password from the main one."""
    words = {"BSKY_HANDLE": bluesky.account.name, "BSKY_APP_PASSWORD": bluesky.account.word}
    clinic.open("bluesky", bluesky.line.url, **words)
    told = clinic.quick()
    assert (told.code, told.line("account")) == (0, f"ok: akunnya menjawab: @{bluesky.account.name}")
    assert told.line("scopes") == "ok: sandinya sandi aplikasi, tanpa pesan pribadi"

    clinic.open("bluesky", bluesky.line.url, **{**words, "BSKY_APP_PASSWORD": PASSWORD})
    assert clinic.quick().line("scopes").startswith("missing: yang dipakai sandi utama akun")
    clinic.open("bluesky", bluesky.line.url, **{**words, "BSKY_APP_PASSWORD": "aaaa-bbbb-cccc-dddd"})
    assert clinic.quick().states()["account"] == "missing"
    assert bluesky.records() == []


@pytest.mark.node
def test_the_reference_server_counts_sign_ins(clinic: Clinic) -> None:
    """A server with limits says how many are left, and one that has had enough is waited for."""
    server = Pds(strict=True)
    try:
        account = server.account()
        words = {"BSKY_HANDLE": account.name, "BSKY_APP_PASSWORD": account.word}
        clinic.open("bluesky", f"http://127.0.0.1:{server.port}", **words)
        assert clinic.quick().line("quota") == "ok: tersisa 29 dari 30 kali masuk untuk sementara ini"

        server.exhaust(account.name)
        told = clinic.quick()
    finally:
        server.close()

    assert told.code == 3
    assert told.line("account").startswith("unknown: layanan meminta menunggu ")


# ---- Mastodon ------------------------------------------------------------------------------------------------------


@pytest.fixture
def elephant(clinic: Clinic, mastodon: Mastodon) -> Mastodon:
    """An account of the mock, whose token belongs to no app."""
    clinic.open("mastodon", mastodon.line.url, MASTODON_TOKEN=mastodon.account.word)
    return mastodon


def answer(house: Mastodon, path: str, body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> None:
    """What the server says to the next question of a path."""
    named = {"Content-Type": "application/json", **(headers or {})}
    fault = LineFault("GET", path, status, instead=True, headers=named, body=json.dumps(body).encode())
    house.line.faults.append(fault)


def with_app(house: Mastodon, scopes: str) -> str:
    """The token that an app with these scopes gets for our account."""
    url, redirect = f"http://127.0.0.1:{house.port}", "urn:ietf:wg:oauth:2.0:oob"
    wish = {"client_name": "kendal", "redirect_uris": redirect, "scopes": scopes}
    app = httpx.post(f"{url}/api/v1/apps", json=wish).json()
    form = {"username": house.account.name, "client_id": app["client_id"], "redirect_uri": redirect}
    code = httpx.post(f"{url}/oauth/authorize", data=form).text.partition("code: ")[2].partition("<")[0]
    form = {"grant_type": "authorization_code", "code": code, "client_id": app["client_id"], "redirect_uri": redirect}
    token: str = httpx.post(f"{url}/oauth/token", data=form).json()["access_token"]
    return token


def test_a_good_mastodon_account(clinic: Clinic, elephant: Mastodon) -> None:
    """The account with its server, the version, and limits that agree; the mock's seeded token hides its scopes."""
    told = clinic.quick()
    host = elephant.line.url.rpartition("/")[2]

    assert told.line("account") == f"ok: akunnya menjawab: @{elephant.account.name}@{host}"
    assert told.line("token") == "ok: token tidak punya tanggal kedaluwarsa"
    assert told.one("version")["state"] == "ok"
    assert told.line("limits") == "ok: batas server sama dengan kendal.yaml (characters: 500, pictures: 4)"
    assert told.line("scopes") == (
        "unknown: izin token tidak dapat diketahui; yang diperlukan: "
        "read:accounts, read:statuses, write:media, write:statuses → "
        "lihat sendiri Scopes aplikasinya (docs/panduan/mastodon.md bagian 1)"
    )
    assert told.one("scopes")["link"] == f"{elephant.line.url}/settings/applications"
    assert elephant.shown() == []


@pytest.mark.parametrize(
    ("scopes", "said"),
    [
        ("read:accounts read:statuses write:media write:statuses", "ok: izinnya lengkap: read:accounts"),
        ("read write", "ok: izinnya lengkap: read:accounts"),
        ("read write:statuses", "missing: izin ini belum ada: write:media → lengkapi Scopes aplikasinya"),
        ("read", "missing: izin ini belum ada: write:media, write:statuses → lengkapi Scopes aplikasinya"),
    ],
)
def test_the_scopes_of_an_app(clinic: Clinic, elephant: Mastodon, scopes: str, said: str) -> None:
    """A wide scope covers its parts, and those that are not ticked are named."""
    clinic.open("mastodon", elephant.line.url, MASTODON_TOKEN=with_app(elephant, scopes))

    assert clinic.quick().line("scopes").startswith(said)


def test_a_revoked_mastodon_token(clinic: Clinic, elephant: Mastodon) -> None:
    """A refused token is a gap, and the server's limits are told all the same."""
    clinic.open("mastodon", elephant.line.url, MASTODON_TOKEN="tokenyangsudahdicabut")
    told = clinic.look()

    assert told.line("account").startswith("missing: layanan menolak token atau izin kita: 401")
    assert told.states()["limits"] == "ok"
    assert "tokenyangsudahdicabut" not in told.out


def test_a_token_that_may_not_say_whose_it_is(clinic: Clinic, elephant: Mastodon) -> None:
    """Where even the account is refused, the scopes that are missing are named all the same."""
    answer(
        elephant, "/api/v1/accounts/verify_credentials", {"error": "This action is outside the authorized scopes"}, 403
    )
    answer(elephant, "/api/v1/apps/verify_credentials", {"name": "kendal", "scopes": ["write"]})
    told = clinic.quick()

    assert told.line("account").startswith(
        "missing: layanan menolak token atau izin kita: 403 This action is outside the authorized scopes → "
    )
    assert told.line("scopes").startswith("missing: izin ini belum ada: read:accounts, read:statuses → ")


def server(**limits: Any) -> dict[str, Any]:
    """A server's description of itself."""
    statuses = {"max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23}
    media = {"description_limit": 1500, "image_size_limit": 16777216}
    parts = {
        "statuses": {**statuses, **{name: limits[name] for name in statuses if name in limits}},
        "media_attachments": {**media, **{name: limits[name] for name in media if name in limits}},
    }
    return {"version": limits.get("version", "4.5.2"), "source_url": limits.get("source", ""), "configuration": parts}


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({}, "ok: batas server sama dengan kendal.yaml (characters: 500, pictures: 4, alt: 1500)"),
        (
            {"max_characters": 1000, "description_limit": 3000},
            "ok: server memperbolehkan lebih banyak daripada kendal.yaml (characters: 1000, alt: 3000)",
        ),
        (
            {"max_characters": 300, "max_media_attachments": 6},
            "missing: server memperbolehkan lebih sedikit daripada kendal.yaml (characters: 300) → "
            + HINT.format("characters: 300, pictures: 6"),
        ),
        (
            {"description_limit": 420},
            "missing: server memperbolehkan lebih sedikit daripada kendal.yaml (alt: 420) → " + HINT.format("alt: 420"),
        ),
    ],
)
def test_limits_that_differ(clinic: Clinic, elephant: Mastodon, limits: dict[str, int], said: str) -> None:
    """Less than kendal.yaml promises is a gap with the line to write; more is only said."""
    answer(elephant, "/api/v2/instance", server(**limits))

    assert clinic.quick().line("limits") == said


def test_limits_that_the_office_has_set(clinic: Clinic, elephant: Mastodon) -> None:
    """What kendal.yaml says of this server is what the server is held against."""
    clinic.channels["mastodon"] = "{via: mastodon, limits: {characters: 1000, alt: 420}}"
    clinic._write()
    answer(elephant, "/api/v2/instance", server(max_characters=1000, description_limit=420))

    assert clinic.quick().line("limits") == (
        "ok: batas server sama dengan kendal.yaml (characters: 1000, pictures: 4, alt: 420)"
    )


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"characters_reserved_per_url": 40}, "server menghitung tautan 40 karakter, kita 23"),
        ({"image_size_limit": 2000000}, "server menerima gambar sampai 2000000 bita, kita mengirim sampai 8000000"),
    ],
)
def test_limits_without_a_word_in_kendal_yaml(
    clinic: Clinic, elephant: Mastodon, limits: dict[str, int], said: str
) -> None:
    """What cannot be written down is a gap, too."""
    answer(elephant, "/api/v2/instance", server(**limits))

    assert said in [one["message"] for one in clinic.quick().findings if one["state"] == "missing"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"version": "4.0.0"}, "ok: server Mastodon 4.0.0 (perlu 4.0.0 ke atas)"),
        ({"version": "4.4.0-beta.1+glitch"}, "ok: server Mastodon 4.4.0-beta.1+glitch (perlu 4.0.0 ke atas)"),
        ({"version": "3.5.19"}, "missing: server Mastodon 3.5.19 terlalu tua; perlu 4.0.0 ke atas → tanyakan"),
        ({"version": "malam"}, "unknown: versi server Mastodon tidak dapat diketahui → tanyakan pengelola servernya"),
        ({"version": "0.20.1+git-3", "source": "https://codeberg.org/superseriousbusiness/gotosocial"},
         "missing: server GoToSocial mengabaikan kunci kiriman: satu kiriman bisa tayang dua kali → pakai via: outbox"),
    ],
)  # fmt: skip
def test_the_version_of_a_server(clinic: Clinic, elephant: Mastodon, words: dict[str, str], said: str) -> None:
    """Too old, unknown, or of a kind that would double posts."""
    answer(elephant, "/api/v2/instance", server(**words))

    assert clinic.quick().line("version").startswith(said)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"moved": {"acct": "kominfo@baru.example"}}, "sudah pindah ke kominfo@baru.example"),
        ({"suspended": True}, "dibekukan servernya"),
    ],
)
def test_an_account_that_has_gone(clinic: Clinic, elephant: Mastodon, more: dict[str, Any], said: str) -> None:
    """An account that has moved or is suspended takes no posts for the office."""
    answer(elephant, "/api/v1/accounts/verify_credentials", {"id": "1", "acct": "kominfo", **more})

    assert said in clinic.quick().one("account")["message"]
    answer(elephant, "/api/v1/accounts/verify_credentials", {"id": "1", "acct": "kominfo", **more})
    assert clinic.quick().one("account")["state"] == "missing"


@pytest.mark.parametrize(
    ("rest", "state"),
    [("297", "ok"), ("0", "missing")],
)
def test_what_is_left_of_five_minutes(clinic: Clinic, elephant: Mastodon, rest: str, state: str) -> None:
    """The headers of a server that counts are told."""
    counted = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": rest}
    answer(elephant, "/api/v1/accounts/verify_credentials", {"id": "1", "acct": "kominfo"}, 200, counted)
    found = clinic.quick().one("quota")

    assert (found["state"], found["message"]) == (state, f"tersisa {rest} dari 300 panggilan dalam 5 menit")


def test_a_server_of_another_kind_is_no_mastodon(clinic: Clinic, sky: FakeBlueskyAccount) -> None:
    """A server that knows none of Mastodon's questions is no account, and its refusal is shown."""
    clinic.open("mastodon", sky.url)
    told = clinic.quick("mastodon")

    assert told.states()["account"] == told.states()["version"] == "unknown"
    assert told.one("account")["message"] == "layanan tidak memberi jawaban: 501 MethodNotImplemented"


def test_a_page_that_is_not_there_is_no_mastodon(clinic: Clinic, elephant: Mastodon) -> None:
    """A 404 to Mastodon's own question means that there is none."""
    answer(elephant, "/api/v1/accounts/verify_credentials", {"error": "Not Found"}, 404)

    assert clinic.quick().line("account") == (
        "missing: di alamat ini tidak ada server Mastodon → "
        "periksa MASTODON_BASE_URL (docs/panduan/mastodon.md bagian 2)"
    )
