"""Where an account belongs."""

from uuid import UUID

from sqlalchemy import select

from linli.identity.models import Membership
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx


async def communities_of(tx: Tx, account_id: UUID) -> list[UUID]:
    """The communities in which an account has ever held a grant, the earliest first."""
    m = table(Membership).c
    asks = select(m.community_id).where(m.account_id == account_id)
    return [row["community_id"] for row in await tx.rows(asks.order_by(m.since, m.community_id))]
