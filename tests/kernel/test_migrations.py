"""The schema on both databases."""

from pathlib import Path

from linli.kernel.db.database import Database

ROOT = Path(__file__).resolve().parents[2]


async def test_a_migrated_database_refuses_unknown_tables(database: Database) -> None:
    async with database.transaction(write=False) as tx:
        assert tx.community_id is None
