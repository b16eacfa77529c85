from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.representatives.work import CLOSE_ELECTION
from linli.deliberation.facts.representatives import election_changed
from linli.deliberation.queries.representatives.elections import locked_election
from linli.deliberation.queries.representatives.tables import elections
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.work.schedule import unschedule


async def cancel_election(tx: Tx, actor: Actor, election_id: UUID, reason: str) -> None:
    """Call an election off, with a reason everybody reads; the box stays closed for ever.

    Saying so again changes nothing.

    Raises:
        Problem: 404; 409 ``election_closed``.
    """
    election, now = await locked_election(tx, election_id), clock.now()
    if election["cancelled_at"] is not None:
        return
    if election["closed_at"] is not None:
        raise Problem(409, "election_closed")
    c = elections.c
    this = update(elections).where(c.community_id == tx.community, c.id == election_id)
    done = {"cancelled_at": now, "cancelled_by": actor.account_id, "cancelled_because": reason}
    await tx.execute(this.values(**done))
    await unschedule(tx, CLOSE_ELECTION, election_id)
    about = {"reason": reason}
    record(tx, election_changed(actor.account_id, "cancelled", election_id, now, **about))
