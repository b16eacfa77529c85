from sqlalchemy import select

from linli.community.public import PROJECTS
from linli.deliberation.facts.cost_plans import plan_changed
from linli.deliberation.models.cost_plans import CostPlan
from linli.deliberation.schemas.cost_plans.plan import PlanIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid


async def make_plan(tx: Tx, actor: Actor, body: PlanIn) -> bool:
    """Make a cost plan of a project, as a draft; whether it is new.

    Raises:
        Problem: 422 ``unknown_project``; 409 as ``create_once``.
    """
    known = (PROJECTS.c.community_id == tx.community, PROJECTS.c.id == body.project_id)
    if await tx.scalar(select(PROJECTS.c.id).where(*known)) is None:
        raise invalid("/project_id", "unknown_project")
    values = body.model_dump(exclude={"id"})
    is_new = await create_once(tx, actor, CostPlan, body, **values, version=1)
    if is_new:
        record(tx, plan_changed(actor, "made", body.id, clock.now(), project=body.project_id))
    return is_new
