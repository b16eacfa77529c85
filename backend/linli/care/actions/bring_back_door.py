from uuid import UUID

from linli.care.actions.fold_doors import REVISIT
from linli.care.facts.canvass import door_came_to
from linli.care.queries.door_to_follow import door_to_follow
from linli.care.queries.doors_today import MISSED_AFTER
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def bring_back_door(tx: Tx, door_id: UUID) -> None:
    """Record that a door is due again and, a week later, that nobody came.

    The day's list shows the door by its time alone; the facts are what reminds people. A visit in
    the meantime has moved the time, or taken it away.
    """
    door, now = await door_to_follow(tx, door_id), clock.now()
    if door.due_at is None or door.is_over:
        return
    missed_at = door.due_at + MISSED_AFTER
    if door.due_at > now:
        await schedule(tx, REVISIT, door_id, door.due_at)
    elif missed_at > now:
        record(tx, door_came_to("due", door_id, now, canvass=door.canvass_id))
        await schedule(tx, REVISIT, door_id, missed_at)
    else:
        record(tx, door_came_to("missed", door_id, now, canvass=door.canvass_id))
