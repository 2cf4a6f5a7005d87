"""The reporters: what a person and a program see of a finding."""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest

from kendal_git.model.diagnostic import Diagnostic, Place, error, warning
from kendal_git.model.document import Source
from kendal_git.model.message import say
from kendal_git.reporters import machine, text
from kendal_git.reporters.style import Style, columns, safe
from kendal_git.verbs.check import Checked


def finding(line: str, part: str, message: str = "x") -> Diagnostic:
    source = Source("content/post.md", f"---\n{line}\n---\n")
    start = source.text.index(part)
    return error("field-unknown", source.place(start, start + len(part)), say("check.field.unknown", field=message))


def shown(line: str, part: str) -> list[str]:
    """The line and the carets of a finding at ``part``."""
    return text.diagnostic(finding(line, part), "id", Style()).split("\n")[1:3]


def test_the_whole_block_reads_like_a_colleague() -> None:
    """Where, how bad, which rule, what, the line with carets, and what to do next."""
    place = Source("content/post.md", "---\nchannels: [mastadon]\n").place(15, 23)
    found = error(
        "name-unknown", place, say("check.unknown.channels", name="mastadon"), say("check.known", known=("x",))
    )

    assert text.diagnostic(found, "id", Style()) == (
        "content/post.md:2:12: galat[name-unknown]: kanal “mastadon” tidak ada di kendal.yaml\n"
        "  2 | channels: [mastadon]\n"
        "    |            ^^^^^^^^\n"
        "  saran: yang dikenal: x\n"
    )
    assert text.diagnostic(found, "en", Style()) == (
        "content/post.md:2:12: error[name-unknown]: kendal.yaml knows no channel “mastadon”\n"
        "  2 | channels: [mastadon]\n"
        "    |            ^^^^^^^^\n"
        "  hint: known: x\n"
    )


@pytest.mark.parametrize(
    ("line", "part", "lines"),
    [
        ("a: bcd", "bcd", ["  2 | a: bcd", "    |    ^^^"]),
        ("日本: bcd", "bcd", ["  2 | 日本: bcd", "    |       ^^^"]),
        ("a: 日本", "日本", ["  2 | a: 日本", "    |    ^^^^"]),
        ("e\u0301: bcd", "bcd", ["  2 | e\u0301: bcd", "    |    ^^^"]),
        ("👩\u200d🚒: b", "b", ["  2 | 👩\u200d🚒: b", "    |       ^"]),
        ("a:\tbcd", "bcd", ["  2 | a: bcd", "    |    ^^^"]),
        ("a: b\u202ecd", "b\u202ecd", ["  2 | a: b\\u202ecd", "    |    ^^^^^^^^^"]),
        ("\x1b[31m: b", "b", ["  2 | \\u001b[31m: b", "    |             ^"]),
        ("a: bcd\r", "bcd", ["  2 | a: bcd", "    |    ^^^"]),
    ],
)
def test_carets_stand_below_what_they_mean(line: str, part: str, lines: list[str]) -> None:
    """Wide characters take two columns, accents none, a tab one space, and what is made visible its own width."""
    assert shown(line, part) == lines


def test_a_long_line_is_cut_around_the_place() -> None:
    """Fifty characters before, fifty behind, and both cuts are marked."""
    line, carets = shown("a" * 3000 + "SALAH" + "b" * 3000, "SALAH")

    assert line == f"  2 | …{'a' * 50}SALAH{'b' * 45}…"
    assert carets == f"    |  {' ' * 50}^^^^^"


def test_carets_end_where_the_shown_line_ends() -> None:
    """A value of ten thousand characters is not underlined over the whole screen."""
    line, carets = shown("a: " + "b" * 10_000, "b" * 10_000)

    assert len(line) < 110
    assert carets.count("^") == 97


LONG = "content/2026/11/25-bupati-kendal-buka-pasar-murah-di-alun-alun/post.md"
TALL = (
    "---\nchannels: [instagram, facebook, x]  # situs selalu ikut; hapus kanal yang tidak perlu, atau tambahkan\n---\n"
)


def test_on_a_terminal_a_finding_keeps_to_its_width() -> None:
    """What is too long for one line has its place on the first, and words are folded below, never cut."""
    place = Source(LONG, TALL).place(TALL.index("x]"), TALL.index("x]") + 1)
    message = say("check.caption.long", channel="x", length=410, most=280, over=130)
    found = error(
        "caption-long",
        place,
        message,
        say("check.known", known=("facebook", "instagram", "mastodon", "threads", "youtube")),
    )

    assert text.diagnostic(found, "id", Style(width=64)) == (
        f"{LONG}:2:33:\n"
        "  galat[caption-long]: teks untuk x 410 karakter, paling banyak\n"
        "    280 (lebih 130)\n"
        "  2 | channels: [instagram, facebook, x]  # situs selalu ikut;…\n"
        "    |                                 ^\n"
        "  saran: yang dikenal: facebook, instagram, mastodon, threads,\n"
        "         youtube\n"
    )
    assert text.diagnostic(found, "id", Style()).startswith(f"{LONG}:2:33: galat[caption-long]: teks untuk x 410 ")


