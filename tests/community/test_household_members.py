"""Whose home is whose, over HTTP: added and ended by those who can know, seen by nobody else."""

import asyncio
from typing import Any
from uuid import UUID

import orjson
import pytest
from fastapi import FastAPI
from sqlalchemy import func, select

from factories.community import MadeBuilding, make_building, make_community
from factories.community_client import client_as
from factories.homes import make_household_member, make_owner
from factories.identity import (
    AccountMade,
    grant,
    make_account,
    make_member,
    serving,
    signed_in_client,
)
from linli.community.public import HOUSEHOLD_MEMBERS, accounts_of_households, homes_of
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


@pytest.fixture
async def community_id(database: Database) -> UUID:
    return await make_community(database)


@pytest.fixture
async def building(database: Database, community_id: UUID) -> MadeBuilding:
    return await make_building(database, community_id)


@pytest.fixture
async def neighbour(database: Database, community_id: UUID) -> AccountMade:
    return await make_member(database, community_id, "resident")


def saying(account: AccountMade, relation: str = "family", owner: UUID | None = None) -> Any:
    return {
        "id": str(new_id()),
        "account_id": str(account.account_id),
        "relation": relation,
        "owner_id": owner and str(owner),
        "verified_how": "saw the deed",
    }


async def facts(database: Database, community_id: UUID, kind: str) -> list[dict[str, Any]]:
    f = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        asks = select(f.leaf).where(f.community_id == community_id, f.kind == kind)
        return [orjson.loads(row["leaf"]) for row in await tx.rows(asks.order_by(f.seq))]


