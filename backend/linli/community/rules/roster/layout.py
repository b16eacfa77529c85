"""Where a sheet keeps what: guessed from its headings, and open to a person's correction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from linli.community.rules.roster.columns import Field, RowCells, match_heading
from linli.community.rules.roster.identity_numbers import is_identity_heading
from linli.community.rules.roster.locations import building_named
from linli.community.rules.roster.plain_text import as_written
from linli.community.rules.roster.sheet import Cell, Sheet, column_letters

_HEADER_WITHIN = 40
_FEWEST_COLUMNS = 3
_PLACES = frozenset({Field.ROOM, Field.ADDRESS, Field.SHOP})


class NoLayout(StrEnum):
    """Why a sheet is not read as a roster."""

    HIDDEN = "hidden_sheet"
    EMPTY = "empty_sheet"
    NO_HEADER = "no_header"


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read one sheet.

    Attributes:
        sheet: Name of the sheet.
        header_row: Row of the headings, from 1; everything above it is title.
        columns: Column (from 0) of each field that the sheet has.
        ignored: Columns with a heading that are not read, identity numbers among them.
        building: The building of every row that names none, for one-building sheets.
        fill_down: Fields whose blank cells repeat the cell above. Never guessed: a blank may
            as well mean unknown.
    """

    sheet: str
    header_row: int
    columns: Mapping[Field, int]
    ignored: tuple[int, ...] = ()
    building: str | None = None
    fill_down: frozenset[Field] = frozenset()


@dataclass(frozen=True, slots=True)
class SkippedSheet:
    """A sheet that is not read, and why."""

    sheet: str
    reason: NoLayout


def guess_layout(sheet: Sheet) -> Layout | SkippedSheet:
    """Find the header row and the meaning of the columns.

    The header is the row, among the first forty, that names the most fields, at least three and
    among them a room, an address or a shop. Hidden sheets are left to a person.
    """
    if sheet.hidden:
        return SkippedSheet(sheet.name, NoLayout.HIDDEN)
    if not any(cell is not None for row in sheet.rows for cell in row):
        return SkippedSheet(sheet.name, NoLayout.EMPTY)
    candidates = [
        (number, _match_columns(row))
        for number, row in enumerate(sheet.rows[:_HEADER_WITHIN], start=1)
    ]
    number, columns = max(candidates, key=lambda candidate: (len(candidate[1]), -candidate[0]))
    if len(columns) < _FEWEST_COLUMNS or not _PLACES & columns.keys():
        return SkippedSheet(sheet.name, NoLayout.NO_HEADER)
    return layout_at(sheet, number)


def layout_at(sheet: Sheet, header_row: int) -> Layout:
    """The layout when a person says which row holds the headings (from 1)."""
    row = sheet.rows[header_row - 1] if 0 < header_row <= len(sheet.rows) else []
    columns = _match_columns(row)
    building = None if Field.BUILDING in columns else building_named(sheet.name)
    bare = Layout(sheet.name, header_row, columns, building=building)
    return with_columns(sheet, bare, columns)


def guess_layouts(sheets: Sequence[Sheet]) -> tuple[Layout | SkippedSheet, ...]:
    """The guess for each sheet of a workbook, in its order."""
    return tuple(guess_layout(sheet) for sheet in sheets)


def with_columns(sheet: Sheet, layout: Layout, columns: Mapping[Field, int]) -> Layout:
    """The layout with a person's own mapping; a column of identity numbers is never accepted."""
    headings = _headings(sheet, layout.header_row)
    allowed = {
        field: column
        for field, column in columns.items()
        if column >= 0 and not is_identity_heading(headings.get(column))
    }
    unread = tuple(column for column in headings if column not in allowed.values())
    return replace(layout, columns=allowed, ignored=unread)


def heading(sheet: Sheet, layout: Layout, field: Field) -> tuple[str | None, str | None]:
    """Letter and heading of a field's column, for showing; Nones where the sheet lacks it."""
    column = layout.columns.get(field)
    if column is None:
        return None, None
    return column_letters(column), as_written(sheet.cell(layout.header_row, column)) or None


def pick_cells(layout: Layout) -> tuple[int, ...]:
    """Column of each `RowCells` attribute, -1 for those that the sheet lacks."""
    return tuple(layout.columns.get(Field(name), -1) for name in RowCells._fields)


def _match_columns(row: list[Cell]) -> dict[Field, int]:
    best: dict[Field, tuple[int, int]] = {}
    spare_phones: list[tuple[int, int]] = []
    for column, cell in enumerate(row):
        match = match_heading(cell)
        if match is None:
            continue
        field, rank = match
        loser = max((rank, column), best.get(field, (rank, column)))
        best[field] = min((rank, column), best.get(field, (rank, column)))
        if field is Field.PHONE and loser != best[field]:
            spare_phones.append(loser)
    if spare_phones:
        best.setdefault(Field.OTHER_PHONE, min(spare_phones))
    return {field: column for field, (_, column) in best.items()}


def _headings(sheet: Sheet, header_row: int) -> dict[int, Cell]:
    row = sheet.rows[header_row - 1] if 0 < header_row <= len(sheet.rows) else []
    return {column: cell for column, cell in enumerate(row) if cell is not None}
