"""What is answered to whoever sent a ballot: whether it counts, and the receipt."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.keep_ballot import NewBallot
from linli.deliberation.actions.ballots.settle_counted import Settled
from linli.deliberation.queries.ballots.tables import ballots
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import Recorded


def new_answer(new: NewBallot, settled: Settled, recorded: Recorded, ballot_id: UUID) -> Row:
    """What ``ballot_answer`` tells, of a ballot just kept; its fact must have been appended."""
    return {
        "id": ballot_id,
        "elector_id": new.elector["id"],
        "cast_at": new.cast_at,
        "counts": settled.counted == ballot_id,
        "why_not": settled.set_aside.get(ballot_id),
        "receipt": recorded.receipt.as_json(),
    }


async def ballot_answer(tx: Tx, ballot_id: UUID, settled: Settled) -> Row:
    """A ballot's id, elector, time and receipt, and what has become of it. No answers."""
    mine = (ballots.c.community_id == tx.community, ballots.c.id == ballot_id)
    row = await tx.row(select(ballots.c.elector_id, ballots.c.cast_at).where(*mine))
    if row is None:
        raise RuntimeError("the ballot was kept in this transaction or before")
    receipts = await receipts_of(tx, "ballot", [ballot_id])
    return {
        "id": ballot_id,
        **row,
        "counts": settled.counted == ballot_id,
        "why_not": settled.set_aside.get(ballot_id),
        "receipt": receipts[ballot_id].as_json(),
    }
