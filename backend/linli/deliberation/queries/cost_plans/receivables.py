"""What homes and payers owe by the adopted scheme of a plan, for the ledger."""

from uuid import UUID

from sqlalchemy import and_, select

from linli.deliberation.queries.cost_plans.tables import adoptions, receivables
from linli.kernel.db.transaction import Row, Tx


async def receivables_of(tx: Tx, plan_id: UUID) -> list[Row]:
    """The receivable list of a plan; empty while no ballot has adopted a scheme.

    Returns:
        Rows of ``id household_id household_code payer due_fen``: a home has its code, the payer of
        reductions its name. Which home was reduced can be read from them: they are the ledger's,
        not the public's.
    """
    r = receivables.c
    of_plan = and_(adoptions.c.community_id == r.community_id, adoptions.c.id == r.adoption_id)
    asks = (
        select(r.id, r.household_id, r.household_code, r.payer, r.due_fen)
        .join_from(receivables, adoptions, of_plan)
        .where(r.community_id == tx.community, adoptions.c.plan_id == plan_id)
        .order_by(r.payer, r.household_code, r.id)
    )
    return await tx.rows(asks)
