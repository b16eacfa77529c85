from uuid import UUID

from sqlalchemy import func, select, update

from linli.deliberation.actions.cost_plans.hold_plan import hold_plan
from linli.deliberation.facts.cost_plans import plan_changed
from linli.deliberation.queries.cost_plans.tables import plans, schemes
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem


async def publish_plan(tx: Tx, actor: Actor, plan_id: UUID) -> None:
    """Show a plan to every household; published once, it stays so.

    Raises:
        Problem: 404; 409 ``plan_without_scheme``.
    """
    plan = await hold_plan(tx, plan_id)
    if plan["published_at"] is not None:
        return
    c = schemes.c
    of_plan = (c.community_id == tx.community, c.plan_id == plan_id)
    if not await tx.scalar(select(func.count()).select_from(schemes).where(*of_plan)):
        raise Problem(409, "plan_without_scheme")
    now = clock.now()
    said = {"published_at": now, "published_by": actor.account_id, "version": plan["version"] + 1}
    this = (plans.c.community_id == tx.community, plans.c.id == plan_id)
    await tx.execute(update(plans).where(*this).values(**said))
    record(tx, plan_changed(actor, "published", plan_id, now))
