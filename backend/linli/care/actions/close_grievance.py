from uuid import UUID

from linli.care.actions.answer_grievance import require_seeing_to
from linli.care.actions.change_grievance import change_grievance
from linli.care.queries.grievances import read_grievance
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def close_grievance(tx: Tx, actor: Actor, grievance_id: UUID) -> None:
    """Close a grievance: the neighbour has had the answer; no visitor brings it along any more.

    Raises:
        Problem: 404 without the grievance; 403 unless the actor owns it or oversees its door; 409
            ``grievance_closed``.
    """
    require_seeing_to(actor, await read_grievance(tx, actor, grievance_id))
    closed = {"status": "closed", "closed_at": clock.now(), "closed_by": actor.account_id}
    await change_grievance(tx, actor, "closed", grievance_id, **closed)
