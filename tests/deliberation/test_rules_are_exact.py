"""No float stands anywhere in the rules, nor anything that tells the time or touches the world."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import linli.deliberation.rules as package

FILES = sorted(Path(package.__path__[0]).rglob("*.py"))
ALLOWED = {
    "bisect",
    "collections",
    "dataclasses",
    "datetime",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "hmac",
    "itertools",
    "linli",
    "math",
    "re",
    "rfc8785",
    "types",
    "typing",
}
EVERY = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text()))


def faults(source: str, folder: str = "") -> list[str]:
    return [fault for node in ast.walk(ast.parse(source)) for fault in _faults(node, folder)]


def _faults(node: ast.AST, folder: str) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, float):
        yield "float"
    if isinstance(node, ast.Name) and node.id in {"float", "round", "print", "open"}:
        yield node.id
    # Fractions are divided in comparison lists; integers are divided nowhere.
    if isinstance(node, ast.Div) and folder != "comparison_lists":
        yield "/"
    if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}:
        yield node.attr


@EVERY
def test_a_rule_has_no_float_and_no_clock(path: Path) -> None:
    assert faults(path.read_text(), path.parent.name) == []


@EVERY
def test_a_rule_imports_nothing_that_does_work_of_its_own(path: Path) -> None:
    imported = {
        name.split(".")[0]
        for node in nodes(path)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= ALLOWED


@pytest.mark.parametrize("source", ["x = 0.5", "x = a / b", "float(x)", "date.today()"])
def test_the_alarm_rings_when_a_float_or_a_clock_is_put_in(source: str) -> None:
    assert faults(source)
