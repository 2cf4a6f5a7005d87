"""How long the platforms support what we call: one dated table, and its sentences."""

import json
from datetime import date, timedelta

import pytest

from kendal_git.channels import versions
from kendal_git.channels.facebook.channel import API
from kendal_git.channels.versions import DATA, of_server, version
from kendal_git.messages import text
from kendal_git.model.finding import Finding

NEXT = date(2028, 7, 29)


def said(one: Finding) -> str:
    return f"{one.state}: {text(one.message, 'id')}"


@pytest.mark.parametrize(
    ("number", "today", "sentence"),
    [
        ("v25.0", date(2026, 11, 27), "ok: Graph API v25.0 didukung sampai 29-07-2028"),
        ("v25.0", NEXT - timedelta(days=91), "ok: Graph API v25.0 didukung sampai 29-07-2028"),
        ("v25.0", NEXT - timedelta(days=90), "missing: Graph API v25.0 didukung sampai 29-07-2028: tinggal 90 hari"),
        ("v25.0", NEXT, "missing: Graph API v25.0 hanya dijamin sampai 29-07-2028 (catatan 27-11-2026)"),
        ("v26.0", date(2026, 11, 27), "ok: Graph API v26.0 didukung paling tidak sampai 29-07-2028"),
        ("v26.0", NEXT - timedelta(days=1), "ok: Graph API v26.0 didukung paling tidak sampai 29-07-2028"),
        ("v26.0", NEXT, "unknown: Graph API v26.0 hanya dijamin sampai 29-07-2028 (catatan 27-11-2026)"),
        ("v99.0", NEXT, "unknown: masa dukungan Graph API v99.0 tidak tercatat (catatan 27-11-2026)"),
    ],
)
def test_a_version_has_its_days(number: str, today: date, sentence: str) -> None:
    """A known end is warned of ninety days before, a promised least is no end, and what is not on record is unknown."""
    assert said(version("Graph API", number, today)) == sentence


def test_the_version_in_use_is_on_record() -> None:
    """What the code calls stands in the table, and each row has its source."""
    table = json.loads(DATA.read_text(encoding="utf-8"))

    assert API.rpartition("/")[2] in table["apis"]["Graph API"]["versions"]
    assert all(row["source"] for row in table["apis"].values())
    assert date.fromisoformat(table["as_of"]) <= date(2100, 1, 1)


def test_a_new_date_is_a_change_of_the_table_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With another table the same code says another day."""
    rows = {"v26.0": {"until": "2028-10-08"}}
    monkeypatch.setattr(versions, "table", lambda: {"as_of": "2027-01-02", "apis": {"Graph API": {"versions": rows}}})

    assert said(version("Graph API", "v26.0", date(2027, 1, 3))) == "ok: Graph API v26.0 didukung sampai 08-10-2028"


def test_apis_without_a_number() -> None:
    """An API that has none is told by its name."""
    today = date(2026, 11, 27)

    assert said(version("X API", "2", today)) == "ok: X API 2: belum ada akhir yang diumumkan (catatan 27-11-2026)"
    assert said(version("AT Protocol", "", today)).startswith("ok: AT Protocol: belum ada akhir")


@pytest.mark.parametrize(
    ("number", "state"),
    [("4.0.0", "ok"), ("4.0", "ok"), ("3.9.9", "missing"), ("10.0.0", "ok"), ("", "unknown"), ("99999.0", "unknown")],
)
def test_a_server_is_as_new_as_what_we_ask(number: str, state: str) -> None:
    """Numbers are compared as numbers, and what is none is unknown."""
    assert of_server("Mastodon", number).state == state
