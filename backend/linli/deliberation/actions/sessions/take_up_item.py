from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.actions.sessions.room import locked_session, seen_by_all
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.tables import agenda, motions, requests
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, not_found


async def take_up_item(tx: Tx, actor: Actor, session_id: UUID, item_id: UUID) -> None:
    """Go on to an item of the agenda; the one before is closed, its speaker has spoken.

    Raises:
        Problem: 404; 409 ``session_moved``, or ``motion_open`` while hands are up.
    """
    await locked_session(tx, session_id, ("in_session",))
    now, a, m, r = clock.now(), agenda.c, motions.c, requests.c
    here = (a.community_id == tx.community, a.session_id == session_id)
    this = (*here, a.id == item_id, a.withdrawn_at.is_(None))
    if await tx.scalar(select(a.id).where(*this)) is None:
        raise not_found()
    up = (m.community_id == tx.community, m.session_id == session_id, m.closed_at.is_(None))
    if await tx.scalar(select(m.id).where(*up)) is not None:
        raise Problem(409, "motion_open")
    before = (*here, a.taken_up_at.is_not(None), a.closed_at.is_(None), a.id != item_id)
    await tx.execute(update(agenda).where(*before).values(closed_at=now))
    await tx.execute(update(agenda).where(*this).values(taken_up_at=now, closed_at=None))
    speaking = (r.community_id == tx.community, r.session_id == session_id)
    floor = (*speaking, r.called_at.is_not(None), r.ended_at.is_(None))
    await tx.execute(update(requests).where(*floor).values(ended_at=now))
    await seen_by_all(tx, session_id)
    public = {"session": session_id}
    record(tx, about("agenda_item", "taken_up", "agenda_item", item_id, now, actor, public))
