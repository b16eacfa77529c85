from uuid import UUID

from linli.care.actions.fold_doors import fold_doors, open_books
from linli.care.facts.canvass import door_reopened
from linli.care.models.canvass import DoorReopening
from linli.care.permissions.canvass import REOPEN_DOOR
from linli.care.queries.doors_to_log import doors_to_log
from linli.care.rules.door_events import Reopening
from linli.care.schemas.canvass import ReopeningIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found

CLOSED = frozenset({"left_alone", "escalated"})


async def reopen_door(tx: Tx, actor: Actor, canvass_id: UUID, body: ReopeningIn) -> bool:
    """Let a door be knocked at again that was left alone or had gone to the lead.

    Returns:
        Whether the reopening is new.

    Raises:
        Problem: 404 without the door in the actor's buildings; 409 ``door_is_open``, or as
            ``create_once``.
    """
    key = canvass_id, body.household_id
    door = (await doors_to_log(tx, [actor.account_id], [key])).get(key)
    reach = actor.reach(REOPEN_DOOR, Scope.BUILDING)
    if door is None or (reach is not None and door.building_id not in reach):
        raise not_found()
    values = {"canvass_id": canvass_id, **body.model_dump(exclude={"id"})}
    if not await create_once(tx, actor, DoorReopening, body, **values):
        return False
    if door.state.state not in CLOSED:
        raise Problem(409, "door_is_open")
    now = clock.now()
    event = Reopening(body.id, now)
    books = await open_books(tx, [door], [(key, event)])
    books[key].enter(event)
    private = {"household": body.household_id, "reason": body.reason}
    record(tx, door_reopened(actor, body.id, now, canvass_id, private))
    await fold_doors(tx, books.values())
    return True
