from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from linli.care.actions.end_need import Ending, end_need
from linli.care.actions.need_work import KEEP_DATES
from linli.care.actions.raise_duties import Duty, raise_duties
from linli.care.queries.homes import lock_homes
from linli.care.queries.need_rows import locked_need, needs_by_id
from linli.care.rules.need_dates import ENDINGS, Event, NeedDates, events_ahead
from linli.care.rules.need_words import DutyKind
from linli.community.public import time_zone_of
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.work.schedule import schedule

_DUTIES: dict[Event, DutyKind] = {
    "consent_due": "consent_due",
    "no_consent": "no_consent",
    "review_due": "review_due",
    "review_missed": "review_missed",
}
"""What the social worker hears of; that a planned end came is no news."""


async def keep_dates(tx: Tx, need_id: UUID) -> None:
    """Do for a need what its dates say is due, and come back for the next one. Due work.

    What has passed its grace ends and is erased, and the social worker hears of it.
    """
    found = (await needs_by_id(tx, [need_id])).get(need_id)
    if found is None:
        return
    await lock_homes(tx, [found["household_id"]])
    need = await locked_need(tx, need_id)
    if need is None or need["status"] != "active":
        return
    zone, now = ZoneInfo(await time_zone_of(tx, tx.community)), clock.now()
    events = events_ahead(_dates(need), zone)
    passed = [event for at, event in events if at <= now]
    await _act(tx, need, passed)
    following = [at for at, _ in events if at > now]
    if following and not ENDINGS.keys() & set(passed):
        await schedule(tx, KEEP_DATES, need_id, min(following))


def _dates(need: Row) -> NeedDates:
    emergency_at: datetime | None = None if need["basis"] == "consent" else need["created_at"]
    return NeedDates(need["review_on"], need["ends_on"], emergency_at)


async def _act(tx: Tx, need: Row, passed: list[Event]) -> None:
    """End the need by the first ending that has passed; raise duties otherwise."""
    ending = next((event for event in passed if event in ENDINGS), None)
    if ending is not None:
        await end_need(tx, need, Ending(new_id(), ENDINGS[ending], None))
        passed = [ending]
    duties = [_DUTIES[event] for event in passed if event in _DUTIES]
    home = need["household_id"]
    await raise_duties(tx, [Duty(duty, "assistance_need", need["id"], home) for duty in duties])
