"""Who stands in an election, and who was asked to."""

from uuid import UUID

from sqlalchemy import or_, select, true

from linli.deliberation.queries.representatives.tables import candidacies
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

STANDS = "standing"
ASKED = "asked"
"""Nominated, and has said neither yes nor no."""


async def candidates_of(tx: Tx, actor: Actor, election: Row, *, sees_all: bool) -> list[Row]:
    """Those who stand, by name; who was only asked is known to both sides and to the office."""
    c = candidacies.c
    me = actor.account_id
    seen = or_(c.state == STANDS, c.account_id == me, c.created_by == me)
    asks = select(c.id, c.account_id, c.state, c.statement).where(
        c.community_id == tx.community,
        c.election_id == election["id"],
        true() if sees_all else seen,
    )
    rows = await tx.rows(asks)
    names = await names_of(tx, {row["account_id"] for row in rows}) if rows else {}
    votes = (election["result"] or {}).get("votes")
    shown = [
        {
            **row,
            "name": names.get(row["account_id"], ""),
            "is_me": row["account_id"] == me,
            "votes": votes.get(str(row["id"])) if votes else None,
        }
        for row in rows
    ]
    return sorted(shown, key=lambda row: (row["name"], row["id"]))


async def standing_in(tx: Tx, election_id: UUID) -> dict[UUID, UUID]:
    """Who stands: candidacy → account."""
    c = candidacies.c
    asks = select(c.id, c.account_id).where(
        c.community_id == tx.community, c.election_id == election_id, c.state == STANDS
    )
    return {row["id"]: row["account_id"] for row in await tx.rows(asks)}


async def locked_candidacy(tx: Tx, election_id: UUID, candidacy_id: UUID) -> Row:
    """A candidacy of an election, locked.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = candidacies.c
    asks = select(candidacies).where(
        c.community_id == tx.community, c.election_id == election_id, c.id == candidacy_id
    )
    row = await tx.row(asks.with_for_update())
    if row is None:
        raise not_found()
    return row
