"""Tells rows that are no household: blank lines, repeated headings, subtotals, notes."""

import re

from linli.community.rules.roster.columns import RowCells
from linli.community.rules.roster.household_kinds import is_no_household
from linli.community.rules.roster.layout import Layout
from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.reasons import SkipReason
from linli.community.rules.roster.sheet import Cell, Sheet

_DIGIT = re.compile(r"\d")
_SUBTOTAL = re.compile(r"(?:.{0,20}[小合总共]计|本页计).{0,20}")
_FEWEST_SAME_HEADINGS = 3


class RowFilter:
    """Decides for one sheet which rows are no household."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self._headings = {
            column: compact(sheet.cell(layout.header_row, column))
            for column in layout.columns.values()
        }

    def reason_to_skip(self, row: list[Cell], cells: RowCells) -> SkipReason | None:
        """Why the row is no household; None when it must be read."""
        if cells.kind is not None and is_no_household(cells.kind):
            return SkipReason.NOT_A_HOUSEHOLD
        place = next((cell for cell in (cells.room, cells.shop, cells.address) if cell), None)
        if place is not None and not (isinstance(place, str) and not _DIGIT.search(place)):
            return None
        if self._repeats_header(row):
            return SkipReason.HEADER_REPEATED
        if any(isinstance(cell, str) and _is_subtotal(cell) for cell in row):
            return SkipReason.SUBTOTAL
        return _reason_without_place(row, cells) if place is None else None

    def _repeats_header(self, row: list[Cell]) -> bool:
        same = sum(
            isinstance(row[column], str) and compact(row[column]) == text
            for column, text in self._headings.items()
            if column < len(row)
        )
        return same >= min(_FEWEST_SAME_HEADINGS, len(self._headings))


def _is_subtotal(cell: str) -> bool:
    return "计" in cell and bool(_SUBTOTAL.fullmatch(compact(cell)))


def _reason_without_place(row: list[Cell], cells: RowCells) -> SkipReason | None:
    filled = [cell for cell in row if cell is not None]
    numbering = (cells.serial, cells.building, cells.stairwell, cells.floor, cells.storeys)
    told = len(filled) - sum(cell is not None for cell in numbering)
    if told <= 0:
        only_text = len(filled) == 1 and isinstance(filled[0], str)
        return SkipReason.NOTE if only_text else SkipReason.BLANK
    return SkipReason.NOTE if len(filled) == 1 else None
