"""The fake services for the contract: one platform each, with its channel as a good and as a bad customer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from kendal_git.channels.facebook.channel import Facebook, Page
from kendal_git.channels.instagram.channel import Account as Professional
from kendal_git.channels.instagram.channel import Instagram
from kendal_git.channels.telegram.channel import Bot, Telegram
from kendal_git.channels.x.channel import Account, X
from kendal_git.channels.x.signing import Keys
from kendal_git.composing.picturing import public_name
from kendal_git.model.outcome import Outcome, Sent
from kendal_git.ports import Channel, Parcel
from kendal_git.transport import call
from tests.channels.fakes import facebook, instagram, telegram, x
from tests.channels.fakes.facebook import FakeFacebook
from tests.channels.fakes.instagram import FakeInstagram
from tests.channels.fakes.service import Fake, Fault
from tests.channels.fakes.telegram import FakeTelegram
from tests.channels.fakes.x import FakeX
from tests.contracts.channel import SECRET, Shown

NOWHERE = "http://127.0.0.1:9"  # the discard port: nobody listens
VISIBLE = {
    "telegram": r"POST /send",
    "x": r"POST /2/tweets$",
    "facebook": r"POST /N/feed$",
    "instagram": r"POST /N/media_publish$",
}
GRAPH_WAIT = 60 * facebook.MINUTES
WAITS = {"telegram": telegram.WAIT, "x": x.WAIT, "facebook": GRAPH_WAIT, "instagram": GRAPH_WAIT}
SECRETS = {
    "telegram": (telegram.TOKEN,),
    "x": (x.KEY, x.SECRET_KEY, x.TOKEN, x.SECRET_TOKEN),
    "facebook": (facebook.TOKEN,),
    "instagram": (facebook.TOKEN,),
}
FAKES: dict[str, Callable[[], Fake]] = {
    "telegram": FakeTelegram,
    "x": FakeX,
    "facebook": FakeFacebook,
    "instagram": FakeInstagram,
}


def now() -> datetime:
    return datetime.now(UTC)


class Deployed:
    """An Instagram channel in front of which the site is built: its pictures are there by the time that it looks."""

    def __init__(self, inner: Channel, site: str) -> None:
        self.name, self.repeatable = inner.name, inner.repeatable
        self.keeps, self.edits = inner.keeps, inner.edits
        self._inner, self._site = inner, site

    def prepare(self, parcel: Parcel) -> tuple[tuple[str, str], ...]:
        for _, data in parcel.pictures:
            call("PUT", f"{self._site}/{public_name(data)}", body=data)
        return self._inner.prepare(replace(parcel, site=self._site))

    def send(self, parcel: Parcel, nonce: str, timeout: float) -> Outcome:
        return self._inner.send(parcel, nonce, timeout)

    def find(self, parcel: Parcel, nonce: str) -> Sent | None:
        return self._inner.find(parcel, nonce)

    def withdraw(self, post: str, remote: str) -> Outcome:
        return self._inner.withdraw(post, remote)


def insta(url: str, secret: str = "", clock: Callable[[], datetime] = now) -> Instagram:
    """The channel of a fake at an address, that never really waits."""
    account = Professional(instagram.ACCOUNT, secret or facebook.TOKEN, f"{url}/{facebook.VERSION}")
    return Instagram("instagram", account, clock, lambda _: None)


def channel_of(name: str, url: str, secret: str = "", clock: Callable[[], datetime] = now) -> Channel:
    """The channel of a fake at an address; ``secret`` takes the place of the good credential."""
    if name == "instagram":
        return Deployed(insta(url, secret, clock), f"{url}{instagram.SITE}")
    if name == "telegram":
        return Telegram(name, Bot(secret or telegram.TOKEN, telegram.CHAT, url))
    if name == "facebook":
        return Facebook(name, Page(facebook.PAGE, secret or facebook.TOKEN, f"{url}/{facebook.VERSION}"))
    keys = Keys(x.KEY, secret or x.SECRET_KEY, x.TOKEN, x.SECRET_TOKEN)
    return X(name, Account(keys, clock, url))


class Customer:
    """A fake as the contract wants it."""

    def __init__(self, fake: Fake) -> None:
        self.fake = fake

    def channel(self) -> Channel:
        return channel_of(self.fake.name, self.fake.url)

    def stranger(self) -> Channel:
        return channel_of(self.fake.name, self.fake.url, SECRET)

    def nowhere(self) -> Channel:
        if isinstance(self.fake, FakeInstagram):  # the service is away, the site is not
            return Deployed(insta(NOWHERE), self.fake.site.url)
        return channel_of(self.fake.name, NOWHERE)

    def shown(self) -> list[Shown]:
        return self.fake.visible()

    def lose_answer(self) -> None:
        self._trouble("lost")

    def break_down(self) -> None:
        self._trouble("500-before")

    def throttle(self) -> float:
        self._trouble("throttled")
        return WAITS[self.fake.name]

    def unwelcome(self, parcel: Parcel) -> Parcel:
        """Longer than any of them takes."""
        return replace(parcel, payload=replace(parcel.payload, text="kata " * 13_000))

    def _trouble(self, kind: str) -> None:
        self.fake.faults.append(Fault(kind, VISIBLE[self.fake.name]))
