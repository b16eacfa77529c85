from sqlalchemy import select

from linli.care.actions.need_work import PLAN_TASKS
from linli.care.queries.need_rows import needs
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.work.schedule import schedule_many


async def replan_all(tx: Tx) -> None:
    """Have all recurring help of the community planned anew, right away."""
    c = needs.c
    asks = select(c.id).where(
        c.community_id == tx.community, c.status == "active", c.weekdays.is_not(None)
    )
    recurring = sorted(row["id"] for row in await tx.rows(asks))
    await schedule_many(tx, PLAN_TASKS, [(need_id, clock.now()) for need_id in recurring])
