from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.community.models import HandbookDocument
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx


async def missing_documents(tx: Tx, document_ids: Collection[UUID]) -> set[UUID]:
    """Which of these are no handbook documents of the community."""
    if not document_ids:
        return set()
    c = table(HandbookDocument).c
    asks = select(c.id).where(c.community_id == tx.community, c.id.in_(document_ids))
    return set(document_ids) - {row["id"] for row in await tx.rows(asks)}
