from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, select

from linli.community.public import time_zone_of
from linli.deliberation.actions.sessions.action_work import ACTION, morning_of
from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.models.session_outcome import ActionItem
from linli.deliberation.queries.sessions.tables import actions, decisions
from linli.deliberation.schemas.session_outcome import ActionItemIn, ActionItemSaid, ActionItemTold
from linli.identity.public import is_member
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.http.creation import create_once, was_created
from linli.kernel.problems import invalid
from linli.kernel.sync.items import SyncItem, Verdict
from linli.kernel.work.schedule import schedule

_FRESH = {"state": "open", "reminders": 0, "version": 1}


async def give_action(tx: Tx, actor: Actor, session_id: UUID, body: ActionItemIn) -> bool:
    """Give somebody something to do by a day; whether it is new.

    Raises:
        Problem: 404; 422 ``unknown_account`` or ``unknown_decision``; 409 ``session_moved``, or as
            ``create_once``.
    """
    if await was_created(tx, ActionItem, body):
        return False
    await _require_sound(tx, session_id, body)
    values: Row = {**body.model_dump(exclude={"id"}), **_FRESH, "session_id": session_id}
    if not await create_once(tx, actor, ActionItem, body, **values):
        return False
    await _tell(tx, actor, session_id, body.id, body)
    return True


async def receive_actions(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """The same for what was given out in the room, also without a network.

    Rejected: as ``give_action`` raises.
    """
    return await receive_each(tx, actor, items, actions, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: ActionItemTold = item.payload
    await _require_sound(tx, told.session_id, told)
    row = created(tx, actor, item, **told.model_dump(), **_FRESH)
    await tx.execute(insert(actions).values(row))
    return await _tell(tx, actor, told.session_id, item.id, told)


async def _require_sound(tx: Tx, session_id: UUID, body: ActionItemSaid) -> None:
    await locked_session(tx, session_id, (*GOING_ON, "closed", "minutes_submitted"))
    if not await is_member(tx, body.owner_account_id):
        raise invalid("/owner_account_id", "unknown_account")
    d = decisions.c
    known = (d.community_id == tx.community, d.session_id == session_id, d.id == body.decision_id)
    if body.decision_id and await tx.scalar(select(d.id).where(*known)) is None:
        raise invalid("/decision_id", "unknown_decision")


async def _tell(
    tx: Tx, actor: Actor, session_id: UUID, action_id: UUID, body: ActionItemSaid
) -> Recorded:
    await seen_by_all(tx, session_id)
    public = {"session": session_id, "due_on": body.due_on, "review_on": body.review_on}
    owner, now = body.owner_account_id, clock.now()
    zone = await time_zone_of(tx, tx.community)
    await schedule(tx, ACTION, action_id, morning_of(body.due_on, zone))
    subject = ("action_item", action_id)
    return record(tx, about("action_item", "given", *subject, now, actor, public, owner=owner))
