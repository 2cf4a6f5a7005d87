"""Telegram, X, a Facebook Page and Instagram keep every channel's promises, over their strict fakes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kendal_git.model.outcome import Unknown
from tests.channels.fakes.facebook import FakeFacebook
from tests.channels.fakes.instagram import FakeInstagram
from tests.channels.fakes.service import Fake
from tests.channels.fakes.telegram import FakeTelegram
from tests.channels.fakes.x import FakeX
from tests.channels.offices import Customer
from tests.contracts.channel import Service, ServiceContract


class Customers(ServiceContract):
    """The contract over one fake."""

    fake: type[Fake]

    @pytest.fixture
    def platform(self) -> Iterator[Service]:
        with self.fake() as fake:
            yield Customer(fake)

    def test_a_lost_answer_is_unknown(self, platform: Service) -> None:
        """What was taken without an answer is neither sent nor unsent, and is found by the ids of its own intent."""
        channel = platform.channel()
        given = self.parcel(pictures=1)
        given = replace(given, prepared=channel.prepare(given))
        platform.lose_answer()
        outcome = channel.send(given, "n", 10.0)

        assert isinstance(outcome, Unknown), outcome
        assert len(platform.shown()) == 1
        assert (platform.channel().find(given, "n") is not None) == self.finds


class TestTelegram(Customers):
    """Once, blind."""

    fake, finds, via = FakeTelegram, False, "telegram"


class TestX(Customers):
    """Once, with its own timeline."""

    fake, via = FakeX, "x"


class TestFacebook(Customers):
    """Once, in two steps."""

    fake, via = FakeFacebook, "facebook"


class TestInstagram(Customers):
    """Once, in two steps, with pictures that it fetches; a person takes down."""

    fake, withdraws, fewest = FakeInstagram, False, 1
