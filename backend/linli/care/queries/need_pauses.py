"""Days on which recurring help rests because the person is away."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.care.models.register import NeedPause
from linli.care.rules.recurrence import Days
from linli.community.public import time_zone_of
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

pauses = table(NeedPause)
_c = pauses.c


async def days_of_pauses(tx: Tx, need_id: UUID) -> list[Days]:
    """The first and the last day of each pause of a need that was not struck."""
    asks = select(_c.from_on, _c.until_on).where(
        _c.community_id == tx.community, _c.need_id == need_id, _c.removed_at.is_(None)
    )
    return [(row["from_on"], row["until_on"]) for row in await tx.rows(asks)]


async def coming_pauses(tx: Tx, need_ids: Collection[UUID]) -> dict[UUID, list[Row]]:
    """The pauses of now and to come, the earliest first, by need: ``id from_on until_on``."""
    if not need_ids:
        return {}
    today = clock.today(await time_zone_of(tx, tx.community))
    asks = select(_c.need_id, _c.id, _c.from_on, _c.until_on).where(
        _c.community_id == tx.community,
        _c.need_id.in_(need_ids),
        _c.removed_at.is_(None),
        _c.until_on >= today,
    )
    found: dict[UUID, list[Row]] = {}
    for row in await tx.rows(asks.order_by(_c.from_on, _c.id)):
        found.setdefault(row.pop("need_id"), []).append(row)
    return found
