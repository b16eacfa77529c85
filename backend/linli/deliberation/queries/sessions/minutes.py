"""Minutes and who signed them."""

from uuid import UUID

from sqlalchemy import func, select

from linli.deliberation.queries.sessions.photos import photos_of, reads_early
from linli.deliberation.queries.sessions.sessions import session_row
from linli.deliberation.queries.sessions.tables import minutes, signatures
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

_c = minutes.c
NOTHING = {"number": 0, "text": "", "saved_by_name": None, "saved_at": None}


async def read_minutes(tx: Tx, actor: Actor, session_id: UUID) -> Row:
    """The newest minutes and photos: for who writes and signs at any time, for all once published.

    Raises:
        Problem: 404 ``not_found``, also while others may not read them yet.
    """
    session = await session_row(tx, actor, session_id)
    if session["state"] != "published" and not reads_early(actor):
        raise not_found()
    asks = select(_c.number, _c.text, _c.saved_by, _c.saved_at).where(
        _c.community_id == tx.community, _c.session_id == session_id
    )
    row = await tx.row(asks.order_by(_c.number.desc()).limit(1))
    photos = await photos_of(tx, session_id)
    if row is None:
        return {**NOTHING, "photos": photos}
    writer = row.pop("saved_by")
    names = await names_of(tx, {writer})
    return {**row, "saved_by_name": names.get(writer, ""), "photos": photos}


async def minutes_number(tx: Tx, session_id: UUID) -> int:
    """The number of the newest version; 0 while nothing was written."""
    newest = select(func.max(_c.number)).where(
        _c.community_id == tx.community, _c.session_id == session_id
    )
    return int(await tx.scalar(newest) or 0)


async def signatures_of(tx: Tx, session_id: UUID) -> list[Row]:
    """What the parties said to every version, the oldest first."""
    s = signatures.c
    asks = (
        select(s.party, s.number, s.signed, s.reason, s.by_account_id, s.at)
        .where(s.community_id == tx.community, s.session_id == session_id)
        .order_by(s.at, s.id)
    )
    rows = await tx.rows(asks)
    names = await names_of(tx, {row["by_account_id"] for row in rows})
    return [{**row, "by_name": names.get(row["by_account_id"], "")} for row in rows]
