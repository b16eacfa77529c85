from linli.care.actions.replan_all import replan_all
from linli.care.facts.register import register_fact
from linli.care.models.register import CareHoliday
from linli.care.schemas.register import HolidayIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once


async def set_holiday(tx: Tx, actor: Actor, body: HolidayIn) -> bool:
    """Enter a day on which recurring help rests; what was planned on it is taken off.

    Returns:
        Whether the day is new.

    Raises:
        Problem: 409 ``conflict``.
    """
    day = {"on_day": body.on_day, "name": body.name}
    if not await create_once(tx, actor, CareHoliday, body, **day):
        return False
    record(tx, register_fact("set", "care_holiday", body.id, actor.account_id, clock.now()))
    await replan_all(tx)
    return True
