"""docs/publishing.md: the protocol's rules as they are taken from the code, and the windows that none of them closes.

python -m tools.protocol            writes the tables between the page's marks
python -m tools.protocol --check    ends with 1 when the page is not current
"""

import sys
from pathlib import Path

from kendal_git.messages import text
from tests.mutations.marks import marked
from tests.mutations.protocol import PROTOCOL, RULES, WINDOWS, Rule, Window
from tests.protocol.publish_model import NOT_NEEDED, TAKEN_AWAY

PAGE = Path(__file__).resolve().parents[1] / "docs/publishing.md"
PARTS = ("rules", "windows")


def rules() -> str:
    """Each rule of the model, where the code has it, and what fails without it."""
    head = ("rule", "in the code", "less this rule, the model's", "the edit", "and the tests that fail then")
    rows = [f"| {' | '.join(head)} |", "|---" * len(head) + "|", *(_rule(rule) for rule in RULES)]
    needed = sum(rule.name in TAKEN_AWAY for rule in RULES)
    tests = {test.name for test in marked() if _ours(test.rules)}
    said = (
        f"{needed} rules that the model needs and {len(RULES) - needed} that are a choice; {len(PROTOCOL)} edits of "
        f"the code take them away, and {len(tests)} tests on real Git miss them: each case of each of them fails under "
        "its rule's edit (`tests/mutations/test_protocol.py`)."
    )
    return said + "\n\n" + "\n".join(rows)


def _ours(names: tuple[str, ...]) -> bool:
    return any(name.startswith("model-") for name in names)


def _rule(rule: Rule) -> str:
    edits = [edit for edit in PROTOCOL if rule.mark in edit.rules]
    where = "<br>".join(dict.fromkeys(f"`{edit.path.removeprefix('kendal_git/')}`" for edit in edits)) or "–"
    broken = (TAKEN_AWAY | NOT_NEEDED)[rule.name][2] or "clean"
    says = f"**`{rule.name}`** {rule.says}" + (f" *{rule.remark}*" if rule.remark else "")
    names = "<br>".join(f"`{edit.name}`" for edit in edits) or "–"
    return f"| {says} | {where} | {broken} | {names} | {_tests(rule.mark)} |"


def windows() -> str:
    """Each window with what a person reads in it."""
    lines = ["| | what happens | what is said about it | what helps | shown by |", "|---" * 5 + "|"]
    return "\n".join((*lines, *(_window(one) for one in WINDOWS)))


def _window(one: Window) -> str:
    told = "<br>".join(f"“{text(message, 'id')}”" for message in one.told)
    return f"| {one.name} | {one.happens} | {told} | {one.helps} | {_tests(one.mark)} |"


def _tests(mark: str) -> str:
    """The tests that carry a mark, their names in words."""
    names = [test.name.removeprefix("test_").replace("_", " ") for test in marked() if mark in test.rules]
    return "<br>".join(names) or "–"


def marks(part: str) -> tuple[str, str]:
    """What stands around a part of the page that is written here."""
    return f"<!-- {part}: python -m tools.protocol -->", f"<!-- end of {part} -->"


def page(found: str) -> str:
    """The page with its tables made anew; everything around them stays."""
    for part, made in zip(PARTS, (rules(), windows()), strict=True):
        begin, end = marks(part)
        before, opened, rest = found.partition(begin)
        _, closed, after = rest.partition(end)
        if not opened or not closed:
            raise SystemExit(f"{PAGE.name} has lost its marks: {begin} and {end}")
        found = f"{before}{begin}\n\n{made}\n\n{end}{after}"
    return found


def main(words: list[str]) -> int:
    found = PAGE.read_text(encoding="utf-8")
    made = page(found)
    if words == ["--check"]:
        return int(found != made)
    PAGE.write_text(made, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
