"""Who speaks for the caller's homes."""

from uuid import UUID

from sqlalchemy import select

from linli.community.public import BUILDINGS, homes_of
from linli.deliberation.queries.representatives.mandates import mandates_in_force
from linli.deliberation.queries.representatives.tables import elections
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def read_my_voices(tx: Tx, actor: Actor) -> Row:
    """Who speaks for the buildings in which the actor is at home; empty without a home."""
    codes: dict[UUID, list[str]] = {}
    for home in await homes_of(tx, actor.account_id):
        if home["building_id"] is not None:
            codes.setdefault(home["building_id"], []).append(home["code"])
    if not codes:
        return {"items": []}
    speaking = await mandates_in_force(tx, actor, set(codes))
    running = await _running(tx, set(codes))
    b = BUILDINGS.c
    asks = select(b.id, b.code, b.name).where(b.community_id == tx.community, b.id.in_(codes))
    return {
        "items": [
            {
                "building_id": row["id"],
                "building_code": row["code"],
                "building_name": row["name"],
                "household_codes": codes[row["id"]],
                "representatives": [one for one in speaking if one["building_id"] == row["id"]],
                "election_id": running.get(row["id"]),
            }
            for row in await tx.rows(asks.order_by(b.sort_key))
        ]
    }


async def _running(tx: Tx, building_ids: set[UUID]) -> dict[UUID, UUID]:
    c = elections.c
    asks = select(c.building_id, c.id).where(
        c.community_id == tx.community,
        c.building_id.in_(building_ids),
        c.closed_at.is_(None),
        c.cancelled_at.is_(None),
    )
    return {row["building_id"]: row["id"] for row in await tx.rows(asks)}
