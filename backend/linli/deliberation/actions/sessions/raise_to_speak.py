from collections.abc import Sequence

from sqlalchemy import insert, select

from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.present import is_here
from linli.deliberation.queries.sessions.tables import agenda, requests
from linli.deliberation.schemas.session_room import SpeakingRequestIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import Problem, invalid
from linli.kernel.sync.items import SyncItem, Verdict


async def raise_to_speak(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take hands raised to speak; who raises one twice keeps the first.

    Rejected: 409 ``not_present``, ``item_over`` or ``session_moved``; 422 ``unknown_agenda_item``.
    """
    return await receive_each(tx, actor, items, requests, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: SpeakingRequestIn = item.payload
    await locked_session(tx, told.session_id, GOING_ON)
    if not await is_here(tx, told.session_id, actor.account_id):
        raise Problem(409, "not_present")
    await _require_item(tx, told)
    is_up = await _is_up(tx, actor, told)
    if not is_up:
        row = created(tx, actor, item, account_id=actor.account_id, side=str(told.side))
        row |= {"session_id": told.session_id, "agenda_item_id": told.agenda_item_id}
        await tx.execute(insert(requests).values(row))
        await seen_by_all(tx, told.session_id)
    verb, public = ("repeated" if is_up else "raised"), {"session": told.session_id}
    subject = ("speaking_request", item.id)
    at = told.happened_at
    return record(tx, about("hand_to_speak", verb, *subject, at, actor, public, side=told.side))


async def _require_item(tx: Tx, told: SpeakingRequestIn) -> None:
    a = agenda.c
    this = (a.community_id == tx.community, a.id == told.agenda_item_id)
    here = (*this, a.session_id == told.session_id, a.withdrawn_at.is_(None))
    row = await tx.row(select(a.closed_at).where(*here))
    if row is None:
        raise invalid("/agenda_item_id", "unknown_agenda_item")
    if row["closed_at"] is not None:
        raise Problem(409, "item_over")


async def _is_up(tx: Tx, actor: Actor, told: SpeakingRequestIn) -> bool:
    r = requests.c
    mine = (r.community_id == tx.community, r.agenda_item_id == told.agenda_item_id)
    up = (*mine, r.account_id == actor.account_id, r.ended_at.is_(None), r.withdrawn_at.is_(None))
    return await tx.scalar(select(r.id).where(*up)) is not None
