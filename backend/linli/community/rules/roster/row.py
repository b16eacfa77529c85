"""One household as one row of a roster tells it."""

from dataclasses import dataclass, field
from enum import StrEnum

from linli.community.rules.roster.household_kinds import Kind
from linli.community.rules.roster.issues import row_id
from linli.community.rules.roster.occupancy import Occupancy
from linli.community.rules.roster.owners import Owner, OwnerKind
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.remarks import Remark
from linli.community.rules.roster.residents import Resident


class Party(StrEnum):
    """Whose line it is, in rosters with a line for each person of a room."""

    OWNER = "owner"
    CO_OWNER = "co_owner"
    TENANT = "tenant"
    FAMILY = "family"


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row, or the joined rows of one household.

    Attributes:
        order: Place of the sheet in the workbook, and the row: what comes first wins.
        sheet: Name of the sheet.
        building: Canonical name; None for a shop outside the buildings.
        stairwell: Canonical name; None until it is settled, and for shops of their own.
        floor: Storey, below ground negative; None where a shop's is not told.
        door: Door on the floor, 01 or 02A; a shop's number.
        code: `1-1-101` or `商铺3`; None while the row cannot be placed.
        area_dm2: Area in dm²; None while unknown.
        number: Room part of the code.
        prefix: The 3 of a room `3-301` that may be a building's or a stairwell's number.
        shared_room: First row of the merged cell that holds the room, if any.
        accepted: Reasons a person has overruled in this row.
    """

    order: tuple[int, int]
    sheet: str
    kind: Kind
    building: str | None = None
    stairwell: str | None = None
    floor: int | None = None
    door: str | None = None
    code: str | None = None
    area_dm2: int | None = None
    occupancy: Occupancy | None = None
    owners: tuple[Owner, ...] = ()
    residents: tuple[Resident, ...] = ()
    people: int | None = None
    remark: Remark = field(default_factory=Remark)
    party: Party = Party.OWNER
    storeys: int | None = None
    lift: bool | None = None
    number: str | None = None
    prefix: str | None = None
    shared_room: int | None = None
    accepted: frozenset[Reason] = frozenset()

    @property
    def id(self) -> str:
        """See `issues.row_id`."""
        return row_id(self.sheet, self.order[1])

    @property
    def developer(self) -> bool:
        """Whether the developer still holds the home."""
        return any(owner.kind is OwnerKind.DEVELOPER for owner in self.owners)

    @property
    def phones(self) -> tuple[str, ...]:
        """All numbers of the row, each once."""
        return tuple(dict.fromkeys(phone for owner in self.owners for phone in owner.phones))


def household_code(building: str | None, stairwell: str | None, number: str) -> str:
    """The code of a household from its parts: `1-1-101`, `2-商铺3`, `商铺3`."""
    return "-".join(part for part in (building, stairwell, number) if part)
