"""Finds floors that a building hardly has: 99 in a building of 30."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from linli.community.rules.roster.household_kinds import Kind
from linli.community.rules.roster.row import RosterRow

# Buildings skip floors (4, 13, 14; a storey of technical rooms), but not this many in a row.
_MOST_SKIPPED = 3
_ONE_IN = 10


class BeyondBuilding(NamedTuple):
    """A row whose floor stands far above all others of its building."""

    row: RosterRow
    storeys: int


def beyond_building(rows: Sequence[RosterRow]) -> list[BeyondBuilding]:
    """Rows that stand above a gap of more than three floors with at most a tenth of the homes.

    A building of which the roster tells little (fewer than ten homes below the gap) is not judged.
    """
    homes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for row in rows:
        if _counts(row):
            homes[row.building or ""][row.floor or 0] += 1
    storeys = {building: _storeys(floors) for building, floors in homes.items()}
    return [
        BeyondBuilding(row, storeys[row.building or ""])
        for row in rows
        if _counts(row) and (row.floor or 0) > storeys[row.building or ""]
    ]


def _counts(row: RosterRow) -> bool:
    return row.kind is Kind.HOME and row.building is not None and (row.floor or 0) > 0


def _storeys(floors: Counter[int]) -> int:
    """The highest floor below the first gap that has nearly all homes beneath it."""
    below, homes = 0, floors.total()
    previous = min(floors)
    for floor in sorted(floors):
        above = homes - below
        if floor - previous > _MOST_SKIPPED + 1 and above * _ONE_IN <= below:
            return previous
        below += floors[floor]
        previous = floor
    return previous
