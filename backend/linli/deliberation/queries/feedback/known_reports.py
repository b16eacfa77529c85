"""What is asked before reports are stored."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select

from linli.community.public import BUILDINGS, STAIRWELLS
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.rules.lifecycles.feedback import COUNTS_DAYS_OPEN
from linli.kernel.db.transaction import Row, Tx

_c = reports.c


async def known_reports(tx: Tx, report_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Those of these reports that are stored, by id."""
    asks = select(reports).where(_c.community_id == tx.community, _c.id.in_(report_ids))
    return {row["id"]: row for row in await tx.rows(asks)}


async def known_places(
    tx: Tx, buildings: Collection[UUID], stairwells: Collection[UUID]
) -> tuple[set[UUID], dict[UUID, UUID]]:
    """Which buildings there are, and which stairwells with the building of each."""
    b, s = BUILDINGS.c, STAIRWELLS.c
    found = await tx.rows(select(b.id).where(b.community_id == tx.community, b.id.in_(buildings)))
    wells = await tx.rows(
        select(s.id, s.building_id).where(s.community_id == tx.community, s.id.in_(stairwells))
    )
    return {row["id"] for row in found}, {row["id"]: row["building_id"] for row in wells}


async def open_roots(tx: Tx, report_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The open report that each of these stands under, itself or the one it was joined to."""
    top = reports.alias("top")
    root = func.coalesce(_c.merged_into_id, _c.id)
    asks = (
        select(_c.id, top.c.id.label("root"))
        .join_from(reports, top, (top.c.community_id == _c.community_id) & (top.c.id == root))
        .where(
            _c.community_id == tx.community,
            _c.id.in_(report_ids),
            top.c.state.in_(sorted(COUNTS_DAYS_OPEN)),
        )
    )
    return {row["id"]: row["root"] for row in await tx.rows(asks)}
