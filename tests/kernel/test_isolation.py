"""Communities do not meet: not by mistake, not by a forged id, not by a missing setting."""

import asyncio
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import bindparam, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from conftest import KEYRING
from fixtures.community import MOMENT, new_community
from fixtures.notes import Note
from linli.kernel.db.database import (
    Database,
    UnsafeRoleError,
    open_database,
    refuse_unsafe_role,
)
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id

NOTES = table(Note)


@pytest.fixture
def on_postgres(database: Database) -> Database:
    """Row-level security is PostgreSQL's; SQLite relies on composite keys and queries."""
    if not database.on_postgres:
        pytest.skip("SQLite has no row-level security")
    return database


def note_of(community_id: UUID) -> Row:
    return {
        "community_id": community_id,
        "id": new_id(),
        "body_digest": b"",
        "created_by": new_id(),
        "created_at": MOMENT,
        "version": 1,
        "words": "private",
    }


async def two_communities(database: Database) -> tuple[UUID, UUID]:
    found = []
    for _ in range(2):
        community_id = await new_community(database)
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await tx.execute(insert(NOTES).values(note_of(community_id)))
        found.append(community_id)
    return found[0], found[1]


async def test_without_a_community_nothing_is_seen(on_postgres: Database) -> None:
    await two_communities(on_postgres)
    for write in (False, True):
        async with on_postgres.transaction(write=write) as tx:
            assert await tx.rows(select(NOTES)) == []


async def test_a_query_that_forgets_the_community_sees_only_its_own(on_postgres: Database) -> None:
    first, _ = await two_communities(on_postgres)
    async with on_postgres.transaction(write=False) as tx:
        await tx.enter(first)
        assert {row["community_id"] for row in await tx.rows(select(NOTES))} == {first}


@pytest.mark.parametrize("verb", ["insert", "update", "delete", "move"])
async def test_no_row_of_another_community_can_be_written(on_postgres: Database, verb: str) -> None:
    first, second = await two_communities(on_postgres)
    theirs = NOTES.c.community_id == second
    statements: dict[str, Any] = {
        "insert": insert(NOTES).values(note_of(second)),
        "update": update(NOTES).where(theirs).values(words="taken"),
        "delete": delete(NOTES).where(theirs),
        "move": update(NOTES).where(NOTES.c.community_id == first).values(community_id=second),
    }

    async def attempt() -> int:
        async with on_postgres.transaction(write=True) as tx:
            await tx.enter(first)
            return (await tx.execute(statements[verb])).rowcount

    if verb in {"insert", "move"}:
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt()
    else:
        assert await attempt() == 0
    async with on_postgres.transaction(write=False) as tx:
        await tx.enter(second)
        assert [row["words"] for row in await tx.rows(select(NOTES))] == ["private"]


async def test_a_connection_given_back_carries_no_community_along(on_postgres: Database) -> None:
    first, _ = await two_communities(on_postgres)
    for write in (False, True):
        for _ in range(40):  # more than the pool holds, so that connections are used again
            async with on_postgres.transaction(write=write) as tx:
                await tx.enter(first)
                await tx.scalar(select(NOTES.c.id))
            async with on_postgres.transaction(write=write) as tx:
                setting = text("SELECT current_setting('linli.community_id', true)")
                assert await tx.scalar(setting) in (None, "")


async def test_fast_reads_side_by_side_see_each_their_own_community(database: Database) -> None:
    first, second = await two_communities(database)
    everything = Fast(select(NOTES.c.community_id).where(NOTES.c.words == bindparam("words")))

    async def seen(community_id: UUID | None) -> set[UUID]:
        async with database.transaction(write=False) as tx:
            if community_id is not None:
                await tx.enter(community_id)
            return {row["community_id"] for row in await tx.rows(everything, {"words": "private"})}

    asked = [first, second, None] * 40
    found = await asyncio.gather(*(seen(community_id) for community_id in asked))
    if database.on_postgres:
        assert found == [set() if each is None else {each} for each in asked]
    else:  # composite keys and queries keep communities apart there; this query forgets to
        assert all({first, second} <= each for each in found)


async def test_a_fast_read_cannot_write(on_postgres: Database) -> None:
    for community_id in (None, new_id()):
        with pytest.raises(asyncpg.PostgresError):
            await on_postgres.lane.run("DELETE FROM test_note", [], community_id)


async def test_a_transaction_belongs_to_one_community(database: Database) -> None:
    async with database.transaction(write=False) as tx:
        await tx.enter(new_id())
        with pytest.raises(RuntimeError):
            await tx.enter(new_id())


async def test_a_role_that_row_security_does_not_bind_is_refused(
    postgres_owner: Database, database: Database
) -> None:
    with pytest.raises(UnsafeRoleError):
        await refuse_unsafe_role(postgres_owner)
    await refuse_unsafe_role(database)


async def test_a_role_that_bypasses_row_security_is_refused(
    postgres: str, postgres_owner: Database
) -> None:
    async with postgres_owner.transaction(write=True) as tx:
        await tx.execute(text("CREATE ROLE linli_bypass LOGIN NOSUPERUSER BYPASSRLS"))
    database = open_database(postgres.replace("linli_app@", "linli_bypass@"), KEYRING)
    with pytest.raises(UnsafeRoleError):
        await refuse_unsafe_role(database)
    await database.close()


async def test_the_serving_role_can_change_neither_schema_nor_policies(
    on_postgres: Database,
) -> None:
    async def attempt(statement: str) -> None:
        async with on_postgres.transaction(write=True) as tx:
            await tx.execute(text(statement))

    for statement in (
        "ALTER TABLE fact DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE fact DISABLE TRIGGER ALL",
        "DROP POLICY community ON fact",
        "CREATE TABLE mine (id int)",
        "TRUNCATE fact",
        "SET ROLE postgres",
    ):
        with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
            await attempt(statement)
