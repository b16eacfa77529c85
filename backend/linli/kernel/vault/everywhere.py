"""All communities of a server, for what concerns its keys as a whole."""

from uuid import UUID

from sqlalchemy import select

from linli.kernel.db.database import Database
from linli.kernel.db.rows import metadata


async def communities(database: Database) -> list[UUID]:
    """All communities, the oldest first."""
    c = metadata.tables["community"].c
    async with database.transaction(write=False) as tx:
        return [row["id"] for row in await tx.rows(select(c.id).order_by(c.created_at, c.id))]
