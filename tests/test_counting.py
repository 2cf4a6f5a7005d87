"""Counting: every channel's own unit, held against the platforms' vectors, and the dated table of limits."""

import json
import random
import re
import time
from pathlib import Path
from typing import Any

import pytest
import regex
import yaml

from kendal_git.composing import links
from kendal_git.composing.count import (
    UNITS,
    Weights,
    characters,
    graphemes,
    mastodon,
    octets,
    threads,
    utf16,
    weighted,
)
from kendal_git.composing.limits import DATA, limits_of
from kendal_git.composing.links import ENDINGS, endings

ROOT = Path(__file__).parent.parent
VECTORS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "vectors" / "x-validate.yml").read_text(encoding="utf-8")
)["tests"]
TABLE = json.loads(DATA.read_text(encoding="utf-8"))
# The three ways in which X has counted so far; the vectors of each are in the file.
FIRST, SECOND, TODAY = Weights(other=1, whole=False), Weights(whole=False), Weights()
COUNTED = [
    *((vector, SECOND) for vector in VECTORS["WeightedTweetsCounterTest"]),
    *((vector, TODAY) for vector in VECTORS["WeightedTweetsWithDiscountedEmojiCounterTest"]),
    *((vector, TODAY) for vector in VECTORS["UnicodeDirectionalMarkerCounterTest"]),
]


@pytest.mark.parametrize(("vector", "weights"), COUNTED, ids=[vector["description"] for vector, _ in COUNTED])
def test_x_s_own_vectors_agree(vector: dict[str, Any], weights: Weights) -> None:
    """Each weighted length of twitter-text's conformance file is ours, with emoji whole and in parts."""
    assert weighted(vector["text"], weights) == vector["expected"]["weightedLength"]


@pytest.mark.parametrize("vector", VECTORS["tweets"], ids=lambda vector: vector["description"])
def test_x_s_oldest_vectors_agree(vector: dict[str, Any]) -> None:
    """One a character and 140 at most, as X began."""
    assert (1 <= weighted(vector["text"], FIRST) <= 140) is vector["expected"]


@pytest.mark.parametrize("vector", VECTORS["urls_without_protocol"], ids=lambda vector: vector["description"])
def test_x_s_bare_links_agree(vector: dict[str, Any]) -> None:
    """Each bare name of the conformance file is one link."""
    assert [vector["text"][start:end] for start, end in links(vector["text"])] == [vector["text"]]


def test_all_counting_vectors_are_there() -> None:
    """The file is whole: 44 weighted lengths, 8 of the oldest kind and 5 bare links."""
    assert (len(COUNTED), len(VECTORS["tweets"]), len(VECTORS["urls_without_protocol"])) == (44, 8, 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lihat https://kendalkab.go.id/a_(b)?x=1, ya", ["https://kendalkab.go.id/a_(b)?x=1"]),
        ("(https://kendalkab.go.id/a)", ["https://kendalkab.go.id/a"]),
        ("kendalkab.go.id:8080/x dan bit.ly/a.", ["kendalkab.go.id:8080/x", "bit.ly/a"]),
        ("http://foobar.پاکستان/", ["http://foobar.پاکستان/"]),
        ("x@kendalkab.go.id @kendal.go.id #a.id kendal-.id -x.id a_b.id", []),
        ("baca:kendalkab.go.id", ["kendalkab.go.id"]),
        ("日本kendalkab.go.id語", ["kendalkab.go.id"]),
        (f"https://{'a' * 64}.com", []),
        (f"https://a.id/{'b' * 4096}", []),
        ("S.Pd. Rp10.000 08.00 Bapak.Ibu", []),
    ],
)
def test_links_are_found_as_x_finds_them(text: str, found: list[str]) -> None:
    """Brackets in pairs belong to a link, the stop behind it does not, and what has no known ending is none."""
    assert [text[start:end] for start, end in links(text)] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Kendal", 6),
        ("a\r\nb", 3),
        ("e\u0301", 1),
        ("ꦏꦼꦤ꧀ꦢꦭ꧀", 3),
        ("क्षि", 1),
        ("🇮🇩", 1),
        ("🇮🇩🇲🇾", 2),
        ("👨‍👩‍👧‍👦", 1),
        ("👍🏽", 1),
        ("1️⃣", 1),
        ("👨‍👩‍👧‍👦é🇮🇩👍🏽", 4),
    ],
)
def test_graphemes_are_what_a_reader_counts(text: str, count: int) -> None:
    """Javanese conjuncts, flags, families and skin tones are one character each by the pinned tables."""
    assert graphemes(text) == count


