"""Whose ballots were brought with proof and did not come back, by the archive's codes."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from linli.deliberation.queries.ballots.proof import BROUGHT_AS_TOLD, BROUGHT_WITH_PROOF
from linli.deliberation.queries.ballots.tables import beside, counted, electors, results
from linli.deliberation.rules.ballots.weight import Weight, total
from linli.kernel.db.transaction import Row, Tx

_e, _c = electors.c, counted.c
_BACK = exists().where(beside(counted, electors, _c.elector_id == _e.id))


@dataclass(frozen=True)
class Unreturned:
    """Ballots that were brought with proof and did not come back.

    Attributes:
        weight: of their electors.
        codes: of the archive, which the count commits to; ``None`` in a round whose deliveries
            name the elector.
    """

    weight: Weight
    codes: list[str] | None


async def unreturned_now(tx: Tx, round_id: UUID) -> Unreturned:
    """As the round stands; in one read, so that a photo that comes in meanwhile parts nothing."""
    rows = await _missing(tx, round_id, BROUGHT_WITH_PROOF)
    weight = total([Weight(1, row["area_dm2"]) for row in rows])
    named = await _deliveries_name_electors(tx, round_id)
    return Unreturned(weight, None if named else sorted(row["code"] for row in rows))


async def unreturned_codes(tx: Tx, round_id: UUID) -> list[str] | None:
    """What the last count commits to; ``None`` in a round whose deliveries name the elector.

    Who brought a ballot knows the door, so the log's entry of a delivery bears the paper's code.
    """
    r = results.c
    last = select(r.unreturned).where(r.community_id == tx.community, r.round_id == round_id)
    kept: list[str] | None = await tx.scalar(last.order_by(r.number.desc()).limit(1))
    if kept is not None or await _deliveries_name_electors(tx, round_id):
        return kept
    return sorted(row["code"] for row in await _missing(tx, round_id, BROUGHT_AS_TOLD))


def unreturned_document(codes: list[str]) -> dict[str, Any]:
    """``unreturned.json`` of the archive, whose digest the count records."""
    return {"electors": codes}


async def _deliveries_name_electors(tx: Tx, round_id: UUID) -> bool:
    mine = (_e.community_id == tx.community, _e.round_id == round_id)
    of_before = select(_e.id).where(*mine, _e.paper_code.is_(None)).limit(1)
    return await tx.scalar(of_before) is not None


async def _missing(tx: Tx, round_id: UUID, brought: ColumnElement[bool]) -> list[Row]:
    mine = (_e.community_id == tx.community, _e.round_id == round_id)
    return await tx.rows(select(_e.code, _e.area_dm2).where(*mine, brought, ~_BACK))
