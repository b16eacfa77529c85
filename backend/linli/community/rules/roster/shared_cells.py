"""Which rows share one merged cell of a column."""

from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.layout import Layout
from linli.community.rules.roster.sheet import Sheet


def shared_cells(sheet: Sheet, layout: Layout, field: Field) -> dict[int, int]:
    """For each row whose cell is merged with other rows' cells: the first of these rows."""
    column = layout.columns.get(field)
    return {
        row: span.first_row
        for span in sheet.merged
        if span.first_column == column and span.last_row > span.first_row
        for row in range(span.first_row, min(span.last_row, len(sheet.rows)) + 1)
    }
