from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.care.models.care_task import AssistanceVisit
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

visits = table(AssistanceVisit)


async def known_help(tx: Tx, visit_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Those of these assistance visits that are stored, by id, as they are stored."""
    c = visits.c
    asks = select(visits).where(c.community_id == tx.community, c.id.in_(visit_ids))
    return {row["id"]: row for row in await tx.rows(asks)}