def test_the_unicode_tables_are_pinned_and_named() -> None:
    """The count of graphemes changes with the regex module, so its version is exact and its Unicode in the data."""
    pinned = re.search(r'"regex==([\d.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert pinned is not None
    assert pinned[1] == regex.__version__
    assert TABLE["unicode"].startswith("18.0.0,")
    assert regex.match(r"\p{Assigned}", "\U0001faeb"), "a character of Unicode 18"


@pytest.mark.parametrize(
    ("text", "units", "length"),
    [("Kendal", 6, 6), ("é", 1, 2), ("…", 1, 3), ("👋", 2, 4), ("👨‍👩‍👧‍👦é🇮🇩👍🏽", 20, 43), ("\ud800", 1, 3)],
)
def test_units_of_telegram_and_bytes_of_bluesky(text: str, units: int, length: int) -> None:
    """An emoji's code point is two UTF-16 units and four bytes."""
    assert (utf16(text), octets(text)) == (units, length)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kendal", 6),
        ("é ꦏꦼ 日本", 7),
        ("👋", 4),
        ("👨‍👩‍👧‍👦", 25),
        ("🇮🇩", 8),
        ("1️⃣", 7),
        ("https://kendalkab.go.id", 23),
        ("“Siaga” 10%", 11),
    ],
)
def test_threads_counts_emoji_by_their_bytes(text: str, count: int) -> None:
    """Letters of any script are one, an emoji is as many as it has bytes, a link is as long as it is."""
    assert threads(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("https://kendalkab.go.id/layanan/panjang/sekali/lagi", 23),
        ("http://a.id", 23),
        ("kendalkab.go.id", 15),
        ("Halo @diskominfo@sosial.example.id!", 17),
        ("surel a@b.go.id", 15),
        ("👨‍👩‍👧‍👦 ꦏꦼꦤ꧀ꦢꦭ꧀", 5),
    ],
)
def test_mastodon_counts_links_and_distant_people_short(text: str, count: int) -> None:
    """A link with its scheme is 23, a bare name as long as it is, and the server of a person is free."""
    assert mastodon(text) == count


def test_characters_are_counted_composed() -> None:
    """An accent typed apart is no second character."""
    assert characters("Ke\u0301ndal") == 6


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_linear(unit: str) -> None:
    """Two hundred thousand characters of any one thing are counted within a second of work."""
    parts = [
        "a.",
        "é",
        "a.id/(",
        "@a@b.",
        "https://a.id/?",
        "👨‍👩‍👧",
        "ꦏꦼ",
        "_",
        "-.",
        "a.id ",
        "://",
        "1️⃣",
        "x",
        "\u0301",
    ]
    for part in parts:
        text = part * (200_000 // len(part.encode()))
        began = time.process_time()
        UNITS[unit](text)

        assert time.process_time() - began < 1, part


@pytest.mark.parametrize("seed", range(50))
def test_no_text_is_too_strange_to_be_counted(seed: int) -> None:
    """Any mixture of scripts, links and surrogates has a count in every unit, and links never overlap."""
    dice = random.Random(seed)
    parts = [
        "a",
        ".",
        "com",
        "://",
        "http",
        "/",
        "(",
        ")",
        "?",
        "@",
        "#",
        "👨‍👩‍👧",
        "\ud800",
        "ꦏꦼ",
        "\u200d",
        "é",
        " ",
        "xn--",
        "id",
    ]
    text = "".join(dice.choices(parts, k=60))

    assert all(UNITS[unit](text) >= 0 for unit in UNITS)
    ends = [offset for span in links(text) for offset in span]
    assert ends == sorted(ends)


@pytest.mark.parametrize("code", [*range(0x300), *range(0x2000, 0x2040), 0x1100, 0x20AC, 0xD800, 0xFE0F, 0x1F44B])
def test_the_short_ways_count_alike(code: int) -> None:
    """Latin texts are counted without a look at each character, and come to what the long way comes to."""
    text = f"a{chr(code)}e{chr(code)}\n–{chr(code)}"
    light = code <= 0x10FF or 0x2000 <= code <= 0x200D or 0x2010 <= code <= 0x201F or 0x2032 <= code <= 0x2037

    assert graphemes(text) == len(regex.findall(r"\X", text))
    assert utf16(text) == len(text) + 3 * (code > 0xFFFF)
    heavy = 3 * (not light or code in (0xA9, 0xAE))
    assert weighted(text) == len(text.replace("\r\n", "\n")) + heavy


@pytest.mark.parametrize("channel", TABLE["channels"])
def test_every_figure_has_its_unit_and_source(channel: str) -> None:
    """No limit stands in the table without saying who said so, and each unit can be counted."""
    row = TABLE["channels"][channel]
    texts = [*row["texts"], *row.get("under_pictures", ())]
    figures = [*texts, *(one for name, one in row.items() if name not in ("texts", "under_pictures", "markup"))]

    assert all(figure["source"] and isinstance(figure.get("most", figure.get("bytes")), int) for figure in figures)
    assert all(one["unit"] in UNITS for one in texts)
    assert "markup" not in row or (row["markup"]["name"], bool(row["markup"]["source"])) == ("whatsapp", True)
    assert limits_of(channel).texts or channel == "whatsapp-channel"


def test_the_data_is_dated() -> None:
    """Limits drift: the table says of when it is, and the endings of names of which list."""
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", TABLE["as_of"])
    assert re.search(r"version \d{10} of \d{4}-\d\d-\d\d", ENDINGS.read_text(encoding="utf-8"))
    assert {"id", "com", "рф", "پاکستان"} <= endings()
