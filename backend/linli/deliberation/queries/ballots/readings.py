"""Who read a paper otherwise than who typed it; never what they read."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import readings
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

_r = readings.c


async def reading_by(tx: Tx, actor: Actor, ballot_id: UUID) -> UUID | None:
    """The id of the reading with which the actor differed about a paper."""
    mine = (_r.ballot_id == ballot_id, _r.created_by == actor.account_id)
    found: UUID | None = await tx.scalar(
        select(_r.id).where(_r.community_id == tx.community, *mine)
    )
    return found


async def is_reading(tx: Tx, row_id: UUID) -> bool:
    """Whether some reading, of whatever paper, has this id."""
    asks = select(_r.id).where(_r.community_id == tx.community, _r.id == row_id)
    return await tx.scalar(asks) is not None


async def differing_readings(tx: Tx, actor: Actor, ballot_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Paper → ``read_otherwise`` by somebody, ``i_read_otherwise``; each of ``ballot_ids``."""
    of_these = (_r.community_id == tx.community, _r.ballot_id.in_(ballot_ids))
    rows = await tx.rows(select(_r.ballot_id, _r.created_by).where(*of_these)) if ballot_ids else []
    anybody = {row["ballot_id"] for row in rows}
    me = {row["ballot_id"] for row in rows if row["created_by"] == actor.account_id}
    return {
        one: {"read_otherwise": one in anybody, "i_read_otherwise": one in me} for one in ballot_ids
    }
