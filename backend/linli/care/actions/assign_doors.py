from uuid import UUID

from sqlalchemy import select

from linli.care.facts.canvass import doors_assigned
from linli.care.models.canvass import CanvassAssignment
from linli.care.permissions.canvass import ASSIGN_DOORS, LOG_DOOR_VISIT
from linli.care.queries.canvasses import read_canvass
from linli.care.queries.places import project_buildings, stairwells
from linli.care.schemas.canvass import AssignmentIn
from linli.identity.public import is_member
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import forbidden, invalid


async def assign_doors(tx: Tx, actor: Actor, canvass_id: UUID, body: AssignmentIn) -> bool:
    """Give doors of a canvass to an account; whether the assignment is new.

    Raises:
        Problem: 404 without the canvass; 403 outside the actor's buildings; 422
            ``not_in_canvass``, ``unknown_stairwell`` or ``cannot_visit``; 409 as ``create_once``.
    """
    canvass = await read_canvass(tx, actor, canvass_id)
    await _require_place(tx, canvass, body)
    require_assigning(actor, body.building_id)
    if not await is_member(tx, body.account_id, *LOG_DOOR_VISIT.roles):
        raise invalid("/account_id", "cannot_visit")
    place = body.model_dump(exclude={"id"})
    values = {**place, "canvass_id": canvass_id}
    is_new = await create_once(tx, actor, CanvassAssignment, body, **values)
    if is_new:
        del place["account_id"]
        public = {"canvass": canvass_id, **place}
        record(tx, doors_assigned(actor, body.id, clock.now(), public, body.account_id))
    return is_new


def require_assigning(actor: Actor, building_id: UUID) -> None:
    """Check that the actor assigns doors in a building.

    Raises:
        Problem: 403 ``forbidden``.
    """
    reach = actor.reach(ASSIGN_DOORS, Scope.BUILDING)
    if reach is not None and building_id not in reach:
        raise forbidden()


async def _require_place(tx: Tx, canvass: Row, body: AssignmentIn) -> None:
    c = project_buildings.c
    concerned = (
        c.community_id == tx.community,
        c.project_id == canvass["project_id"],
        c.building_id == body.building_id,
    )
    if await tx.scalar(select(c.id).where(*concerned)) is None:
        raise invalid("/building_id", "not_in_canvass")
    if body.stairwell_id is None:
        return
    at = stairwells.c
    inside = (
        at.community_id == tx.community,
        at.id == body.stairwell_id,
        at.building_id == body.building_id,
    )
    if await tx.scalar(select(at.id).where(*inside)) is None:
        raise invalid("/stairwell_id", "unknown_stairwell")
