"""Changing and renewing passwords (ASVS 5.0: 6.2.2, 6.2.3, 6.5.5, 7.4.3, 7.5.1, 11.4.2)."""

import asyncio
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from pwdlib.hashers.argon2 import ARGON2_ENCODED_HASH_REGEX
from sqlalchemy import select

from factories.clock import Clock
from factories.community import make_building
from factories.identity import (
    AccountMade,
    grant,
    make_account,
    make_community,
    make_member,
    sign_in,
    signed_in_client,
)
from linli.identity.actions.check_password import HASH_OF_NOBODY
from linli.identity.actions.hash_password import hash_password, hasher
from linli.identity.models import Account
from linli.identity.rules.throttle import DEVICE
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

NEW = "two lanterns over the stairwell"
USES = "/api/v1/password-link-uses"


async def change(client: httpx.AsyncClient, current: str, new: str = NEW) -> httpx.Response:
    body = {"current_password": current, "new_password": new}
    return await client.put("/api/v1/password", json=body)


async def test_a_changed_password_signs_all_other_devices_out(
    app: FastAPI, client: httpx.AsyncClient, database: Database
) -> None:
    mine = await make_account(database)
    async with signed_in_client(app, mine) as here, signed_in_client(app, mine) as there:
        assert (await change(here, mine.password)).status_code == 204
        assert (await here.get("/api/v1/session")).status_code == 200
        assert (await there.get("/api/v1/session")).status_code == 401
    assert (await sign_in(client, mine.login)).status_code == 401
    assert (await sign_in(client, mine.login, NEW)).status_code == 200


async def test_without_the_current_password_nothing_changes(
    app: FastAPI, client: httpx.AsyncClient, database: Database
) -> None:
    mine = await make_account(database)
    async with signed_in_client(app, mine) as here:
        answer = await change(here, "not the password")
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["code"] == "wrong_password"
    assert (await sign_in(client, mine.login)).status_code == 200


async def test_the_current_password_cannot_be_guessed_with_a_stolen_session(
    app: FastAPI, database: Database, hands: Clock
) -> None:
    assert hands.moment
    mine = await make_account(database)
    async with signed_in_client(app, mine) as thief:
        answers = [(await change(thief, "guess")).status_code for _ in range(DEVICE.free)]
        assert answers == [422] * DEVICE.free
        assert (await change(thief, mine.password)).status_code == 429


