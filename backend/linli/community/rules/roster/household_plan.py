"""What a roster row makes of a household: created, changed field by field, or left alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from linli.community.rules.roster.owner_plan import OwnerPlan
from linli.community.rules.roster.remarks import HelpKind
from linli.community.rules.roster.residents import Resident
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.snapshot import HouseholdState, Snapshot

StateValue: TypeAlias = str | int | tuple[str, ...] | tuple[Resident, ...] | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One attribute before and after; owners are shown by their names."""

    name: str
    before: StateValue = field(repr=False)
    after: StateValue = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household to create, and the row that tells of it."""

    row_id: str
    after: HouseholdState


@dataclass(frozen=True, slots=True)
class HouseholdChange:
    """A household that the roster tells otherwise than what is known."""

    row_id: str
    before: HouseholdState
    after: HouseholdState
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class HouseholdPlan:
    """Households by what happens to them, each in the order of codes."""

    create: tuple[NewHousehold, ...]
    change: tuple[HouseholdChange, ...]
    unchanged: tuple[str, ...]


def plan_households(
    rows: Sequence[RosterRow], owners: OwnerPlan, snapshot: Snapshot
) -> HouseholdPlan:
    """Compare every row with its household. What a roster leaves blank is left alone."""
    known = {household.code: household for household in snapshot.households}
    names = {owner.key: owner.name for owner in (*snapshot.owners, *owners.create)}
    create: list[NewHousehold] = []
    change: list[HouseholdChange] = []
    unchanged: list[str] = []
    for row in sorted(rows, key=lambda row: row.code or ""):
        before = known.get(row.code or "")
        after = _after(row, before, owners)
        if before is None:
            create.append(NewHousehold(row.id, after))
        elif before == after:
            unchanged.append(after.code)
        else:
            changes = _changes(before, after, names)
            change.append(HouseholdChange(row.id, before, after, changes))
    return HouseholdPlan(tuple(create), tuple(change), tuple(unchanged))


def _after(row: RosterRow, before: HouseholdState | None, owners: OwnerPlan) -> HouseholdState:
    if row.code is None or row.area_dm2 is None:
        raise ValueError(row.id)  # only settled rows are planned
    told = HouseholdState(
        code=row.code,
        kind=row.kind,
        building=row.building,
        stairwell=row.stairwell,
        floor=row.floor,
        door=row.door,
        area_dm2=row.area_dm2,
        occupancy=row.occupancy,
        owner_keys=_owner_keys(row, owners),
        residents=row.residents,
        people=row.people,
        remark=row.remark.kept,
        help_kinds=row.remark.help_kinds,
    )
    return told if before is None else _over(before, told)


def _owner_keys(row: RosterRow, owners: OwnerPlan) -> tuple[str, ...]:
    keys = owners.keys_by_code.get(row.code or "", {})
    return tuple(dict.fromkeys(keys[owner.name] for owner in row.owners))


def _over(before: HouseholdState, told: HouseholdState) -> HouseholdState:
    """What is told, completed by what was known; another order of owners is no change."""
    same_owners = set(before.owner_keys) == set(told.owner_keys)
    helped = {*before.help_kinds, *told.help_kinds}
    return HouseholdState(
        code=told.code,
        kind=told.kind,
        building=told.building,
        stairwell=told.stairwell,
        floor=before.floor if told.floor is None else told.floor,
        door=told.door,
        area_dm2=told.area_dm2,
        occupancy=told.occupancy or before.occupancy,
        owner_keys=before.owner_keys if same_owners or not told.owner_keys else told.owner_keys,
        residents=told.residents or before.residents,
        people=before.people if told.people is None else told.people,
        remark=told.remark or before.remark,
        help_kinds=before.help_kinds
        if helped == set(before.help_kinds)
        else tuple(kind for kind in HelpKind if kind in helped),
    )


def _changes(
    before: HouseholdState, after: HouseholdState, names: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    shown_before, shown_after = _shown(before, names), _shown(after, names)
    return tuple(
        FieldChange(name, shown_before[name], shown_after[name])
        for name in HouseholdState.__slots__
        if getattr(before, name) != getattr(after, name)
    )


def _shown(state: HouseholdState, names: Mapping[str, str]) -> dict[str, StateValue]:
    shown: dict[str, StateValue] = {name: getattr(state, name) for name in HouseholdState.__slots__}
    shown["owner_keys"] = tuple(names.get(key, key) for key in state.owner_keys)
    return shown
