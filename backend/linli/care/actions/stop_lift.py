from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select

from linli.care.actions.need_work import PLAN_TASKS
from linli.care.facts.register import register_fact
from linli.care.models.lift_stoppage import LiftStoppage
from linli.care.queries.need_rows import needs
from linli.care.schemas.lift_stoppage import LiftStoppageIn
from linli.community.public import HOUSEHOLDS, STAIRWELLS, buildings_of_project
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid
from linli.kernel.work.schedule import schedule_many


async def stop_lift(tx: Tx, actor: Actor, body: LiftStoppageIn) -> bool:
    """Announce that a lift stands still: who needs help on those stairs gets it every day.

    Returns:
        Whether the stoppage is new.

    Raises:
        Problem: 422 when the project does not concern the building, or the building has no such
            stairwell; 409 ``conflict``.
    """
    concerned = await buildings_of_project(tx, body.project_id)
    if concerned is None:
        raise invalid("/project_id", "unknown_project")
    if body.building_id not in concerned:
        raise invalid("/building_id", "not_in_project")
    if body.stairwell_id is not None and not await _belongs(tx, body):
        raise invalid("/stairwell_id", "unknown_stairwell")
    values = body.model_dump(exclude={"id"})
    if not await create_once(tx, actor, LiftStoppage, body, version=1, **values):
        return False
    record(tx, register_fact("set", "lift_stoppage", body.id, actor.account_id, clock.now()))
    await replan_stairs(tx, body.building_id)
    return True


async def _belongs(tx: Tx, body: LiftStoppageIn) -> bool:
    c = STAIRWELLS.c
    asks = select(c.id).where(
        c.community_id == tx.community,
        c.id == body.stairwell_id,
        c.building_id == body.building_id,
    )
    return await tx.row(asks) is not None


async def replan_stairs(tx: Tx, building_id: UUID) -> None:
    """Have the help on the stairs of a building planned anew, right away."""
    home = and_(
        HOUSEHOLDS.c.community_id == needs.c.community_id, HOUSEHOLDS.c.id == needs.c.household_id
    )
    asks = (
        select(needs.c.id)
        .join(HOUSEHOLDS, home)
        .where(
            needs.c.community_id == tx.community,
            needs.c.status == "active",
            needs.c.kind == "stair_support",
            HOUSEHOLDS.c.building_id == building_id,
        )
    )
    affected: Collection[UUID] = sorted(row["id"] for row in await tx.rows(asks))
    await schedule_many(tx, PLAN_TASKS, [(need_id, clock.now()) for need_id in affected])
