"""Buildings and stairwells of a plan."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, update

from linli.community.actions.roster.writing.rows import write_rows
from linli.community.models import Building, Stairwell
from linli.community.queries.known_roster import Id, KnownRoster
from linli.community.rules.building_name import building_name
from linli.community.rules.codes import sort_key
from linli.community.rules.roster import BuildingState, ImportPlan
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id

_building = table(Building)
_stairwell = table(Stairwell)


@dataclass(frozen=True)
class PlaceIds:
    """Ids of all buildings and stairwells, old and new, by their codes."""

    buildings: dict[str, Id]
    stairwells: dict[tuple[str, str], Id]


async def write_places(tx: Tx, plan: ImportPlan, known: KnownRoster) -> PlaceIds:
    """Create and change buildings, create stairwells."""
    highest = _highest_floors(plan)
    buildings = known.building_ids | {state.name: new_id() for state in plan.new_buildings}
    created = [
        _new_building(tx, buildings[state.name], state, highest[state.name])
        for state in plan.new_buildings
    ]
    await write_rows(tx, insert(_building), created)
    await _raise_buildings(tx, plan, known, highest)
    stairwells = known.stairwell_ids | {place: new_id() for place in plan.new_stairwells}
    lifts = {row.code: row.has_lift for row in known.buildings} | _told_lifts(plan)
    rows: list[Row] = [
        {
            "community_id": tx.community,
            "id": stairwells[building, code],
            "building_id": buildings[building],
            "code": code,
            "sort_key": sort_key(code),
            "has_lift": lifts[building],
        }
        for building, code in plan.new_stairwells
    ]
    await write_rows(tx, insert(_stairwell), rows)
    await _change_lifts(tx, plan, buildings)
    return PlaceIds(buildings, stairwells)


def _highest_floors(plan: ImportPlan) -> defaultdict[str, int]:
    highest: defaultdict[str, int] = defaultdict(lambda: 1)
    told = [each.after for each in plan.create] + [each.after for each in plan.change]
    for state in told:
        if state.building is not None and state.floor is not None:
            highest[state.building] = max(highest[state.building], state.floor)
    return highest


def _told_lifts(plan: ImportPlan) -> dict[str, bool | None]:
    told = (*plan.new_buildings, *(change.after for change in plan.changed_buildings))
    return {state.name: state.lift for state in told}


def _new_building(tx: Tx, building_id: Id, state: BuildingState, highest: int) -> Row:
    return {
        "community_id": tx.community,
        "id": building_id,
        "code": state.name,
        "sort_key": sort_key(state.name),
        "name": building_name(state.name),
        "floors": max(highest, state.storeys or 1),
        "storeys": state.storeys,
        "has_lift": state.lift,
        "version": 1,
    }


async def _raise_buildings(
    tx: Tx, plan: ImportPlan, known: KnownRoster, highest: defaultdict[str, int]
) -> None:
    """Known buildings whose storeys or lift are told anew, or that got a higher door."""
    told = {change.after.name: change.after for change in plan.changed_buildings}
    rows: list[Row] = []
    for before in known.buildings:
        after = told.get(before.code, BuildingState(before.code, before.storeys, before.has_lift))
        floors = max(before.floors, highest[before.code], after.storeys or 1)
        if before.code in told or floors != before.floors:
            values = {"floors": floors, "storeys": after.storeys, "has_lift": after.lift}
            rows.append({"this": before.id, **values})
    change = (
        update(_building)
        .where(_building.c.community_id == tx.community, _building.c.id == bindparam("this"))
        .values(
            floors=bindparam("floors"),
            storeys=bindparam("storeys"),
            has_lift=bindparam("has_lift"),
            version=_building.c.version + 1,
        )
    )
    await write_rows(tx, change, rows)


async def _change_lifts(tx: Tx, plan: ImportPlan, buildings: dict[str, Id]) -> None:
    """What is told of a building's lift holds for all its stairwells."""
    rows: list[Row] = [
        {"this": buildings[change.after.name], "has_lift": change.after.lift}
        for change in plan.changed_buildings
        if change.before.lift != change.after.lift
    ]
    mine = _stairwell.c.community_id == tx.community
    change = (
        update(_stairwell)
        .where(mine, _stairwell.c.building_id == bindparam("this"))
        .values(has_lift=bindparam("has_lift"))
    )
    await write_rows(tx, change, rows)
