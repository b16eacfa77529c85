from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.representatives.count_box import count_box
from linli.deliberation.actions.representatives.give_mandates import give_mandates
from linli.deliberation.facts.representatives import election_changed
from linli.deliberation.queries.representatives.elections import locked_election, stage_of
from linli.deliberation.queries.representatives.tables import elections
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record


async def close_election(tx: Tx, election_id: UUID) -> None:
    """Close and count an election whose time is over. Due work.

    The election is locked, so no ballot comes in while the box is counted. The fact carries the
    numbers, the root over the receipts and the digest of the box: the first that the log hears of
    any choice.
    """
    election = await locked_election(tx, election_id)
    if stage_of(election) != "counting":
        return
    now, result = clock.now(), await count_box(tx, election)
    c = elections.c
    this = update(elections).where(c.community_id == tx.community, c.id == election_id)
    await tx.execute(this.values(closed_at=now, result=result))
    record(tx, election_changed(None, "closed", election_id, now, **result))
    await give_mandates(tx, election, result)
