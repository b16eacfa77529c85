from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from linli.care.actions.fold_doors import ESCALATION
from linli.care.facts.canvass import door_came_to
from linli.care.queries.door_to_follow import door_to_follow
from linli.care.queries.places import doors
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule

REMIND_EVERY = timedelta(days=3)


async def remind_of_door(tx: Tx, door_id: UUID) -> None:
    """Remind of a door that has gone to the building lead, until something happens there.

    The first reminder also shows the door to the office; it ends with the canvass, whose coverage
    keeps showing the door as escalated.
    """
    door, now = await door_to_follow(tx, door_id), clock.now()
    if door.state != "escalated" or door.is_over:
        return
    number = door.reminders + 1
    mine = (doors.c.community_id == tx.community, doors.c.id == door_id)
    await tx.execute(update(doors).where(*mine).values(reminders=number))
    told = {"canvass": door.canvass_id, "reminder": number}
    record(tx, door_came_to("reminded", door_id, now, **told))
    await schedule(tx, ESCALATION, door_id, now + REMIND_EVERY)
