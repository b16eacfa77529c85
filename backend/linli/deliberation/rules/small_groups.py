"""Public figures never show so few people that one could be guessed."""

from collections.abc import Mapping
from typing import TypeVar

MINIMUM = 5
"""Fewer than this are not shown (GB/T 37964-2019 on de-identification; PIPL, art. 6: the least)."""

Key = TypeVar("Key", bound=str)


def suppress(counts: Mapping[Key, int]) -> dict[Key, int | None]:
    """Hide small cells, and as many others as it takes that none can be reckoned back.

    The total is taken to be known. So what is hidden must together hold at least ``MINIMUM``, and
    is then always more than one cell. The smallest go first, ties by key; 0 is shown unless it is
    needed as cover.
    """
    smallest_first = sorted(counts, key=lambda key: (counts[key] == 0, counts[key], key))
    hidden: list[Key] = [key for key in smallest_first if 0 < counts[key] < MINIMUM]
    for key in smallest_first[len(hidden) :] if hidden else ():
        if sum(counts[one] for one in hidden) >= MINIMUM:
            break
        hidden.append(key)
    return {key: None if key in hidden else counts[key] for key in counts}


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
