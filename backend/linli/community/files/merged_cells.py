"""Gives a merged cell's value to all its rows."""

from collections.abc import Iterable

from linli.community.files.errors import FileProblem, UnreadableFileError
from linli.community.rules.roster import Cell, Span


def fill_merged_cells(rows: list[list[Cell]], merged: Iterable[Span]) -> None:
    """Repeat each merged value down its first column, in place.

    Not across: a title merged over eleven columns is one title, not eleven.

    Raises:
        UnreadableFileError: merged ranges overlap, which no spreadsheet program writes.
    """
    filled: set[tuple[int, int]] = set()
    for span in merged:
        column, top = span.first_column, span.first_row - 1
        value = rows[top][column] if top < len(rows) and column < len(rows[top]) else None
        for at in range(top, min(span.last_row, len(rows))):
            if (at, column) in filled:
                raise UnreadableFileError(FileProblem.BROKEN)
            filled.add((at, column))
            if value is not None:
                rows[at][column] = value
