"""What the secretary does at the desk arrives by ``sync``, in the order in which it was done."""

from collections.abc import Sequence

from sqlalchemy import insert

from linli.deliberation.actions.sessions.close_motion import close_motion
from linli.deliberation.actions.sessions.give_floor import end_turn, give_floor
from linli.deliberation.actions.sessions.hold_session import (
    close_session,
    open_session,
    take_recess,
)
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.actions.sessions.take_up_item import take_up_item
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.tables import desk_steps
from linli.deliberation.schemas.session_room import DeskStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.sync.items import SyncItem, Verdict

_ABOUT_ONE = {
    "take_up": take_up_item,
    "call": give_floor,
    "end_turn": end_turn,
    "count_taps": close_motion,
}
_OF_SESSION = {"recess": take_recess, "close": close_session}


async def step_at_desk(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Go on with a session as its desk did: also what was done while the network was away.

    A session that was opened in time is open, however late that arrives.

    Rejected: as what is done raises, for example 409 ``motion_open`` or ``session_moved``.
    """
    return await receive_each(tx, actor, items, desk_steps, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: DeskStepIn = item.payload
    async with tx.savepoint():
        await _do(tx, actor, item, told)
    row = created(tx, actor, item, **told.model_dump())
    await tx.execute(insert(desk_steps).values(row))
    subject, at = ("desk_step", item.id), told.happened_at
    public = {"session": told.session_id, "what": told.what}
    return record(tx, about("desk_step", "taken", *subject, at, actor, public))


async def _do(tx: Tx, actor: Actor, item: SyncItem, told: DeskStepIn) -> None:
    if told.what == "open":
        at = item.happened(told.happened_at, clock.now())
        await open_session(tx, actor, told.session_id, at)
    elif told.about is None:
        await _OF_SESSION[told.what](tx, actor, told.session_id)
    else:
        await _ABOUT_ONE[told.what](tx, actor, told.session_id, told.about)
