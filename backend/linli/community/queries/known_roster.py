"""The community as a roster can touch it, read at one moment."""

import hmac
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row as CoreRow
from sqlalchemy import Select, Table, Text, exists, select, type_coerce

from linli.community.models import (
    Building,
    Household,
    HouseholdMember,
    Owner,
    Ownership,
    Resident,
    RosterState,
    RosterSuggestion,
    Stairwell,
)
from linli.community.rules.roster import (
    BuildingState,
    HelpKind,
    HouseholdState,
    Kind,
    Occupancy,
    OwnerKind,
    OwnerState,
    Snapshot,
)
from linli.community.rules.roster import Resident as ResidentState
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.vault.sealer import Sealer, blind_indexer, unsealer_for

Rows = list[CoreRow[Any]]
Id = UUID | str
"""An id as the driver gives it: text from SQLite. A hundred thousand need not become objects."""
MARK_BYTES = 8
_building = table(Building)
_stairwell = table(Stairwell)
_household = table(Household)
_member = table(HouseholdMember)
_owner = table(Owner)
_ownership = table(Ownership)
_resident = table(Resident)
_suggestion = table(RosterSuggestion)
_state = table(RosterState)


def help_mark(index: Callable[[str], bytes], household_id: Id, kind: HelpKind) -> bytes:
    """What tells, to the server alone, that this kind of help was suggested at this door."""
    return index(f"help|{household_id}|{kind.value}")[:MARK_BYTES]


@dataclass(frozen=True)
class KnownRoster:
    """Rows as they were read; ``snapshot`` makes of them what the rules compare with.

    Attributes:
        revision: The roster's revision before anything was read.
        buildings: id, code, floors, storeys, has_lift.
        stairwells: id, building_id, code.
        households: Columns of the table.
        owners: id, kind, name, phones (sealed).
        ownerships: household_id, owner_id, in the order of the co-owners.
        residents: household_id, name, is_tenant, in their order.
        suggestions: household_id, marks.
        members: household_id, owner_id of accounts that speak for an owner.
    """

    revision: int
    buildings: Rows
    stairwells: Rows
    households: Rows
    owners: Rows
    ownerships: Rows
    residents: Rows
    suggestions: Rows
    members: Rows
    sealer: Sealer | None
    index: Callable[[str], bytes] | None

    @property
    def building_ids(self) -> dict[str, Id]:
        """Buildings by code."""
        return {row.code: row.id for row in self.buildings}

    @property
    def stairwell_ids(self) -> dict[tuple[str, str], Id]:
        """Stairwells by the codes of building and stairwell."""
        codes = {row.id: row.code for row in self.buildings}
        return {(codes[row.building_id], row.code): row.id for row in self.stairwells}

    @property
    def household_ids(self) -> dict[str, Id]:
        """Households by code."""
        return {row.code: row.id for row in self.households}

    @property
    def suggested(self) -> dict[Id, bytes]:
        """The marks of what was suggested so far, by household."""
        return {row.household_id: row.marks for row in self.suggestions}

    def snapshot(self) -> Snapshot:
        """The same as the rules see it. Opens every phone number; nobody reads them."""
        return Snapshot(
            buildings=tuple(
                BuildingState(row.code, row.storeys, row.has_lift) for row in self.buildings
            ),
            stairwells=tuple(self.stairwell_ids),
            households=tuple(self._households()),
            owners=tuple(self._owner(row) for row in self.owners),
            spoken_for=self._spoken_for(),
        )

    def _spoken_for(self) -> tuple[tuple[str, str], ...]:
        codes = {row.id: row.code for row in self.households}
        return tuple((codes[row.household_id], str(row.owner_id)) for row in self.members)

    def _owner(self, row: CoreRow[Any]) -> OwnerState:
        phones: list[str] = []
        if row.phones is not None and self.sealer is not None:
            phones = orjson.loads(self.sealer.unseal("owner", row.id, row.phones))
        return OwnerState(str(row.id), row.name, OwnerKind(row.kind), tuple(phones))

    def _households(self) -> list[HouseholdState]:
        buildings = {row.id: row.code for row in self.buildings}
        stairwells = {row.id: row.code for row in self.stairwells}
        owners = _grouped(self.ownerships, lambda row: str(row.owner_id))
        residents = _grouped(self.residents, lambda row: ResidentState(row.name, row.is_tenant))
        suggested = self.suggested
        return [
            HouseholdState(
                code=row.code,
                kind=Kind(row.kind),
                building=buildings.get(row.building_id),
                stairwell=stairwells.get(row.stairwell_id),
                floor=row.floor,
                door=row.door,
                area_dm2=row.area_dm2,
                occupancy=None if row.occupancy is None else Occupancy(row.occupancy),
                owner_keys=tuple(owners[row.id]),
                residents=tuple(residents[row.id]),
                people=row.people,
                remark=row.remark or "",
                help_kinds=self._kinds(row.id, suggested.get(row.id, b"")),
            )
            for row in self.households
        ]

    def _kinds(self, household_id: Id, marks: bytes) -> tuple[HelpKind, ...]:
        if not marks or self.index is None:
            return ()
        known = [marks[at : at + MARK_BYTES] for at in range(0, len(marks), MARK_BYTES)]
        return tuple(
            kind
            for kind in HelpKind
            if any(
                hmac.compare_digest(help_mark(self.index, household_id, kind), mark)
                for mark in known
            )
        )


