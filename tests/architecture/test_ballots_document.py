"""``docs/decisions/ballots.md`` names tests that exist and run on both databases."""

import re

import pytest

from conftest import ROOT

TESTS = ROOT / "tests/deliberation"
DOCUMENT = (ROOT / "docs/decisions/ballots.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| `(test_\w+\.py)` \| `(test_\w+)` \|$", DOCUMENT, re.MULTILINE)


def test_every_case_of_the_list_stands_in_the_table() -> None:
    assert len(ROWS) >= 15


@pytest.mark.parametrize(("case", "file", "test"), ROWS)
def test_a_case_is_held_on_both_databases_by_the_test_named(
    case: str, file: str, test: str
) -> None:
    names = (file, "conftest.py")
    text = "\n".join((TESTS / name).read_text(encoding="utf-8") for name in names)
    found = re.search(rf"^async def {test}\(([^)]*)\)", text, re.MULTILINE)
    assert found, case
    assert "@pytest.fixture" in text
    assert re.search(r"^\s+database: Database|\(database: Database", text, re.MULTILINE), case
