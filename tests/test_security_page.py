"""docs/security.md is made from the tests' marks, and stays so."""

from tools.security import BEGIN, END, PAGE, page, tables


def test_the_page_is_current() -> None:
    """The committed tables are what the marks, rows and edits say today; ``python -m tools.security`` makes them."""
    text = PAGE.read_text(encoding="utf-8")

    assert text == page(text)


def test_what_stands_around_the_tables_stays() -> None:
    """The tool changes nothing above and below its marks."""
    made = page(f"# Atas\n\n{BEGIN}\nlama\n{END}\n\n## Workflows\n")

    assert made == f"# Atas\n\n{BEGIN}\n\n{tables()}\n\n{END}\n\n## Workflows\n"
