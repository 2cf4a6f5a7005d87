"""The tests' clean room: every test starts with an empty environment, a home of its own and no way off this machine."""

import ipaddress
import os
import re
import socket
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

STRICT = "KENDAL_CI" in os.environ
"""In CI a skipped test is a failed one: a promise that was not checked is not kept."""

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if STRICT else "desk")

FOREIGN = re.compile(
    r"^(GIT|KENDAL|CI|GITHUB|GITLAB|RUNNER|CLICOLOR)(_|$)|^(NO_COLOR|FORCE_COLOR|COLUMNS|LINES|XDG_.*)$"
    r"|TOKEN|SECRET|PASSWORD|_proxy$",
    re.IGNORECASE,
)

# No name and no address: whoever commits must say who they are. No protocol but files: a test's remote is a folder.
GITCONFIG = """\
[init]
    defaultBranch = main
[user]
    useConfigOnly = true
[protocol]
    allow = never
[protocol "file"]
    allow = always
[commit]
    gpgSign = false
[gc]
    auto = 0
[maintenance]
    auto = false
"""


class LeftThisMachineError(AssertionError):
    """A test tried to reach an address that is not loopback."""

    def __init__(self, address: object) -> None:
        super().__init__(f"a test tried to reach {address!r}; tests talk to loopback addresses only")


def is_loopback(host: object) -> bool:
    """Tell whether a host's name or number stays on this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Take away what this machine, its CI or its owner would whisper to a test; give a home with a bare gitconfig."""
    for name in [name for name in os.environ if FOREIGN.search(name)]:
        monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(GITCONFIG, encoding="utf-8", newline="\n")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return home


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets reach this machine and raise a plain sentence for any other."""

    def guard(method: Callable[..., Any], address_of: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*args: Any, **options: Any) -> Any:
            address = address_of(*args)
            host = address[0] if isinstance(address, tuple) else address
            on_this_machine = is_loopback(host) or getattr(args[0], "family", None) == getattr(socket, "AF_UNIX", -1)
            if not on_this_machine:
                raise LeftThisMachineError(address)
            return method(*args, **options)

        return guarded

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, guard(getattr(socket.socket, name), lambda _self, address: address))
    monkeypatch.setattr(socket.socket, "sendto", guard(socket.socket.sendto, lambda *args: args[-1]))
    monkeypatch.setattr(socket, "getaddrinfo", guard(socket.getaddrinfo, lambda host, *_rest: host))


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and KENDAL_CI allows no skip: {report.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a test's skip into a failure in CI."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a whole file's skip into a failure in CI."""
    report = yield
    _refuse_skip(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded as their evidence, such as how many kills there were, also from other processes."""
    for report in terminalreporter.getreports("passed"):
        for name, words in report.user_properties:
            if name == "evidence":
                terminalreporter.write_line(str(words))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rule forges-7`` runs what shows that this rule holds; several may be given."""
    parser.addoption("--rule", action="append", default=[], help="only tests that carry this rule's mark")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what does not carry a rule that was asked for."""
    wanted = set(config.getoption("--rule"))
    if wanted:
        kept = [item for item in items if wanted & {name for mark in item.iter_markers("rule") for name in mark.args}]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept
