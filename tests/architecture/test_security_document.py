"""``docs/security.md`` names tests that exist, and leaves nothing of the bar out."""

import re

from conftest import ROOT

DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
BAR = """
1.3.6 2.3.3 2.3.4 2.4.1 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.6 3.5.1 3.5.3 4.1.1
5.2.2 6.2.4 6.2.9 6.3.1 6.3.8 6.5.1 6.5.5 6.6.3 7.2.3 7.2.4 7.3.2 7.4.1 7.4.2 7.5.1 8.2.1 8.2.2
8.2.3 8.4.1 11.4.2 11.5.1 13.4.5 14.2.1 14.2.7 14.2.8 14.3.2 15.1.2 15.3.1 15.3.2 15.3.3 16.3.2
16.4.1 16.5.3
"""
"""ASVS 5.0, level 2 and some of level 3: what has to be an automatic test."""


def rows() -> list[list[str]]:
    lines = [line for line in DOCUMENT.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_test_that_is_named_exists_and_holds_tests() -> None:
    named = set(re.findall(r"`(tests/[\w/.]+\.py)`", DOCUMENT))
    assert len(named) > 40
    for name in sorted(named):
        assert "def test_" in (ROOT / name).read_text(encoding="utf-8"), name


def test_no_id_of_the_bar_is_missing_and_none_stands_twice() -> None:
    ids = [each for cells in rows() for each in re.findall(r"\b\d+\.\d+\.\d+\b", cells[0])]
    assert sorted(ids) == sorted(BAR.split())


def test_every_row_says_where_it_is_held_and_names_a_test() -> None:
    held = [cells for cells in rows() if cells[0] not in {"id", "failure"}]
    assert len(held) > 50
    for cells in held:
        assert len(cells) == 3, cells
        assert cells[1]
        assert "`tests/" in cells[2], cells[0]
