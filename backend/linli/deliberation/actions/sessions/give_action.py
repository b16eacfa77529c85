from uuid import UUID

from sqlalchemy import select

from linli.community.public import time_zone_of
from linli.deliberation.actions.sessions.action_work import ACTION, morning_of
from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.facts.sessions import about
from linli.deliberation.models.session_outcome import ActionItem
from linli.deliberation.queries.sessions.tables import decisions
from linli.deliberation.schemas.session_outcome import ActionItemIn
from linli.identity.public import is_member
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid
from linli.kernel.work.schedule import schedule


async def give_action(tx: Tx, actor: Actor, session_id: UUID, body: ActionItemIn) -> bool:
    """Give somebody something to do by a day; whether it is new.

    Raises:
        Problem: 404; 422 ``unknown_account`` or ``unknown_decision``; 409 ``session_moved``, or as
            ``create_once``.
    """
    await locked_session(tx, session_id, (*GOING_ON, "closed", "minutes_submitted"))
    if not await is_member(tx, body.owner_account_id):
        raise invalid("/owner_account_id", "unknown_account")
    d = decisions.c
    known = (d.community_id == tx.community, d.session_id == session_id, d.id == body.decision_id)
    if body.decision_id and await tx.scalar(select(d.id).where(*known)) is None:
        raise invalid("/decision_id", "unknown_decision")
    values: Row = {**body.model_dump(exclude={"id"}), "session_id": session_id}
    values |= {"state": "open", "reminders": 0, "version": 1}
    if not await create_once(tx, actor, ActionItem, body, **values):
        return False
    await seen_by_all(tx, session_id)
    public = {"session": session_id, "due_on": body.due_on, "review_on": body.review_on}
    owner, now = body.owner_account_id, clock.now()
    given = about("action_item", "given", "action_item", body.id, now, actor, public, owner=owner)
    record(tx, given)
    zone = await time_zone_of(tx, tx.community)
    await schedule(tx, ACTION, body.id, morning_of(body.due_on, zone))
    return True
