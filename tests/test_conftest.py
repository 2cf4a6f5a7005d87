"""The clean room's own inspection."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

from tests.conftest import FOREIGN, LeftThisMachineError

pytest_plugins = ["pytester"]


@pytest.mark.parametrize(
    "name", ["GIT_DIR", "KENDAL_LANG", "CI", "CI_JOB_TOKEN", "GITHUB_TOKEN", "gitlab_ci", "NO_COLOR", "https_proxy"]
)
def test_foreign_names_are_recognised(name: str) -> None:
    """A variable that could change a result is taken away before each test."""
    assert FOREIGN.search(name)


@pytest.mark.parametrize("name", ["PATH", "CIRCLE", "DIGIT_", "SYSTEMROOT", "PYTHONPATH"])
def test_needed_names_stay(name: str) -> None:
    """A variable that a process needs to start at all stays."""
    assert not FOREIGN.search(name)


def test_git_does_not_know_the_person(clean_environment: Path) -> None:
    """Git in a test has no user name to fall back to, so a commit proves that we gave one."""
    answer = subprocess.run(["git", "var", "GIT_AUTHOR_IDENT"], cwd=clean_environment, capture_output=True, check=False)

    assert answer.returncode != 0
    assert os.environ["HOME"] == str(clean_environment)


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80), ("example.org", 80)])
def test_no_way_off_this_machine(address: tuple[str, int]) -> None:
    """Reaching for an address that is not loopback fails at once and says so."""
    with pytest.raises(LeftThisMachineError, match="loopback addresses only"):
        socket.create_connection(address, timeout=1)


def test_loopback_is_open() -> None:
    """A test may talk to a server of its own."""
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_a_skip_fails_in_ci(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """With KENDAL_CI set, a test that skips itself is counted as failed; without, it is a skip."""
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile("import pytest\ndef test_one(): pytest.skip('no reason')\n")

    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(skipped=1)
    monkeypatch.setenv("KENDAL_CI", "1")
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(failed=1)
