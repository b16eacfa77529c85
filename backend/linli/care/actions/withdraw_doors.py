from uuid import UUID

from sqlalchemy import update

from linli.care.actions.assign_doors import require_assigning
from linli.care.facts.canvass import doors_withdrawn
from linli.care.models.canvass import CanvassAssignment
from linli.care.queries.assignments import read_assignment
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record


async def withdraw_doors(tx: Tx, actor: Actor, canvass_id: UUID, assignment_id: UUID) -> None:
    """Take an assignment back; nothing happens when it was taken back before.

    Raises:
        Problem: 404 without the assignment, 403 outside the actor's buildings.
    """
    assignment = await read_assignment(tx, actor, canvass_id, assignment_id)
    require_assigning(actor, assignment["building_id"])
    rows, now = table(CanvassAssignment), clock.now()
    held = (
        rows.c.community_id == tx.community,
        rows.c.id == assignment_id,
        rows.c.withdrawn_at.is_(None),
    )
    taken_back = {"withdrawn_at": now, "withdrawn_by": actor.account_id}
    if (await tx.execute(update(rows).where(*held).values(taken_back))).rowcount:
        record(tx, doors_withdrawn(actor, assignment_id, now))
