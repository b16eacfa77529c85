"""A worksheet as the rules see it: tidy cells, merged cells filled downwards."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
Progress: TypeAlias = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range; rows are numbered from 1 as in the spreadsheet, columns from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet or one csv file.

    Attributes:
        name: The sheet's name, or the csv file's name without its ending.
        rows: Cells from A1 on; rows may differ in length. Blank cells are None, whole
            numbers are int. Identity numbers are already gone.
        merged: Merged ranges; the value of each stands in all its rows, first column only.
        hidden: Whether the sheet is hidden in the workbook.
    """

    name: str
    rows: list[list[Cell]] = field(repr=False)
    merged: tuple[Span, ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """The cell in a row (from 1) and column (from 0); None outside the sheet."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        return cells[column] if 0 <= column < len(cells) else None


def column_letters(column: int) -> str:
    """The spreadsheet's name of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        letters = chr(ord("A") + rest) + letters
        column -= 1
    return letters
