"""Recognising callers."""

import pytest
from sqlalchemy import literal, select

from factories.identity import make_community, make_member
from linli.identity.actions.start_session import start_session
from linli.identity.queries.callers import _CALLER_WITH_GRANTS, caller_of
from linli.kernel.db.database import Database


async def test_one_statement_tells_who_calls_and_what_they_hold(database: Database) -> None:
    community_id = await make_community(database)
    member = await make_member(database, community_id, "volunteer")
    async with database.transaction(write=True) as tx:
        token = (await start_session(tx, member.account_id, "phone")).token
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        found = await caller_of(tx, token, community_id, demo=False)
    assert found is not None
    assert found.account_id == member.account_id
    assert [grant.role for grant in found.grants] == ["volunteer"]


async def test_strangers_and_made_up_tokens_are_told_apart_from_members(
    database: Database,
) -> None:
    here, elsewhere = await make_community(database), await make_community(database)
    member = await make_member(database, elsewhere, "community_admin")
    async with database.transaction(write=True) as tx:
        token = (await start_session(tx, member.account_id, "phone")).token
    async with database.transaction(write=False) as tx:
        await tx.enter(here)
        stranger = await caller_of(tx, token, here, demo=False)
        assert stranger is not None
        assert stranger.grants == ()
        assert await caller_of(tx, f"{token}x", here, demo=False) is None


async def test_the_statement_of_every_request_reads_by_index_only(database: Database) -> None:
    if database.on_postgres:
        pytest.skip("its planner reads small tables whole, and rightly")
    asked = {"digest": b"x", "community_id": await make_community(database)}
    statement = _CALLER_WITH_GRANTS.statement.compile(
        dialect=database.reader.dialect, compile_kwargs={"render_postcompile": True}
    )
    async with database.transaction(write=False) as tx:
        await tx.rows(select(literal(1)))
        plan = await tx.conn.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {statement}", tuple(str(value) for value in asked.values())
        )
        steps = [row[-1] for row in plan]
    assert len(steps) == 3
    assert all(step.startswith("SEARCH ") for step in steps), steps