async def test_an_owner_sees_the_own_home_and_may_vote_for_it(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    home = building.household_ids[0]
    owner = await make_owner(database, community_id, [home])
    body = saying(neighbour, "owner", owner)
    async with client_as(app, community_id, "community_admin") as admin:
        made = await admin.post(f"households/{home}/members", json=body)
        again = await admin.post(f"households/{home}/members", json=body)
        (listed,) = (await admin.get(f"households/{home}/members")).json()["items"]
    assert (made.status_code, again.status_code) == (201, 200)
    assert listed == made.json()
    assert (listed["account_name"], listed["owner_id"]) == ("王秀英", str(owner))
    async with signed_in_client(app, neighbour) as mine:
        (own,) = (await mine.get(f"/api/v1/communities/{community_id}/me/homes")).json()["items"]
    assert (own["code"], own["owner"], own["area_dm2"]) == ("1-1-101", True, 8950)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        (known,) = await homes_of(tx, neighbour.account_id)
        assert known["owner_id"] == owner
        (held,) = await accounts_of_households(tx, [home])
        assert held["account_id"] == neighbour.account_id


async def test_nothing_personal_stands_in_the_log(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    home = building.household_ids[0]
    async with client_as(app, community_id, "community_admin") as admin:
        made = await admin.post(f"households/{home}/members", json=saying(neighbour))
        path = f"household-members/{made.json()['id']}/ending"
        await admin.post(path, json={"reason": "moved to her daughter's"})
    for kind in ("added", "ended"):
        (leaf,) = await facts(database, community_id, f"community.household_member.{kind}")
        told = orjson.dumps(leaf)
        for secret in (home, neighbour.account_id, "daughter", "saw the deed"):
            assert str(secret).encode() not in told


async def test_a_vote_needs_an_ownership_of_that_very_home(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    home, other, *_ = building.household_ids
    elsewhere = await make_owner(database, community_id, [other])
    refused = {
        "not_an_owner": saying(neighbour, "owner", elsewhere),
        "owner_and_relation": saying(neighbour, "owner"),
        "unknown_member": saying(await make_account(database)),
    }
    async with client_as(app, community_id, "community_admin") as admin:
        for code, body in refused.items():
            answer = await admin.post(f"households/{home}/members", json=body)
            assert answer.status_code == 422
            assert [each["code"] for each in answer.json()["errors"]] == [code]
        family = saying(neighbour, "family", elsewhere)
        assert (await admin.post(f"households/{home}/members", json=family)).status_code == 422


async def test_somebody_may_speak_for_a_company_and_for_the_developer(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    async with client_as(app, community_id, "community_admin") as admin:
        for kind, home in zip(("company", "developer"), building.household_ids, strict=False):
            owner = await make_owner(database, community_id, [home], name="怡景置业", kind=kind)
            body = saying(neighbour, "owner", owner)
            answer = await admin.post(f"households/{home}/members", json=body)
            assert answer.status_code == 201


async def test_a_lead_keeps_the_homes_of_the_own_building_only(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    other = await make_building(database, community_id, code="2")
    theirs = await make_household_member(
        database, community_id, other.household_ids[0], neighbour.account_id
    )
    scope = (Scope.BUILDING, building.id)
    async with client_as(app, community_id, "building_lead", *scope) as lead:
        here = f"households/{building.household_ids[0]}/members"
        there = f"households/{other.household_ids[1]}/members"
        assert (await lead.post(here, json=saying(neighbour))).status_code == 201
        assert (await lead.post(there, json=saying(neighbour))).status_code == 404
        assert (await lead.get(there)).status_code == 404
        ending = {"reason": "moved"}
        path = f"household-members/{theirs}/ending"
        assert (await lead.post(path, json=ending)).status_code == 404


async def test_the_social_worker_looks_and_volunteers_and_residents_do_not(
    app: FastAPI,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    path = f"households/{building.household_ids[0]}/members"
    async with client_as(app, community_id, "social_worker") as social:
        assert (await social.get(path)).status_code == 200
        assert (await social.post(path, json=saying(neighbour))).status_code == 403
    for role in ("volunteer", "resident", "representative"):
        async with client_as(app, community_id, role) as other:
            assert (await other.get(path)).status_code == 403


async def test_an_ended_membership_stays_on_record_and_can_be_begun_anew(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    home = building.household_ids[0]
    path = f"households/{home}/members"
    async with client_as(app, community_id, "community_admin") as admin:
        first = (await admin.post(path, json=saying(neighbour))).json()
        twice = await admin.post(path, json=saying(neighbour, "tenant"))
        ends = [
            await admin.post(f"household-members/{first['id']}/ending", json={"reason": "moved"})
            for _ in range(2)
        ]
        second = await admin.post(path, json=saying(neighbour, "tenant"))
        listed = (await admin.get(path)).json()["items"]
    assert (twice.status_code, twice.json()["code"]) == (409, "already_at_home")
    assert ends[0].json() == ends[1].json()
    assert ends[0].json()["ended_at"] is not None
    assert [each["id"] for each in listed] == [second.json()["id"], first["id"]]
    assert len(await facts(database, community_id, "community.household_member.ended")) == 1
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        assert [each["relation"] for each in await homes_of(tx, neighbour.account_id)] == ["tenant"]


async def test_ten_parallel_additions_make_one_membership(
    app: FastAPI,
    database: Database,
    community_id: UUID,
    building: MadeBuilding,
    neighbour: AccountMade,
) -> None:
    path = f"households/{building.household_ids[0]}/members"
    same = saying(neighbour)
    bodies = [same] * 5 + [saying(neighbour) for _ in range(5)]
    async with client_as(app, community_id, "community_admin") as admin:
        answers = await asyncio.gather(*[admin.post(path, json=body) for body in bodies])
    codes = [answer.status_code for answer in answers]
    assert codes.count(201) == 1
    assert set(codes) <= {200, 201, 409}
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        here = HOUSEHOLD_MEMBERS.c.community_id == community_id
        assert await tx.scalar(select(func.count()).where(here)) == 1


async def test_who_leaves_the_community_has_no_home_there(
    app: FastAPI, database: Database, community_id: UUID, building: MadeBuilding
) -> None:
    leaver = await make_account(database)
    first = await grant(database, leaver.account_id, community_id, "resident")
    last = await grant(database, leaver.account_id, community_id, "volunteer")
    await make_household_member(
        database, community_id, building.household_ids[0], leaver.account_id
    )

    async def homes() -> int:
        async with database.transaction(write=False) as tx:
            await tx.enter(community_id)
            return len(await homes_of(tx, leaver.account_id))

    async with client_as(app, community_id, "community_admin") as admin:
        await admin.post(f"grants/{first}/revocation", json={"reason": "moved"})
        assert await homes() == 1
        await admin.post(f"grants/{last}/revocation", json={"reason": "moved"})
    assert await homes() == 0
    (leaf,) = await facts(database, community_id, "community.household_member.ended")
    assert leaf["public"]["because"] == "left"


async def test_of_the_last_two_roles_taken_at_once_one_ends_the_home(
    app: FastAPI, database: Database, community_id: UUID, building: MadeBuilding
) -> None:
    for _ in range(5):
        leaver = await make_account(database)
        held = [
            await grant(database, leaver.account_id, community_id, role)
            for role in ("resident", "volunteer")
        ]
        await make_household_member(
            database, community_id, building.household_ids[0], leaver.account_id
        )
        async with client_as(app, community_id, "community_admin") as admin:
            body = {"reason": "moved"}
            await asyncio.gather(
                *[admin.post(f"grants/{each}/revocation", json=body) for each in held]
            )
        async with database.transaction(write=False) as tx:
            await tx.enter(community_id)
            assert await homes_of(tx, leaver.account_id) == []
