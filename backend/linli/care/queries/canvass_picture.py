"""The building picture of a canvass: how far each door has come, or what it thinks."""

from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, and_, bindparam, case, exists, func, select

from linli.care.queries.places import (
    assignments,
    canvasses,
    covers,
    doors,
    households,
    oversees,
    project_buildings,
    same_community,
)
from linli.community.public import draw_picture, picture_statement
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found

Layer = Literal["canvass", "stance"]

_COMMUNITY = bindparam("community_id", type_=Uuid)
_CANVASS = bindparam("canvass_id", type_=Uuid)
_BUILDING = bindparam("building_id", type_=Uuid)
_ACCOUNT = bindparam("account_id", type_=Uuid)

_HELD = and_(
    assignments.c.community_id == _COMMUNITY,
    assignments.c.canvass_id == _CANVASS,
    assignments.c.withdrawn_at.is_(None),
)
_IS_MINE = and_(_HELD, assignments.c.account_id == _ACCOUNT)
_WAY_IN = Fast(
    select(exists().where(_IS_MINE, assignments.c.building_id == _BUILDING).label("works_there"))
    .join_from(
        canvasses,
        project_buildings,
        and_(
            same_community(project_buildings, canvasses),
            project_buildings.c.project_id == canvasses.c.project_id,
        ),
    )
    .where(
        canvasses.c.community_id == _COMMUNITY,
        canvasses.c.id == _CANVASS,
        project_buildings.c.building_id == _BUILDING,
    )
)


def _homes() -> FromClause:
    here = and_(
        same_community(doors, households),
        doors.c.canvass_id == _CANVASS,
        doors.c.household_id == households.c.id,
    )
    return households.outerjoin(doors, here)


def _picture(mark: ColumnElement[str]) -> Fast:
    return picture_statement(mark, _homes())


_ASSIGNED = exists().where(_HELD, covers())
_MINE = exists().where(_IS_MINE, covers())
_COME_TO = func.coalesce(doors.c.mark, "none")
_THINKS = func.coalesce(doors.c.stance, "unknown")
_WHOLE: dict[Layer, Fast] = {
    "canvass": _picture(
        case((and_(doors.c.mark.is_(None), ~_ASSIGNED), "not_assigned"), else_=_COME_TO)
    ),
    "stance": _picture(_THINKS),
}
_OWN: dict[Layer, Fast] = {
    "canvass": _picture(case((_MINE, _COME_TO), else_="not_assigned")),
    "stance": _picture(case((_MINE, _THINKS), else_="unknown")),
}


async def read_canvass_picture(
    tx: Tx, actor: Actor, canvass_id: UUID, building_id: UUID, layer: Layer
) -> bytes:
    """A building as JSON; who does not oversee it sees the marks of their own doors only.

    Raises:
        Problem: 404 ``not_found`` where the canvass does not concern the building, or the actor
            neither oversees it nor has a door in it.
    """
    asked = {
        "community_id": tx.community,
        "canvass_id": canvass_id,
        "building_id": building_id,
        "account_id": actor.account_id,
    }
    way_in = await tx.row(_WAY_IN, asked)
    if way_in is None:
        raise not_found()
    if oversees(actor, building_id):
        picture = _WHOLE[layer]
    elif way_in["works_there"]:
        picture = _OWN[layer]
    else:
        raise not_found()
    del asked["community_id"], asked["building_id"]
    return await draw_picture(tx, picture, building_id, **asked)
