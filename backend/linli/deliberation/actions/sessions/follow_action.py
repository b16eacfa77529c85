"""Following an action item to its end: progress, the review, and reminders on the way."""

from uuid import UUID

from sqlalchemy import insert, select, update

from linli.community.public import time_zone_of
from linli.deliberation.actions.sessions.action_work import ACTION, REMIND_EVERY, morning_of
from linli.deliberation.facts.sessions import about
from linli.deliberation.permissions.sessions import HOLD_SESSION
from linli.deliberation.queries.sessions.tables import action_steps, actions
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.lifecycles.action_item import ACTION_ITEM, IS_REMINDED
from linli.deliberation.schemas.session_outcome import ActionStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, forbidden, not_found
from linli.kernel.work.schedule import schedule, unschedule

_c = actions.c
OWNERS_MOVES = {None, "in_progress", "done"}
"""What the owner may say; closing, opening again and cancelling come with the review."""


async def note_progress(tx: Tx, actor: Actor, action_id: UUID, body: ActionStepIn) -> None:
    """Note progress on an action item, or let it come to another state.

    Raises:
        Problem: 404; 403 unless it is the actor's or the actor holds sessions; 409
            ``action_moved``, or ``action_reason`` where a reason is kept.
    """
    row = await _locked(tx, action_id)
    holds = actor.may(HOLD_SESSION)
    again = row["state"] in {"done", "closed"} and body.to_state == "in_progress"
    owns = row["owner_account_id"] == actor.account_id and body.to_state in OWNERS_MOVES
    if not holds and (not owns or again):
        raise forbidden()
    if body.to_state is not None:
        _check(row, body)
    now = clock.now()
    step = {
        "community_id": tx.community,
        "id": new_id(),
        "action_item_id": action_id,
        **body.model_dump(),
        "by_account_id": actor.account_id,
        "at": now,
    }
    await tx.execute(insert(action_steps).values(step))
    if body.to_state is not None:
        await _move(tx, row, body.to_state)
    verb, subject = body.to_state or "progressed", ("action_item", action_id)
    record(tx, about("action_item", verb, *subject, now, actor, words=body.words))


def _check(row: Row, body: ActionStepIn) -> None:
    try:
        ACTION_ITEM.check(row["state"], body.to_state or "", body.words or "")
    except RuleBrokenError as broken:
        missing = broken.code == "reason_needed"
        raise (
            Problem(409, "action_reason") if missing else Problem(409, "action_moved")
        ) from broken


async def _move(tx: Tx, row: Row, state: str) -> None:
    this = (_c.community_id == tx.community, _c.id == row["id"])
    await tx.execute(update(actions).where(*this).values(state=state, version=_c.version + 1))
    if state not in IS_REMINDED:
        await unschedule(tx, ACTION, row["id"])
        return
    zone = await time_zone_of(tx, tx.community)
    due = morning_of(row["review_on"] if state == "done" else row["due_on"], zone)
    now = clock.now()
    await schedule(tx, ACTION, row["id"], due if due > now else now + REMIND_EVERY)


async def remind_of_action(tx: Tx, action_id: UUID) -> None:
    """Remind of what is due, or of what waits for its review, until it is closed."""
    row, now = await _locked(tx, action_id), clock.now()
    if row["state"] not in IS_REMINDED:
        return
    number = row["reminders"] + 1
    this = (_c.community_id == tx.community, _c.id == action_id)
    await tx.execute(update(actions).where(*this).values(reminders=number))
    public = {"state": row["state"], "due_on": row["due_on"], "reminder": number}
    record(tx, about("action_item", "reminded", "action_item", action_id, now, None, public))
    await schedule(tx, ACTION, action_id, now + REMIND_EVERY)


async def _locked(tx: Tx, action_id: UUID) -> Row:
    this = (_c.community_id == tx.community, _c.id == action_id)
    row = await tx.row(select(actions).where(*this).with_for_update())
    if row is None:
        raise not_found()
    return row
