"""Holding a plan while it is changed: one at a time, and never after a ballot adopted a scheme."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.cost_plans.tables import adoptions, plans, schemes
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found


async def hold_plan(tx: Tx, plan_id: UUID) -> Row:
    """The plan's row, which nobody else changes until this transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = plans.c
    asks = select(c.id, c.project_id, c.version, c.published_at).where(
        c.community_id == tx.community, c.id == plan_id
    )
    plan = await tx.row(asks.with_for_update())
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
    c = adoptions.c
    asks = select(c.id).where(c.community_id == tx.community, c.plan_id == plan_id)
    if await tx.scalar(asks) is not None:
        raise Problem(409, "scheme_frozen")
