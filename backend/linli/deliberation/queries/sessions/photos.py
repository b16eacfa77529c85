"""Photos of the minutes."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from linli.deliberation.permissions.sessions import HOLD_SESSION, SIGN_MINUTES
from linli.deliberation.queries.sessions.tables import photos, sessions
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx

_c = photos.c


def reads_early(actor: Actor) -> bool:
    """Whether somebody reads minutes before they are published: who writes or signs them."""
    return actor.may(HOLD_SESSION) or actor.may(SIGN_MINUTES)


def in_minutes(tx: Tx, session_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """The photos of a session's minutes that were not taken out."""
    mine = (_c.community_id == tx.community, _c.session_id == session_id)
    return (*mine, _c.withdrawn_at.is_(None))


async def photos_of(tx: Tx, session_id: UUID) -> list[Row]:
    """The photos in the order of taking, each with its file."""
    asks = select(_c.id, _c.taken_at, _c.created_by).where(*in_minutes(tx, session_id))
    rows = await tx.rows(asks.order_by(_c.taken_at, _c.id))
    names = await names_of(tx, {row["created_by"] for row in rows})
    files = await slots_of(tx, [row["id"] for row in rows])
    return [
        {**row, **file, "by_name": names.get(row.pop("created_by"), "")}
        for row in rows
        for file in files.get(row["id"], [])[:1]
    ]


async def hashes_of(tx: Tx, session_id: UUID) -> list[str]:
    """What the photos are, for the public log: whoever has a photo can find it there."""
    rows = await tx.rows(select(_c.sha256).where(*in_minutes(tx, session_id)))
    return sorted({row["sha256"] for row in rows})


async def visible_photos(tx: Tx, actor: Actor, ids: Collection[UUID]) -> set[UUID]:
    """Which of these photos the actor may see: they go with the minutes."""
    here: Any = and_(sessions.c.community_id == _c.community_id, sessions.c.id == _c.session_id)
    asks = (
        select(_c.id, sessions.c.state)
        .join_from(photos, sessions, here)
        .where(_c.community_id == tx.community, _c.id.in_(ids), _c.withdrawn_at.is_(None))
    )
    early = reads_early(actor)
    return {row["id"] for row in await tx.rows(asks) if early or row["state"] == "published"}
