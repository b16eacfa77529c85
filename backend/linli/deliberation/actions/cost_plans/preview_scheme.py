from uuid import UUID

from linli.deliberation.actions.cost_plans.work_out import work_out
from linli.deliberation.queries.cost_plans.plans import find_plan
from linli.deliberation.schemas.cost_plans.scheme import RulesIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def preview_scheme(tx: Tx, actor: Actor, plan_id: UUID, body: RulesIn) -> Row:
    """What a scheme would come to. Nothing is kept.

    Raises:
        Problem: 404; 422 as ``work_out``.
    """
    await find_plan(tx, actor, plan_id)
    found = await work_out(tx, plan_id, body)
    return {"net_fen": found.net_fen, "shares_digest": found.shares_digest, **found.summary}
