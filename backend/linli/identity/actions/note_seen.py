"""Noting that a session is in use."""

from uuid import UUID

import structlog
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError

from linli.identity.models import Session
from linli.identity.rules.sessions import SEEN_EVERY
from linli.kernel import clock
from linli.kernel.db.database import Database, DatabaseBusyError
from linli.kernel.db.rows import table

log = structlog.get_logger("linli.identity")


async def note_seen(database: Database, session_id: UUID) -> None:
    """Move "last seen" on, in a transaction of its own; nobody waits for it.

    A failure is only logged: the next request notes it again.
    """
    now = clock.now()
    c = table(Session).c
    due = (c.id == session_id, c.last_seen_at <= now - SEEN_EVERY)
    try:
        async with database.transaction(write=True) as tx:
            await tx.execute(update(table(Session)).where(*due).values(last_seen_at=now))
    except (SQLAlchemyError, DatabaseBusyError) as error:
        log.warning("session.not_noted", error=type(error).__name__)
