"""The three services for the contract: one platform each, with its channel as a good and as a bad customer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from kendal_git.channels.facebook.channel import Facebook, Page
from kendal_git.channels.telegram.channel import Bot, Telegram
from kendal_git.channels.x.channel import Account, X
from kendal_git.channels.x.signing import Keys
from kendal_git.ports import Channel, Parcel
from tests.channels.fakes import facebook, telegram, x
from tests.channels.fakes.facebook import FakeFacebook
from tests.channels.fakes.service import Fake, Fault
from tests.channels.fakes.telegram import FakeTelegram
from tests.channels.fakes.x import FakeX
from tests.contracts.channel import SECRET, Shown

NOWHERE = "http://127.0.0.1:9"  # the discard port: nobody listens
VISIBLE = {"telegram": r"POST /send", "x": r"POST /2/tweets$", "facebook": r"POST /N/feed$"}
WAITS = {"telegram": telegram.WAIT, "x": x.WAIT, "facebook": 60 * facebook.MINUTES}
SECRETS = {
    "telegram": (telegram.TOKEN,),
    "x": (x.KEY, x.SECRET_KEY, x.TOKEN, x.SECRET_TOKEN),
    "facebook": (facebook.TOKEN,),
}
FAKES: dict[str, Callable[[], Fake]] = {"telegram": FakeTelegram, "x": FakeX, "facebook": FakeFacebook}


def now() -> datetime:
    return datetime.now(UTC)


def channel_of(name: str, url: str, secret: str = "", clock: Callable[[], datetime] = now) -> Channel:
    """The channel of a fake at an address; ``secret`` takes the place of the good credential."""
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
        """Longer than any of the three takes."""
        return replace(parcel, payload=replace(parcel.payload, text="kata " * 13_000))

    def _trouble(self, kind: str) -> None:
        self.fake.faults.append(Fault(kind, VISIBLE[self.fake.name]))
