from uuid import UUID

from sqlalchemy import update

from linli.care.actions.active_need import active_need
from linli.care.actions.need_batch import faulty
from linli.care.actions.need_work import KEEP_DATES, PLAN_TASKS
from linli.care.actions.settle_duties import settle_duties
from linli.care.facts.register import need_fact
from linli.care.models.register import NeedReview
from linli.care.queries.need_rows import needs, needs_by_id
from linli.care.rules.need_dates import date_faults
from linli.care.schemas.need import ReviewIn
from linli.community.public import time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import not_found
from linli.kernel.work.schedule import schedule


async def review_need(tx: Tx, actor: Actor, need_id: UUID, body: ReviewIn) -> bool:
    """Note that a need was looked at and is still there, with new dates.

    Returns:
        Whether the review is new.

    Raises:
        Problem: 404 when there is no such need; 409 ``need_over`` when it has ended; 422 when the
            dates lie before today or too far ahead.
    """
    if need_id not in await needs_by_id(tx, [need_id]):
        raise not_found()
    dates = {"review_on": body.review_on, "ends_on": body.ends_on}
    if not await create_once(tx, actor, NeedReview, body, need_id=need_id, **dates):
        return False
    need = await active_need(tx, need_id)
    today = clock.today(await time_zone_of(tx, tx.community))
    faults = list(date_faults(today, **dates))
    if faults:
        raise faulty(faults)
    this = (needs.c.community_id == tx.community, needs.c.id == need_id)
    await tx.execute(update(needs).where(*this).values(dates | {"version": need["version"] + 1}))
    await settle_duties(tx, [need_id], actor.account_id, "review_due")
    now = clock.now()
    record(tx, need_fact("reviewed", need_id, actor.account_id, now))
    await schedule(tx, KEEP_DATES, need_id, now)
    await schedule(tx, PLAN_TASKS, need_id, now)
    return True
