"""A sheet together with its layout: rows by meaning, issues with letter and heading."""

from collections.abc import Iterator
from operator import itemgetter

from linli.community.rules.roster.columns import Field, RowCells
from linli.community.rules.roster.identity_numbers import remove_identity_numbers
from linli.community.rules.roster.issues import Issue
from linli.community.rules.roster.layout import Layout, heading, pick_cells
from linli.community.rules.roster.plain_text import as_written
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.sheet import Cell, Sheet

_LONGEST_VALUE = 80


class SheetSource:
    """The rows of one sheet as its layout reads them."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet = sheet
        self.layout = layout
        self._columns = {field: heading(sheet, layout, field) for field in Field}
        picked = pick_cells(layout)
        self._pick = itemgetter(*picked)
        # So much beyond a row's end that every column, also -1 for none, is there.
        self._blanks: list[Cell] = [None] * (max(picked) + 2)
        self._corrected: dict[int, RowCells] = {}

    def rows(self) -> Iterator[tuple[int, list[Cell], RowCells]]:
        """Number, raw cells and cells by meaning of every row below the header."""
        carried: dict[str, Cell] = {}
        first = self.layout.header_row
        for number, row in enumerate(self.sheet.rows[first:], start=first + 1):
            cells = self._read(row)
            if self.layout.fill_down:
                cells = self._filled(cells, carried)
            yield number, row, cells

    def correct(self, number: int, cells: RowCells, fields: dict[Field, str]) -> RowCells:
        """The row with a person's corrections, which later issues of the row will show."""
        texts: list[list[Cell]] = [[text.strip() or None for text in fields.values()]]
        remove_identity_numbers(texts)
        names = [field.value for field in fields]
        corrected = cells._replace(**dict(zip(names, texts[0], strict=True)))
        self._corrected[number] = corrected
        return corrected

    def cells(self, number: int) -> RowCells:
        """One row by meaning, with a person's corrections."""
        return self._corrected.get(number) or self._read(self.sheet.rows[number - 1])

    def texts(self, number: int) -> tuple[tuple[Field, str | None, str], ...]:
        """Field, heading and text of every column that is read, for showing a row."""
        cells = self.cells(number)._asdict()
        return tuple(
            (field, self._columns[field][1], as_written(cells[field.value]))
            for field in self.layout.columns
        )

    def issue(self, number: int, field: Field, reason: Reason, **details: str | int) -> Issue:
        """An issue of one cell; `details` keep the order given."""
        letter, header = self._columns[field]
        value = as_written(getattr(self.cells(number), field.value))[:_LONGEST_VALUE]
        where = (self.sheet.name, number, letter, header)
        return Issue(*where, field, value, reason, tuple(details.items()))

    def _read(self, row: list[Cell]) -> RowCells:
        return RowCells._make(self._pick(row + self._blanks))

    def _filled(self, cells: RowCells, carried: dict[str, Cell]) -> RowCells:
        for field in self.layout.fill_down:
            cell = getattr(cells, field.value)
            carried[field.value] = carried.get(field.value) if cell is None else cell
        return cells._replace(**carried)
