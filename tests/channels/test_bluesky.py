"""Bluesky against its reference server: the contract over the real thing, and what is Bluesky's alone."""

import pytest

from tests.channels.houses import Bluesky
from tests.contracts.channel import Service, ServiceContract

pytestmark = pytest.mark.node


class TestBluesky(ServiceContract):
    """The contract."""

    @pytest.fixture
    def platform(self, bluesky: Bluesky) -> Service:
        return bluesky
