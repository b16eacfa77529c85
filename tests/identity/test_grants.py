"""Giving and taking roles (ASVS 5.0: 8.2.1, 8.2.2, 8.4.1)."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI

from factories.community import make_building
from factories.identity import (
    AccountMade,
    actor,
    grant,
    make_account,
    make_community,
    make_member,
    signed_in_client,
)
from linli.identity.queries.holders import holders_of, is_member, names_of
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


def grants(community_id: UUID, grant_id: UUID | None = None) -> str:
    base = f"/api/v1/communities/{community_id}/grants"
    return base if grant_id is None else f"{base}/{grant_id}/revocation"


def giving(
    account: AccountMade, role: str, scope: Scope = Scope.COMMUNITY, scope_id: UUID | None = None
) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "account_id": str(account.account_id),
        "role": role,
        "scope_kind": str(scope),
        "scope_id": scope_id and str(scope_id),
    }


async def revoke(client: httpx.AsyncClient, community_id: UUID, grant_id: UUID) -> httpx.Response:
    return await client.post(grants(community_id, grant_id), json={"reason": "moved away"})


async def test_a_further_role_counts_and_signs_the_member_out(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    member = await make_member(database, community_id, "volunteer")
    async with signed_in_client(app, admin) as mine, signed_in_client(app, member) as theirs:
        body = giving(member, "supervisor")
        assert (await mine.post(grants(community_id), json=body)).status_code == 201
        assert (await mine.post(grants(community_id), json=body)).status_code == 200
        assert (await theirs.get("/api/v1/session")).status_code == 401
        assert (await mine.get("/api/v1/session")).status_code == 200
    async with signed_in_client(app, member) as again:
        (seat,) = (await again.get("/api/v1/session")).json()["communities"]
        assert {role["role"] for role in seat["roles"]} == {"volunteer", "supervisor"}


async def test_twenty_parallel_posts_give_one_grant(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    member = await make_member(database, community_id, "volunteer")
    body = giving(member, "supervisor")
    async with signed_in_client(app, admin) as client:
        posts = [client.post(grants(community_id), json=body) for _ in range(20)]
        answers = await asyncio.gather(*posts)
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        assert await holders_of(tx, "supervisor") == [member.account_id]


async def test_a_role_is_held_once(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    member = await make_member(database, community_id, "volunteer")
    async with signed_in_client(app, admin) as client:
        answer = await client.post(grants(community_id), json=giving(member, "volunteer"))
    assert (answer.status_code, answer.json()["code"]) == (409, "already_granted")


async def test_a_revoked_role_no_longer_counts_anywhere_and_can_be_given_again(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    member = await make_account(database)
    held = await grant(database, member.account_id, community_id, "volunteer")
    async with signed_in_client(app, admin) as mine, signed_in_client(app, member) as theirs:
        answer = await revoke(mine, community_id, held)
        assert answer.status_code == 200
        assert answer.json()["revoked_at"]
        assert (await revoke(mine, community_id, held)).json() == answer.json()
        assert (await theirs.get("/api/v1/session")).status_code == 401
    async with signed_in_client(app, member) as again:
        assert (await again.get("/api/v1/session")).json()["communities"] == []
        members = f"/api/v1/communities/{community_id}/members"
        assert (await again.get(members)).status_code == 404
    async with signed_in_client(app, admin) as mine:
        body = giving(member, "volunteer")
        assert (await mine.post(grants(community_id), json=body)).status_code == 201


async def test_an_account_of_another_community_is_not_pulled_in(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    stranger = await make_member(database, await make_community(database), "volunteer")
    async with signed_in_client(app, admin) as client:
        answer = await client.post(grants(community_id), json=giving(stranger, "volunteer"))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "unknown_member"


async def test_a_lead_cannot_promote_anybody_not_even_themselves(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    own, other = [await make_building(database, community_id, code=code) for code in ("1", "2")]
    lead = await make_member(database, community_id, "building_lead", Scope.BUILDING, own.id)
    async with signed_in_client(app, lead) as client:
        for body in (
            giving(lead, "community_admin"),
            giving(lead, "building_lead", Scope.BUILDING, other.id),
            giving(lead, "volunteer", Scope.BUILDING, other.id),
            giving(lead, "social_worker"),
        ):
            assert (await client.post(grants(community_id), json=body)).status_code == 403


async def test_a_lead_takes_roles_only_in_the_own_building(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    own, other = [await make_building(database, community_id, code=code) for code in ("1", "2")]
    lead = await make_member(database, community_id, "building_lead", Scope.BUILDING, own.id)
    member = (await make_account(database)).account_id
    here = await grant(database, member, community_id, "volunteer", Scope.BUILDING, own.id)
    there = await grant(database, member, community_id, "volunteer", Scope.BUILDING, other.id)
    whole = await grant(database, member, community_id, "volunteer")
    colleague = await grant(database, member, community_id, "building_lead", Scope.BUILDING, own.id)
    async with signed_in_client(app, lead) as client:
        for grant_id, status in ((here, 200), (there, 404), (whole, 404), (colleague, 403)):
            assert (await revoke(client, community_id, grant_id)).status_code == status


async def test_the_last_admin_stays(app: FastAPI, database: Database, community_id: UUID) -> None:
    first, second = await make_account(database), await make_account(database)
    one = await grant(database, first.account_id, community_id, "community_admin")
    two = await grant(database, second.account_id, community_id, "community_admin")
    async with signed_in_client(app, first) as a, signed_in_client(app, second) as b:
        answers = await asyncio.gather(revoke(a, community_id, two), revoke(b, community_id, one))
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses in ([200, 401], [200, 404], [200, 409])
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        (left,) = await holders_of(tx, "community_admin")
    remaining, held = (first, one) if left == first.account_id else (second, two)
    async with signed_in_client(app, remaining) as client:
        answer = await revoke(client, community_id, held)
        assert (answer.status_code, answer.json()["code"]) == (409, "last_admin")


async def test_a_foreign_admin_neither_gives_nor_takes(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    other = await make_community(database)
    foreign = await make_member(database, other, "community_admin")
    member = await make_account(database)
    held = await grant(database, member.account_id, community_id, "volunteer")
    async with signed_in_client(app, foreign) as client:
        body = giving(member, "supervisor")
        assert (await client.post(grants(community_id), json=body)).status_code == 404
        assert (await revoke(client, community_id, held)).status_code == 404
        assert (await revoke(client, other, held)).status_code == 404
    async with signed_in_client(app, admin) as client:
        assert (await revoke(client, community_id, held)).status_code == 200


async def test_other_contexts_find_holders_names_and_members(
    database: Database, community_id: UUID
) -> None:
    building = await make_building(database, community_id)
    lead = await make_member(database, community_id, "building_lead", Scope.BUILDING, building.id)
    admin = await make_member(database, community_id, "community_admin")
    stranger = await make_member(database, await make_community(database), "volunteer")
    assert actor(community_id, "volunteer").holds("volunteer")
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        assert await holders_of(tx, "building_lead", building.id) == [lead.account_id]
        assert await holders_of(tx, "building_lead", new_id()) == []
        assert await holders_of(tx, "building_lead") == []
        assert await is_member(tx, admin.account_id)
        assert not await is_member(tx, admin.account_id, "volunteer")
        assert not await is_member(tx, stranger.account_id)
        named = await names_of(tx, [lead.account_id, stranger.account_id])
        assert named == {lead.account_id: "王秀英"}
