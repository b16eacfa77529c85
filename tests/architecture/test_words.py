"""Every code that the server can tell has words in both languages."""

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from linli.kernel.http.answers import LANGUAGES, catalog

SOURCE = ROOT / "backend" / "linli"
LOCALES = SOURCE / "locales"
CODE_AT = {"Problem": 1, "invalid": 1, "FieldError": 1, "PydanticCustomError": 0}
"""Which argument of a call is a code."""
OF_FIELDS = {"invalid", "FieldError", "PydanticCustomError"}


def codes() -> Iterator[tuple[str, str]]:
    """Which call and which code, for every literal code in the source."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                at = CODE_AT.get(node.func.id)
                code = node.args[at] if at is not None and len(node.args) > at else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield node.func.id, code.value


FOUND = sorted({("field" if call in OF_FIELDS else "problem", code) for call, code in codes()})


def test_codes_are_found_at_all() -> None:
    assert ("problem", "not_found") in FOUND
    assert ("field", "not_uuid7") in FOUND


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "code"), FOUND)
def test_every_code_has_words(language: str, kind: str, code: str) -> None:
    words = catalog(language)
    keys = [f"field.{code}"] if kind == "field" else [f"{code}.title", f"{code}.detail"]
    assert [key for key in keys if not words.get(key)] == []


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*.zh-CN.json")), ids=lambda path: path.name)
def test_both_languages_say_the_same_things(path: Path) -> None:
    chinese = json.loads(path.read_text(encoding="utf-8"))
    english = json.loads(Path(str(path).replace("zh-CN", "en")).read_text(encoding="utf-8"))
    assert set(chinese) == set(english)
    for key, text in chinese.items():
        assert placeholders(text) == placeholders(english[key]), key


def test_no_code_has_words_in_two_files() -> None:
    seen: dict[str, str] = {}
    for path in sorted(LOCALES.glob("*.en.json")):
        for key in json.loads(path.read_text(encoding="utf-8")):
            assert key not in seen, f"{key} stands in {seen.get(key)} and {path.name}"
            seen[key] = path.name
