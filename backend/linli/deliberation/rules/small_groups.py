"""Public figures never show so few people that one could be guessed."""

from collections.abc import Mapping

from linli.kernel.small_groups import SMALLEST as MINIMUM
from linli.kernel.small_groups import suppressed as suppress

__all__ = ["MINIMUM", "shown_rows", "suppress"]


def shown_rows(table: Mapping[str, Mapping[str, int]]) -> frozenset[str]:
    """Rows of a table that may be shown whole, when its column totals are known.

    A row with a small cell is hidden whole; further rows are hidden, smallest first, until no
    column of their sum is small.
    """
    order = sorted(
        table, key=lambda row: (not _is_small(table[row]), sum(table[row].values()), row)
    )
    hidden = [row for row in order if _is_small(table[row])]
    for row in order[len(hidden) :] if hidden else ():
        if not _is_small(_sum([table[one] for one in hidden])):
            break
        hidden.append(row)
    return frozenset(table.keys() - set(hidden))


def _is_small(cells: Mapping[str, int]) -> bool:
    return any(0 < number < MINIMUM for number in cells.values())


def _sum(rows: list[Mapping[str, int]]) -> dict[str, int]:
    columns = {column for row in rows for column in row}
    return {column: sum(row.get(column, 0) for row in rows) for column in columns}
