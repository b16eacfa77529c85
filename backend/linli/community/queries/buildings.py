"""Buildings with their stairwells and how many households they hold."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, func, select

from linli.community.models import Building, Household, Stairwell
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_building = table(Building)
_stairwell = table(Stairwell)
_household = table(Household)
_MINE = bindparam("community_id", type_=Uuid)


def _count(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


_counts = (
    select(
        _household.c.building_id,
        func.count().label("households"),
        _count(_household.c.kind == "shop").label("shops"),
        _count(_household.c.occupancy == "rented").label("rented"),
        _count(_household.c.occupancy == "empty").label("empty"),
        func.sum(_household.c.area_dm2).label("area_dm2"),
    )
    .where(_household.c.community_id == _MINE)
    .group_by(_household.c.building_id)
    .subquery("counts")
)
_FIGURES = ("households", "shops", "rented", "empty", "area_dm2")
_BUILDINGS = Fast(
    select(
        _building.c.id,
        _building.c.code,
        _building.c.name,
        _building.c.floors,
        _building.c.version,
        *(func.coalesce(_counts.c[name], 0).label(name) for name in _FIGURES),
    )
    .outerjoin_from(_building, _counts, _counts.c.building_id == _building.c.id)
    .where(_building.c.community_id == _MINE)
    .order_by(_building.c.sort_key)
)
_STAIRWELLS = Fast(
    select(_stairwell.c.building_id, _stairwell.c.id, _stairwell.c.code, _stairwell.c.has_lift)
    .where(_stairwell.c.community_id == _MINE)
    .order_by(_stairwell.c.sort_key)
)


async def list_buildings(tx: Tx, actor: Actor) -> list[Row]:
    """All buildings of the community in the order of their codes, with their stairwells."""
    mine = {"community_id": actor.community_id}
    buildings = await tx.rows(_BUILDINGS, mine)
    stairwells: defaultdict[UUID, list[Row]] = defaultdict(list)
    for stairwell in await tx.rows(_STAIRWELLS, mine):
        stairwells[stairwell.pop("building_id")].append(stairwell)
    return [{**building, "stairwells": stairwells[building["id"]]} for building in buildings]
