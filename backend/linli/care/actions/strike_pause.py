from uuid import UUID

from sqlalchemy import select, update

from linli.care.actions.active_need import active_need
from linli.care.actions.need_work import PLAN_TASKS
from linli.care.facts.register import need_fact
from linli.care.queries.need_pauses import pauses
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import not_found
from linli.kernel.work.schedule import schedule


async def strike_pause(tx: Tx, actor: Actor, need_id: UUID, pause_id: UUID) -> None:
    """Let help go on that rested: what was taken off from today on is planned again.

    Striking again changes nothing.

    Raises:
        Problem: 404 when the need has no such pause; 409 ``need_over`` when it has ended.
    """
    c, now = pauses.c, clock.now()
    this = (c.community_id == tx.community, c.id == pause_id, c.need_id == need_id)
    if await tx.scalar(select(c.id).where(*this)) is None:
        raise not_found()
    await active_need(tx, need_id)
    gone = update(pauses).where(*this, c.removed_at.is_(None))
    if (await tx.execute(gone.values(removed_at=now, removed_by=actor.account_id))).rowcount:
        record(tx, need_fact("resumed", need_id, actor.account_id, now))
        await schedule(tx, PLAN_TASKS, need_id, now)
