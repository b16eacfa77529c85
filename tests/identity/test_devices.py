"""Sessions: how they end (ASVS 5.0: 7.3.1, 7.3.2, 7.4.1, 7.4.2, 7.5.2)."""

from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from factories.clock import Clock
from factories.identity import make_account, make_member, sign_in, signed_in_client
from linli.identity.actions.close_account import close_account
from linli.identity.actions.end_sessions import end_sessions
from linli.identity.models import Account, Session
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table

SESSION = "/api/v1/session"
SESSIONS = "/api/v1/sessions"


async def test_i_see_my_own_devices_and_which_one_this_is(app: FastAPI, database: Database) -> None:
    mine, other = await make_account(database), await make_account(database)
    async with (
        signed_in_client(app, mine) as phone,
        signed_in_client(app, mine),
        signed_in_client(app, other),
    ):
        devices = (await phone.get(SESSIONS)).json()["items"]
    assert len(devices) == 2
    assert [device["current"] for device in devices].count(True) == 1
    assert set(devices[0]) == {"id", "device_name", "created_at", "last_seen_at", "current"}


async def test_a_lost_phone_is_signed_out_from_another(app: FastAPI, database: Database) -> None:
    mine = await make_account(database)
    async with signed_in_client(app, mine) as here, signed_in_client(app, mine) as lost:
        devices = (await here.get(SESSIONS)).json()["items"]
        (other,) = [device["id"] for device in devices if not device["current"]]
        assert (await here.delete(f"{SESSIONS}/{other}")).status_code == 204
        assert (await lost.get(SESSION)).status_code == 401
        assert (await here.get(SESSION)).status_code == 200
        assert (await here.delete(f"{SESSIONS}/{other}")).status_code == 404


async def test_nobody_signs_a_strangers_phone_out(app: FastAPI, database: Database) -> None:
    mine, theirs = await make_account(database), await make_account(database)
    async with signed_in_client(app, mine) as me, signed_in_client(app, theirs) as them:
        (device,) = (await them.get(SESSIONS)).json()["items"]
        assert (await me.delete(f"{SESSIONS}/{device['id']}")).status_code == 404
        assert (await them.get(SESSION)).status_code == 200


@pytest.mark.parametrize("days", [30, 31])
async def test_an_unused_session_ends(
    app: FastAPI, database: Database, hands: Clock, days: int
) -> None:
    async with signed_in_client(app, await make_account(database)) as client:
        hands.pass_by(days=days)
        assert (await client.get(SESSION)).status_code == 401


async def test_a_used_session_lives_on_but_not_for_ever(
    app: FastAPI, database: Database, hands: Clock
) -> None:
    authenticator = app.state.authenticator
    async with signed_in_client(app, await make_account(database)) as client:
        for _ in range(4):
            hands.pass_by(days=20)
            assert (await client.get(SESSION)).status_code == 200
            await authenticator.settle()
        hands.pass_by(days=11)
        assert (await client.get(SESSION)).status_code == 401


async def test_reading_often_writes_last_seen_at_most_every_few_minutes(
    app: FastAPI, database: Database, hands: Clock
) -> None:
    mine = await make_account(database)

    async def last_seen() -> object:
        await app.state.authenticator.settle()
        async with database.transaction(write=False) as tx:
            s = table(Session).c
            return await tx.scalar(select(s.last_seen_at).where(s.account_id == mine.account_id))

    async with signed_in_client(app, mine) as client:
        begun = await last_seen()
        hands.pass_by(minutes=4)
        await client.get(SESSION)
        assert await last_seen() == begun
        hands.pass_by(minutes=1)
        await client.get(SESSION)
        assert await last_seen() == hands.moment


async def test_a_closed_account_is_out_at_once(app: FastAPI, database: Database) -> None:
    mine = await make_account(database)
    async with signed_in_client(app, mine) as client:
        account = table(Account)
        async with database.transaction(write=True) as tx:
            this = update(account).where(account.c.id == mine.account_id)
            await tx.execute(this.values(closed_at=account.c.created_at))
        assert (await client.get(SESSION)).status_code == 401
        assert (await sign_in(client, mine.login)).status_code == 401


async def test_closing_an_account_ends_its_sessions_for_good(
    app: FastAPI, database: Database
) -> None:
    """They stay ended, even if the account were opened again."""
    mine, account = await make_account(database), table(Account)
    async with signed_in_client(app, mine) as client:
        async with database.transaction(write=True) as tx:
            await close_account(tx, mine.login)
        assert (await client.get(SESSION)).status_code == 401
        async with database.transaction(write=True) as tx:
            this = update(account).where(account.c.id == mine.account_id)
            await tx.execute(this.values(closed_at=None))
        assert (await client.get(SESSION)).status_code == 401


async def test_ended_sessions_open_no_community_either(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    mine = await make_member(database, community_id, "community_admin")
    members = f"/api/v1/communities/{community_id}/members"
    async with signed_in_client(app, mine) as client:
        assert (await client.get(members)).status_code == 200
        async with database.transaction(write=True) as tx:
            assert await end_sessions(tx, mine.account_id) == 1
        assert (await client.get(members)).status_code == 401


async def test_a_guessed_token_opens_nothing(client: httpx.AsyncClient) -> None:
    for token in (b"", b"x", b"x" * 43, b"\xff\xfe"):
        answer = await client.get(SESSION, headers=[(b"Cookie", b"__Host-linli=" + token)])
        assert answer.status_code == 401
