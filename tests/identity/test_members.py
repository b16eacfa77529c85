"""Who sees whom (ASVS 5.0: 8.2.2, 8.2.3, 14.2.7)."""

from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.community import make_building
from factories.identity import (
    AccountMade,
    grant,
    make_account,
    make_community,
    make_member,
    signed_in_client,
)
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database


async def seen(app: FastAPI, viewer: AccountMade, community_id: UUID) -> dict[str, dict]:
    """The members that somebody sees, by account."""
    async with signed_in_client(app, viewer) as client:
        answer = await client.get(f"/api/v1/communities/{community_id}/members")
    assert answer.status_code == 200
    return {member["account_id"]: member for member in answer.json()["items"]}


async def test_an_admin_sees_all_members_their_roles_and_masked_logins(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    building = await make_building(database, community_id)
    number = f"136{admin.account_id.int % 10**8:08d}"
    member = await make_account(database, "李桂芳", login=number)
    await grant(database, member.account_id, community_id, "volunteer")
    await grant(database, member.account_id, community_id, "resident", Scope.BUILDING, building.id)
    found = (await seen(app, admin, community_id))[str(member.account_id)]
    assert found["display_name"] == "李桂芳"
    assert found["login"] == f"136****{number[-4:]}"
    roles = {role["role"]: role for role in found["roles"]}
    assert set(roles) == {"volunteer", "resident"}
    assert roles["resident"]["scope_id"] == str(building.id)
    assert roles["resident"]["scope_name"]


async def test_a_lead_sees_the_team_and_the_residents_of_the_own_building(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    own, other = [await make_building(database, community_id, code=code) for code in ("1", "2")]

    async def member(role: str, scope: Scope, scope_id: UUID | None = None) -> AccountMade:
        return await make_member(database, community_id, role, scope, scope_id)

    lead = await member("building_lead", Scope.BUILDING, own.id)
    volunteer = await member("volunteer", Scope.COMMUNITY)
    neighbour = await member("resident", Scope.BUILDING, own.id)
    far = await member("resident", Scope.BUILDING, other.id)
    found = await seen(app, lead, community_id)
    assert set(found) == {str(each.account_id) for each in (lead, volunteer, neighbour)}
    assert str(far.account_id) not in found
    assert found[str(neighbour.account_id)]["login"]
    assert found[str(volunteer.account_id)]["login"] is None


async def test_a_volunteer_sees_the_team_without_logins(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    volunteer = await make_member(database, community_id, "volunteer")
    resident = await make_member(database, community_id, "resident")
    found = await seen(app, volunteer, community_id)
    assert set(found) == {str(admin.account_id), str(volunteer.account_id)}
    assert str(resident.account_id) not in found
    assert {member["login"] for member in found.values()} == {None}


async def test_a_residents_role_is_hidden_even_on_somebody_of_the_team(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    viewer = await make_member(database, community_id, "volunteer")
    both = await make_member(database, community_id, "volunteer")
    await grant(database, both.account_id, community_id, "resident")
    roles = (await seen(app, viewer, community_id))[str(both.account_id)]["roles"]
    assert [role["role"] for role in roles] == ["volunteer"]


@pytest.mark.parametrize("role", ["resident", "contractor", "property_manager", "legal_adviser"])
async def test_others_see_no_list_of_people(
    app: FastAPI, database: Database, community_id: UUID, role: str
) -> None:
    viewer = await make_member(database, community_id, role)
    async with signed_in_client(app, viewer) as client:
        answer = await client.get(f"/api/v1/communities/{community_id}/members")
    assert answer.status_code == 403


async def test_strangers_learn_not_even_that_the_community_exists(
    app: FastAPI, database: Database, community_id: UUID
) -> None:
    foreign = await make_member(database, await make_community(database), "community_admin")
    async with signed_in_client(app, foreign) as client:
        here = await client.get(f"/api/v1/communities/{community_id}/members")
        nowhere = await client.get(f"/api/v1/communities/{foreign.account_id}/members")
    assert here.status_code == nowhere.status_code == 404
    assert here.json()["code"] == nowhere.json()["code"]


async def test_pages_follow_each_other_without_gap_or_repeat(
    app: FastAPI, database: Database, admin: AccountMade, community_id: UUID
) -> None:
    for _ in range(6):
        await make_member(database, community_id, "volunteer")
    found: list[str] = []
    cursor = None
    async with signed_in_client(app, admin) as client:
        while cursor is not None or not found:
            asks = {"limit": 3, **({"cursor": cursor} if cursor else {})}
            address = f"/api/v1/communities/{community_id}/members"
            page = (await client.get(address, params=asks)).json()
            found += [member["account_id"] for member in page["items"]]
            cursor = page["next"]
    assert len(found) == len(set(found)) == 7
