"""Papers that were struck out, or that somebody asks to strike out."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import exists, select

from linli.deliberation.queries.ballots.tables import ballots, beside, strike_agreements, strikes
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

_s, _a = strikes.c, strike_agreements.c
STRUCK_OUT = exists().where(beside(strike_agreements, ballots, _a.ballot_id == ballots.c.id))
"""Of a select of ballots: two people struck it out."""


async def strike_of(tx: Tx, ballot_id: UUID) -> Row | None:
    """``id created_by agreed`` of what was asked about a paper."""
    rows = await _rows(tx, [ballot_id])
    return rows[0] if rows else None


async def strikes_of(tx: Tx, actor: Actor, ballot_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Paper → who asked to strike it out and why, and who agreed."""
    rows = await _rows(tx, ballot_ids)
    names = await names_of(
        tx, {row[who] for row in rows for who in ("created_by", "agreed")} - {None}
    )
    return {
        row["ballot_id"]: {
            "reason": row["reason"],
            "asked_at": row["created_at"],
            "asked_by": names.get(row["created_by"]),
            "mine": row["created_by"] == actor.account_id,
            "agreed_by": names.get(row["agreed"]),
            "struck": row["agreed"] is not None,
        }
        for row in rows
    }


async def _rows(tx: Tx, ballot_ids: Collection[UUID]) -> list[Row]:
    if not ballot_ids:
        return []
    agreed = beside(strike_agreements, strikes, _a.strike_id == _s.id)
    asks = (
        select(
            _s.id,
            _s.ballot_id,
            _s.reason,
            _s.created_at,
            _s.created_by,
            _a.id.label("agreement_id"),
            _a.created_by.label("agreed"),
        )
        .outerjoin_from(strikes, strike_agreements, agreed)
        .where(_s.community_id == tx.community, _s.ballot_id.in_(ballot_ids))
    )
    return await tx.rows(asks)
