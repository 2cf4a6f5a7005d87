"""One copy of the package for all that spoil it; each test process has its own."""

from pathlib import Path

import pytest

from tests.mutations.spoiled import copied


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package and its tests, to be spoiled."""
    return copied(tmp_path_factory.mktemp("spoiled"))
