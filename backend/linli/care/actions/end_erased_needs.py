from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.care.actions.end_need import Ending, end_need
from linli.care.queries.homes import lock_homes
from linli.care.queries.need_rows import needs
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id


async def end_erased_needs(tx: Tx, person_ids: Collection[UUID]) -> int:
    """End the active needs of persons whose key is gone: a backup brought them back.

    Their content cannot be read by anybody; nobody is to be sent to a door for it. How many.
    """
    c = needs.c
    asks = select(needs).where(
        c.community_id == tx.community, c.person_id.in_(person_ids), c.status == "active"
    )
    found = await tx.rows(asks.order_by(c.id))
    await lock_homes(tx, {need["household_id"] for need in found})
    for need in found:
        await end_need(tx, need, Ending(new_id(), "no_consent", None))
    return len(found)
