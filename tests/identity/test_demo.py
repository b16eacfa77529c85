"""Made-up accounts never work on a real server."""

from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.identity import (
    PASSWORD,
    client_of,
    make_account,
    make_community,
    serving,
    sign_in,
    signed_in_client,
)
from linli.config import Settings
from linli.identity.actions.hash_password import hash_password
from linli.identity.actions.make_demo_accounts import (
    DemoPerson,
    NotADemoError,
    make_demo_accounts,
)
from linli.identity.queries.demo import DemoAccountsError, refuse_demo_accounts
from linli.identity.rules.roles import ROLES
from linli.kernel.access.actor import Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id
from linli.main import create_app


async def test_every_role_of_the_demo_can_sign_in(
    config: Settings, database: Database, community_id: UUID
) -> None:
    demo = config.model_copy(update={"demo": True})
    mark = new_id().hex[-12:]
    people = [
        DemoPerson(f"{role}-{mark}"[-32:], role, (Grant(role, Scope.COMMUNITY),)) for role in ROLES
    ]
    hashed = await hash_password(PASSWORD)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        made = await make_demo_accounts(tx, demo, people, hashed)
    assert set(made) == {person.login for person in people}
    for person in people:
        async with client_of(serving(demo, database)) as client:
            answer = await sign_in(client, person.login)
            (seat,) = answer.json()["communities"]
            assert [role["role"] for role in seat["roles"]] == [person.display_name]


async def test_demo_accounts_are_not_made_outside_demo_mode(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        with pytest.raises(NotADemoError):
            await make_demo_accounts(tx, app.state.settings, [], "")


async def test_a_real_server_knows_no_demo_account(app: FastAPI, database: Database) -> None:
    made_up = await make_account(database, demo=True)
    async with client_of(app) as client:
        answer = await sign_in(client, made_up.login)
        assert (answer.status_code, answer.json()["code"]) == (401, "wrong_login")
    async with signed_in_client(app, made_up) as client:
        assert (await client.get("/api/v1/session")).status_code == 401


async def test_a_real_server_does_not_start_with_demo_accounts(
    config: Settings, database: Database
) -> None:
    app = create_app(config.model_copy(update={"demo": False}))
    await make_account(database, demo=True)
    await refuse_demo_accounts(database, demo=True)
    with pytest.raises(DemoAccountsError):
        await refuse_demo_accounts(database, demo=False)
    with pytest.raises(DemoAccountsError):
        async with app.router.lifespan_context(app):
            pytest.fail("it started")
