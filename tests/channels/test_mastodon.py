"""Mastodon against the public mock: the contract over HTTP, and what is Mastodon's alone."""

import pytest

from tests.channels.houses import Mastodon
from tests.contracts.channel import Service, ServiceContract


class TestMastodon(ServiceContract):
    """The contract."""

    @pytest.fixture
    def platform(self, mastodon: Mastodon) -> Service:
        return mastodon
