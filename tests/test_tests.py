"""The tests' own reader: each test says its promise in one sentence and can fail."""

import ast
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = sorted(HERE.rglob("test_*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def promises_in(tree: ast.AST) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function) and node.name.startswith("test_")]


def can_fail(test: Function) -> bool:
    """An assert, a pytest.raises or fail, or a helper whose name begins with assert_ or expect_."""
    for node in ast.walk(test):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            last = name.rpartition(".")[2]
            if name in {"pytest.raises", "pytest.fail", "pytest.warns"} or last.startswith(("assert_", "expect_")):
                return True
    return False


def fault(test: Function) -> str:
    """What is wrong with a test's words or deeds, or nothing."""
    promise = " ".join((ast.get_docstring(test) or "").split())
    if not promise:
        return f"{test.lineno} {test.name} has no docstring that states its promise"
    if not promise.endswith(".") or ". " in promise.replace("e.g. ", "").replace("i.e. ", ""):
        return f"{test.lineno} {test.name} should state its promise in one sentence: {promise}"
    if not can_fail(test):
        return f"{test.lineno} {test.name} asserts nothing"
    return ""


@pytest.mark.parametrize("path", FILES, ids=[str(path.relative_to(HERE)) for path in FILES])
def test_every_test_states_its_promise(path: Path) -> None:
    """A test file's tests each have a one-sentence docstring and something that can fail."""
    found = [
        f"{path.relative_to(HERE)}:{fault(test)}"
        for test in promises_in(ast.parse(path.read_text(encoding="utf-8")))
        if fault(test)
    ]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("def test_a(): assert 1", "no docstring"),
        ("def test_a():\n    'One. Two.'\n    assert 1", "one sentence"),
        ("def test_a():\n    'No end'\n    assert 1", "one sentence"),
        ("def test_a():\n    'Promises.'\n    run()", "asserts nothing"),
        ("async def test_a():\n    'Promises.'\n    await run()", "asserts nothing"),
    ],
)
def test_reader_sees(source: str, sentence: str) -> None:
    """A test that promises nothing or cannot fail is named."""
    assert sentence in fault(promises_in(ast.parse(source))[0])


@pytest.mark.parametrize("deed", ["assert 1", "pytest.raises(E, run)", "expect_one_post(wire)", "page.assert_clean()"])
def test_reader_accepts(deed: str) -> None:
    """Each way of failing counts."""
    assert not fault(promises_in(ast.parse(f"def test_a():\n    'Promises.'\n    {deed}"))[0])
