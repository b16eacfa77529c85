"""The fact log on both databases."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import DBAPIError

from linli.community.models import Community
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import Fact
from linli.kernel.facts.record import append_facts, open_log, record
from linli.kernel.ids import new_id

MOMENT = datetime(2026, 11, 1, 8, tzinfo=UTC)


async def new_community(database: Database):
    community_id = new_id()
    async with database.transaction(write=True) as tx:
        row = {
            "id": community_id,
            "name": "c",
            "time_zone": "Asia/Shanghai",
            "city_profile": "default",
            "created_at": MOMENT,
        }
        await tx.execute(insert(table(Community)).values(row))
        await tx.enter(community_id)
        await open_log(tx)
    return community_id


def draft(**private: str) -> FactDraft:
    return FactDraft("test.thing.done", None, "thing", new_id(), MOMENT, {"n": 1}, private)


async def test_parallel_writers_leave_no_gap_and_no_repeat(database: Database) -> None:
    community_id = await new_community(database)

    async def write() -> int:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            recorded = record(tx, draft(who="x"))
            await append_facts(tx)
            return recorded.receipt.index

    indexes = await asyncio.gather(*[write() for _ in range(20)])
    assert sorted(indexes) == list(range(20))


async def test_a_rolled_back_savepoint_takes_its_fact_with_it(database: Database) -> None:
    community_id = await new_community(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        record(tx, draft())
        with pytest.raises(ZeroDivisionError):
            async with tx.savepoint():
                record(tx, draft())
                raise ZeroDivisionError
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        c = table(Fact).c
        assert len(await tx.rows(select(c.seq).where(c.community_id == community_id))) == 1


async def test_the_database_refuses_to_delete_a_fact(database: Database) -> None:
    community_id = await new_community(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        record(tx, draft())
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await tx.execute(delete(table(Fact)).where(table(Fact).c.community_id == community_id))
