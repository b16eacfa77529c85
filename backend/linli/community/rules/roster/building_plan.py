"""Buildings and stairwells that a roster brings, with storeys and lift where it tells them."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.snapshot import BuildingState, Snapshot

Told = TypeVar("Told", bound=Hashable)


@dataclass(frozen=True, slots=True)
class BuildingChange:
    """A building whose storeys or lift the roster tells anew."""

    before: BuildingState
    after: BuildingState


@dataclass(frozen=True, slots=True)
class BuildingPlan:
    """Buildings and (building, stairwell) to create, buildings to change, and disagreements.

    Attributes:
        doubts: The first row of each building whose rows tell different storeys or lifts; what
            they tell is not taken over.
    """

    create: tuple[BuildingState, ...]
    change: tuple[BuildingChange, ...]
    create_stairwells: tuple[tuple[str, str], ...]
    doubts: tuple[tuple[RosterRow, Field, Reason], ...]


def plan_buildings(rows: Sequence[RosterRow], snapshot: Snapshot) -> BuildingPlan:
    """Compare the buildings that the rows name with those known."""
    by_name: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for row in rows:
        if row.building is not None:
            by_name[row.building].append(row)
    known = {building.name: building for building in snapshot.buildings}
    create: list[BuildingState] = []
    change: list[BuildingChange] = []
    doubts: list[tuple[RosterRow, Field, Reason]] = []
    for name, of_building in sorted(by_name.items()):
        before = known.get(name)
        after = _after(name, before, of_building, doubts)
        if before is None:
            create.append(after)
        elif before != after:
            change.append(BuildingChange(before, after))
    stairwells = {(row.building, row.stairwell) for row in rows if row.building and row.stairwell}
    new = sorted(
        (building, stairwell)
        for building, stairwell in stairwells - set(snapshot.stairwells)
        if building and stairwell
    )
    return BuildingPlan(tuple(create), tuple(change), tuple(new), tuple(doubts))


def _after(
    name: str,
    before: BuildingState | None,
    rows: Sequence[RosterRow],
    doubts: list[tuple[RosterRow, Field, Reason]],
) -> BuildingState:
    storeys, agreed = _agreed([row.storeys for row in rows])
    if not agreed:
        doubts.append((rows[0], Field.STOREYS, Reason.STOREYS_DISAGREE))
    lift, agreed = _agreed([row.lift for row in rows])
    if not agreed:
        doubts.append((rows[0], Field.LIFT, Reason.LIFT_UNKNOWN))
    before = before or BuildingState(name)
    return BuildingState(
        name,
        before.storeys if storeys is None else storeys,
        before.lift if lift is None else lift,
    )


def _agreed(values: Sequence[Told | None]) -> tuple[Told | None, bool]:
    """The only value told, if any; and whether no two values differ."""
    told = {value for value in values if value is not None}
    return (next(iter(told)), True) if len(told) == 1 else (None, not told)
