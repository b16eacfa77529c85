from uuid import UUID

from sqlalchemy import and_, select

from linli.care.queries.door_history import reopenings
from linli.care.queries.places import households, in_reach, same_community
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


async def read_reopening(tx: Tx, actor: Actor, reopening_id: UUID) -> Row:
    """That a door was opened again, for those who oversee it.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = reopenings.c
    home = and_(same_community(households, reopenings), households.c.id == c.household_id)
    asks = (
        select(c.id, c.canvass_id, c.household_id, c.reason, c.created_at)
        .join_from(reopenings, households, home)
        .where(
            c.community_id == tx.community,
            c.id == reopening_id,
            in_reach(actor, households.c.building_id),
        )
    )
    row = await tx.row(asks)
    if row is None:
        raise not_found()
    return row
