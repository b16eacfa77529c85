"""Groups of volunteers: made by an admin, invited into, and a scope that reaches no building."""

import asyncio
from uuid import UUID

from fastapi import FastAPI

from factories.community import make_building
from factories.community_client import client_as
from factories.identity import AccountMade, client_of, make_community, make_member, signed_in_client
from factories.invitations import ACCEPTANCES, invite, newcomer, to
from linli.identity.queries.callers import grants_in
from linli.kernel.access.actor import Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


async def make_group(app: FastAPI, community_id: UUID, kind: str = "care") -> UUID:
    body = {"id": str(new_id()), "kind": kind, "name": f"爱心帮扶组{new_id().hex[-6:]}"}
    async with client_as(app, community_id, "community_admin") as client:
        answer = await client.post("volunteer-groups", json=body)
        again = await client.post("volunteer-groups", json=body)
    assert (answer.status_code, again.status_code) == (201, 200)
    assert answer.json() == again.json()
    return UUID(body["id"])


async def test_a_volunteer_is_invited_into_a_group_and_holds_the_role_there(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    group = await make_group(app, community_id)
    invited = await invite(app, admin, community_id, to("volunteer", Scope.GROUP, group))
    async with client_of(app) as phone:
        me = (await phone.post(ACCEPTANCES, json=newcomer(invited["token"]))).json()
    (seat,) = me["communities"]
    assert seat["roles"][0]["scope_name"].startswith("爱心帮扶组")
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        held = await grants_in(tx, UUID(me["account"]["id"]), community_id)
    assert held == (Grant("volunteer", Scope.GROUP, group),)


async def test_a_group_reaches_no_building(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    await make_building(database, community_id)
    group = await make_group(app, community_id)
    async with client_as(app, community_id, "volunteer", Scope.GROUP, group) as client:
        assert (await client.get("households")).json()["items"] == []
        (listed,) = (await client.get("volunteer-groups")).json()["items"]
    assert listed["id"] == str(group)


async def test_a_member_gets_a_further_role_in_a_group(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    group = await make_group(app, community_id, "site_assist")
    member = await make_member(database, community_id, "resident")
    body = {
        "id": str(new_id()),
        "account_id": str(member.account_id),
        "role": "volunteer",
        "scope_kind": "group",
        "scope_id": str(group),
    }
    async with signed_in_client(app, admin) as client:
        answer = await client.post(f"/api/v1/communities/{community_id}/grants", json=body)
        listed = (await client.get(f"/api/v1/communities/{community_id}/members")).json()["items"]
    assert answer.status_code == 201
    scopes = {role["scope_id"] for each in listed for role in each["roles"]}
    assert str(group) in scopes


async def test_groups_of_others_do_not_exist_and_only_volunteers_are_in_groups(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    elsewhere = await make_group(app, await make_community(database))
    here = await make_group(app, community_id)
    path = f"/api/v1/communities/{community_id}/invitations"
    async with signed_in_client(app, admin) as client:
        unknown = await client.post(path, json=to("volunteer", Scope.GROUP, elsewhere))
        lead = await client.post(path, json=to("building_lead", Scope.GROUP, here))
    assert (unknown.status_code, unknown.json()["errors"][0]["code"]) == (422, "unknown_place")
    assert lead.status_code == 403


async def test_ten_at_once_make_one_group_of_a_name(app: FastAPI, community_id: UUID) -> None:
    bodies = [{"id": str(new_id()), "kind": "care", "name": "帮扶组"} for _ in range(10)]
    async with client_as(app, community_id, "community_admin") as client:
        sent = [client.post("volunteer-groups", json=body) for body in bodies]
        answers = await asyncio.gather(*sent)
    codes = [answer.status_code for answer in answers]
    assert sorted(codes) == [201, *[409] * 9]
    assert {a.json()["code"] for a in answers if a.status_code == 409} == {"group_name_taken"}


async def test_nobody_but_the_admin_makes_groups(app: FastAPI, community_id: UUID) -> None:
    body = {"id": str(new_id()), "kind": "care", "name": "帮扶组"}
    for role in ("social_worker", "volunteer", "resident"):
        async with client_as(app, community_id, role) as client:
            assert (await client.post("volunteer-groups", json=body)).status_code == 403
