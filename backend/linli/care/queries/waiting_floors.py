"""The floors of a canvass, with how many doors wait for a volunteer."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, func, select

from linli.care.permissions.canvass import ASSIGN_DOORS
from linli.care.queries.canvasses import read_canvass
from linli.care.queries.places import (
    STREET_FLOOR,
    assignments,
    buildings,
    canvasses,
    covers,
    doors,
    homes_of_canvasses,
    households,
    same_community,
    stairwells,
    with_doors,
    with_places,
)
from linli.care.rules.assignment_proposal import Floor
from linli.care.rules.street_doors import with_street_doors
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx


async def waiting_floors(tx: Tx, actor: Actor, canvass_id: UUID) -> list[Floor]:
    """The floors of the buildings in which the actor assigns doors, as one would walk.

    Raises:
        Problem: 404 ``not_found`` without the canvass.
    """
    await read_canvass(tx, actor, canvass_id)
    floor = func.coalesce(households.c.floor, STREET_FLOOR)
    place = (households.c.building_id, households.c.stairwell_id, floor.label("floor"))
    order = (buildings.c.sort_key, stairwells.c.sort_key.nulls_last(), floor)
    asks = (
        select(*place, func.sum(case((_waits(), 1), else_=0)).label("doors"))
        .select_from(with_places(with_doors(homes_of_canvasses())))
        .where(canvasses.c.community_id == tx.community, canvasses.c.id == canvass_id)
        .group_by(*place[:2], buildings.c.sort_key, stairwells.c.sort_key, floor)
        .order_by(*order)
    )
    reach = actor.reach(ASSIGN_DOORS, Scope.BUILDING)
    if reach is not None:
        asks = asks.where(households.c.building_id.in_(reach))
    return with_street_doors([Floor(**row) for row in await tx.rows(asks)])


def assigned() -> ColumnElement[bool]:
    """Whether anybody has the door of the household in this canvass."""
    return exists().where(
        same_community(assignments, canvasses),
        assignments.c.canvass_id == canvasses.c.id,
        assignments.c.withdrawn_at.is_(None),
        covers(),
    )


def _waits() -> ColumnElement[bool]:
    """Whether a door still needs a visit and nobody has it."""
    return and_(~assigned(), doors.c.done_at.is_(None))
