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
    """All groups: those of now by name, then those that have ended."""
    return await tx.rows(_asks(tx).order_by(_g.ended_at.is_not(None), _g.name, _g.id))


async def read_group(tx: Tx, group_id: UUID, *, lock: bool = False) -> Row:
    """One group; locked, nobody changes it or gives a role on it before the transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    asks = _asks(tx).where(_g.id == group_id)
    row = await tx.row(asks.with_for_update() if lock else asks)
    if row is None:
        raise not_found()
    return row


def _asks(tx: Tx) -> Select[Any]:
    shown = (_g.id, _g.kind, _g.name, _g.version, _g.created_at, _g.ended_at)
    return select(*shown).where(_g.community_id == tx.community)
