"""Groups of volunteers."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from linli.community.models import VolunteerGroup
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

_g = table(VolunteerGroup).c


async def list_groups(tx: Tx) -> list[Row]:
    """All groups, by name."""
    return await tx.rows(_asks(tx).order_by(_g.name))


async def read_group(tx: Tx, group_id: UUID) -> Row:
    """One group.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_asks(tx).where(_g.id == group_id))
    if row is None:
        raise not_found()
    return row


def _asks(tx: Tx) -> Select[Any]:
    return select(_g.id, _g.kind, _g.name, _g.created_at).where(_g.community_id == tx.community)