async def test_a_new_password_does_not_lean_on_what_anybody_knows(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    member = await make_member(database, community_id, "volunteer")
    async with signed_in_client(app, member) as client:
        for weak, code in (
            ("12345678", "password_too_common"),
            (f"{member.login}!", "password_has_your_name"),
            ("怡景社区王秀英 8", "password_has_your_name"),
        ):
            answer = await change(client, member.password, weak)
            assert answer.json()["errors"] == [
                {**answer.json()["errors"][0], "pointer": "/new_password", "code": code}
            ]


async def test_passwords_are_kept_as_argon2id_at_the_recommended_cost(database: Database) -> None:
    mine = await make_account(database)
    async with database.transaction(write=False) as tx:
        a = table(Account).c
        kept = await tx.scalar(select(a.password_hash).where(a.id == mine.account_id))
    for encoded in (kept, HASH_OF_NOBODY, await hash_password("x")):
        found = ARGON2_ENCODED_HASH_REGEX.fullmatch(encoded)
        assert found is not None
        assert found["variant"] == "argon2id"
        assert (found["memory_cost"], found["time_cost"]) == ("19456", "2")
        assert not hasher.check_needs_rehash(encoded)


@pytest.fixture
async def member(database: Database, community_id: UUID) -> AccountMade:
    return await make_member(database, community_id, "volunteer")


async def ask_link(
    client: httpx.AsyncClient, community_id: UUID, account: AccountMade, link_id: str | None = None
) -> httpx.Response:
    address = f"/api/v1/communities/{community_id}/members/{account.account_id}/password-links"
    return await client.post(address, json={"id": link_id or str(new_id())})


async def test_somebody_who_forgot_the_password_chooses_a_new_one_with_a_link(
    app: FastAPI,
    client: httpx.AsyncClient,
    admin: AccountMade,
    member: AccountMade,
    community_id: UUID,
) -> None:
    async with signed_in_client(app, admin) as helper, signed_in_client(app, member) as old_phone:
        link_id = str(new_id())
        made = await ask_link(helper, community_id, member, link_id)
        again = await ask_link(helper, community_id, member, link_id)
        assert (made.status_code, again.status_code) == (201, 200)
        token = made.json()["token"]
        assert again.json()["token"] == token
        assert made.json()["link"] == f"https://linli.test/#/new-password/{token}"
        weak = {"token": token, "password": "12345678"}
        assert (await client.post(USES, json=weak)).status_code == 422
        use = {"token": token, "password": NEW}
        answers = await asyncio.gather(*[client.post(USES, json=use) for _ in range(5)])
        assert sorted(answer.status_code for answer in answers) == [204] + [410] * 4
        assert (await old_phone.get("/api/v1/session")).status_code == 401
        assert (await ask_link(helper, community_id, member, link_id)).json()["token"] is None
    assert (await sign_in(client, member.login)).status_code == 401
    assert (await sign_in(client, member.login, NEW)).status_code == 200


async def test_a_link_lives_for_ten_minutes(  # noqa: PLR0913, PLR0917 - fixtures
    app: FastAPI,
    client: httpx.AsyncClient,
    admin: AccountMade,
    member: AccountMade,
    community_id: UUID,
    hands: Clock,
) -> None:
    async with signed_in_client(app, admin) as helper:
        token = (await ask_link(helper, community_id, member)).json()["token"]
    hands.pass_by(minutes=10)
    answer = await client.post(USES, json={"token": token, "password": NEW})
    assert (answer.status_code, answer.json()["code"]) == (410, "link_expired")


async def test_an_invitation_is_no_password_link(
    client: httpx.AsyncClient, community_id: UUID
) -> None:
    assert community_id
    for token in ("x", "A" * 64):
        answer = await client.post(USES, json={"token": token, "password": NEW})
        assert (answer.status_code, answer.json()["code"]) == (404, "link_unknown")


async def test_nobody_renews_the_password_of_somebody_above_them(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    own, other = [await make_building(database, community_id, code=code) for code in ("1", "2")]
    lead = await make_member(database, community_id, "building_lead", Scope.BUILDING, own.id)
    neighbour = await make_member(database, community_id, "resident", Scope.BUILDING, own.id)
    far = await make_member(database, community_id, "resident", Scope.BUILDING, other.id)
    more = await make_member(database, community_id, "resident", Scope.BUILDING, own.id)
    await grant(database, more.account_id, community_id, "social_worker")
    async with signed_in_client(app, lead) as client:
        for account, status in ((neighbour, 201), (far, 403), (more, 403), (admin, 403)):
            assert (await ask_link(client, community_id, account)).status_code == status


async def test_nobody_renews_the_password_of_a_member_of_another_community(
    app: FastAPI, database: Database, admin: AccountMade, member: AccountMade, community_id: UUID
) -> None:
    elsewhere = await make_community(database)
    stranger = await make_member(database, elsewhere, "volunteer")
    await grant(database, member.account_id, elsewhere, "volunteer")
    async with signed_in_client(app, admin) as client:
        answer = await ask_link(client, community_id, member)
        assert (answer.status_code, answer.json()["code"]) == (409, "belongs_elsewhere")
        assert (await ask_link(client, community_id, stranger)).status_code == 404


async def test_a_stolen_link_id_shows_no_link_for_another_account(
    app: FastAPI, database: Database, admin: AccountMade, member: AccountMade, community_id: UUID
) -> None:
    other = await make_member(database, community_id, "volunteer")
    async with signed_in_client(app, admin) as client:
        link_id = str(new_id())
        await ask_link(client, community_id, member, link_id)
        assert (await ask_link(client, community_id, other, link_id)).status_code == 409
