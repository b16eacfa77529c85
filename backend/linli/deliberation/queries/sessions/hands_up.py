from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.sessions.present import mandates_of
from linli.deliberation.queries.sessions.tables import hands
from linli.kernel.db.transaction import Tx


async def hands_up(tx: Tx, motion_id: UUID) -> dict[UUID, str]:
    """The choice of each representative whose hand is up, and who is one still."""
    h = hands.c
    asks = select(h.account_id, h.choice).where(
        h.community_id == tx.community, h.motion_id == motion_id
    )
    mandates = await mandates_of(tx)
    return {
        row["account_id"]: row["choice"]
        for row in await tx.rows(asks)
        if row["account_id"] in mandates
    }