def _grouped(rows: Rows, value: Callable[[CoreRow[Any]], Any]) -> defaultdict[Id, list[Any]]:
    found: defaultdict[Id, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.household_id].append(value(row))
    return found


async def read_known(tx: Tx) -> KnownRoster:
    """Everything a roster can touch.

    The revision is read first: a change that comes in between is noticed when the plan is applied.
    """
    revision = await tx.scalar(_mine(tx, _state, "revision"))
    owners = await _all(tx, _mine(tx, _owner, "id", "kind", "name", "phones").where(_OWNS))
    suggestions = await _all(tx, _mine(tx, _suggestion, "household_id", "marks"))
    sealed = any(row.phones is not None for row in owners)
    return KnownRoster(
        revision=revision or 0,
        buildings=await _all(tx, _mine(tx, _building, *_BUILDING)),
        stairwells=await _all(tx, _mine(tx, _stairwell, "id", "building_id", "code")),
        households=await _all(tx, _mine(tx, _household, *_HOUSEHOLD)),
        owners=owners,
        ownerships=await _ordered(tx, _ownership, "household_id", "owner_id"),
        residents=await _ordered(tx, _resident, "household_id", "name", "is_tenant"),
        suggestions=suggestions,
        members=await _all(tx, _mine(tx, _member, "household_id", "owner_id").where(*_SPEAKS)),
        sealer=await unsealer_for(tx, tx.community) if sealed else None,
        index=await blind_indexer(tx) if suggestions else None,
    )


_OWNS = exists().where(
    _ownership.c.community_id == _owner.c.community_id, _ownership.c.owner_id == _owner.c.id
)
_SPEAKS = (_member.c.ended_at.is_(None), _member.c.owner_id.is_not(None))
_BUILDING = ("id", "code", "floors", "storeys", "has_lift")
_HOUSEHOLD = (
    "id",
    "code",
    "building_id",
    "stairwell_id",
    "floor",
    "door",
    "area_dm2",
    "kind",
    "occupancy",
    "people",
    "remark",
)


def _mine(tx: Tx, target: Table, *columns: str) -> Select[Any]:
    chosen = [target.c[name] for name in columns]
    raw = [type_coerce(each, Text) if isinstance(each.type, Uuid) else each for each in chosen]
    named = [each.label(name) for each, name in zip(raw, columns, strict=True)]
    return select(*named).where(target.c.community_id == tx.community)


async def _all(tx: Tx, statement: Select[Any]) -> Rows:
    return list((await tx.execute(statement)).all())


async def _ordered(tx: Tx, target: Table, *columns: str) -> Rows:
    asks = _mine(tx, target, *columns)
    return await _all(tx, asks.order_by(target.c.household_id, target.c.position))
