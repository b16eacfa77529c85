"""A group is renamed, and ends: with it what is held on it, and never what it was."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from factories.community_client import client_as
from factories.identity import AccountMade, make_member, signed_in_client
from factories.invitations import ACCEPTANCES, invitations, invite, newcomer, to
from linli.identity.models import RoleGrant
from linli.identity.queries.callers import grants_in
from linli.kernel.access.actor import Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

REASON = {"reason": "施工结束了，小组解散"}
FIRST = {"If-Match": '"1"'}


async def make_group(client: httpx.AsyncClient, name: str) -> str:
    body = {"id": str(new_id()), "kind": "care", "name": name}
    answer = await client.post("volunteer-groups", json=body)
    assert answer.status_code == 201
    assert answer.json()["version"] == 1
    return body["id"]


async def facts_of(database: Database, community_id: UUID, subject: str) -> list[str]:
    f = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        asks = select(f.kind).where(f.community_id == community_id, f.subject_id == UUID(subject))
        return [row["kind"] for row in await tx.rows(asks.order_by(f.seq))]


async def held_by(database: Database, account: AccountMade, community_id: UUID) -> Any:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        return await grants_in(tx, account.account_id, community_id)


async def test_a_group_gets_another_name_from_whoever_saw_its_last_one(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        path = f"volunteer-groups/{await make_group(client, '帮扶组')}"
        blind = await client.patch(path, json={"name": "爱心组"})
        renamed = await client.patch(path, json={"name": "爱心组"}, headers=FIRST)
        stale = await client.patch(path, json={"name": "热心组"}, headers=FIRST)
        read = await client.get(path)
    assert (blind.status_code, renamed.status_code, stale.status_code) == (428, 200, 412)
    assert renamed.headers["ETag"] == read.headers["ETag"] == '"2"'
    assert renamed.json() == read.json()
    assert read.json()["name"] == "爱心组"
    assert await facts_of(database, community_id, read.json()["id"]) == [
        "community.volunteer_group.made",
        "community.volunteer_group.renamed",
    ]


async def test_a_name_that_a_group_has_already_is_refused(app: FastAPI, community_id: UUID) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        await make_group(client, "巡逻组")
        path = f"volunteer-groups/{await make_group(client, '帮扶组')}"
        answer = await client.patch(path, json={"name": "巡逻组"}, headers=FIRST)
        assert (answer.status_code, answer.json()["code"]) == (409, "group_name_taken")
        assert (await client.get(path)).json()["name"] == "帮扶组"


async def test_with_a_group_end_the_roles_on_it_and_the_way_into_it(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        group = await make_group(client, "帮扶组")
        member = await make_member(database, community_id, "volunteer", Scope.GROUP, UUID(group))
        invited = await invite(app, admin, community_id, to("volunteer", Scope.GROUP, UUID(group)))
        path = f"volunteer-groups/{group}/ending"
        ended = await client.post(path, json=REASON, headers=FIRST)
        again = await client.post(path, json=REASON, headers=FIRST)
        listed = (await client.get("volunteer-groups")).json()["items"]
    assert (ended.status_code, again.status_code) == (200, 200)
    assert ended.json() == again.json() == listed[0]
    assert ended.json()["ended_at"]
    assert await held_by(database, member, community_id) == ()
    async with signed_in_client(app, admin) as phone:
        refused = await phone.post(ACCEPTANCES, json=newcomer(invited["token"]))
        open_ones = (await phone.get(invitations(community_id))).json()["items"]
    assert (refused.status_code, refused.json()["code"]) == (410, "invitation_revoked")
    assert [one["scope_name"] for one in open_ones if one["state"] == "revoked"] == ["帮扶组"]


async def test_what_was_held_on_a_group_stays_on_record(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        group = await make_group(client, "帮扶组")
        member = await make_member(database, community_id, "volunteer", Scope.GROUP, UUID(group))
        await client.post(f"volunteer-groups/{group}/ending", json=REASON, headers=FIRST)
    g = table(RoleGrant).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        mine = (g.community_id == community_id, g.account_id == member.account_id)
        (grant,) = await tx.rows(select(table(RoleGrant)).where(*mine))
    assert (grant["scope_id"], grant["revoked_because"]) == (UUID(group), REASON["reason"])
    assert grant["revoked_at"]
    assert "identity.grant.revoked" in await facts_of(database, community_id, str(grant["id"]))
    assert (await facts_of(database, community_id, group))[-1] == "community.volunteer_group.ended"


async def test_who_holds_something_else_stays(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        group = await make_group(client, "帮扶组")
        member = await make_member(database, community_id, "resident")
        given = {"role": "volunteer", "scope_kind": "group", "scope_id": group}
        body = {"id": str(new_id()), "account_id": str(member.account_id), **given}
        assert (await client.post("grants", json=body)).status_code == 201
        await client.post(f"volunteer-groups/{group}/ending", json=REASON, headers=FIRST)
    assert await held_by(database, member, community_id) == (Grant("resident", Scope.COMMUNITY),)


@pytest.mark.parametrize("way", ["invitations", "grants"])
async def test_nobody_comes_into_a_group_that_has_ended(
    app: FastAPI, admin: AccountMade, community_id: UUID, way: str
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        group = await make_group(client, "帮扶组")
        await client.post(f"volunteer-groups/{group}/ending", json=REASON, headers=FIRST)
        body = to("volunteer", Scope.GROUP, UUID(group))
        if way == "grants":
            for name in ("display_name", "expires_in_days"):
                del body[name]
            body["account_id"] = str(admin.account_id)
        refused = await client.post(way, json=body)
        renamed = await client.patch(
            f"volunteer-groups/{group}", json={"name": "又来了"}, headers={"If-Match": '"2"'}
        )
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "unknown_place")
    assert (renamed.status_code, renamed.json()["code"]) == (409, "group_ended")


async def test_the_name_of_an_ended_group_may_be_taken_again(
    app: FastAPI, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        first = await make_group(client, "帮扶组")
        await client.post(f"volunteer-groups/{first}/ending", json=REASON, headers=FIRST)
        second = await make_group(client, "帮扶组")
        listed = (await client.get("volunteer-groups")).json()["items"]
    assert [one["id"] for one in listed] == [second, first]


async def test_ending_needs_the_version_last_seen_and_a_reason(
    app: FastAPI, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        group = await make_group(client, "帮扶组")
        path = f"volunteer-groups/{group}"
        await client.patch(path, json={"name": "爱心组"}, headers=FIRST)
        answers = [
            await client.post(f"{path}/ending", json=REASON),
            await client.post(f"{path}/ending", json=REASON, headers=FIRST),
            await client.post(f"{path}/ending", json={"reason": " "}, headers={"If-Match": '"2"'}),
        ]
        assert (await client.get(path)).json()["ended_at"] is None
    assert [answer.status_code for answer in answers] == [428, 412, 422]


async def test_who_is_invited_while_a_group_ends_is_not_in_it(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    members = [await make_member(database, community_id, "resident") for _ in range(5)]
    async with client_as(app, community_id, "community_admin") as client:
        group = await make_group(client, "帮扶组")
        given = {"role": "volunteer", "scope_kind": "group", "scope_id": group}
        bodies = [
            {"id": str(new_id()), "account_id": str(one.account_id), **given} for one in members
        ]
        ending = client.post(f"volunteer-groups/{group}/ending", json=REASON, headers=FIRST)
        sent = [client.post("grants", json=body) for body in bodies]
        answers = await asyncio.gather(*sent[:3], ending, *sent[3:])
    assert answers[3].status_code == 200
    assert {answer.status_code for answer in answers} <= {200, 201, 422}
    for one in members:
        assert len(await held_by(database, one, community_id)) == 1


async def test_nobody_but_the_admin_renames_or_ends_groups(
    app: FastAPI, community_id: UUID
) -> None:
    async with client_as(app, community_id, "community_admin") as client:
        path = f"volunteer-groups/{await make_group(client, '帮扶组')}"
    for role in ("social_worker", "building_lead", "volunteer"):
        async with client_as(app, community_id, role) as client:
            rename = await client.patch(path, json={"name": "改名"}, headers=FIRST)
            end = await client.post(f"{path}/ending", json=REASON, headers=FIRST)
        assert (rename.status_code, end.status_code) == (403, 403)
