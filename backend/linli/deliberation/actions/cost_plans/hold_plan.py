"""Holding a plan while it is changed: one at a time, and never after a ballot adopted a scheme."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.cost_plans.tables import MINE, PLAN, adoptions, plans, schemes
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found

_HELD = Fast(
    select(plans.c.id, plans.c.project_id, plans.c.version, plans.c.published_at)
    .where(plans.c.community_id == MINE, plans.c.id == PLAN)
    .with_for_update()
)
_ADOPTED = Fast(
    select(adoptions.c.id).where(adoptions.c.community_id == MINE, adoptions.c.plan_id == PLAN)
)


async def hold_plan(tx: Tx, plan_id: UUID) -> Row:
    """The plan's row, which nobody else changes until this transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    plan = await tx.row(_HELD, {"community_id": tx.community, "plan_id": plan_id})
    if plan is None:
        raise not_found()
    return plan


async def plan_of_scheme(tx: Tx, scheme_id: UUID) -> UUID:
    """The plan that a scheme belongs to.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = schemes.c
    asks = select(c.plan_id).where(c.community_id == tx.community, c.id == scheme_id)
    plan_id: UUID | None = await tx.scalar(asks)
    if plan_id is None:
        raise not_found()
    return plan_id


async def refuse_held(tx: Tx, scheme_id: UUID) -> None:
    """Check that no ballot round asks about a scheme, and hold it.

    Raises:
        Problem: 409 ``scheme_in_ballot``.
    """
    c = schemes.c
    asks = select(c.held_by_round).where(c.community_id == tx.community, c.id == scheme_id)
    if await tx.scalar(asks.with_for_update()) is not None:
        raise Problem(409, "scheme_in_ballot")


async def refuse_frozen(tx: Tx, plan_id: UUID) -> None:
    """Check that no ballot has adopted a scheme of the plan; hold the plan first.

    Raises:
        Problem: 409 ``scheme_frozen``.
    """
    if await tx.row(_ADOPTED, {"community_id": tx.community, "plan_id": plan_id}) is not None:
        raise Problem(409, "scheme_frozen")
