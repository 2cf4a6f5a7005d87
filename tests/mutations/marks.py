"""Which test carries which rule's mark, read from the files without running them."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"


@dataclass(frozen=True)
class Marked:
    """One test with its rules; ``slow`` ones show a rule, too, and are left out where seconds count."""

    path: str
    name: str
    rules: tuple[str, ...]
    slow: bool = False


@cache
def marked(root: Path = ROOT) -> tuple[Marked, ...]:
    """Every test that carries a rule's mark, by file and line."""
    found = []
    for path in sorted((root / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                rules = tuple(rule for mark in node.decorator_list for rule in _rules(mark))
                slow = any(ast.unparse(mark) == "pytest.mark.slow" for mark in node.decorator_list)
                if rules:
                    found.append(Marked(path.relative_to(root).as_posix(), node.name, rules, slow))
    return tuple(found)


def _rules(mark: ast.expr) -> tuple[str, ...]:
    if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.rule":
        return tuple(str(ast.literal_eval(argument)) for argument in mark.args)
    return ()
