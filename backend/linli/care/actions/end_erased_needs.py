from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select

from linli.care.actions.end_need import Ending, end_need
from linli.care.queries.homes import lock_homes
from linli.care.queries.need_rows import needs
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id


async def end_erased_needs(tx: Tx, erased: Collection[UUID]) -> int:
    """End the active needs that a backup brought back although they were erased. How many.

    Nobody is to be sent to a door for them.

    Args:
        tx: the open transaction.
        erased: persons whose key is gone, and needs that ended while their person went on.
    """
    c = needs.c
    gone = or_(c.person_id.in_(erased), c.id.in_(erased))
    asks = select(needs).where(c.community_id == tx.community, gone, c.status == "active")
    found = await tx.rows(asks.order_by(c.id))
    await lock_homes(tx, {need["household_id"] for need in found})
    for need in found:
        await end_need(tx, need, Ending(new_id(), "no_consent", None))
    return len(found)
