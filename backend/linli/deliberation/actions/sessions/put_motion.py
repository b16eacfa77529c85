from collections.abc import Sequence

from sqlalchemy import insert, select

from linli.deliberation.actions.sessions.decidable import require_decidable
from linli.deliberation.actions.sessions.room import locked_session, seen_by_all
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.tables import motions
from linli.deliberation.schemas.session_room import MotionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import Problem
from linli.kernel.sync.items import SyncItem, Verdict


async def put_motion(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Put a motion to the representatives.

    Rejected: 409 as ``require_decidable``, ``motion_open`` while another one is, or
    ``session_moved``; 422 ``unknown_agenda_item``.
    """
    return await receive_each(tx, actor, items, motions, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: MotionIn = item.payload
    await locked_session(tx, told.session_id, ("in_session",))
    await require_decidable(tx, told.session_id, told.agenda_item_id)
    m = motions.c
    others = (m.community_id == tx.community, m.session_id == told.session_id)
    if await tx.scalar(select(m.id).where(*others, m.closed_at.is_(None))) is not None:
        raise Problem(409, "motion_open")
    row = created(tx, actor, item, **told.model_dump())
    await tx.execute(insert(motions).values(row))
    await seen_by_all(tx, told.session_id)
    public = {"session": told.session_id, "agenda_item": told.agenda_item_id, "words": told.words}
    return record(tx, about("motion", "put", "motion", item.id, clock.now(), actor, public))
