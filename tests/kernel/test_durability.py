"""A commit is answered once it is on the disk: neither database was told to be quicker."""

from sqlalchemy import text

from linli.kernel.db.database import Database

FULL = 2
"""SQLite's ``synchronous``: each commit waits until the disk has it."""


async def test_a_commit_waits_for_the_disk(database: Database) -> None:
    async with database.transaction(write=True) as tx:
        if tx.conn.dialect.name == "sqlite":
            assert await tx.scalar(text("PRAGMA synchronous")) == FULL
            assert await tx.scalar(text("PRAGMA journal_mode")) == "wal"
        else:
            assert await tx.scalar(text("SHOW synchronous_commit")) == "on"
