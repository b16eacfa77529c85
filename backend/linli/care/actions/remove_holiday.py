from uuid import UUID

from sqlalchemy import update

from linli.care.actions.replan_all import replan_all
from linli.care.facts.register import register_fact
from linli.care.models.register import CareHoliday
from linli.care.queries.holidays import read_holiday
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record


async def remove_holiday(tx: Tx, actor: Actor, holiday_id: UUID) -> None:
    """Strike a day from the calendar; help that rested on it is planned again.

    Raises:
        Problem: 404 when there is no such day.
    """
    await read_holiday(tx, actor, holiday_id)
    days, now = table(CareHoliday), clock.now()
    this = (
        days.c.community_id == tx.community,
        days.c.id == holiday_id,
        days.c.removed_at.is_(None),
    )
    gone = {"removed_at": now, "removed_by": actor.account_id}
    if (await tx.execute(update(days).where(*this).values(gone))).rowcount:
        record(tx, register_fact("removed", "care_holiday", holiday_id, actor.account_id, now))
        await replan_all(tx)
