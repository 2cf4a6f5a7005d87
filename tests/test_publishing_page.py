"""docs/publishing.md: what it says of rules, tests and sentences is made from them, and stays so."""

from tools.protocol import PAGE, PARTS, marks, page, rules, windows


def test_the_page_is_current() -> None:
    """The committed tables are what model, edits, marks and messages say; ``python -m tools.protocol`` makes them."""
    found = PAGE.read_text(encoding="utf-8")

    assert found == page(found)


def test_what_stands_around_the_tables_stays() -> None:
    """The tool changes nothing above, between and below its marks."""
    (one, end_one), (two, end_two) = (marks(part) for part in PARTS)
    made = page(f"# Atas\n\n{one}\nlama\n{end_one}\n\ntengah\n\n{two}\n{end_two}\n\nbawah\n")

    assert made == (
        f"# Atas\n\n{one}\n\n{rules()}\n\n{end_one}\n\ntengah\n\n{two}\n\n{windows()}\n\n{end_two}\n\nbawah\n"
    )
