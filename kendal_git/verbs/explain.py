"""explain: a rule's page as plain text for a terminal."""

import re
import textwrap
from collections.abc import Iterator

from kendal_git.files import packaged
from kendal_git.model.message import say
from kendal_git.model.trouble import Misuse
from kendal_git.reading.mending import suggest

FOLDER = "docs/rules"
WIDTH = 80
MARKUP = re.compile(r"\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\([^)]*\)")


def explain(rule: str) -> str:
    """The page of a rule. Raises Misuse, with the nearest name, for a rule that there is none of."""
    folder = packaged(FOLDER)
    known = tuple(sorted(page.stem for page in folder.glob("*.md") if page.stem != "README"))
    if rule not in known:
        raise Misuse(say("words.explain.unknown", rule=rule), suggest(rule, known))
    return plain((folder / f"{rule}.md").read_text(encoding="utf-8"))


def plain(page: str) -> str:
    """Headings underlined, examples indented as they stand, paragraphs folded to a terminal's width."""
    return "\n".join(_lines(page)).strip()


def _lines(page: str) -> Iterator[str]:
    example = False
    for line in page.split("\n"):
        if line.startswith("```"):
            example = not example
        elif example:
            yield f"    {line}".rstrip()
        elif heading := re.match(r"(#+) (.*)", line):
            yield heading[2]
            yield ("=" if heading[1] == "#" else "-") * len(heading[2])
        else:
            yield textwrap.fill(MARKUP.sub(lambda found: found[1] or found[2] or found[3], line), WIDTH)
