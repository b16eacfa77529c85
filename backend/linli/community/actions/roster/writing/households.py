"""Households of a plan."""

from typing import Any

from sqlalchemy import bindparam, insert, update

from linli.community.actions.roster.writing.places import PlaceIds
from linli.community.actions.roster.writing.rows import write_rows
from linli.community.models import Household
from linli.community.queries.known_roster import Id, KnownRoster
from linli.community.rules.codes import sort_key
from linli.community.rules.roster import HouseholdState, ImportPlan
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id

_household = table(Household)


async def write_households(
    tx: Tx, plan: ImportPlan, known: KnownRoster, places: PlaceIds
) -> dict[str, Id]:
    """Create and change households.

    Returns:
        The ids of all households by code, old and new.
    """
    ids = known.household_ids | {each.after.code: new_id() for each in plan.create}
    created = [_new_household(tx, ids, places, each.after) for each in plan.create]
    await write_rows(tx, insert(_household), created)
    changed = [{"this": ids[each.after.code], **_told(each.after, places)} for each in plan.change]
    mine = (_household.c.community_id == tx.community, _household.c.id == bindparam("this"))
    columns: dict[str, Any] = {name: bindparam(name) for name in _TOLD}
    columns["version"] = _household.c.version + 1
    await write_rows(tx, update(_household).where(*mine).values(columns), changed)
    return ids


_TOLD = (
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


def _told(state: HouseholdState, places: PlaceIds) -> Row:
    building, stairwell = state.building or "", state.stairwell or ""
    return {
        "building_id": places.buildings.get(building),
        "stairwell_id": places.stairwells.get((building, stairwell)),
        "floor": state.floor,
        "door": state.door or "",
        "area_dm2": state.area_dm2,
        "kind": state.kind.value,
        "occupancy": state.occupancy,
        "people": state.people,
        "remark": state.remark or None,
    }


def _new_household(tx: Tx, ids: dict[str, Id], places: PlaceIds, state: HouseholdState) -> Row:
    return {
        "community_id": tx.community,
        "id": ids[state.code],
        "code": state.code,
        "sort_key": sort_key(state.code),
        "version": 1,
        **_told(state, places),
    }
