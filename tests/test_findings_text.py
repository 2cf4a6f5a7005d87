"""How the doctor's findings on a channel look in a terminal: marks, folds, and what can be copied in one piece."""

import re

import pytest

from kendal_git.model.finding import Finding, State
from kendal_git.model.message import say
from kendal_git.reporters.findings import beneath, heading, verdicts
from kendal_git.reporters.style import Style, columns

LONG = Finding(
    "scopes",
    State.MISSING,
    say("examine.scopes.missing", names=("read:accounts", "read:statuses", "write:media", "write:statuses")),
    say("account.mastodon.scopes.hint"),
    "https://mastodon.example/settings/applications/0123456789012345678901234567890123456789012345678901234567890",
    "mastodon",
)
SHORT = Finding("token", State.OK, say("examine.token.forever"), channel="mastodon")
DOUBT = Finding("mode", State.UNKNOWN, say("account.meta.mode"), channel="facebook")
PAINT = re.compile(r"\x1b\[[0-9;]*m")


def test_a_finding_is_folded_to_the_terminal() -> None:
    """Sentences and hints keep within the columns, each hanging below itself; an address stays whole."""
    assert beneath(LONG, "id", Style(width=60)).split("\n") == [
        "  ✗ kurang: izin ini belum ada: read:accounts,",
        "    read:statuses, write:media, write:statuses",
        "      caranya: lengkapi Scopes aplikasinya, lalu Regenerate",
        "      access token (docs/panduan/mastodon.md bagian 1)",
        f"      {LONG.link}",
    ]


@pytest.mark.parametrize("one", [LONG, SHORT, DOUBT])
@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("width", [0, 40, 80])
def test_paint_takes_no_columns(one: Finding, language: str, width: int) -> None:
    """With colours the words stand where they stand without, and no line but an address is too long."""
    plain, painted = (beneath(one, language, Style(colour, width)) for colour in (False, True))
    lines = [line for line in plain.split("\n") if "https://" not in line]

    assert PAINT.sub("", painted) == plain
    assert painted != plain
    assert not width or all(columns(line) <= width for line in lines)


def test_a_heading_is_kendal_yaml_s_own_line() -> None:
    """The channel's name and its route; what a terminal would obey is made visible."""
    assert heading("langit", "bluesky", Style()) == "langit via: bluesky"
    assert heading("a\x1b[2J", "x", Style()) == "a\\u001b[2J via: x"


def test_a_verdict_for_each_channel() -> None:
    """One line a channel in their order: ready, or how much of what."""
    found = (SHORT, LONG, DOUBT, Finding("account", State.OK, say("examine.by-hand"), channel="x"))

    assert verdicts(found, "en", Style()) == "mastodon  1 missing\nfacebook  1 unknown\nx         ready"
