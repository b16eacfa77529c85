from collections.abc import Collection
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from linli.care.models.door_visit import DoorVisit
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx


async def known_visits(tx: Tx, visit_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Those of these visits that are stored, by id, as they are stored."""
    asked = {"community": tx.community, "ids": list(visit_ids)}
    return {row["id"]: row for row in await tx.rows(_statement(), asked)}


@cache
def _statement() -> Select[Any]:
    visits = table(DoorVisit)
    return select(visits).where(
        visits.c.community_id == bindparam("community"),
        visits.c.id.in_(bindparam("ids", expanding=True)),
    )
