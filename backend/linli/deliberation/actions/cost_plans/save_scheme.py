from uuid import UUID

from linli.deliberation.actions.cost_plans.hold_plan import (
    hold_plan,
    plan_of_scheme,
    refuse_frozen,
)
from linli.deliberation.actions.cost_plans.work_out import work_out
from linli.deliberation.actions.cost_plans.write_version import write_version
from linli.deliberation.models.cost_plans import CostScheme
from linli.deliberation.schemas.cost_plans.scheme import SchemeIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.http.creation import create_once
from linli.kernel.problems import conflict


async def save_scheme(tx: Tx, actor: Actor, plan_id: UUID, body: SchemeIn) -> bool:
    """Save a scheme and work out every home's share; whether it is new.

    Raises:
        Problem: 404; 409 ``scheme_frozen`` or as ``create_once``; 422 as ``work_out``.
    """
    await hold_plan(tx, plan_id)
    values = {"plan_id": plan_id, "title": body.title, "version": 1}
    if not await create_once(tx, actor, CostScheme, body, **values):
        if await plan_of_scheme(tx, body.id) != plan_id:
            raise conflict("id")
        return False
    await refuse_frozen(tx, plan_id)
    await write_version(tx, actor, body.id, 1, body, await work_out(tx, plan_id, body))
    return True
