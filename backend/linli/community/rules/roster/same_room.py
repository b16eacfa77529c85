"""Brings the rows of one room together, or puts them before a person where they disagree."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.issues import SkippedRow
from linli.community.rules.roster.reasons import Reason, SkipReason
from linli.community.rules.roster.row import Party, RosterRow

_CONTENT = (
    "kind",
    "floor",
    "area_dm2",
    "occupancy",
    "owners",
    "residents",
    "people",
    "remark",
    "party",
    "storeys",
    "lift",
)
_FIRST_GIVEN = ("area_dm2", "occupancy", "people", "floor", "storeys", "lift")
_ROOMMATES = frozenset({Party.CO_OWNER, Party.TENANT, Party.FAMILY})


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A row of a room that an earlier row already tells otherwise."""

    row: RosterRow
    field: Field
    reason: Reason
    first_row: str


@dataclass(slots=True)
class SameRooms:
    """Rows joined by room; what disagrees, and what only repeats."""

    households: list[RosterRow] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    repeated: list[SkippedRow] = field(default_factory=list)


def join_same_rooms(rows: Sequence[RosterRow]) -> SameRooms:
    """One row for each code, in the order of the first row of each.

    The first row stands. Later ones are joined to it when they tell of another person of the room
    (a co-owner's, tenant's or family member's line, or one merged room cell, or a person accepted
    it), skipped when they only repeat it, and left to a person when they tell another area,
    another owner or other details.
    """
    by_code: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for row in sorted(rows, key=attrgetter("order")):
        if row.code is not None:
            by_code[row.code].append(row)
    joined = SameRooms()
    for same in by_code.values():
        household = same[0]
        for row in same[1:]:
            household = _joined(household, row, same[0].id, joined)
        joined.households.append(household)
    return joined


def _joined(household: RosterRow, row: RosterRow, first: str, found: SameRooms) -> RosterRow:
    if None not in {household.area_dm2, row.area_dm2} and household.area_dm2 != row.area_dm2:
        reason = Reason.SAME_ROOM_OTHER_AREA
        found.disagreements.append(Disagreement(row, Field.AREA, reason, first))
    elif all(getattr(household, name) == getattr(row, name) for name in _CONTENT):
        skipped = SkippedRow(row.sheet, row.order[1], SkipReason.REPEATED_ROW)
        found.repeated.append(skipped)
    else:
        names = {owner.name for owner in household.owners}
        same_owners = names == {owner.name for owner in row.owners}
        column = Field.ROOM if same_owners else Field.OWNER
        reason = Reason.SAME_ROOM_OTHER_DETAILS if same_owners else Reason.SAME_ROOM_OTHER_OWNER
        if _belongs(household, row) or reason in row.accepted:
            return _union(household, row)
        found.disagreements.append(Disagreement(row, column, reason, first))
    return household


def _belongs(household: RosterRow, row: RosterRow) -> bool:
    one_cell = row.shared_room is not None and (row.sheet, row.shared_room) == (
        household.sheet,
        household.shared_room,
    )
    return one_cell or row.party in _ROOMMATES or household.party in _ROOMMATES


def _union(household: RosterRow, row: RosterRow) -> RosterRow:
    given = {
        name: getattr(household if getattr(household, name) is not None else row, name)
        for name in _FIRST_GIVEN
    }
    owners = {owner.name: owner for owner in (*row.owners, *household.owners)}
    first_names = [owner.name for owner in (*household.owners, *row.owners)]
    return replace(
        household,
        **given,
        owners=tuple(owners[name] for name in dict.fromkeys(first_names)),
        residents=tuple(dict.fromkeys(household.residents + row.residents)),
        remark=household.remark.with_more(row.remark),
        party=Party.OWNER if Party.OWNER in {household.party, row.party} else household.party,
    )
