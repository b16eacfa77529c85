from uuid import UUID

from linli.care.actions.active_need import active_need
from linli.care.actions.need_work import PLAN_TASKS
from linli.care.facts.register import need_fact
from linli.care.models.register import NeedPause
from linli.care.queries.need_rows import needs_by_id
from linli.care.schemas.need import PauseIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import not_found
from linli.kernel.work.schedule import schedule


async def pause_need(tx: Tx, actor: Actor, need_id: UUID, body: PauseIn) -> bool:
    """Let recurring help rest for some days; what was planned on them is taken off.

    Returns:
        Whether the pause is new.

    Raises:
        Problem: 404 when there is no such need; 409 ``need_over`` when it has ended.
    """
    if need_id not in await needs_by_id(tx, [need_id]):
        raise not_found()
    days = {"from_on": body.from_on, "until_on": body.until_on}
    if not await create_once(tx, actor, NeedPause, body, need_id=need_id, **days):
        return False
    await active_need(tx, need_id)
    now = clock.now()
    record(tx, need_fact("paused", need_id, actor.account_id, now))
    await schedule(tx, PLAN_TASKS, need_id, now)
    return True
