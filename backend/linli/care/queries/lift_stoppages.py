from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select

from linli.care.queries.help_plans import stoppages
from linli.community.public import BUILDINGS, STAIRWELLS
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found


async def list_lift_stoppages(
    tx: Tx, _actor: Actor, page: PageAsked, building_id: UUID | None
) -> Row:
    """Stoppages, past ones too, the earliest first; all members may know."""
    asks = _stoppages(tx)
    if building_id is not None:
        asks = asks.where(stoppages.c.building_id == building_id)
    keys = [stoppages.c.stopped_from, stoppages.c.id]
    return await page_of(tx, asks, keys, page, "lift stoppages", building_id)


async def read_lift_stoppage(tx: Tx, _actor: Actor, stoppage_id: UUID) -> Row:
    """One stoppage.

    Raises:
        Problem: 404.
    """
    row = await tx.row(_stoppages(tx).where(stoppages.c.id == stoppage_id))
    if row is None:
        raise not_found()
    return row


def _stoppages(tx: Tx) -> Select[Any]:
    c = stoppages.c
    names = ("id", "project_id", "building_id", "stairwell_id", "stopped_from", "stopped_until")
    building = and_(BUILDINGS.c.community_id == c.community_id, BUILDINGS.c.id == c.building_id)
    stairwell = and_(STAIRWELLS.c.community_id == c.community_id, STAIRWELLS.c.id == c.stairwell_id)
    return (
        select(
            *[c[name] for name in names],
            c.reason,
            c.version,
            BUILDINGS.c.code.label("building_code"),
            STAIRWELLS.c.code.label("stairwell_code"),
        )
        .join(BUILDINGS, building)
        .outerjoin(STAIRWELLS, stairwell)
        .where(c.community_id == tx.community)
    )
