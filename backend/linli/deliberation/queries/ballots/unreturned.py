"""Whose ballots were brought with proof and did not come back, by the archive's codes."""

from typing import Any
from uuid import UUID

from sqlalchemy import exists, select, true

from linli.deliberation.queries.ballots.tables import beside, counted, deliveries, electors
from linli.kernel.db.transaction import Tx

_e, _d, _c = electors.c, deliveries.c, counted.c
_BROUGHT = exists().where(beside(deliveries, electors, _d.elector_id == _e.id), _d.proven == true())
_BACK = exists().where(beside(counted, electors, _c.elector_id == _e.id))


async def unreturned_document(tx: Tx, round_id: UUID) -> dict[str, Any] | None:
    """What the count commits to; ``None`` in a round whose deliveries name the elector.

    Who brought a ballot knows the door, so the log's entry of a delivery bears the paper's code.
    """
    mine = (_e.community_id == tx.community, _e.round_id == round_id)
    of_before = select(_e.id).where(*mine, _e.paper_code.is_(None)).limit(1)
    if await tx.scalar(of_before) is not None:
        return None
    rows = await tx.rows(select(_e.code).where(*mine, _BROUGHT, ~_BACK).order_by(_e.code))
    return {"electors": sorted(row["code"] for row in rows)}
