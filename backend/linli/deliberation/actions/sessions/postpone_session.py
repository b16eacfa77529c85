from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from linli.deliberation.actions.sessions.room import locked_session, move_session
from linli.deliberation.queries.sessions.profile import profile_and_zone
from linli.deliberation.queries.sessions.tables import agenda, attendances
from linli.deliberation.schemas.sessions import PostponementIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem


async def postpone_session(tx: Tx, actor: Actor, session_id: UUID, body: PostponementIn) -> None:
    """Put a session that has not begun on another day or in another place, and say why.

    Its notice is no more: the agenda can be edited, and another notice announces it. Who said they
    were here was not; that they said so stays in the log.

    Raises:
        Problem: 404; 409 ``session_moved``, or ``weekly_planned`` when the day has a weekly
            session already.
    """
    session = await locked_session(tx, session_id)
    _, zone = await profile_and_zone(tx)
    day = clock.day_of(body.starts_at, zone)
    changes: Row = {"starts_at": body.starts_at, "held_on": day, "noticed_on": None}
    if body.place is not None:
        changes["place"] = body.place
    public = {"held_on": day}
    try:
        async with tx.savepoint():
            told = (session, "planned", "postponed", body.reason, public)
            await move_session(tx, actor, *told, **changes)
    except IntegrityError as taken:
        raise Problem(409, "weekly_planned") from taken
    a, here = agenda.c, attendances.c
    items = (a.community_id == tx.community, a.session_id == session_id)
    unsaid = {"noticed_digest": None, "noticed_subject": None}
    await tx.execute(update(agenda).where(*items).values(**unsaid))
    people = (here.community_id == tx.community, here.session_id == session_id)
    await tx.execute(delete(attendances).where(*people))
