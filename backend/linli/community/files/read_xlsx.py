"""Reads an xlsx workbook into sheets of cells."""

import io
import re
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.files.limits import LONGEST_CELL, MOST_LONG_TEXT
from linli.community.files.merged_cells import fill_merged_cells
from linli.community.files.row_count import RowCount
from linli.community.files.unpacked import check_unpacked
from linli.community.rules.roster import Cell, Sheet, Span

_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What xlsx can write as ``_x0000_`` and no database takes as text."""
_Raw: TypeAlias = str | int | float | date | time | datetime | timedelta


def read_xlsx(content: bytes, count: RowCount) -> list[Sheet]:
    """Sheets of an xlsx workbook in its order; values of formulas, merged cells filled down.

    Raises:
        UnreadableFileError: not a workbook, broken, encrypted or too large.
    """
    if "xl/workbook.xml" not in check_unpacked(content):
        raise UnreadableFileError(FileProblem.WRONG_TYPE)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return [
                _read_sheet(workbook.get_sheet_by_name(about.name), about, count)
                for about in workbook.sheets_metadata
                if about.typ == SheetTypeEnum.WorkSheet
            ]
    except CalamineError as problem:
        raise UnreadableFileError(FileProblem.BROKEN) from problem
    except UnreadableFileError:
        raise
    except BaseException as problem:
        # A panic of the reader's native code is no Exception, and its class is not exported.
        if isinstance(problem, Exception) or type(problem).__name__ == "PanicException":
            raise UnreadableFileError(FileProblem.BROKEN) from problem
        raise


def _read_sheet(sheet: CalamineSheet, about: SheetMetadata, count: RowCount) -> Sheet:
    rows: list[list[Cell]] = []
    tidy = _Tidy()
    left = [None] * sheet.start[1] if sheet.start else []
    for raw in sheet.iter_rows():
        count.add_row()
        rows.append([*left, *map(tidy.cell, raw)])
    merged = tuple(
        Span(first[0] + 1, last[0] + 1, first[1], last[1])
        for first, last in sheet.merged_cell_ranges or ()
    )
    fill_merged_cells(rows, merged)
    hidden = about.visible != SheetVisibleEnum.Visible
    return Sheet(about.name, rows, merged, hidden=hidden)


class _Tidy:
    """Brings raw cells to the few types of `Cell`, and watches for texts without end."""

    def __init__(self) -> None:
        self._long_text = 0

    def cell(self, raw: _Raw) -> Cell:
        """Blank cells as None, whole numbers as int, days as date, the rest as text."""
        if isinstance(raw, str):
            return self._text(raw)
        if isinstance(raw, bool):
            return "是" if raw else "否"
        if isinstance(raw, float):
            return int(raw) if raw.is_integer() else raw
        if isinstance(raw, datetime):
            return raw.date() if raw.time() == time() else raw.isoformat(" ")
        return raw if isinstance(raw, int | date) else str(raw)

    def _text(self, raw: str) -> str | None:
        if len(raw) > LONGEST_CELL:
            self._long_text += len(raw)
            if self._long_text > MOST_LONG_TEXT:
                raise UnreadableFileError(FileProblem.EXPANDS_TOO_FAR, MOST_LONG_TEXT)
            raw = raw[:LONGEST_CELL]
        if not raw.isprintable():
            raw = _UNSEEN.sub("", raw)
        return raw.strip() or None
