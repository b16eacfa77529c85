"""Taking a photo out of the minutes while they may still change."""

from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.actions.sessions.room import locked_session
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.photos import in_minutes
from linli.deliberation.queries.sessions.tables import photos
from linli.deliberation.rules.lifecycles.session import MINUTES_MAY_CHANGE
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.erase import erase_attachments
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import not_found


async def withdraw_photo(tx: Tx, actor: Actor, session_id: UUID, photo_id: UUID) -> None:
    """Take a photo out and erase its file; that it was there, and who took it out, stays.

    Raises:
        Problem: 404; 409 ``session_moved`` once the minutes were handed in.
    """
    await locked_session(tx, session_id, MINUTES_MAY_CHANGE)
    this = (*in_minutes(tx, session_id), photos.c.id == photo_id)
    if await tx.scalar(select(photos.c.id).where(*this)) is None:
        raise not_found()
    now = clock.now()
    changes = {"withdrawn_at": now, "withdrawn_by": actor.account_id}
    await tx.execute(update(photos).where(*this).values(**changes))
    await erase_attachments(tx, photos.name, {photo_id})
    public = {"session": session_id}
    record(tx, about("minutes", "photo_withdrawn", photos.name, photo_id, now, actor, public))
