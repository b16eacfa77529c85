from typing import Any
from uuid import UUID

from sqlalchemy import update

from linli.care.facts.canvass import grievance_changed
from linli.care.queries.grievances import grievances
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem


async def change_grievance(
    tx: Tx, actor: Actor, verb: str, grievance_id: UUID, **changes: Any
) -> None:
    """Change a grievance that is not closed, and record that it was ``verb``.

    Raises:
        Problem: 409 ``grievance_closed``.
    """
    c = grievances.c
    going_on = (c.community_id == tx.community, c.id == grievance_id, c.status != "closed")
    write = update(grievances).where(*going_on).values(**changes, version=c.version + 1)
    if not (await tx.execute(write)).rowcount:
        raise Problem(409, "grievance_closed")
    record(tx, grievance_changed(actor, verb, grievance_id, clock.now(), **changes))