@pytest.mark.parametrize("seed", range(40))
def test_no_terminal_is_overrun(seed: int) -> None:
    """Whatever the line, the place and the width: no row but the place's own is wider, and carets stay below theirs."""
    chance = random.Random(seed)
    words = "".join(chance.choices("ab: \t日👩e\u0301[]#“", k=chance.randrange(1, 300)))
    start = chance.choice([at for at, one in enumerate(words) if one != "\u0301"] or [0])
    width, length = chance.randrange(30, 130), chance.randrange(1, 40)
    source = Source("post.md", f"{words}\n")
    found = error("field-unknown", source.place(start, min(len(words), start + length)), say("check.hidden", name="x"))
    rows = text.diagnostic(found, "id", Style(width=width)).rstrip("\n").split("\n")

    assert max(columns(row) for row in rows) <= max(width, len("post.md:1:999:"), len("  galat[field-unknown]:"))
    if words.strip():
        line, carets = next(pair for pair in pairwise(rows) if pair[1].startswith("    | "))
        first = len(carets) - len(carets.lstrip(" |"))
        before = max(at for at in range(len(line) + 1) if columns(line[:at]) <= first)
        assert line[before:].startswith(text._visible(words[start])[0])


def test_nothing_is_underlined_where_there_is_no_line() -> None:
    """A finding about a file as a whole is one line and its hint."""
    found = error("post-missing", Place("content/a/post.md"), say("check.post.missing", path="content/a"))

    assert text.diagnostic(found, "id", Style()) == (
        "content/a/post.md:1:1: galat[post-missing]: folder content/a tidak memuat post.md\n"
    )


@pytest.mark.parametrize(
    ("text_", "made"),
    [
        ("\x1b[2J", "\\u001b[2J"),
        ("a\nb\r", "a\\u000ab\\u000d"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("\u2066x\u2069\u200f\u061c", "\\u2066x\\u2069\\u200f\\u061c"),
        ("a\u200bb\ufeff", "a\\u200bb\\ufeff"),
        ("\x9b31m\x7f", "\\u009b31m\\u007f"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\udce9", "\\udce9"),
        ("ꦏꦼꦤ꧀ꦢꦭ꧀ 👨‍👩‍👧 é “x”", "ꦏꦼꦤ꧀ꦢꦭ꧀ 👨‍👩‍👧 é “x”"),
    ],
)
def test_what_would_fool_a_terminal_is_made_visible(text_: str, made: str) -> None:
    """Control characters, line breaks, marks of direction and unseen ones are written out; scripts and emoji stay."""
    assert safe(text_) == made


def test_a_finding_is_one_line_whatever_the_file_says() -> None:
    """Neither a key with a line break nor a file's name can forge a second finding."""
    found = finding("a: 1", "a", "x\n::error::palsu")
    forged = error("file-refused", Place("content/a\nb.jpg"), say("check.file.mode", name="\x1b]0;x\x07"))

    assert "\n::error" not in text.diagnostic(found, "id", Style())
    assert text.diagnostic(forged, "id", Style()).count("\n") == 1
    assert "\x1b" not in text.diagnostic(forged, "id", Style())


def test_colours_are_off_unless_asked_for() -> None:
    """Without colour the words stand alone; with it an error is red and a warning yellow."""
    checked = Checked(("a",), (), (finding("a: 1", "a"),))
    lax = warning("alt-text", Place("a"), say("check.alt.title"))

    assert "\x1b" not in text.diagnostics(checked, "id", Style())
    assert "\x1b[31;1mgalat[field-unknown]\x1b[0m" in text.diagnostics(checked, "id", Style(colour=True))
    assert "\x1b[33;1mperingatan[alt-text]\x1b[0m" in text.diagnostic(lax, "id", Style(colour=True))


@pytest.mark.parametrize(
    ("posts", "days", "found", "line"),
    [
        ((), (), False, "tidak ada yang diperiksa"),
        (("a",), (), False, "1 kiriman diperiksa: semua baik"),
        ((), ("a", "b"), False, "2 hari agenda diperiksa: semua baik"),
        (("a", "b"), ("c",), True, "2 kiriman dan 1 hari agenda diperiksa: 1 galat, 0 peringatan"),
    ],
)
def test_the_last_line_sums_up(posts: tuple[str, ...], days: tuple[str, ...], found: bool, line: str) -> None:
    """What was looked at, and what came of it; nothing checked is not nothing found."""
    checked = Checked(posts, days, (finding("a: 1", "a"),) if found else ())

    assert text.diagnostics(checked, "id", Style()).split("\n")[-1] == line


def test_a_program_gets_the_shape_of_the_contract() -> None:
    """Counts and diagnostics with code, severity, path, line, column, message and hint."""
    shown = json.loads(machine.diagnostics(Checked(("a",), (), (finding("a: 1", "a"),)), "en"))

    assert shown == {
        "checked": 1,
        "errors": 1,
        "warnings": 0,
        "diagnostics": [
            {
                "code": "field-unknown",
                "severity": "error",
                "path": "content/post.md",
                "line": 2,
                "column": 1,
                "message": "there is no field “x”",
                "hint": None,
            }
        ],
    }


def test_reporters_decide_nothing() -> None:
    """No reporter reads a file, the environment or the clock."""
    for path in Path("kendal_git/reporters").glob("*.py"):
        source = path.read_text(encoding="utf-8")

        assert "open(" not in source, path
        assert "os.environ" not in source, path
