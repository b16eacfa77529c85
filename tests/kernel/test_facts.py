"""The fact log on both databases."""

import asyncio
from uuid import UUID

import pytest
from sqlalchemy import Executable, delete, select, text, update
from sqlalchemy.exc import DBAPIError

from fixtures.community import MOMENT, new_community
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import Fact, FactNode, FactPrivate
from linli.kernel.facts.record import append_facts, record
from linli.kernel.ids import new_id
from linli.kernel.vault.models import VaultOpening


def draft(**private: str) -> FactDraft:
    return FactDraft("test.thing.done", None, "thing", new_id(), MOMENT, {"n": 1}, private)


async def log_two(database: Database) -> UUID:
    community_id = await new_community(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        record(tx, draft(who="x"))
        record(tx, draft(who="y"))
    return community_id


async def seqs(database: Database, community_id: UUID) -> list[int]:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        c = table(Fact).c
        asks = select(c.seq).where(c.community_id == community_id).order_by(c.seq)
        return [row["seq"] for row in await tx.rows(asks)]


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


async def test_a_rolled_back_transaction_leaves_no_gap(database: Database) -> None:
    community_id = await log_two(database)

    async def fail() -> None:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            record(tx, draft())
            await append_facts(tx)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        record(tx, draft())
    assert await seqs(database, community_id) == [0, 1, 2]


async def test_a_rolled_back_savepoint_takes_its_fact_and_its_followers_with_it(
    database: Database,
) -> None:
    community_id = await new_community(database)
    followed = []

    async def fail(tx: Tx) -> None:
        async with tx.savepoint():
            record(tx, draft())
            tx.after_commit.append(lambda: followed.append("undone"))
            raise ZeroDivisionError

    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        record(tx, draft())
        tx.after_commit.append(lambda: followed.append("done"))
        with pytest.raises(ZeroDivisionError):
            await fail(tx)
    assert await seqs(database, community_id) == [0]
    assert followed == ["done"]


APPEND_ONLY = (Fact, FactNode, VaultOpening)


@pytest.mark.parametrize("model", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["update", "delete"])
async def test_the_database_refuses_to_change_what_is_append_only(
    database: Database, model: type, verb: str
) -> None:
    community_id = await log_two(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        opening = {
            "community_id": community_id,
            "id": new_id(),
            "person_id": new_id(),
            "record_table": "need",
            "record_id": new_id(),
            "actor_id": new_id(),
            "purpose": "test",
            "opened_at": MOMENT,
        }
        await tx.execute(table(VaultOpening).insert().values(opening))
    target = table(model)
    mine = target.c.community_id == community_id
    same = {"community_id": target.c.community_id}
    forgery = delete(target) if verb == "delete" else update(target).values(same)
    with pytest.raises(DBAPIError, match="append-only"):
        await run(database, community_id, forgery.where(mine))


async def test_private_payloads_can_be_erased_but_not_changed(database: Database) -> None:
    community_id = await log_two(database)
    private = table(FactPrivate)
    mine = private.c.community_id == community_id
    with pytest.raises(DBAPIError, match="append-only"):
        await run(database, community_id, update(private).where(mine).values(payload="other"))
    await run(database, community_id, delete(private).where(mine, private.c.seq == 0))
    assert await seqs(database, community_id) == [0, 1]


@pytest.mark.parametrize("name", ["fact", "fact_node", "fact_private", "vault_opening"])
async def test_even_the_owner_cannot_truncate_around_append_only(
    postgres_owner: Database, name: str
) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        await run(postgres_owner, None, text(f"TRUNCATE {name} CASCADE"))


async def run(database: Database, community_id: UUID | None, statement: Executable) -> None:
    async with database.transaction(write=True) as tx:
        if community_id is not None:
            await tx.enter(community_id)
        await tx.execute(statement)
