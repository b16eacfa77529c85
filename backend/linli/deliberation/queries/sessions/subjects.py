"""What an agenda item can be about, where its table is known here."""

from uuid import UUID

from sqlalchemy import Table, select

from linli.deliberation.models.cost_plans import CostPlan
from linli.deliberation.models.feedback import Feedback
from linli.deliberation.models.proposals.proposal import Proposal
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx

_TABLES: dict[str, Table] = {
    "feedback": table(Feedback),
    "cost_plan": table(CostPlan),
    "proposal": table(Proposal),
}


async def subject_exists(tx: Tx, kind: str, subject_id: UUID | None) -> bool:
    """Whether there is such a subject; kinds of other contexts are taken at their word."""
    known = _TABLES.get(kind)
    if known is None:
        return True
    c = known.c
    asks = select(c.id).where(c.community_id == tx.community, c.id == subject_id)
    return await tx.scalar(asks) is not None
