"""That an actor sees a proposal."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.proposals.proposals import sees_drafts
from linli.deliberation.queries.proposals.tables import proposals
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found


async def require_proposal(tx: Tx, actor: Actor, proposal_id: UUID) -> None:
    """Check that a proposal is there for the actor.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = proposals.c
    asks = select(c.id).where(
        c.community_id == tx.community, c.id == proposal_id, sees_drafts(actor)
    )
    if await tx.scalar(asks) is None:
        raise not_found()
