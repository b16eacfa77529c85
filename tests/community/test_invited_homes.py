"""An invitation that brings a home along: scanned at the door, and the neighbour is at home."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.community import MadeBuilding, make_building, make_community
from factories.community_client import client_as
from factories.homes import make_household_member, make_owner
from factories.identity import client_of, make_account, serving, signed_in_client
from factories.invitations import ACCEPTANCES, LOOKUPS, newcomer, to
from factories.roster_import import apply, csv, planned
from linli.community.public import homes_of
from linli.config import Settings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


@pytest.fixture
async def community_id(database: Database) -> UUID:
    return await make_community(database)


@pytest.fixture
async def building(database: Database, community_id: UUID) -> MadeBuilding:
    return await make_building(database, community_id)


def inviting(building: MadeBuilding, home: UUID, owner: UUID | None = None) -> dict[str, Any]:
    said = {
        "household_id": str(home),
        "relation": "owner" if owner else "tenant",
        "owner_id": owner and str(owner),
        "verified_how": "at the door",
    }
    return {**to("resident", Scope.BUILDING, building.id), "home": said}


async def homes(database: Database, community_id: UUID, account_id: str) -> list[Any]:
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        return await homes_of(tx, UUID(account_id))


async def test_a_neighbour_who_scans_the_leads_code_is_at_home_at_once(
    app: FastAPI, database: Database, community_id: UUID, building: MadeBuilding
) -> None:
    home = building.household_ids[3]
    owner = await make_owner(database, community_id, [home])
    body = inviting(building, home, owner)
    async with client_as(app, community_id, "building_lead", Scope.BUILDING, building.id) as lead:
        made = await lead.post("invitations", json=body)
        again = await lead.post("invitations", json=body)
        listed = (await lead.get("invitations")).json()["items"]
    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json()["home_code"] == "1-1-202"
    assert made.json()["qr_svg"].startswith("<svg")
    assert [each["home_code"] for each in listed] == ["1-1-202"]
    async with client_of(app) as phone:
        token = {"token": made.json()["token"]}
        looked = (await phone.post(LOOKUPS, json=token)).json()
        me = await phone.post(ACCEPTANCES, json=newcomer(made.json()["token"]))
    assert looked["home_code"] == "1-1-202"
    assert me.status_code == 200
    (held,) = await homes(database, community_id, me.json()["account"]["id"])
    assert (held["household_id"], held["owner_id"]) == (home, owner)


async def test_who_was_family_becomes_owner_by_the_invitation(
    app: FastAPI, database: Database, community_id: UUID, building: MadeBuilding
) -> None:
    home = building.household_ids[0]
    owner = await make_owner(database, community_id, [home])
    heir = await make_account(database)
    await make_household_member(database, community_id, home, heir.account_id)
    async with client_as(app, community_id, "community_admin") as admin:
        made = (await admin.post("invitations", json=inviting(building, home, owner))).json()
    async with signed_in_client(app, heir) as phone:
        taken = await phone.post(ACCEPTANCES, json={"token": made["token"]})
    assert taken.status_code == 200
    (held,) = await homes(database, community_id, str(heir.account_id))
    assert held["relation"] == "owner"


async def test_four_who_scan_one_code_are_one_neighbour(
    app: FastAPI, community_id: UUID, building: MadeBuilding
) -> None:
    home = building.household_ids[0]
    async with client_as(app, community_id, "community_admin") as admin:
        made = (await admin.post("invitations", json=inviting(building, home))).json()

    async def scan() -> int:
        async with client_of(app) as phone:
            answer = await phone.post(ACCEPTANCES, json=newcomer(made["token"]))
            return answer.status_code

    codes = await asyncio.gather(*[scan() for _ in range(4)])
    assert sorted(codes) == [200, 410, 410, 410]


async def test_a_home_is_promised_only_where_it_is_and_to_residents(
    app: FastAPI, database: Database, community_id: UUID, building: MadeBuilding
) -> None:
    other = await make_building(database, community_id, code="2")
    stranger = await make_owner(database, community_id, [other.household_ids[0]])
    body = inviting(building, building.household_ids[0])
    async with client_as(app, community_id, "community_admin") as admin:
        for wrong in (
            inviting(building, other.household_ids[0]),
            inviting(building, building.household_ids[0], stranger),
            {**body, "role": "volunteer"},
        ):
            assert (await admin.post("invitations", json=wrong)).status_code == 422
    async with client_as(app, community_id, "building_lead", Scope.BUILDING, building.id) as lead:
        theirs = {**inviting(building, other.household_ids[0])}
        assert (await lead.post("invitations", json=theirs)).status_code == 404
        assert (await lead.get("invitations")).json()["items"] == []


async def test_a_home_that_was_sold_meanwhile_is_not_entered(
    app: FastAPI, community_id: UUID
) -> None:
    row = "1栋,1单元,101,89.50,{},19900000001,自住,"
    async with client_as(app, community_id, "community_admin") as admin:
        await apply(admin, (await planned(admin, csv(row.format("张小明"))))["id"])
        (home,) = (await admin.get("households")).json()["items"]
        told = (await admin.get(f"households/{home['id']}")).json()
        building = MadeBuilding(UUID(home["building_id"]), "1", [], [])
        owner = UUID(told["owners"][0]["id"])
        body = inviting(building, UUID(home["id"]), owner)
        made = (await admin.post("invitations", json=body)).json()
        sold = csv("1栋,1单元,101,89.50,钱多多,19900000009,自住,")
        await apply(admin, (await planned(admin, sold))["id"])
    async with client_of(app) as phone:
        refused = await phone.post(ACCEPTANCES, json=newcomer(made["token"]))
    assert (refused.status_code, refused.json()["code"]) == (409, "home_changed_hands")
