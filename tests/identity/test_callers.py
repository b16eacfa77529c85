"""Recognising callers."""

from factories.identity import make_community, make_member
from linli.identity.actions.start_session import start_session
from linli.identity.queries.callers import caller_of
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
