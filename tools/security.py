"""docs/security.md: what somebody may try, what the code does, which tests show it and which edit makes them fail.

python -m tools.security            writes the tables between the page's marks
python -m tools.security --check    ends with 1 when the page is not current
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.mutations.edits import EDITS
from tests.mutations.marks import Marked
from tests.mutations.marks import marked as marked_for_any
from tests.mutations.rows import ATTACKS, DESIGN, ROWS, Row

PAGE = Path(__file__).resolve().parents[1] / "docs/security.md"
BEGIN, END = "<!-- tables: python -m tools.security -->", "<!-- end of tables -->"


def marked() -> tuple[Marked, ...]:
    """The tests of this page's rules; the protocol's have a page of their own."""
    known = {row.rule for row in ROWS}
    return tuple(test for test in marked_for_any() if known & set(test.rules))


def tables() -> str:
    """Both tables and their count."""
    rows = (*ATTACKS, *DESIGN)
    tests = {(test.path, test.name) for test in marked()}
    shown = sum(bool(_tests(row)) for row in rows)
    head = (
        f"{len(rows)} rows, {shown} of them shown by {len(tests)} tests; {len(EDITS)} edits of the code take rules "
        "away, and for each of these rules a test fails then."
    )
    attacks = _table("### Attacks and mistakes", ATTACKS)
    return "\n\n".join((head, attacks, _table("### The rules of trust", DESIGN), _legend()))


def _table(title: str, rows: Iterable[Row]) -> str:
    lines = [title, "", "| # | tried, or done by mistake | what the code does | tests | edits |", "|---" * 5 + "|"]
    for row in rows:
        answer = f"{row.answer} *Remains:* {row.remains}" if row.remains else row.answer
        tests = "<br>".join(_tests(row)) or "–"
        edits = "<br>".join(f"`{edit.name}`" for edit in EDITS if row.rule in edit.rules) or "–"
        lines.append(f"| {row.number} | {row.attack} | {answer} | {tests} | {edits} |")
    return "\n".join(lines)


def _files() -> dict[str, str]:
    """A letter for each file of tests."""
    return {path: chr(ord("A") + place) for place, path in enumerate(sorted({one.path for one in marked()}))}


def _tests(row: Row) -> list[str]:
    """The tests of a row, each with its file's letter and its name in words."""
    files = _files()
    return [
        f"{files[test.path]} {test.name.removeprefix('test_').replace('_', ' ')}"
        for test in marked()
        if row.rule in test.rules
    ]


def _legend() -> str:
    return "\n".join(("Files of the tests:", "", *(f"- {letter}: `{path}`" for path, letter in _files().items())))


def page(text: str) -> str:
    """The page with its tables made anew; everything around them stays."""
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise SystemExit(f"{PAGE.name} has lost its marks: {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def main(words: list[str]) -> int:
    text = PAGE.read_text(encoding="utf-8")
    made = page(text)
    if words == ["--check"]:
        return int(text != made)
    PAGE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
